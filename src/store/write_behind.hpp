#pragma once

#include <filesystem>
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
    void write(const std::stop_token& stop) const;

    int file_;
    std::jthread thread_;  ///< last: begins when the file is open
};

}  // namespace liangdi::store
