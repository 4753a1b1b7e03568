#include "store/migrations.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

#include "store/town_shape.hpp"

namespace liangdi::store {

int newest_schema_version() {
    return migrations().back().version;
}

namespace {
std::string with_srid(std::string_view sql, int srid) {
    std::string out(sql);
    const std::string number = std::to_string(srid);
    for (std::size_t at = out.find("{srid}"); at != std::string::npos; at = out.find("{srid}", at)) {
        out.replace(at, 6, number);
    }
    return out;
}

std::map<std::string, std::int64_t> column_counts(const Database& db) {
    std::map<std::string, std::int64_t> counts;
    auto count = db.prepare("SELECT count(*) FROM pragma_table_info(?)");
    for (const auto& table : tracked_tables()) {
        count.bind(1, table);
        if (count.step() && count.integer(0) > 0) counts[table] = count.integer(0);
        count.reset();
    }
    return counts;
}

/// A row from before ADD COLUMN does not hold the new column's default, and SQLite 3.40 tells the session
/// that it was NULL: an edit of such a row could not be undone. Written out once, every row holds it.
void write_new_columns(Database& db, const std::map<std::string, std::int64_t>& before) {
    for (const auto& [table, count] : before) {
        auto columns = db.prepare(
            "SELECT name FROM pragma_table_info(?) WHERE cid>=? AND dflt_value IS NOT NULL ORDER BY cid "
            "DESC");
        columns.bind_all(table, count);
        if (!columns.step()) continue;
        const std::string name = sql_name(columns.text(0));
        columns.reset();
        db.run(fmt::format("UPDATE {} SET {}={}", sql_name(table), name, name));
    }
}
}  // namespace

void migrate(Database& db, int srid, int up_to) {
    for (const Migration& step : migrations()) {
        if (step.version > up_to || step.version <= db.integer("PRAGMA user_version")) continue;
        Transaction transaction(db);
        // Another process may have been faster while we waited for the lock.
        if (step.version <= db.integer("PRAGMA user_version")) continue;
        const auto columns = column_counts(db);
        db.run(with_srid(step.sql, srid));
        write_new_columns(db, columns);
        db.run(fmt::format("PRAGMA user_version={}", step.version));
        transaction.commit();
    }
}

}  // namespace liangdi::store
