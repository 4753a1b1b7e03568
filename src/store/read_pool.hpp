#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "store/database.hpp"

namespace liangdi::store {

/// Read connections of one town file, lent to one thread at a time and kept for the next.
class ReadPool : public std::enable_shared_from_this<ReadPool> {
  public:
    explicit ReadPool(std::filesystem::path file) : file_(std::move(file)) {}

    class Lease {
      public:
        Lease(std::shared_ptr<ReadPool> pool, std::unique_ptr<Database> own);
        /// Of a connection that belongs to somebody else, held with its lock.
        Lease(Database& shared, std::unique_lock<std::recursive_mutex> lock);
        ~Lease();
        Lease(Lease&&) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        Database& db() const { return *db_; }
        bool shared() const { return !own_; }

      private:
        std::shared_ptr<ReadPool> pool_;
        std::unique_ptr<Database> own_;
        std::unique_lock<std::recursive_mutex> lock_;
        Database* db_;
    };
    Lease lend();

    /// From now on everybody reads through this connection: on a network share, and while a town is being
    /// made, the writer holds the file exclusively, against its own process too.
    void share(Database& db, std::recursive_mutex& mutex);
    const std::filesystem::path& file() const { return file_; }
    void close();  ///< forgets idle connections and the shared one

  private:
    void take_back(std::unique_ptr<Database> db);

    std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Database>> idle_;
    Database* shared_ = nullptr;
    std::recursive_mutex* shared_mutex_ = nullptr;
    bool closed_ = false;
};

}  // namespace liangdi::store
