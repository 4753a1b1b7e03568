#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

namespace liangdi::store {

/// While it lives, what is written into a file goes on to the disk bit by bit, beside the work, so that
/// syncing the file at the end need not wait for all of it. Without this the system keeps hundreds of
/// megabytes back. Only haste: it promises nothing about what has reached the disk.
class WriteBehind {
  public:
    explicit WriteBehind(const std::filesystem::path& file);
    ~WriteBehind();
    WriteBehind(const WriteBehind&) = delete;
    WriteBehind& operator=(const WriteBehind&) = delete;

  private:
    void write(const std::stop_token& stop);

    int file_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace liangdi::store
