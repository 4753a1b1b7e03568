#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "land/edit.hpp"
#include "store/row_encoder.hpp"

namespace liangdi::store {

/// Some changes of a stream: new rows, encoded; after the first change that is none, all changes as they are.
struct ReadBlock {
    RowBlock rows;
    std::vector<land::Change> others;
    bool empty() const { return rows.rows.empty() && others.empty(); }
};

/// Reads a stream of changes block by block.
class BlockReader {
  public:
    BlockReader(const land::ChangeSource& source, RowEncoder& encoder) : source_(source), encoder_(encoder) {}
    ReadBlock next();  ///< empty at the end

  private:
    const land::ChangeSource& source_;
    RowEncoder& encoder_;
    bool rows_only_ = true, ended_ = false;
    std::size_t last_bytes_ = 0;  ///< of the block before: the next will be as large
};

/// Reads on a thread of its own, some blocks ahead of who writes them: an import reads and converts its file
/// while the rows before are being written. Some blocks and not one: writing goes by fits and starts, and
/// reading would wait at each. Not many: they should still lie in the processor's cache. Source and encoder
/// are used by that thread alone until this is gone, or has given its first block with `others`.
class ReadAhead {
  public:
    explicit ReadAhead(BlockReader reader);
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// The next block, empty at the end. Throws what the source threw.
    ReadBlock next();

  private:
    void produce(const std::stop_token& stop);

    BlockReader reader_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<ReadBlock> ready_;
    bool ended_ = false;
    std::exception_ptr failure_;
    std::jthread thread_;  // last: ends before what it uses
};

}  // namespace liangdi::store
