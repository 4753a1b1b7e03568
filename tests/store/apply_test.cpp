#include <fmt/format.h>

#include "catch.hpp"
#include "store/changeset.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {
std::string name_of(store::Store& store, std::int64_t marking) {
    const auto town = store.snapshot();
    return land::to_display(town->row("marking", marking, {"name"})->front());
}
}  // namespace

TEST_CASE(
    "changesets, apply 1: an update states the old value, so that no process overwrites another's edit") {
    const TownFolder folder;
    const auto file = folder.town();
    store::Store here(file), there(file);
    const auto id = here.apply(edit_by("here", "new", {new_marking("1", "old", land::NewId{1})})).id_of({1});
    const auto by = [&](const char* actor, const char* to) {
        return edit_by(actor, "rename",
                       {land::Update{"marking", id, {{"name", std::string("old"), std::string(to)}}}});
    };
    there.apply(by("there", "theirs"));
    std::string message;
    CHECK(code_of([&] { here.apply(by("here", "mine")); }, &message) == "conflict");
    CHECK_THAT(message, Catch::Matchers::ContainsSubstring("name was 'old' and is now 'theirs'"));
    CHECK(name_of(here, id) == "theirs");
    CHECK(here.snapshot()->db().integer("SELECT count(*) FROM history") == 2);

    // Another column of the same row is no conflict.
    here.apply(
        edit_by("here", "colour", {land::Update{"marking", id, {{"colour", {}, std::string("red")}}}}));
    CHECK(name_of(there, id) == "theirs");
    // A row that is gone, and a deletion that states what it deletes.
    CHECK(code_of([&] {
              there.apply(
                  edit_by("there", "out", {land::Delete{"marking", id, {{"name", std::string("old")}}}}));
          }) == "conflict");
    there.apply(edit_by("there", "out", {land::Delete{"marking", id, {{"name", std::string("theirs")}}}}));
    CHECK(code_of([&] { here.apply(by("here", "mine")); }, &message) == "conflict");
    CHECK_THAT(message, Catch::Matchers::ContainsSubstring("deleted"));
}

TEST_CASE("changesets, apply 2: an error in the middle rolls all of the edit back") {
    const TownFolder folder;
    store::Store store(folder.town());
    store.apply(edit_by("a", "first", {new_marking("1")}));
    const auto before = contents(store.snapshot()->db());
    const auto refused = [&](std::vector<land::Change> changes) {
        changes.insert(changes.begin(), new_marking("2"));
        const auto code = code_of([&] { store.apply(edit_by("a", "bad", changes)); });
        CHECK(contents(store.snapshot()->db()) == before);
        CHECK(store.snapshot()->db().integer("SELECT count(*) FROM history") == 1);
        return code;
    };
    CHECK(refused({land::Insert{"marking", {}, {{"code", std::string("3")}}}}) == "constraint");  // no name
    CHECK(refused({land::Insert{"parcel", {}, {{"kind", std::string("lake")}}}}) == "constraint");
    CHECK(refused({land::Insert{"history", {}, {{"why", std::string("x")}}}}) == "bad_edit");
    CHECK(refused({land::Insert{"key_wrap", {}, {{"kind", std::string("recovery")}}}}) == "bad_edit");
    CHECK(refused({land::Insert{"desk", {}, {{"next", std::int64_t{0}}}}}) == "bad_edit");
    CHECK(refused({land::Insert{"marking", {}, {{"nme", std::string("x")}}}}) == "bad_edit");
    CHECK(refused({land::Insert{"marking", std::int64_t{77}, {{"name", std::string("x")}}}}) == "bad_edit");
    CHECK(refused({land::Insert{"marking\" --", {}, {{"name", std::string("x")}}}}) == "bad_edit");
    CHECK(refused({land::Update{"marking", std::int64_t{1}, {{"id", std::int64_t{1}, std::int64_t{2}}}}}) ==
          "bad_edit");
    CHECK(refused({land::Update{"marking", {}, {{"name", std::string("x"), std::string("y")}}}}) ==
          "bad_edit");
}

TEST_CASE("a reference to a row that is not there is refused at the end, in words") {
    const TownFolder folder;
    store::Store store(folder.town());
    std::string message;
    const land::Insert orphan{"grid", {}, {{"name", std::string("g")}, {"community", std::int64_t{4711}}}};
    CHECK(code_of([&] { store.apply(edit_by("a", "orphan", {orphan})); }, &message) == "constraint");
    CHECK_THAT(message,
               Catch::Matchers::ContainsSubstring("grid") && Catch::Matchers::ContainsSubstring("community"));
    // In any order within the edit it is fine: keys are deferred.
    store.apply(
        edit_by("a", "child first",
                {land::Insert{"grid", {}, {{"name", std::string("g")}, {"community", land::NewId{5}}}},
                 land::Insert{"community", land::NewId{5}, {{"name", std::string("c")}}}}));
    const auto town = store.snapshot();
    CHECK(town->count("grid") == 1);
    CHECK(fault_of(town->db()).empty());
}

TEST_CASE("changesets, apply 2: an empty changeset with changed rows is an error") {
    const TownFolder folder;
    store::Store store(folder.town());
    const auto before = contents(store.snapshot()->db());
    // The row comes and goes within one edit: nothing would be recorded, so nothing could be undone.
    CHECK(code_of([&] {
              store.apply(edit_by(
                  "a", "come and go",
                  {new_marking("1", "n", land::NewId{1}), land::Delete{"marking", land::NewId{1}, {}}}));
          }) == "unrecorded");
    CHECK(contents(store.snapshot()->db()) == before);
    // An edit that changes nothing is none.
    CHECK(store.apply(edit_by("a", "nothing", {})).seq == 0);
    CHECK(
        store
            .apply(edit_by(
                "a", "same",
                {land::Update{"setting", std::int64_t{1}, {{"value", std::string("x"), std::string("x")}}}}))
            .seq == 0);
    CHECK(store.snapshot()->db().integer("SELECT count(*) FROM history") == 0);
}

TEST_CASE(
    "changesets, traps 1 and 2: a file whose tables cannot be recorded is refused, not edited in silence") {
    const TownFolder folder;
    const auto make = [&](const char* name, const char* sql) {
        const auto file = folder.town(name);
        auto db = raw(file);
        db.run("PRAGMA foreign_keys=OFF");
        db.run(sql);
        return file;
    };
    const auto edited = [&](const std::filesystem::path& file) {
        return code_of([&] {
            store::Store store(file);
            store.apply(edit_by("a", "mark", {new_marking("1")}));
        });
    };
    const auto no_key = make("nokey.sqlite",
                             "DROP TABLE marking; CREATE TABLE marking (id INTEGER, code TEXT, name TEXT, "
                             "colour TEXT, note TEXT)");
    const auto generated =
        make("generated.sqlite",
             "ALTER TABLE marking ADD COLUMN twice TEXT GENERATED ALWAYS AS (name||name) VIRTUAL");
    const auto other_key = make("other.sqlite",
                                "DROP TABLE marking; CREATE TABLE marking (code TEXT, id INTEGER PRIMARY "
                                "KEY, name TEXT, colour TEXT, note TEXT)");
    const auto missing = make("missing.sqlite", "DROP TABLE marking");
    CHECK(edited(no_key) == "damaged");
    CHECK(edited(generated) == "damaged");
    CHECK(edited(other_key) == "damaged");
    CHECK(edited(missing) == "damaged");
    CHECK(raw(no_key).integer("SELECT count(*) FROM marking") == 0);
    CHECK(edited(make("sound.sqlite", "SELECT 1")) == "no error");
}

TEST_CASE("changesets, schema 1: ids are desk<<40 | counter, distinct, and never given out again") {
    const TownFolder folder;
    const auto file = folder.town();
    std::int64_t last = 0;
    {
        store::Store store(file);
        const auto first = store.apply(edit_by(
            "a", "one", {new_marking("1", "n", land::NewId{1}), new_marking("2", "n", land::NewId{2})}));
        CHECK(first.id_of({1}) >> 40 == 1);
        CHECK(first.id_of({2}) == first.id_of({1}) + 1);
        last = first.id_of({2});
        undo(store, last_of("a"));
    }
    store::Store store(file);
    const auto second = store.apply(edit_by("a", "two", {new_marking("3", "n", land::NewId{1})}));
    CHECK(second.id_of({1}) == last + 1);
    // A refused edit may burn numbers or not, but nobody gets one twice.
    CHECK(code_of([&] {
              store.apply(edit_by("a", "bad", {land::Insert{"marking", land::NewId{1}, {}}}));
          }) == "constraint");
    const auto third = store.apply(edit_by("a", "three", {new_marking("4"), new_marking("5")}));
    CHECK(third.id_base + 1 > second.id_of({1}));
    CHECK(store.snapshot()->db().integer("SELECT count(DISTINCT id) FROM marking") == 3);
}

TEST_CASE("changesets, undo 3: above 1 MB a changeset goes into parts and comes back") {
    const TownFolder folder;
    const auto file = folder.town();
    land::Progress silent;
    constexpr int n = 20000;
    std::map<std::string, std::string> empty, full;
    {
        store::Store store(file);
        empty = contents(store.snapshot()->db());
        const auto done = store.apply({"a", "many", {}}, many_parcels("m", n), silent);
        CHECK(done.changes == n);
        full = contents(store.snapshot()->db());
        const auto entry = store::history_entry(store.snapshot()->db(), done.seq);
        CHECK(entry->size > (1 << 20));
        CHECK(entry->id_last - entry->id_first == n - 1);
    }
    store::Store store(file);
    {
        const auto town = store.snapshot();
        CHECK(town->db().text("SELECT encoding FROM history") == "parts");
        CHECK(town->db().integer("SELECT count(*) FROM history WHERE changeset IS NOT NULL") == 0);
        CHECK(town->db().integer("SELECT count(*) FROM history_part") >= 1);
        std::int64_t rows = 0;
        store::each_change(store::stored_changeset(town->db(), 1), true, [&](const store::ChangeRow& row) {
            ++rows;
            CHECK(row.kind == store::ChangeKind::insert);
            CHECK(row.table == "parcel");
        });
        CHECK(rows == n);
    }
    undo(store, last_of("a"));
    CHECK(contents(store.snapshot()->db()) == empty);
    redo(store, last_of("a"));
    CHECK(contents(store.snapshot()->db()) == full);
    CHECK(fault_of(store.snapshot()->db()).empty());
}

TEST_CASE("an edit that stops half way, by the user or by its source, leaves nothing") {
    const TownFolder folder;
    store::Store store(folder.town());
    const auto before = contents(store.snapshot()->db());
    std::stop_source stop;
    land::Progress progress(stop.get_token());
    auto source = many_parcels("m", 5000);
    const auto stopping = [&, i = 0]() mutable -> std::optional<land::Change> {
        if (++i == 3000) stop.request_stop();
        progress.at("import", i, 0);
        return source();
    };
    CHECK_THROWS_AS(store.apply({"a", "stopped", {}}, stopping, progress), Cancelled);
    const auto failing = [i = 0]() mutable -> std::optional<land::Change> {
        if (++i == 3) throw Error("source", "cannot be read further");
        return new_marking("1");
    };
    land::Progress silent;
    CHECK(code_of([&] { store.apply({"a", "failed", {}}, failing, silent); }) == "source");
    CHECK(contents(store.snapshot()->db()) == before);
    CHECK(store.snapshot()->db().integer(
              "SELECT (SELECT count(*) FROM history)+(SELECT count(*) FROM history_part)") == 0);
    CHECK(fault_of(store.snapshot()->db()).empty());
}

TEST_CASE("changesets, what holds: the SHA-256 chain shows the entry that was tampered with") {
    const TownFolder folder;
    const auto file = folder.town();
    land::Progress silent;
    {
        store::Store store(file);
        for (int i = 1; i <= 3; ++i) store.apply(edit_by("a", "one", {new_marking(fmt::format("{}", i))}));
        store.apply({"a", "many", {}}, many_parcels("m", 9000), silent);
        store.apply(edit_by("a", "six", {new_marking("6")}));
        undo(store, last_of("a"));
        CHECK_FALSE(store::first_broken_entry(store.snapshot()->db()));
    }
    const auto pristine = bytes_of(file);
    const auto broken_after = [&](const char* sql) {
        const auto copy = folder / "tampered.sqlite";
        std::filesystem::remove(copy);
        std::filesystem::copy_file(file, copy);
        auto db = raw(copy);
        db.run(sql);
        return store::first_broken_entry(db).value_or(0);
    };
    CHECK(broken_after("UPDATE history SET sha256=replace(sha256,substr(sha256,1,1),'z') WHERE seq=2") == 2);
    CHECK(broken_after("UPDATE history SET changeset=(SELECT changeset FROM history WHERE seq=1), "
                       "encoding=(SELECT encoding FROM "
                       "history WHERE seq=1) WHERE seq=3") == 3);
    CHECK(broken_after("DELETE FROM history_part WHERE part=0") == 4);
    CHECK(broken_after("UPDATE history_part SET z=zeroblob(100)") == 4);
    CHECK(broken_after("DELETE FROM history WHERE seq=2") == 3);
    CHECK(broken_after("UPDATE history SET encoding='none' WHERE seq=5") == 5);
    CHECK(bytes_of(file) == pristine);
}
