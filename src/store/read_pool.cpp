#include "store/read_pool.hpp"

namespace liangdi::store {

ReadPool::Lease::Lease(std::shared_ptr<ReadPool> pool, std::unique_ptr<Database> own)
    : pool_(std::move(pool)), own_(std::move(own)), db_(own_.get()) {}
ReadPool::Lease::Lease(Database& shared, std::unique_lock<std::recursive_mutex> lock)
    : lock_(std::move(lock)), db_(&shared) {}
ReadPool::Lease::~Lease() {
    if (own_) pool_->take_back(std::move(own_));
}

ReadPool::Lease ReadPool::lend() {
    std::unique_lock lock(mutex_);
    if (shared_) {
        Database& db = *shared_;
        std::recursive_mutex& mutex = *shared_mutex_;
        lock.unlock();
        return {db, std::unique_lock(mutex)};
    }
    if (!idle_.empty()) {
        auto db = std::move(idle_.back());
        idle_.pop_back();
        return {shared_from_this(), std::move(db)};
    }
    lock.unlock();
    return {shared_from_this(), std::make_unique<Database>(file_, Database::Access::read)};
}

void ReadPool::take_back(std::unique_ptr<Database> db) {
    const std::lock_guard lock(mutex_);
    if (!closed_ && !shared_) idle_.push_back(std::move(db));
}

void ReadPool::share(Database& db, std::recursive_mutex& mutex) {
    const std::lock_guard lock(mutex_);
    idle_.clear();
    shared_ = &db;
    shared_mutex_ = &mutex;
}

void ReadPool::close() {
    const std::lock_guard lock(mutex_);
    idle_.clear();
    shared_ = nullptr;
    closed_ = true;
}

}  // namespace liangdi::store
