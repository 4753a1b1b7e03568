#include "store/read_ahead.hpp"

#include <exception>

namespace liangdi::store {

namespace {
constexpr std::size_t block_changes = 2048;
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
        if (!changed_.wait(lock, stop, [&] { return !full_; })) return;
        ready_ = std::move(block);
        full_ = true;
        ended_ = ended;
        failure_ = failure;
        changed_.notify_all();
        if (ended || failure) return;
    }
}

std::vector<land::Change> ReadAhead::next() {
    std::unique_lock lock(mutex_);
    if (!full_ && (ended_ || failure_)) return {};
    changed_.wait(lock, [&] { return full_; });
    if (failure_) std::rethrow_exception(failure_);
    auto block = std::move(ready_);
    full_ = false;
    changed_.notify_all();
    return block;
}

}  // namespace liangdi::store
