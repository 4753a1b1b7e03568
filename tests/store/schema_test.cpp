#include <set>

#include "catch.hpp"
#include "store/migrations.hpp"
#include "store/town_shape.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {
/// Kept by the store itself, or by SpatiaLite: never edited, never undone.
const std::set<std::string> untracked = {"history",
                                         "history_part",
                                         "touch",
                                         "desk",
                                         "key_wrap",
                                         "spatial_ref_sys",
                                         "spatial_ref_sys_aux",
                                         "spatialite_history",
                                         "sql_statements_log",
                                         "data_licenses",
                                         "SpatialIndex",
                                         "ElementaryGeometries",
                                         "KNN",
                                         "KNN2"};

bool of_spatialite(const std::string& name) {
    return untracked.contains(name) || name.starts_with("idx_") || name.starts_with("sqlite_") ||
           name.starts_with("geometry_columns") || name.starts_with("views_geometry_columns") ||
           name.starts_with("virts_geometry_columns");
}

std::string create_of(const store::Database& db, const std::string& table) {
    auto find = db.prepare("SELECT sql FROM sqlite_master WHERE type='table' AND name=?");
    find.bind(1, table);
    return find.step() ? std::string(find.text(0)) : std::string();
}
}  // namespace

TEST_CASE("changesets, apply 2: the tracked tables are all tables that hold the town's data") {
    const TownFolder folder;
    const auto db = raw(folder.town());
    std::set<std::string> in_file;
    auto tables = db.prepare("SELECT name FROM sqlite_master WHERE type='table'");
    while (tables.step()) {
        if (const std::string name(tables.text(0)); !of_spatialite(name)) in_file.insert(name);
    }
    const auto& tracked = store::tracked_tables();
    CHECK(in_file == std::set<std::string>(tracked.begin(), tracked.end()));
    CHECK(tracked.size() == in_file.size());  // none twice
    CHECK(store::town_shape(db).size() == tracked.size());
}

TEST_CASE(
    "changesets, trap 2 and schema 1: every tracked table has id INTEGER PRIMARY KEY as its first column") {
    const TownFolder folder;
    const auto db = raw(folder.town());
    for (const auto& table : store::tracked_tables()) {
        INFO(table);
        auto columns = db.prepare("SELECT cid, name, type, pk FROM pragma_table_info(?) WHERE pk>0");
        columns.bind(1, table);
        REQUIRE(columns.step());
        CHECK(columns.integer(0) == 0);
        CHECK(columns.text(1) == "id");
        CHECK(columns.text(2) == "INTEGER");
        CHECK_FALSE(columns.step());  // no second key column
        CHECK(create_of(db, table).find("WITHOUT ROWID") == std::string::npos);
    }
}

TEST_CASE("changesets, trap 1: no tracked table has a generated column") {
    const TownFolder folder;
    const auto db = raw(folder.town());
    for (const auto& table : store::tracked_tables()) {
        INFO(table);
        auto hidden = db.prepare("SELECT name FROM pragma_table_xinfo(?) WHERE hidden<>0");
        hidden.bind(1, table);
        CHECK_FALSE(hidden.step());
    }
}

TEST_CASE("changesets, trap 5 and schema 2: foreign keys are deferred and have no actions") {
    const TownFolder folder;
    const auto db = raw(folder.town());
    int keys = 0;
    for (const auto& table : store::tracked_tables()) {
        INFO(table);
        auto foreign = db.prepare("SELECT \"table\", on_update, on_delete FROM pragma_foreign_key_list(?)");
        foreign.bind(1, table);
        int of_table = 0;
        while (foreign.step()) {
            ++of_table;
            CHECK(foreign.text(1) == "NO ACTION");
            CHECK(foreign.text(2) == "NO ACTION");
            const auto& tracked = store::tracked_tables();
            CHECK(std::find(tracked.begin(), tracked.end(), foreign.text(0)) != tracked.end());
        }
        int deferred = 0;
        const std::string create = create_of(db, table);
        for (auto at = create.find("DEFERRABLE INITIALLY DEFERRED"); at != std::string::npos;
             at = create.find("DEFERRABLE INITIALLY DEFERRED", at + 1))
            ++deferred;
        CHECK(deferred == of_table);
        keys += of_table;
    }
    CHECK(keys > 50);
}

TEST_CASE("changesets, trap 7: no tracked table has a UNIQUE constraint or index") {
    const TownFolder folder;
    const auto db = raw(folder.town());
    for (const auto& table : store::tracked_tables()) {
        INFO(table);
        auto indexes = db.prepare("SELECT name FROM pragma_index_list(?) WHERE \"unique\"<>0");
        indexes.bind(1, table);
        CHECK_FALSE(indexes.step());
    }
}

TEST_CASE("changesets, trap 8: triggers on tracked tables write nothing but R*Trees") {
    const TownFolder folder;
    const auto db = raw(folder.town());
    auto triggers = db.prepare("SELECT name, tbl_name, sql FROM sqlite_master WHERE type='trigger'");
    const auto& tracked = store::tracked_tables();
    int seen = 0;
    while (triggers.step()) {
        if (std::find(tracked.begin(), tracked.end(), triggers.text(1)) == tracked.end()) continue;
        ++seen;
        const std::string sql(triggers.text(2));
        INFO(sql);
        for (const auto& table : tracked) {
            CHECK(sql.find("INSERT INTO \"" + table + "\"") == std::string::npos);
            CHECK(sql.find("UPDATE \"" + table + "\" SET") == std::string::npos);
            CHECK(sql.find("DELETE FROM \"" + table + "\"") == std::string::npos);
        }
    }
    CHECK(seen > 13);
}

TEST_CASE("changesets, schema 3: migrations only append") {
    const TownFolder folder;
    const auto old = raw(folder.town("old.sqlite", 1));
    auto grown = raw(folder.town("grown.sqlite", 1));
    store::migrate(grown, 4544);
    const auto fresh = raw(folder.town("fresh.sqlite"));
    CHECK(grown.integer("PRAGMA user_version") == store::newest_schema_version());
    for (const auto& table : store::tracked_tables()) {
        INFO(table);
        const auto columns_of = [&](const store::Database& db) {
            std::vector<std::string> out;
            auto columns = db.prepare(
                "SELECT name||' '||type||' '||\"notnull\"||' '||coalesce(dflt_value,'')||' '||pk FROM "
                "pragma_table_info(?)");
            columns.bind(1, table);
            while (columns.step()) out.emplace_back(columns.text(0));
            return out;
        };
        const auto before = columns_of(old), after = columns_of(grown);
        CHECK(after == columns_of(fresh));
        REQUIRE(after.size() >= before.size());
        CHECK(std::equal(before.begin(), before.end(), after.begin()));
    }
}

TEST_CASE(
    "writing connections keep foreign keys, recursive triggers and full synchronisation on; reading ones "
    "cannot write") {
    const TownFolder folder;
    const auto file = folder.town();
    const auto db = raw(file);
    CHECK(db.integer("PRAGMA foreign_keys") == 1);
    CHECK(db.integer("PRAGMA recursive_triggers") == 1);
    CHECK(db.integer("PRAGMA synchronous") == 2);
    store::Database reader(file, store::Database::Access::read);
    CHECK(code_of([&] { reader.run("DELETE FROM setting"); }) == "read_only");
}

TEST_CASE("the choices of a column are read from its CHECK, however it is written") {
    const TownFolder folder;
    store::Store store(folder.town());
    const auto choices = [&](const char* table, const char* column) {
        return land::find_table(store.shape(), table)->column(column)->choices;
    };
    using List = std::vector<std::string>;
    CHECK(choices("person", "sex") == List{"male", "female"});
    CHECK(choices("parcel", "kind") == List{"homestead", "woodland", "farmland"});
    CHECK(choices("household", "relocated") == List{"0", "1"});
    CHECK(choices("duty", "role").size() == 10);
    CHECK(choices("duty", "role").back() == "helping_officer");
    CHECK(choices("party", "kind").back() == "cooperative");
    CHECK(choices("parcel", "code").empty());
    CHECK(choices("parcel_right", "share_den").empty());
}
