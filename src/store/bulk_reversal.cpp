#include "store/bulk_reversal.hpp"

#include <fmt/format.h>
#include "geo/error.hpp"
#include "store/bulk_insert.hpp"
#include "store/refusal.hpp"

namespace liangdi::store {

namespace {

/// Whether a row anywhere points to one of these ids of the table.
bool is_pointed_to(const Database& db, const land::TownShape& shape, const std::string& table,
                   std::int64_t first, std::int64_t last) {
    const auto any = [&](const std::string& child, const std::string& column) {
        auto find = db.prepare(fmt::format("SELECT 1 FROM {} WHERE {} BETWEEN ? AND ? LIMIT 1",
                                           sql_name(child), sql_name(column)));
        find.bind_all(first, last);
        return find.step();
    };
    for (const auto& child : shape)
        for (const auto& column : child.columns)  // the id too, of a table that extends another
            if (column.references == table && any(child.name, column.name)) return true;
    return false;
}

std::vector<std::string> columns_of(const Database& db, const std::string& table) {
    std::vector<std::string> names;
    auto info = db.prepare("SELECT name FROM pragma_table_info(?) ORDER BY cid");
    info.bind(1, table);
    while (info.step()) names.emplace_back(info.text(0));
    return names;
}

}  // namespace

Extent extent_of(const Database& db, const HistoryEntry& entry) {
    Extent extent;
    bool mixed = false;
    each_change(stored_changeset(db, entry.seq), false, [&](const ChangeRow& row) {
        auto& rows = extent.tables[row.table];
        rows.columns = row.columns;
        ++rows.count;
        ++extent.changes;
        mixed = mixed || extent.only.value_or(row.kind) != row.kind;
        extent.only = row.kind;
    });
    if (mixed) extent.only.reset();
    return extent;
}

void delete_rows(Database& db, const land::TownShape& shape, const HistoryEntry& origin,
                 const HistoryEntry& entry, const Extent& extent, land::Progress& progress) {
    std::int64_t done = 0;
    const ChecksOff checks_off(db);
    for (const auto& [table, rows] : extent.tables) {
        progress.at("undo", done, extent.changes);
        const auto* known = land::find_table(shape, table);
        if (known && known->geometry != geo::GeometryKind::none) {
            remove_from_rtree(db, table, origin.id_first, origin.id_last);
        }
        // Ids are never reused: in this block of ids lie this edit's rows and no others.
        auto remove = db.prepare(fmt::format("DELETE FROM {} WHERE id BETWEEN ? AND ?", sql_name(table)));
        remove.bind_all(origin.id_first, origin.id_last);
        remove.run();
        if (db.changes() != rows.count) {
            throw Error(
                "undo_shortfall",
                fmt::format("{} of the {} rows that entry {} added to '{}' are there; nothing was changed",
                            db.changes(), rows.count, origin.seq, table));
        }
        done += rows.count;
    }
    for (const auto& [table, rows] : extent.tables)
        if (is_pointed_to(db, shape, table, origin.id_first, origin.id_last))
            refuse(entry, reasons_of(db, entry, {{"children", {}, 0}}));
}

void restore_rows(Database& db, const land::TownShape& shape, const HistoryEntry& origin,
                  land::Progress& progress) {
    IdBlock unused(0);
    BulkInsert bulk(db, shape, unused, [](geo::Bytes&& block) { return std::move(block); });
    constexpr std::size_t rows_a_block = 256;
    RowBlock block;
    std::map<std::string, std::vector<std::string>> columns;
    land::Insert insert;
    std::int64_t done = 0;
    each_change(stored_changeset(db, origin.seq), true, [&](const ChangeRow& row) {
        if (done % 4096 == 0) progress.at("redo", done, origin.changes);
        ++done;
        auto& names = columns[row.table];
        if (names.empty()) names = columns_of(db, row.table);
        insert.table = row.table;
        insert.id = row.id;
        insert.cells.resize(row.after.size() - 1);
        for (std::size_t c = 1; c < row.after.size(); ++c) insert.cells[c - 1] = {names[c], row.after[c]};
        bulk.encoder().add_again(insert, block);
        if (block.rows.size() < rows_a_block) return;
        bulk.write(block);
        block.rows.clear();
        block.bytes.clear();
    });
    bulk.write(block);
    if (!bulk.finish()) refuse(origin, reasons_of(db, origin, {{"children", {}, 0}}));
}

StoredChangeset kept_by_root(Database& db, bool inverse) {
    StoredChangeset kept = ChangesetStorage(db, 0, last_sha256(db)).finish();
    kept.encoding = inverse ? "inverse" : "root";
    return kept;
}

}  // namespace liangdi::store
