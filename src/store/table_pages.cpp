#include "store/table_pages.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "geo/error.hpp"
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

const land::TableShape& shape_of(const Snapshot& town, const std::string& table) {
    const auto* shape = land::find_table(town.shape(), table);
    if (!shape) throw Error("no_table", fmt::format("the town has no table '{}'", table));
    return *shape;
}

const std::string& sql_of(const TableSelect& select, const std::string& table, const std::string& column) {
    for (std::size_t i = 0; i < select.columns.size(); ++i)
        if (select.columns[i].shape.name == column) return select.given[i];
    throw Error("no_column", fmt::format("table '{}' has no column '{}'", table, column));
}

/// Text of people's own: Chinese in the order of its pinyin. Words of short lists are kept in English.
bool is_name(const TableSelect& select, const std::string& column) {
    for (const auto& one : select.columns)
        if (one.shape.name == column)
            return one.shape.choices.empty() &&
                   (one.shape.type == land::ColumnType::text || !one.shape.references.empty());
    return false;
}

/// What is typed is text, not a pattern.
std::string like_pattern(const std::string& text) {
    std::string out = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') out += '\\';
        out += c;
    }
    return out + "%";
}

std::string filter_sql(const TableSelect& select, const RowOrder& order) {
    if (order.filter.empty()) return {};
    // Words from a short list are kept otherwise than they are read: or_equal says which are meant.
    std::string any = "0";
    for (std::size_t i = 0; i < select.columns.size(); ++i) {
        const auto& shape = select.columns[i].shape;
        if (shape.type != land::ColumnType::blob && shape.choices.empty())
            any += fmt::format(" OR {} LIKE ?1 ESCAPE '\\'", select.given[i]);
    }
    int parameter = 1;
    for (const auto& equal : order.or_equal)
        any += fmt::format(" OR {}=?{}", sql_of(select, order.table, equal.column), ++parameter);
    return fmt::format("{}({})", select.where.empty() ? " WHERE " : " AND ", any);
}

}  // namespace

std::vector<std::int64_t> ordered_ids(const Snapshot& town, const RowOrder& order, land::Progress& progress) {
    const auto select = table_select(town.shape(), shape_of(town, order.table));
    // Without an order SQLite reads the ids out of an index, which is a fraction of the table with its
    // shapes; sorting them here costs less than reading the table in its own order.
    const bool by_id = order.sort.empty(), sort_here = by_id && order.limit == 0;
    const bool plain = by_id && order.filter.empty();
    std::string sql =
        fmt::format("SELECT t.id FROM {}{}", plain ? select.from + select.where : select.all_from(),
                    filter_sql(select, order));
    if (by_id && !sort_here)
        sql += fmt::format(" ORDER BY t.id{}", order.descending ? " DESC" : "");
    else if (!by_id)
        sql += fmt::format(" ORDER BY {}{} {}, t.id", sql_of(select, order.table, order.sort),
                           is_name(select, order.sort) ? " COLLATE names" : "",
                           order.descending ? "DESC NULLS LAST" : "ASC NULLS LAST");
    if (order.limit > 0) sql += fmt::format(" LIMIT {}", order.limit);

    const EndsEarly early(town.db().handle(), progress);
    std::vector<std::int64_t> ids;
    try {
        auto rows = town.db().prepare(sql);
        if (!order.filter.empty()) {
            rows.bind(1, like_pattern(order.filter));
            int parameter = 1;
            for (const auto& equal : order.or_equal) rows.bind(++parameter, equal.value);
        }
        while (rows.step()) {
            ids.push_back(rows.integer(0));
            if (ids.size() % rows_between_looks == 0)
                progress.at("reading the table", static_cast<std::int64_t>(ids.size()), 0);
        }
    } catch (const Error&) {
        if (progress.stop_requested()) throw Cancelled{};
        throw;
    }
    if (sort_here) {
        std::sort(ids.begin(), ids.end());
        if (order.descending) std::reverse(ids.begin(), ids.end());
    }
    return ids;
}

std::vector<TableRow> rows_of(const Snapshot& town, const std::string& table,
                              std::span<const std::int64_t> ids) {
    const auto select = table_select(town.shape(), shape_of(town, table));
    std::string columns;
    for (const auto& given : select.given) columns += (columns.empty() ? "" : ", ") + given;
    auto find = town.db().prepare(fmt::format("SELECT {} FROM {}{} t.id=?", columns.empty() ? "1" : columns,
                                              select.all_from(), select.where.empty() ? " WHERE" : " AND"));
    std::vector<TableRow> rows;
    rows.reserve(ids.size());
    for (const std::int64_t id : ids) {
        TableRow row{id, {}};
        find.bind(1, id);
        if (find.step())
            for (std::size_t i = 0; i < select.columns.size(); ++i)
                row.cells.push_back(find.value(static_cast<int>(i)));
        find.reset();
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace liangdi::store
