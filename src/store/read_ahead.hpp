#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "land/edit.hpp"

namespace liangdi::store {

/// Draws changes from a source on a thread of its own, some blocks ahead of who writes them: an import reads
/// and converts its file while the rows before are being written. Some blocks and not one: writing goes by
/// fits and starts, and reading would wait at each. The source is used by that thread alone until
/// this is gone.
class ReadAhead {
  public:
    explicit ReadAhead(const land::ChangeSource& source);
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// The next block, empty at the end. Throws what the source threw.
    std::vector<land::Change> next();

  private:
    void produce(const std::stop_token& stop, const land::ChangeSource& source);

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::vector<land::Change>> ready_;
    bool ended_ = false;
    std::exception_ptr failure_;
    std::jthread thread_;  // last: ends before what it uses
};

}  // namespace liangdi::store
