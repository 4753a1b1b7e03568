#include "store/read_ahead.hpp"

#include <exception>

namespace liangdi::store {

namespace {
constexpr std::size_t block_changes = 256, most_blocks = 16;
}

ReadBlock BlockReader::next() {
    ReadBlock block;
    block.rows.bytes.reserve(last_bytes_ + last_bytes_ / 8);
    block.rows.rows.reserve(block_changes);
    while (!ended_ && block.rows.rows.size() + block.others.size() < block_changes) {
        auto change = source_();
        ended_ = !change;
        if (ended_) break;
        auto* row = std::get_if<land::Insert>(&*change);
        rows_only_ = rows_only_ && row;
        if (rows_only_)
            encoder_.add(*row, block.rows);
        else
            block.others.push_back(std::move(*change));
    }
    last_bytes_ = block.rows.bytes.size();
    return block;
}

ReadAhead::ReadAhead(BlockReader reader)
    : reader_(reader), thread_([this](const std::stop_token& stop) { produce(stop); }) {}

ReadAhead::~ReadAhead() {
    thread_.request_stop();
    changed_.notify_all();
}

void ReadAhead::produce(const std::stop_token& stop) {
    for (bool ended = false; !ended && !stop.stop_requested();) {
        ReadBlock block;
        std::exception_ptr failure;
        try {
            block = reader_.next();
        } catch (...) {
            failure = std::current_exception();
        }
        ended = failure || block.empty();
        std::unique_lock lock(mutex_);
        if (!changed_.wait(lock, stop, [&] { return ready_.size() < most_blocks; })) return;
        if (!ended) ready_.push_back(std::move(block));
        ended_ = ended;
        failure_ = failure;
        changed_.notify_all();
    }
}

ReadBlock ReadAhead::next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !ready_.empty() || ended_; });
    if (ready_.empty()) {
        if (failure_) std::rethrow_exception(failure_);
        return {};
    }
    ReadBlock block = std::move(ready_.front());
    ready_.pop_front();
    changed_.notify_all();
    return block;
}

}  // namespace liangdi::store
