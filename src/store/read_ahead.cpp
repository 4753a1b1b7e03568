#include "store/read_ahead.hpp"

#include <exception>

namespace liangdi::store {

namespace {
constexpr std::size_t block_changes = 256, most_blocks = 16;
}

ReadAhead::ReadAhead(const land::ChangeSource& source)
    : thread_([this, &source](const std::stop_token& stop) { produce(stop, source); }) {}

ReadAhead::~ReadAhead() {
    thread_.request_stop();
    changed_.notify_all();
}

void ReadAhead::produce(const std::stop_token& stop, const land::ChangeSource& source) {
    while (!stop.stop_requested()) {
        std::vector<land::Change> block;
        block.reserve(block_changes);
        bool ended = false;
        std::exception_ptr failure;
        try {
            while (block.size() < block_changes) {
                auto change = source();
                if (!change) {
                    ended = true;
                    break;
                }
                block.push_back(std::move(*change));
            }
        } catch (...) {
            failure = std::current_exception();
        }
        std::unique_lock lock(mutex_);
        if (!changed_.wait(lock, stop, [&] { return ready_.size() < most_blocks; })) return;
        if (!block.empty()) ready_.push_back(std::move(block));
        ended_ = ended;
        failure_ = failure;
        changed_.notify_all();
        if (ended || failure) return;
    }
}

std::vector<land::Change> ReadAhead::next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !ready_.empty() || ended_ || failure_; });
    if (ready_.empty()) {
        if (failure_) std::rethrow_exception(failure_);
        return {};
    }
    auto block = std::move(ready_.front());
    ready_.pop_front();
    changed_.notify_all();
    return block;
}

}  // namespace liangdi::store
