#include "store/table_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

#include "geo/error.hpp"
#include "store/table_select.hpp"

namespace liangdi::store {
namespace {

class TableRows final : public land::RowSource {
  public:
    TableRows(Snapshot& town, const land::TableShape& table);

    const land::TableShape& table() const override { return table_; }
    const std::vector<land::RowColumn>& columns() const override { return select_.columns; }
    std::int64_t count() const override {
        return town_.db().integer(fmt::format("SELECT count(*) FROM {}", from_));
    }
    std::int64_t of_other_kind() const override;
    bool tells_apart(std::span<const std::size_t> columns) const override;
    void each(const std::function<bool(const land::RowView&)>& visit) const override;

  private:
    std::unordered_set<std::int64_t> unclear_rows(const land::TableShape& target,
                                                  const std::string& column) const;

    Snapshot& town_;
    const land::TableShape& table_;
    const TableSelect select_;
    std::string from_;  ///< the rows alone
    std::map<std::string, std::unordered_set<std::int64_t>>
        unclear_;  ///< by table: ids of rows that their code does not tell apart
};

TableRows::TableRows(Snapshot& town, const land::TableShape& table)
    : town_(town),
      table_(table),
      select_(table_select(town.shape(), table)),
      from_(select_.from + select_.where) {
    for (const auto& reference : select_.references) {
        if (unclear_.contains(reference.table)) continue;
        const auto* target = land::find_table(town_.shape(), reference.table);
        unclear_.emplace(reference.table, unclear_rows(*target, reference.code));
    }
}

std::unordered_set<std::int64_t> TableRows::unclear_rows(const land::TableShape& target,
                                                         const std::string& column) const {
    const bool own = target.has(column);
    const std::string code = (own ? "t." : "b.") + sql_name(column);
    const std::string from =
        own ? sql_name(target.name) + " t"
            : fmt::format("{} t JOIN {} b ON b.id=t.id", sql_name(target.name), sql_name(target.extends));
    auto rows = town_.db().prepare(
        fmt::format("SELECT t.id FROM {0} WHERE {1} IS NULL OR {1} IN (SELECT {1} FROM {0} GROUP BY {1} "
                    "HAVING count(*)>1)",
                    from, code));
    std::unordered_set<std::int64_t> out;
    while (rows.step()) out.insert(rows.integer(0));
    return out;
}

std::int64_t TableRows::of_other_kind() const {
    const auto* base = land::base_of(town_.shape(), table_);
    if (!base || !base->has("kind")) return 0;
    auto rows = town_.db().prepare(fmt::format("SELECT count(*) FROM {} WHERE b.kind<>?", from_));
    rows.bind(1, table_.name);
    return rows.step() ? rows.integer(0) : 0;
}

bool TableRows::tells_apart(std::span<const std::size_t> columns) const {
    if (columns.empty()) return count() < 2;
    std::string by;
    for (const std::size_t i : columns) by += (by.empty() ? "" : ", ") + select_.raw.at(i);
    return town_.db().integer(
               fmt::format("SELECT EXISTS (SELECT 1 FROM {} GROUP BY {} HAVING count(*)>1)", from_, by)) == 0;
}

void TableRows::each(const std::function<bool(const land::RowView&)>& visit) const {
    std::string sql = "SELECT t.id, ";
    sql += table_.geometry == geo::GeometryKind::none ? "NULL" : "t.geometry";
    for (const auto& column : select_.given) sql += ", " + column;
    for (const auto& reference : select_.references) sql += ", " + select_.raw[reference.column];
    auto rows = town_.db().prepare(fmt::format("{} FROM {} ORDER BY t.id", sql, select_.all_from()));
    std::vector<land::Value> cells(select_.columns.size());
    std::vector<std::size_t> unclear;
    while (rows.step()) {
        int at = 2;
        for (auto& cell : cells) cell = rows.value(at++);
        unclear.clear();
        for (const auto& reference : select_.references) {
            if (!rows.is_null(at) && (land::is_null(cells[reference.column]) ||
                                      unclear_.at(reference.table).contains(rows.integer(at))))
                unclear.push_back(reference.column);
            ++at;
        }
        const geo::ByteView blob = rows.is_null(1) ? geo::ByteView{} : rows.blob(1);
        if (!visit({rows.integer(0), blob, cells, unclear})) return;
    }
}

}  // namespace

std::unique_ptr<land::RowSource> table_rows(Snapshot& town, std::string_view table) {
    return std::make_unique<TableRows>(town, town.table(table));
}

}  // namespace liangdi::store
