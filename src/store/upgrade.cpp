#include "store/upgrade.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>

#include "geo/error.hpp"
#include "store/migrations.hpp"

namespace liangdi::store {

namespace {

/// SQLite's own copy takes the -wal in as well.
void copy_database(const Database& from, const std::filesystem::path& to) {
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open(to.c_str(), &raw);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> target(raw, sqlite3_close);
    if (opened != SQLITE_OK) throw_sqlite(raw, opened, "copy before the upgrade");
    auto* backup = sqlite3_backup_init(raw, "main", from.handle(), "main");
    if (!backup) throw_sqlite(raw, sqlite3_errcode(raw), "copy before the upgrade");
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK)
        throw_sqlite(raw, finished, "copy before the upgrade");
}

std::filesystem::path free_name(const std::filesystem::path& file, std::int64_t version) {
    for (int n = 1;; ++n) {
        auto name =
            file.parent_path() / fmt::format("{} (schema {}{}){}", file.stem().string(), version,
                                             n > 1 ? fmt::format(", {}", n) : "", file.extension().string());
        if (!std::filesystem::exists(name)) return name;
    }
}

}  // namespace

std::string upgrade_if_older(const std::filesystem::path& file) {
    std::int64_t version = 0, srid = 0;
    {
        const Database db(file, Database::Access::read);
        if (db.integer("PRAGMA application_id") != town_application_id) {
            throw Error("not_a_town",
                        "this is no Liangdi town file. Import it into one: liangdi import TOWN " +
                            file.filename().string(),
                        file.string());
        }
        version = db.integer("PRAGMA user_version");
        if (version > newest_schema_version()) {
            throw Error("newer_file",
                        fmt::format("the file was written by a newer Liangdi (schema {}, this one knows {}); "
                                    "it was left untouched. Install the newer version",
                                    version, newest_schema_version()),
                        file.string());
        }
        if (version == newest_schema_version()) return {};
        srid = db.integer("SELECT srid FROM geometry_columns WHERE f_table_name='parcel'");
    }
    Database db(file, Database::Access::write);
    const auto copy = free_name(file, version);
    // Under its name only when it is whole: a kill must not leave half a copy that looks like one.
    const std::filesystem::path partial = copy.string() + ".partial";
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    copy_database(db, partial);
    std::filesystem::rename(partial, copy);
    migrate(db, static_cast<int>(srid));
    return copy.string();
}

}  // namespace liangdi::store
