#include "store/write_behind.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace liangdi::store {

WriteBehind::WriteBehind(const std::filesystem::path& file)
    : file_(::open(file.c_str(), O_WRONLY | O_CLOEXEC)),
      thread_([this](const std::stop_token& stop) { write(stop); }) {}

WriteBehind::~WriteBehind() {
    thread_.request_stop();
    thread_.join();
    if (file_ >= 0) ::close(file_);
}

void WriteBehind::write(const std::stop_token& stop) const {
    using namespace std::chrono_literals;
    std::mutex mutex;  // both only to sleep until it is time, or stopped
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (file_ >= 0 && !stop.stop_requested()) {
        wake.wait_for(lock, stop, 200ms, [] { return false; });
#ifdef SYNC_FILE_RANGE_WRITE
        ::sync_file_range(file_, 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
    }
}

}  // namespace liangdi::store
