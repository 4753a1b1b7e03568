#include <fmt/format.h>

#include "catch.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

struct Town {
    TownFolder folder;
    std::filesystem::path file = folder.town();
    store::Store store{file};

    std::int64_t mark(const std::string& actor, const std::string& name) {
        return store.apply(edit_by(actor, "new " + name, {new_marking("c", name)})).id_base + 1;
    }
    std::int64_t set(const std::string& actor, std::int64_t id, const std::string& column,
                     const std::string& to) {
        land::Value before;
        {
            const auto town = store.snapshot();
            before = town->row("marking", id, {column})->front();
        }
        return store
            .apply(edit_by(actor, actor + " sets " + column,
                           {land::Update{"marking", id, {{column, before, to}}}}))
            .seq;
    }
    std::string get(std::int64_t id, const std::string& column) {
        const auto row = store.snapshot()->row("marking", id, {column});
        return row ? land::to_display(row->front()) : "(gone)";
    }
    /// The undo must be refused, change nothing, and say who did what when and why.
    std::string refusal(const store::ReverseRequest& request, bool redoing = false) {
        const auto before = contents(store.snapshot()->db());
        const auto version = store.data_version();
        std::string message;
        CHECK(code_of([&] { redoing ? redo(store, request) : undo(store, request); }, &message) ==
              "undo_refused");
        CHECK(contents(store.snapshot()->db()) == before);
        CHECK(store.data_version() == version);
        return message;
    }
};

}  // namespace

TEST_CASE(
    "changesets, undo 1: the history is append-only; undo and redo are entries that name what they undo") {
    Town town;
    const auto id = town.mark("甲", "one");
    const auto first = contents(town.store.snapshot()->db());
    town.set("甲", id, "name", "two");
    const auto second = contents(town.store.snapshot()->db());
    const auto rows_of = [&](std::int64_t upto) {
        return town.store.snapshot()->db().text(fmt::format(
            "SELECT group_concat(seq||uid||at||actor||why||kind||sha256) FROM history WHERE seq<={}", upto));
    };
    const auto before = rows_of(2);
    CHECK(undo(town.store, last_of("甲")).roots == std::vector<std::int64_t>{2});
    CHECK(contents(town.store.snapshot()->db()) == first);
    CHECK(redo(town.store, last_of("甲")).roots == std::vector<std::int64_t>{2});
    CHECK(contents(town.store.snapshot()->db()) == second);
    CHECK(rows_of(2) == before);
    const auto entries = store::history_entries(town.store.snapshot()->db(), 10);
    REQUIRE(entries.size() == 4);
    CHECK(entries[1].kind == "undo");
    CHECK(entries[1].undoes == 2);
    CHECK(entries[1].root == 2);
    CHECK(entries[0].kind == "redo");
    CHECK(entries[0].undoes == 3);  // redo inverts what the undo recorded
    CHECK(entries[0].root == 2);
    CHECK(entries[2].in_effect);
    CHECK_THAT(entries[1].why, ContainsSubstring("undo 2"));
}

TEST_CASE(
    "changesets, undo 2: the same field changed since is refused, with who, when and why; another field is "
    "allowed") {
    Town town;
    const auto id = town.mark("甲", "one");
    const auto mine = town.set("甲", id, "name", "mine");
    town.set("乙", id, "colour", "red");
    undo(town.store, entry_of("甲", mine));  // another field: fine
    CHECK(town.get(id, "name") == "one");
    CHECK(town.get(id, "colour") == "red");
    redo(town.store, last_of("甲"));

    const auto theirs = town.set("乙", id, "name", "theirs");
    const auto message = town.refusal(last_of("甲"));
    CHECK_THAT(message, ContainsSubstring("乙") && ContainsSubstring("乙 sets name") &&
                            ContainsSubstring(fmt::format("entry {}", theirs)));
    CHECK_THAT(message, ContainsSubstring(
                            store::history_entry(town.store.snapshot()->db(), theirs)->at.substr(0, 16)));
    CHECK_THAT(message, ContainsSubstring(fmt::format("marking {}", id)));
    // When the other has taken it back, one's own can be undone.
    undo(town.store, last_of("乙"));
    undo(town.store, last_of("甲"));
    CHECK(town.get(id, "name") == "one");
}

TEST_CASE("changesets, undo 2: an insert that was edited later is refused") {
    Town town;
    const auto id = town.mark("甲", "one");
    const auto theirs = town.set("乙", id, "note", "seen");
    CHECK_THAT(town.refusal(last_of("甲")),
               ContainsSubstring("乙 sets note") && ContainsSubstring(fmt::format("entry {}", theirs)));
}

TEST_CASE("changesets, undo 2: a row deleted later is refused, and its deletion can be undone") {
    Town town;
    const auto id = town.mark("甲", "one");
    town.set("甲", id, "name", "two");
    town.store.apply(edit_by("乙", "clean up", {land::Delete{"marking", id, {}}}));
    CHECK_THAT(town.refusal(last_of("甲")), ContainsSubstring("乙") && ContainsSubstring("clean up"));
    undo(town.store, last_of("乙"));
    CHECK(town.get(id, "name") == "two");
}

TEST_CASE("changesets, undo 2 and trap 6: a child row added since is refused, no orphan is left") {
    Town town;
    const auto grid =
        town.store
            .apply(edit_by("甲", "draw grid",
                           {land::Insert{"grid", land::NewId{1}, {{"name", std::string("g")}}}}))
            .id_of({1});
    SECTION("a new child") {
        const auto child = town.store.apply(edit_by(
            "乙", "build",
            {land::Insert{"building", land::NewId{1}, {{"name", std::string("b")}, {"grid", grid}}}}));
        CHECK_THAT(town.refusal(last_of("甲")), ContainsSubstring("乙") && ContainsSubstring("build") &&
                                                    ContainsSubstring(fmt::format("entry {}", child.seq)));
        undo(town.store, last_of("乙"));
    }
    SECTION("an old row that was put under it") {
        // Somebody else made the row; who put it there is to be named.
        const auto building =
            town.store
                .apply(edit_by("丙", "old house",
                               {land::Insert{"building", land::NewId{1}, {{"name", std::string("b")}}}}))
                .id_of({1});
        const auto moved = town.store.apply(
            edit_by("乙", "assign", {land::Update{"building", building, {{"grid", {}, grid}}}}));
        const auto message = town.refusal(last_of("甲"));
        CHECK_THAT(message,
                   ContainsSubstring("assign") && ContainsSubstring(fmt::format("entry {}", moved.seq)));
        undo(town.store, last_of("乙"));
    }
    undo(town.store, last_of("甲"));
    CHECK(town.store.snapshot()->count("grid") == 0);
    CHECK(fault_of(town.store.snapshot()->db()).empty());
}

TEST_CASE(
    "undo 2 for a large edit: asked of the touch index, refused with the list, allowed once that is undone") {
    Town town;
    land::Progress silent;
    const auto done = town.store.apply({"甲", "import", {}}, many_parcels("m", 8000), silent);
    town.store.apply(edit_by("乙", "rename parcel",
                             {land::Update{"parcel", done.id_base + 17, {{"name", {}, std::string("n")}}}}));
    CHECK_THAT(town.refusal(last_of("甲")), ContainsSubstring("乙") && ContainsSubstring("rename parcel"));
    undo(town.store, last_of("乙"));
    town.store.apply(edit_by("乙", "right",
                             {land::Insert{"area_record",
                                           {},
                                           {{"parcel", done.id_base + 9},
                                            {"kind", std::string("actual")},
                                            {"value_hundredths", std::int64_t{5}},
                                            {"unit", std::string("mu")}}}}));
    CHECK_THAT(town.refusal(last_of("甲")), ContainsSubstring("乙") && ContainsSubstring("right"));
    undo(town.store, last_of("乙"));
    undo(town.store, last_of("甲"));
    CHECK(town.store.snapshot()->count("parcel") == 0);
}

TEST_CASE("undo is the caller's own last edit; a new edit ends redo") {
    Town town;
    const auto a = town.mark("甲", "a"), b = town.mark("乙", "b");
    CHECK(undo(town.store, last_of("甲")).roots.front() == 1);
    CHECK(town.get(a, "name") == "(gone)");
    CHECK(town.get(b, "name") == "b");
    std::string message;
    CHECK(code_of([&] { undo(town.store, last_of("甲")); }, &message) == "nothing_to_reverse");
    CHECK_THAT(message, ContainsSubstring("甲"));
    CHECK(code_of([&] { redo(town.store, last_of("乙")); }) == "nothing_to_reverse");
    town.mark("乙", "another's edit does not end redo");
    redo(town.store, last_of("甲"));
    CHECK(town.get(a, "name") == "a");
    undo(town.store, last_of("甲"));
    town.mark("甲", "a new edit does");
    CHECK(code_of([&] { redo(town.store, last_of("甲")); }) == "nothing_to_reverse");
    // By its number everything can still be had.
    redo(town.store, entry_of("甲", 1));
    CHECK(town.get(a, "name") == "a");
    CHECK(code_of([&] { redo(town.store, entry_of("甲", 1)); }) == "nothing_to_reverse");
    CHECK(code_of([&] { undo(town.store, entry_of("甲", 4711)); }) == "no_entry");
}

TEST_CASE("somebody else's redo of one's edit leaves one's other undone edits to redo") {
    Town town;
    const auto a = town.mark("甲", "a"), b = town.mark("甲", "b");
    undo(town.store, last_of("甲"));
    undo(town.store, last_of("甲"));
    redo(town.store, entry_of("乙", 1));
    CHECK(town.get(a, "name") == "a");
    CHECK(redo(town.store, last_of("甲")).roots.front() == 2);
    CHECK(town.get(b, "name") == "b");
}

TEST_CASE("a batch is undone and redone as a whole, across a restart, newest first") {
    TownFolder folder;
    const auto file = folder.town();
    std::map<std::string, std::string> empty, full;
    {
        store::Store store(file);
        empty = contents(store.snapshot()->db());
        auto edit = edit_by("甲", "communities",
                            {land::Insert{"community", land::NewId{1}, {{"name", std::string("c")}}}});
        edit.head.batch = "load 1";
        const auto community = store.apply(edit).id_of({1});
        edit.head.why = "grids";
        edit.changes = {land::Insert{"grid", {}, {{"name", std::string("g")}, {"community", community}}}};
        store.apply(edit);
        edit.head.why = "rename";
        edit.changes = {land::Update{"community", community, {{"name", std::string("c"), std::string("d")}}}};
        store.apply(edit);
        full = contents(store.snapshot()->db());
    }
    auto request = last_of("甲");
    request.batch = true;
    {
        store::Store store(file);
        CHECK(undo(store, request).roots == std::vector<std::int64_t>{3, 2, 1});
        CHECK(contents(store.snapshot()->db()) == empty);
    }
    store::Store store(file);
    CHECK(redo(store, request).roots == std::vector<std::int64_t>{1, 2, 3});
    CHECK(contents(store.snapshot()->db()) == full);
    // One entry that cannot go keeps all of the batch.
    store.apply(edit_by("乙", "rename again",
                        {land::Update{"grid",
                                      store.snapshot()->db().integer("SELECT id FROM grid"),
                                      {{"name", std::string("g"), std::string("h")}}}}));
    const auto now = contents(store.snapshot()->db());
    CHECK(code_of([&] { undo(store, request); }) == "undo_refused");
    CHECK(contents(store.snapshot()->db()) == now);
    CHECK(code_of([&] {
              auto other = last_of("乙");
              other.batch = true;
              undo(store, other);
          }) == "no_batch");
}
