#include "store/snapshot.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "store/desk_ids.hpp"

namespace liangdi::store {

Snapshot::Snapshot(ReadPool::Lease lease, const land::TownShape& shape)
    : lease_(std::move(lease)), shape_(shape) {
    if (!lease_.shared()) {
        db().run("BEGIN");
        db().integer("SELECT 1 FROM sqlite_master LIMIT 1");  // BEGIN alone does not pin the moment
        return;
    }
    const DeskIds ids = desk_ids(db());
    next_id_ = ids.next;
    last_id_ = ids.last;
}
Snapshot::~Snapshot() {
    const auto turn = this->turn();
    statements_.clear();
    looked_up_.clear();
    if (!lease_.shared()) {
        try {
            db().run("COMMIT");
        } catch (const Error&) {  // a read transaction that could not end is dropped with the connection
        }
    }
}

std::unique_lock<std::recursive_mutex> Snapshot::turn() const {
    return lease_.shared() ? db().turn() : std::unique_lock<std::recursive_mutex>();
}

std::string Snapshot::setting(std::string_view name) const {
    const auto turn = this->turn();
    auto find = db().prepare("SELECT value FROM setting WHERE name=? ORDER BY id LIMIT 1");
    find.bind(1, name);
    return find.step() ? std::string(find.text(0)) : std::string();
}

std::int64_t Snapshot::count(std::string_view name) const {
    const auto turn = this->turn();
    return db().integer(fmt::format("SELECT count(*) FROM {}", sql_name(table(name).name)));
}

const land::TableShape& Snapshot::table(std::string_view name) const {
    const auto* found = land::find_table(shape_, name);
    if (!found) throw Error("no_table", fmt::format("the town has no table '{}'", name));
    return *found;
}

std::string Snapshot::column_of(const land::TableShape& t, std::string_view column) const {
    if (column == "id" || column == "geometry" || t.has(column)) return "t." + sql_name(column);
    if (!t.extends.empty() && table(t.extends).has(column)) return "b." + sql_name(column);
    throw Error("no_column", fmt::format("table '{}' has no column '{}'", t.name, column));
}

namespace {
std::string from_of(const land::TableShape& t) {
    std::string from = sql_name(t.name) + " t";
    if (!t.extends.empty()) from += " JOIN " + sql_name(t.extends) + " b ON b.id=t.id";
    return from;
}
}  // namespace

Statement& Snapshot::statement(const std::string& sql) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) found = statements_.emplace(sql, db().prepare(sql)).first;
    return found->second;
}

std::vector<std::int64_t> Snapshot::ids_in(Statement& find) const {
    std::vector<std::int64_t> ids;
    while (find.step())
        if (of_this_moment(find.integer(0))) ids.push_back(find.integer(0));
    find.reset();
    return ids;
}

bool Snapshot::has_index(const land::TableShape& t, std::string_view column) const {
    // Any other type would compare its values with the text as numbers: '007' is not 7.
    const auto* shape = t.column(column);
    if (!shape) return !t.extends.empty() && has_index(table(t.extends), column);
    if (shape->type != land::ColumnType::text) return false;
    auto find = db().prepare(
        "SELECT 1 FROM pragma_index_list(?) list JOIN pragma_index_info(list.name) part "
        "WHERE part.seqno=0 AND part.name=? AND list.partial=0");
    find.bind_all(t.name, std::string(column));
    return find.step();
}

CodeIndex Snapshot::codes_of(const land::TableShape& t, const std::string& name) const {
    CodeIndex codes;
    auto rows =
        db().prepare(fmt::format("SELECT {0}, t.id FROM {1} WHERE {0} IS NOT NULL", name, from_of(t)));
    while (rows.step())
        if (of_this_moment(rows.integer(1))) codes.add(rows.text(0), rows.integer(1));
    codes.sort();
    return codes;
}

Snapshot::Column* Snapshot::looked_up(std::string_view table_name, std::string_view column) {
    for (Column& known : looked_up_)
        if (known.column == column && known.table == table_name) return &known;
    return nullptr;
}

Snapshot::Column& Snapshot::look_up(std::string_view table_name, std::string_view column) {
    const auto& t = table(table_name);
    Column fresh{std::string(table_name), std::string(column), {}, {}, 0};
    const bool empty = db().integer(fmt::format("SELECT EXISTS (SELECT 1 FROM {})", sql_name(t.name))) == 0;
    if (has_index(t, column) && !empty)
        fresh.find = db().prepare(
            fmt::format("SELECT t.id FROM {} WHERE {}=? ORDER BY t.id", from_of(t), column_of(t, column)));
    else
        fresh.codes = codes_of(t, column_of(t, column));
    return looked_up_.emplace_back(std::move(fresh));
}

std::vector<std::int64_t> Snapshot::ids_of(std::string_view table_name, std::string_view column,
                                           std::string_view text) {
    constexpr int few = 20'000;  // about what reading a column of a hundred thousand rows costs
    Column* known = looked_up(table_name, column);
    // What is in memory waits for nobody: a turn at each look-up would hold reader and writer in step.
    if (known && !known->find) return known->codes.rows(text);
    const auto turn = this->turn();
    Column& at = known ? *known : look_up(table_name, column);
    if (at.find && ++at.asked > few) {
        const auto& t = table(table_name);
        at.codes = codes_of(t, column_of(t, column));
        at.find.reset();
    }
    if (!at.find) return at.codes.rows(text);
    at.find->bind(1, text);
    return ids_in(*at.find);
}

std::optional<std::vector<land::Value>> Snapshot::row(std::string_view table_name, std::int64_t id,
                                                      const std::vector<std::string>& columns) {
    const auto turn = this->turn();
    const auto& t = table(table_name);
    std::string list;
    for (const auto& column : columns) list += (list.empty() ? "" : ", ") + column_of(t, column);
    auto& find =
        statement(fmt::format("SELECT {} FROM {} WHERE t.id=?", list.empty() ? "1" : list, from_of(t)));
    find.bind(1, id);
    std::optional<std::vector<land::Value>> out;
    if (find.step()) {
        out.emplace();
        for (std::size_t i = 0; i < columns.size(); ++i) out->push_back(find.value(static_cast<int>(i)));
    }
    find.reset();
    return out;
}

std::vector<std::int64_t> Snapshot::children(std::string_view table_name, std::string_view column,
                                             std::int64_t parent) {
    const auto turn = this->turn();
    const auto& t = table(table_name);
    auto& find = statement(
        fmt::format("SELECT t.id FROM {} WHERE {}=? ORDER BY t.id", from_of(t), column_of(t, column)));
    find.bind(1, parent);
    return ids_in(find);
}

}  // namespace liangdi::store
