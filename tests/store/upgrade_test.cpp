#include <fstream>

#include "catch.hpp"
#include "store/migrations.hpp"
#include "store/reversal.hpp"
#include "store/town_shape.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A version 1 file with a past: 1 insert, 2 update, 3 more parcels than fit into one row of the history, 4
/// insert.
std::filesystem::path old_town(const TownFolder& folder) {
    const auto file = folder.town("old.sqlite", 1);
    auto db = raw(file);
    apply_as_it_is(db, edit_by("甲", "first parcel",
                               {new_parcel("1", {576000, 2950000, 576010, 2950010}, land::NewId{1})}));
    const auto id = db.integer("SELECT id FROM parcel");
    apply_as_it_is(db,
                   edit_by("甲", "name it", {land::Update{"parcel", id, {{"name", {}, std::string("n")}}}}));
    land::Edit many = edit_by("甲", "many", {});
    auto source = many_parcels("m", 6000);
    while (auto change = source()) many.changes.push_back(std::move(*change));
    apply_as_it_is(db, many);
    apply_as_it_is(db, edit_by("乙", "one more", {new_parcel("2", {576100, 2950000, 576110, 2950010})}));
    return file;
}

std::map<std::string, std::int64_t> counts(store::Store& store) {
    const auto town = store.snapshot();
    return {{"parcels", town->count("parcel")},
            {"named", town->db().integer("SELECT count(*) FROM parcel WHERE name IS NOT NULL")}};
}

}  // namespace

TEST_CASE(
    "a version 1 file is upgraded, a copy of it kept, and its history undoes and redoes on the newest "
    "schema") {
    const TownFolder folder;
    const auto file = old_town(folder);
    const auto old_bytes = bytes_of(file);
    {
        store::Store store(file);
        CHECK(store.snapshot()->db().integer("PRAGMA user_version") == store::newest_schema_version());
        REQUIRE_FALSE(store.upgraded_copy().empty());
        CHECK(folder.names() == std::vector<std::string>{"old (schema 1).sqlite", "old.sqlite"});
        CHECK(fault_of(store.snapshot()->db()).empty());
    }
    const auto copy = raw(folder / "old (schema 1).sqlite");
    CHECK(copy.integer("PRAGMA user_version") == 1);
    CHECK(copy.integer("SELECT count(*) FROM parcel") == 6002);
    CHECK(fault_of(copy).empty());

    store::Store store(file);  // opened again: no second upgrade
    CHECK(store.upgraded_copy().empty());
    const auto all = contents(store.snapshot()->db());
    undo(store, last_of("乙"));
    undo(store, last_of("甲"));
    CHECK(counts(store) == std::map<std::string, std::int64_t>{{"parcels", 1}, {"named", 1}});
    undo(store, last_of("甲"));
    CHECK(counts(store) == std::map<std::string, std::int64_t>{{"parcels", 1}, {"named", 0}});
    undo(store, last_of("甲"));
    CHECK(counts(store)["parcels"] == 0);
    CHECK(fault_of(store.snapshot()->db()).empty());
    for (int i = 0; i < 3; ++i) redo(store, last_of("甲"));
    redo(store, last_of("乙"));
    CHECK(contents(store.snapshot()->db()) == all);
    CHECK(fault_of(store.snapshot()->db()).empty());
    CHECK(old_bytes != bytes_of(file));
}

TEST_CASE("changesets, trap 4: undoing an old insert whose new column was filled since is refused in words") {
    const TownFolder folder;
    const auto file = old_town(folder);
    store::Store store(file);
    const auto id = store.snapshot()->db().integer("SELECT id FROM parcel WHERE code='2'");
    const auto fill = [&](std::int64_t from, std::int64_t to) {
        store.apply(
            edit_by("丙", "provisional", {land::Update{"parcel", id, {{"code_provisional", from, to}}}}));
    };
    fill(0, 1);
    const auto before = contents(store.snapshot()->db());
    std::string message;
    CHECK(code_of([&] { undo(store, last_of("乙")); }, &message) == "undo_refused");
    CHECK_THAT(message, ContainsSubstring("code_provisional"));
    CHECK(contents(store.snapshot()->db()) == before);
    fill(1, 0);  // back at the default: nothing would be lost
    undo(store, last_of("乙"));
    CHECK(store.snapshot()->db().integer("SELECT count(*) FROM parcel WHERE code='2'") == 0);
}

TEST_CASE(
    "changesets, trap 4, the other way: redoing an old deletion whose row has got a new column's value is "
    "refused") {
    const TownFolder folder;
    const auto file = folder.town("old.sqlite", 1);
    std::int64_t id = 0;
    {
        auto db = raw(file);
        apply_as_it_is(
            db, edit_by("乙", "new", {new_parcel("1", {576000, 2950000, 576010, 2950010}, land::NewId{1})}));
        id = db.integer("SELECT id FROM parcel");
        apply_as_it_is(db, edit_by("甲", "delete", {land::Delete{"parcel", id, {}}}));
        // Undone while the schema was old: the undo recorded an insert without the new column.
        land::Progress silent;
        store::Transaction transaction(db);
        store::reverse_chain(db, store::town_shape(db), 2, {"甲", "undo", {}}, silent);
        transaction.commit();
    }
    store::Store store(file);
    store.apply(
        edit_by("丙", "provisional",
                {land::Update{"parcel", id, {{"code_provisional", std::int64_t{0}, std::int64_t{1}}}}}));
    std::string message;
    CHECK(code_of([&] { redo(store, last_of("甲")); }, &message) == "undo_refused");
    CHECK_THAT(message, ContainsSubstring("code_provisional"));
    undo(store, last_of("丙"));
    redo(store, last_of("甲"));
    CHECK(store.snapshot()->count("parcel") == 0);
}

TEST_CASE("changesets, trap 3: a schema mismatch is refused before and found after, never a silent nothing") {
    const TownFolder folder;
    const auto file = folder.town();
    {
        store::Store store(file);
        store.apply(edit_by("甲", "new", {new_marking("1")}));
    }
    SECTION("the file's table has fewer columns than the entry") {
        raw(file).run("ALTER TABLE marking DROP COLUMN note");
        store::Store store(file);
        const auto before = contents(store.snapshot()->db());
        std::string message;
        CHECK(code_of([&] { undo(store, last_of("甲")); }, &message) == "schema_mismatch");
        CHECK_THAT(message, ContainsSubstring("marking"));
        CHECK(contents(store.snapshot()->db()) == before);
    }
    SECTION("the entry's rows are not there to be counted") {
        auto db = raw(file);
        db.run("DELETE FROM marking");
        store::Store store(file);
        CHECK(code_of([&] { undo(store, last_of("甲")); }) == "undo_refused");
        CHECK(store.data_version() == 1);
    }
}

TEST_CASE("newer, foreign, damaged, empty and missing files are refused with a word for each") {
    const TownFolder folder;
    const auto opened = [](const std::filesystem::path& file, std::string* message = nullptr) {
        return code_of([&] { const store::Store store(file); }, message);
    };
    const auto file = folder.town();
    raw(file).run("PRAGMA user_version=99");
    const auto bytes = bytes_of(file);
    std::string message;
    CHECK(opened(file, &message) == "newer_file");
    CHECK_THAT(message, ContainsSubstring("99") && ContainsSubstring(file.string()));
    CHECK(bytes_of(file) == bytes);

    CHECK(opened(folder / "none.sqlite") == "not_found");
    CHECK_FALSE(std::filesystem::exists(folder / "none.sqlite"));
    raw(folder / "other.sqlite").run("CREATE TABLE t (a)");
    CHECK(opened(folder / "other.sqlite") == "not_a_town");
    std::ofstream(folder / "empty.sqlite");
    CHECK(opened(folder / "empty.sqlite") == "not_a_town");
    std::ofstream(folder / "text.sqlite") << std::string(5000, 'x');
    CHECK(opened(folder / "text.sqlite") == "damaged");
    CHECK(opened(folder.path) == "not_found");
    // Cut in the middle, and with its schema overwritten.
    const auto whole = bytes_of(folder.town("whole.sqlite"));
    std::ofstream(folder / "cut.sqlite", std::ios::binary) << whole.substr(0, 9000);
    CHECK(opened(folder / "cut.sqlite") == "damaged");
    auto scratched = whole;
    scratched.replace(100, 3000, 3000, '\xff');
    std::ofstream(folder / "scratched.sqlite", std::ios::binary) << scratched;
    CHECK(opened(folder / "scratched.sqlite") == "damaged");
}

TEST_CASE("a file that a newer program upgrades while it is open is not written to any more") {
    const TownFolder folder;
    const auto file = folder.town();
    store::Store store(file);
    store.apply(edit_by("a", "one", {new_marking("1")}));
    raw(file).run("PRAGMA user_version=99");
    CHECK(code_of([&] { store.apply(edit_by("a", "two", {new_marking("2")})); }) == "newer_file");
    CHECK(code_of([&] { undo(store, last_of("a")); }) == "newer_file");
    CHECK(store.snapshot()->count("marking") == 1);
}

TEST_CASE("creating a town never replaces a file and leaves nothing when it fails") {
    const TownFolder folder;
    const auto file = folder.town();
    const auto bytes = bytes_of(file);
    CHECK(code_of([&] { store::create_town(file, {"x", 4544, "", 0}); }) == "exists");
    CHECK(bytes_of(file) == bytes);
    CHECK(code_of([&] { store::create_town(folder / "a.sqlite", {"x", 4490, "", 0}); }) == "bad_crs");
    CHECK(code_of([&] {
              store::create_town(folder / "b.sqlite", {"x", 4544, "", 0}, "short");
          }) == "weak_passphrase");
    CHECK(code_of([&] {
              store::create_town(folder / "no" / "c.sqlite", {"x", 4544, "", 0});
          }) == "not_found");
    CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
}

TEST_CASE(
    "a row from before ADD COLUMN that is edited or deleted on the newest schema can be undone and redone") {
    // SQLite 3.40 tells a session NULL for a default that the row itself does not hold yet.
    const TownFolder folder;
    store::Store store(old_town(folder));
    const auto before = contents(store.snapshot()->db());
    const auto id = store.snapshot()->db().integer("SELECT id FROM parcel WHERE code='1'");
    store.apply(edit_by("丙", "grade", {land::Update{"parcel", id, {{"grade", {}, std::string("3")}}}}));
    const auto graded = contents(store.snapshot()->db());
    undo(store, last_of("丙"));
    CHECK(contents(store.snapshot()->db()) == before);
    redo(store, last_of("丙"));
    CHECK(contents(store.snapshot()->db()) == graded);
    store.apply(edit_by("丙", "delete", {land::Delete{"parcel", id, {}}}));
    undo(store, last_of("丙"));
    CHECK(contents(store.snapshot()->db()) == graded);
    CHECK(fault_of(store.snapshot()->db()).empty());
}
