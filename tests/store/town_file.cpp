#include "town_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "store/changeset.hpp"
#include "store/history.hpp"
#include "store/town_shape.hpp"

namespace liangdi::tests {

namespace fs = std::filesystem;

TownFolder::TownFolder() {
    std::string pattern = (fs::temp_directory_path() / "liangdi-town-XXXXXX").string();
    path = mkdtemp(pattern.data());
}
TownFolder::~TownFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
}

fs::path TownFolder::town(const std::string& name, int schema_version) const {
    // Made once a program and version: SpatiaLite's own tables take longest.
    static std::map<int, std::string> made;
    auto& bytes = made[schema_version];
    if (bytes.empty()) {
        const TownFolder maker;
        store::TownSpec spec;
        spec.name = "平远新城";
        spec.reference_date = "2025-11-25";
        spec.schema_version = schema_version;
        store::create_town(maker / "new.sqlite", spec);
        bytes = bytes_of(maker / "new.sqlite");
    }
    std::ofstream(path / name, std::ios::binary) << bytes;
    return path / name;
}

std::vector<std::string> TownFolder::names() const {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(path)) out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
}

store::Database raw(const fs::path& file) {
    return {file, store::Database::Access::write};
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

land::Edit edit_by(const std::string& actor, const std::string& why, std::vector<land::Change> changes) {
    return {{actor, why, {}}, std::move(changes)};
}

land::Insert new_marking(const std::string& code, const std::string& name, land::Value id) {
    return {"marking", std::move(id), {{"code", code}, {"name", name}}};
}

land::Value rectangle_blob(const geo::Box& box) {
    return geo::to_spatialite_blob(geo::MultiPolygon{geo::rectangle(box)}, 4544);
}

land::Insert new_parcel(const std::string& code, const geo::Box& box, land::Value id) {
    return {"parcel",
            std::move(id),
            {{"kind", std::string("farmland")}, {"code", code}, {"geometry", rectangle_blob(box)}}};
}

land::ChangeSource many_parcels(const std::string& prefix, int n) {
    return [prefix, n, i = 0]() mutable -> std::optional<land::Change> {
        if (i == n) return {};
        const double x = 576000.1 + 12.3 * (i % 100), y = 2950000.7 + 9.7 * static_cast<int>(i / 100);
        ++i;
        return new_parcel(fmt::format("{}-{}", prefix, i), {x, y, x + 10, y + 8}, land::NewId{i});
    };
}

store::ReverseRequest last_of(const std::string& actor) {
    store::ReverseRequest request;
    request.head.actor = actor;
    return request;
}
store::ReverseRequest entry_of(const std::string& actor, std::int64_t entry) {
    auto request = last_of(actor);
    request.entry = entry;
    return request;
}
store::Reversed undo(store::Store& store, const store::ReverseRequest& request) {
    land::Progress silent;
    return store.undo(request, silent);
}
store::Reversed redo(store::Store& store, const store::ReverseRequest& request) {
    land::Progress silent;
    return store.redo(request, silent);
}

std::int64_t apply_as_it_is(store::Database& db, const land::Edit& edit) {
    store::Transaction transaction(db);
    const auto seq = store::next_seq(db);
    const std::int64_t desk = db.integer("SELECT id FROM desk") << 40;
    const std::int64_t base = desk | db.integer("SELECT next FROM desk");
    std::int64_t highest = base;
    store::ChangesetStorage storage(db, seq, store::last_sha256(db));
    {
        const store::Recorder recorder(db);
        for (const auto& change : edit.changes) {
            if (const auto* insert = std::get_if<land::Insert>(&change)) {
                std::string names = "id", marks = "?";
                for (const auto& cell : insert->cells) names += "," + cell.column, marks += ",?";
                auto sql =
                    db.prepare(fmt::format("INSERT INTO {} ({}) VALUES ({})", insert->table, names, marks));
                const auto* fresh = std::get_if<land::NewId>(&insert->id);
                const std::int64_t id = fresh ? base + fresh->n : highest + 1;
                highest = std::max(highest, id);
                sql.bind(1, id);
                int index = 1;
                for (const auto& cell : insert->cells) sql.bind(++index, cell.value);
                sql.run();
            } else if (const auto* update = std::get_if<land::Update>(&change)) {
                const auto& cell = update->cells.at(0);
                auto sql =
                    db.prepare(fmt::format("UPDATE {} SET {}=? WHERE id=?", update->table, cell.column));
                sql.bind(1, cell.after).bind(2, update->id);
                sql.run();
                db.run(fmt::format("INSERT INTO touch VALUES ('{}',{},{})", update->table,
                                   std::get<std::int64_t>(update->id), seq));
            } else {
                const auto& gone = std::get<land::Delete>(change);
                db.run(fmt::format("DELETE FROM {0} WHERE id={1}; INSERT INTO touch VALUES ('{0}',{1},{2})",
                                   gone.table, std::get<std::int64_t>(gone.id), seq));
            }
        }
        recorder.each_piece([&](geo::ByteView piece) { storage.take(piece); });
    }
    store::NewEntry entry;
    entry.head = edit.head;
    entry.changes = static_cast<std::int64_t>(edit.changes.size());
    if (highest > base) {
        entry.id_first = base + 1;
        entry.id_last = highest;
        db.run(fmt::format("UPDATE desk SET next={}", highest - desk));
    }
    store::append_entry(db, seq, entry, storage.finish());
    transaction.commit();
    return seq;
}

std::map<std::string, std::string> contents(const store::Database& db) {
    std::map<std::string, std::string> out;
    for (const auto& table : store::tracked_tables()) {
        std::uint64_t hash = 14695981039346656037u;  // FNV-1a
        std::int64_t n = 0;
        const auto add = [&](const void* data, std::size_t size) {
            for (std::size_t i = 0; i < size; ++i)
                hash = (hash ^ static_cast<const unsigned char*>(data)[i]) * 1099511628211u;
        };
        auto rows = db.prepare(fmt::format("SELECT * FROM {} ORDER BY id", store::sql_name(table)));
        while (rows.step()) {
            ++n;
            for (int c = 0; c < rows.column_count(); ++c) {
                const auto bytes = rows.blob(c);  // of a number: its text
                const char type = rows.is_null(c) ? 'n' : 'v';
                const auto size = bytes.size();
                add(&type, 1);
                add(&size, sizeof size);
                add(bytes.data(), size);
            }
        }
        out[table] = fmt::format("{} rows, {:016x}", n, hash);
    }
    return out;
}

std::string fault_of_indexes(const store::Database& db) {
    auto layers = db.prepare("SELECT f_table_name FROM geometry_columns WHERE spatial_index_enabled=1");
    while (layers.step()) {
        const std::string table(layers.text(0)), index = fmt::format("idx_{}_geometry", table);
        if (const auto said = db.text(fmt::format("SELECT rtreecheck('{}')", index)); said != "ok")
            return index + ": " + said;
        const auto entries = db.integer("SELECT count(*) FROM " + store::sql_name(index));
        const auto geometries =
            db.integer(fmt::format("SELECT count(*) FROM \"{}\" WHERE geometry IS NOT NULL", table));
        if (entries != geometries)
            return fmt::format("{}: {} entries for {} geometries", index, entries, geometries);
        auto pairs =
            db.prepare(fmt::format("SELECT t.id, t.geometry, i.xmin, i.ymin, i.xmax, i.ymax FROM \"{}\" t "
                                   "JOIN {} i ON i.pkid=t.id WHERE t.geometry IS NOT NULL",
                                   table, store::sql_name(index)));
        std::int64_t joined = 0;
        while (pairs.step()) {
            ++joined;
            const auto box = geo::box_of_spatialite_blob(pairs.blob(1));
            const geo::Box entry{pairs.real(2), pairs.real(3), pairs.real(4), pairs.real(5)};
            if (!box || !entry.contains(*box))
                return fmt::format("{}: the box of row {} is not inside its entry", index, pairs.integer(0));
        }
        if (joined != geometries)
            return fmt::format("{}: {} of {} geometries have an entry", index, joined, geometries);
    }
    return {};
}

std::string fault_of(const store::Database& db) {
    if (const auto said = db.text("PRAGMA integrity_check"); said != "ok") return "integrity_check: " + said;
    if (const auto table = db.text("PRAGMA foreign_key_check"); !table.empty())
        return "foreign_key_check: " + table;
    if (auto fault = fault_of_indexes(db); !fault.empty()) return fault;
    if (const auto broken = store::first_broken_entry(db))
        return fmt::format("entry {} of the history does not fit", *broken);
    return {};
}

}  // namespace liangdi::tests
