#pragma once

#include <map>
#include <string>

#include "land/register.hpp"
#include "land/table_shape.hpp"
#include "store/read_pool.hpp"

namespace liangdi::store {

/// The town as it is at one moment: everything read through one Snapshot belongs together, whatever other
/// connections write meanwhile. For one thread.
class Snapshot : public land::Register {
  public:
    Snapshot(ReadPool::Lease lease, const land::TownShape& shape);
    ~Snapshot() override;
    Snapshot(Snapshot&&) = delete;

    Database& db() const { return lease_.db(); }
    const land::TownShape& shape() const { return shape_; }

    std::string setting(std::string_view name) const;  ///< empty where there is none
    std::int64_t count(std::string_view table) const;

    std::vector<std::int64_t> ids_of(std::string_view table, std::string_view column,
                                     std::string_view text) override;
    std::optional<std::vector<land::Value>> row(std::string_view table, std::int64_t id,
                                                const std::vector<std::string>& columns) override;
    std::vector<std::int64_t> children(std::string_view table, std::string_view column,
                                       std::int64_t parent) override;

  private:
    const land::TableShape& table(std::string_view name) const;
    std::string column_of(const land::TableShape& table, std::string_view column) const;
    Statement& statement(const std::string& sql);

    ReadPool::Lease lease_;
    const land::TownShape& shape_;
    std::map<std::string, Statement, std::less<>> statements_;
    /// Look-ups by code come by the thousand: the first on a column reads it whole.
    std::map<std::string, std::multimap<std::string, std::int64_t, std::less<>>, std::less<>> indexes_;
};

}  // namespace liangdi::store
