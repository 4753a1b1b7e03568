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
    /// A column's texts as (hash, id) in order; the row itself says whether it is the text.
    using Codes = std::vector<std::pair<std::size_t, std::int64_t>>;
    Codes codes_of(const land::TableShape& table, const std::string& name) const;
    bool has_index(const land::TableShape& table, std::string_view column) const;

    ReadPool::Lease lease_;
    const land::TownShape& shape_;
    std::map<std::string, Statement, std::less<>> statements_;
    /// Look-ups by code come by the thousand. Where the file has an index on the column, it is asked; else
    /// the first look-up reads the column, sixteen bytes a row.
    std::map<std::string, std::optional<Codes>, std::less<>> codes_;
};

}  // namespace liangdi::store
