#include "store/table_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "geo/error.hpp"

namespace liangdi::store {
namespace {

/// The column by which people know a row of the table, "" where there is none.
std::string known_by(const land::TownShape& town, const land::TableShape& table) {
    const auto* base = land::base_of(town, table);
    for (const char* name : {"code", "contract_no", "name"})
        if (table.has(name) || (base && base->has(name))) return name;
    return {};
}

class TableRows final : public land::RowSource {
  public:
    TableRows(Snapshot& town, const land::TableShape& table);

    const land::TableShape& table() const override { return table_; }
    const std::vector<land::RowColumn>& columns() const override { return columns_; }
    std::int64_t count() const override {
        return town_.db().integer(fmt::format("SELECT count(*) FROM {}", from_));
    }
    std::int64_t of_other_kind() const override;
    bool tells_apart(std::span<const std::size_t> columns) const override;
    void each(const std::function<bool(const land::RowView&)>& visit) const override;

  private:
    struct Reference {
        std::size_t column = 0;  ///< in columns_
        std::string table;
        std::unordered_set<std::int64_t> unclear;  ///< ids of rows that their code does not tell apart
    };
    void add_column(const land::ColumnShape& shape, const std::string& alias);
    std::unordered_set<std::int64_t> unclear_rows(const land::TableShape& target,
                                                  const std::string& column) const;

    Snapshot& town_;
    const land::TableShape& table_;
    std::vector<land::RowColumn> columns_;
    std::vector<std::string> raw_, given_;  ///< SQL of each column: as stored, as given away
    std::vector<Reference> references_;
    std::string from_, joins_;
};

TableRows::TableRows(Snapshot& town, const land::TableShape& table) : town_(town), table_(table) {
    from_ = sql_name(table.name) + " t";
    const auto* base = land::base_of(town.shape(), table);
    if (base) from_ += fmt::format(" JOIN {} b ON b.id=t.id", sql_name(base->name));
    std::string others;
    for (const auto& other : town.shape())
        if (other.extends == table.name)
            others += fmt::format("{} NOT EXISTS (SELECT 1 FROM {} e WHERE e.id=t.id)",
                                  others.empty() ? " WHERE" : " AND", sql_name(other.name));
    if (base)
        for (const auto& column : base->columns)
            if (column.name != "id" && column.name != "kind") add_column(column, "b");
    for (const auto& column : table.columns)
        if (column.name != "id") add_column(column, "t");
    joins_ = from_ + joins_ + others;
    from_ += others;
}

void TableRows::add_column(const land::ColumnShape& shape, const std::string& alias) {
    const std::size_t index = columns_.size();
    columns_.push_back({shape, {}});
    raw_.push_back(fmt::format("{}.{}", alias, sql_name(shape.name)));
    given_.push_back(shape.type == land::ColumnType::blob ? fmt::format("length({})", raw_.back())
                                                          : raw_.back());
    if (shape.references.empty()) return;
    const auto* target = land::find_table(town_.shape(), shape.references);
    const std::string code = target ? known_by(town_.shape(), *target) : std::string();
    if (code.empty())
        throw Error("no_column", fmt::format("rows of '{}' have no code to be known by", shape.references));
    columns_.back().find = target->name + "." + code;
    joins_ +=
        fmt::format(" LEFT JOIN {} r{} ON r{}.id={}", sql_name(target->name), index, index, raw_.back());
    std::string holder = fmt::format("r{}", index);
    if (!target->has(code)) {
        joins_ += fmt::format(" LEFT JOIN {} s{} ON s{}.id={}", sql_name(target->extends), index, index,
                              raw_.back());
        holder = fmt::format("s{}", index);
    }
    given_.back() = fmt::format("{}.{}", holder, sql_name(code));
    references_.push_back({index, target->name, unclear_rows(*target, code)});
}

std::unordered_set<std::int64_t> TableRows::unclear_rows(const land::TableShape& target,
                                                         const std::string& column) const {
    for (const auto& known : references_)
        if (known.table == target.name) return known.unclear;
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
    for (const std::size_t i : columns) by += (by.empty() ? "" : ", ") + raw_.at(i);
    return town_.db().integer(
               fmt::format("SELECT EXISTS (SELECT 1 FROM {} GROUP BY {} HAVING count(*)>1)", from_, by)) == 0;
}

void TableRows::each(const std::function<bool(const land::RowView&)>& visit) const {
    std::string sql = "SELECT t.id, ";
    sql += table_.geometry == geo::GeometryKind::none ? "NULL" : "t.geometry";
    for (const auto& column : given_) sql += ", " + column;
    for (const auto& reference : references_) sql += ", " + raw_[reference.column];
    auto rows = town_.db().prepare(fmt::format("{} FROM {} ORDER BY t.id", sql, joins_));
    std::vector<land::Value> cells(columns_.size());
    std::vector<std::size_t> unclear;
    while (rows.step()) {
        int at = 2;
        for (auto& cell : cells) cell = rows.value(at++);
        unclear.clear();
        for (const auto& reference : references_) {
            if (!rows.is_null(at) &&
                (land::is_null(cells[reference.column]) || reference.unclear.contains(rows.integer(at))))
                unclear.push_back(reference.column);
            ++at;
        }
        const geo::ByteView blob = rows.is_null(1) ? geo::ByteView{} : rows.blob(1);
        if (!visit({rows.integer(0), blob, cells, unclear})) return;
    }
}

}  // namespace

std::unique_ptr<land::RowSource> table_rows(Snapshot& town, std::string_view table) {
    const auto* shape = land::find_table(town.shape(), table);
    if (!shape) throw Error("no_table", fmt::format("the town has no table '{}'", table));
    return std::make_unique<TableRows>(town, *shape);
}

}  // namespace liangdi::store
