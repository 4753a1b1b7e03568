#pragma once

#include <map>
#include <string>

#include "land/register.hpp"
#include "land/table_shape.hpp"
#include "store/code_index.hpp"
#include "store/read_pool.hpp"

namespace liangdi::store {

/// The town as it is at one moment: everything read through one Snapshot belongs together, whatever other
/// connections write meanwhile. For one thread.
class Snapshot : public land::Register {
  public:
    Snapshot(ReadPool::Lease lease, const land::TownShape& shape);
    ~Snapshot() override;
    Snapshot(Snapshot&&) = delete;

    /// Whoever uses it while an edit of a file in the making is being applied takes a turn first.
    Database& db() const { return lease_.db(); }
    const land::TownShape& shape() const { return shape_; }
    const land::TableShape& table(std::string_view name) const;  ///< throws Error{no_table}

    std::string setting(std::string_view name) const;  ///< empty where there is none
    std::int64_t count(std::string_view table) const;

    std::vector<std::int64_t> ids_of(std::string_view table, std::string_view column,
                                     std::string_view text) override;
    std::optional<std::vector<land::Value>> row(std::string_view table, std::int64_t id,
                                                const std::vector<std::string>& columns) override;
    std::vector<std::int64_t> children(std::string_view table, std::string_view column,
                                       std::int64_t parent) override;

  private:
    std::string column_of(const land::TableShape& table, std::string_view column) const;
    Statement& statement(const std::string& sql);
    /// Where the file has an index on the column, it is asked; where it has none, and after many look-ups,
    /// the column is read into memory, 24 bytes a row: that is ten times as fast, and the other user of a
    /// shared connection need not be waited for.
    struct Column {
        std::string table, column;
        std::optional<Statement> find;
        CodeIndex codes;
        int asked = 0;
    };
    Column* looked_up(std::string_view table, std::string_view column);  ///< null at the first time
    Column& look_up(std::string_view table, std::string_view column);
    std::unique_lock<std::recursive_mutex> turn() const;
    CodeIndex codes_of(const land::TableShape& table, const std::string& name) const;
    bool has_index(const land::TableShape& table, std::string_view column) const;
    std::vector<std::int64_t> ids_in(Statement& find) const;
    /// Through a shared connection the rows of the edit in progress can be seen; they are not of this moment.
    bool of_this_moment(std::int64_t id) const { return id <= next_id_ || id > last_id_; }

    ReadPool::Lease lease_;
    const land::TownShape& shape_;
    std::map<std::string, Statement, std::less<>> statements_;
    std::vector<Column> looked_up_;
    std::int64_t next_id_ = 0, last_id_ = 0;  ///< ids that this desk gave to nobody yet; none if not shared
};

}  // namespace liangdi::store
