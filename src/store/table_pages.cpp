#include "store/table_pages.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "geo/error.hpp"
#include "store/row_names.hpp"
#include "store/table_select.hpp"

namespace liangdi::store {

namespace {

constexpr int steps_between_looks = 20'000;
constexpr std::int64_t rows_between_looks = 5'000;

/// While it lives, a statement of the connection ends early once somebody asked to stop: a filter that finds
/// nothing gives no row between which to look.
class EndsEarly {
  public:
    EndsEarly(sqlite3* db, land::Progress& progress) : db_(db) {
        sqlite3_progress_handler(
            db, steps_between_looks,
            [](void* p) { return static_cast<land::Progress*>(p)->stop_requested() ? 1 : 0; }, &progress);
    }
    ~EndsEarly() { sqlite3_progress_handler(db_, 0, nullptr, nullptr); }
    EndsEarly(const EndsEarly&) = delete;
    EndsEarly& operator=(const EndsEarly&) = delete;

  private:
    sqlite3* db_;
};

const std::string& sql_of(const TableSelect& select, const std::string& table, const std::string& column) {
    for (std::size_t i = 0; i < select.columns.size(); ++i)
        if (select.columns[i].shape.name == column) return select.given[i];
    throw Error("no_column", fmt::format("table '{}' has no column '{}'", table, column));
}

/// Text of people's own: Chinese in the order of its pinyin. Words of short lists are kept in English.
bool is_name(const TableSelect& select, const std::string& column) {
    for (const auto& one : select.columns)
        if (one.shape.name == column)
            return one.shape.choices.empty() && one.shape.type == land::ColumnType::text;
    return false;
}

/// The rows that are meant are looked up once, not again for each that refers to one.
std::string reference_filter(const Snapshot& town, const TableSelect& select, std::size_t column) {
    const auto& shape = select.columns[column].shape;
    const RowName name = row_name(town.shape(), town.table(shape.references));
    return fmt::format(
        R"({} IN (SELECT n.id FROM {} n WHERE {} LIKE ?1 ESCAPE '\' OR n.{} LIKE ?1 ESCAPE '\'))",
        select.raw[column], sql_name(name.table), name.words("n"), sql_name(name.code));
}

std::string filter_sql(const Snapshot& town, const TableSelect& select, const RowOrder& order) {
    if (order.filter.empty()) return {};
    // Words from a short list are kept otherwise than they are read: or_equal says which are meant.
    std::string any = "0";
    for (std::size_t i = 0; i < select.columns.size(); ++i) {
        const auto& shape = select.columns[i].shape;
        if (!shape.references.empty())
            any += " OR " + reference_filter(town, select, i);
        else if (shape.type != land::ColumnType::blob && shape.choices.empty())
            any += fmt::format(" OR {} LIKE ?1 ESCAPE '\\'", select.given[i]);
    }
    int parameter = 1;
    for (const auto& equal : order.or_equal)
        any += fmt::format(" OR {}=?{}", sql_of(select, order.table, equal.column), ++parameter);
    return fmt::format("{}({})", select.where.empty() ? " WHERE " : " AND ", any);
}

void bind_filter(Statement& rows, const RowOrder& order) {
    if (order.filter.empty()) return;
    rows.bind(1, like_pattern(order.filter));
    int parameter = 1;
    for (const auto& equal : order.or_equal) rows.bind(++parameter, equal.value);
}

/// By the names of the rows that a column refers to; rows that refer to none come last.
std::vector<std::int64_t> ids_by_reference(const Snapshot& town, const TableSelect& select,
                                           std::size_t column, const RowOrder& order,
                                           land::Progress& progress) {
    const auto ranks = ranks_by_name(town, select.columns[column].shape.references);
    auto rows = town.db().prepare(fmt::format("SELECT t.id, {} FROM {}{}{}", select.raw[column], select.from,
                                              select.where, filter_sql(town, select, order)));
    bind_filter(rows, order);
    std::vector<std::pair<std::int64_t, std::int64_t>> found;
    constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();
    while (rows.step()) {
        const auto rank = ranks.find(rows.integer(1));  // 0 where there is none: no row's id
        const std::int64_t at = rank == ranks.end() ? last : rank->second;
        found.emplace_back(order.descending && at != last ? -at : at, rows.integer(0));
        if (found.size() % rows_between_looks == 0)
            progress.at("reading the table", static_cast<std::int64_t>(found.size()), 0);
    }
    std::sort(found.begin(), found.end());
    if (order.limit > 0 && found.size() > static_cast<std::size_t>(order.limit))
        found.resize(static_cast<std::size_t>(order.limit));
    std::vector<std::int64_t> ids(found.size());
    std::ranges::transform(found, ids.begin(), [](const auto& row) { return row.second; });
    return ids;
}

/// The column's place among those that refer to rows; nothing where it is none of them.
std::optional<std::size_t> reference_named(const TableSelect& select, const std::string& column) {
    for (const auto& reference : select.references)
        if (select.columns[reference.column].shape.name == column) return reference.column;
    return {};
}

std::vector<std::int64_t> ids_by_column(const Snapshot& town, const TableSelect& select,
                                        const RowOrder& order, land::Progress& progress) {
    // Without an order SQLite reads the ids out of an index, which is a fraction of the table with its
    // shapes; sorting them here costs less than reading the table in its own order.
    const bool by_id = order.sort.empty(), sort_here = by_id && order.limit == 0;
    std::string sql =
        fmt::format("SELECT t.id FROM {}{}{}", select.from, select.where, filter_sql(town, select, order));
    if (by_id && !sort_here)
        sql += fmt::format(" ORDER BY t.id{}", order.descending ? " DESC" : "");
    else if (!by_id)
        sql += fmt::format(" ORDER BY {}{} {}, t.id", sql_of(select, order.table, order.sort),
                           is_name(select, order.sort) ? " COLLATE names" : "",
                           order.descending ? "DESC NULLS LAST" : "ASC NULLS LAST");
    if (order.limit > 0) sql += fmt::format(" LIMIT {}", order.limit);

    std::vector<std::int64_t> ids;
    auto rows = town.db().prepare(sql);
    bind_filter(rows, order);
    while (rows.step()) {
        ids.push_back(rows.integer(0));
        if (ids.size() % rows_between_looks == 0)
            progress.at("reading the table", static_cast<std::int64_t>(ids.size()), 0);
    }
    if (sort_here) {
        std::sort(ids.begin(), ids.end());
        if (order.descending) std::reverse(ids.begin(), ids.end());
    }
    return ids;
}

}  // namespace

std::vector<std::int64_t> ordered_ids(const Snapshot& town, const RowOrder& order, land::Progress& progress) {
    const auto select = table_select(town.shape(), town.table(order.table));
    const EndsEarly early(town.db().handle(), progress);
    try {
        if (const auto reference = reference_named(select, order.sort))
            return ids_by_reference(town, select, *reference, order, progress);
        return ids_by_column(town, select, order, progress);
    } catch (const Error&) {
        if (progress.stop_requested()) throw Cancelled{};
        throw;
    }
}

std::vector<TableRow> rows_of(const Snapshot& town, const std::string& table,
                              std::span<const std::int64_t> ids) {
    const auto select = table_select(town.shape(), town.table(table));
    std::string columns;
    for (const auto& given : select.given) columns += (columns.empty() ? "" : ", ") + given;
    for (const auto& words : select.words) columns += ", " + (words.empty() ? std::string("NULL") : words);
    auto find = town.db().prepare(fmt::format("SELECT {} FROM {}{} t.id=?", columns.empty() ? "1" : columns,
                                              select.all_from(), select.where.empty() ? " WHERE" : " AND"));
    std::vector<TableRow> rows;
    rows.reserve(ids.size());
    for (const std::int64_t id : ids) {
        TableRow row{id, {}, {}};
        find.bind(1, id);
        if (find.step())
            for (std::size_t i = 0; i < select.columns.size(); ++i) {
                row.cells.push_back(find.value(static_cast<int>(i)));
                row.words.push_back(find.value(static_cast<int>(i + select.columns.size())));
            }
        find.reset();
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace liangdi::store
