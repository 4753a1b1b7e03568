#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <set>
#include <sstream>
#include <thread>

#include "catch.hpp"
#include "child.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

TEST_CASE(
    "changesets, apply 2: a second writer gets a clear error, keeps its edit, and can apply it afterwards") {
    const TownFolder folder;
    const auto file = folder.town();
    store::Store store(file);
    store.apply(edit_by("a", "one", {new_marking("1")}));
    const auto edit = edit_by("a", "kept", {new_marking("2", "mine")});
    {
        auto other = raw(file);
        const store::Transaction held(other);
        std::string message;
        CHECK(code_of([&] { store.apply(edit); }, &message) == "busy");
        CHECK_THAT(message, ContainsSubstring("another program") && ContainsSubstring(file.string()));
        CHECK(store.snapshot()->count("marking") == 1);  // reading goes on
    }
    CHECK(store.apply(edit).seq == 2);
    CHECK(store.snapshot()->count("marking") == 2);
}

TEST_CASE(
    "the first edit of a program meets a writer without WAL: busy in words, and afterwards it goes through") {
    const TownFolder folder;
    const auto file = folder.town();
    store::Store store(file);
    const auto edit = edit_by("a", "kept", {new_marking("1")});
    {
        auto other = raw(file);
        const store::Transaction held(other);
        CHECK(code_of([&] { store.apply(edit); }) == "busy");
    }
    store.apply(edit);
    CHECK(store.snapshot()->count("marking") == 1);
}

TEST_CASE("many threads read, each one consistent moment, while edits are written") {
    const TownFolder folder;
    store::Store store(folder.town());
    // Invariant of every moment: all rows bear the same note, and there are as many as the note says.
    const auto id =
        store
            .apply(edit_by(
                "a", "one",
                {land::Insert{
                    "marking",
                    land::NewId{1},
                    {{"code", std::string("1")}, {"name", std::string("n")}, {"note", std::string("1")}}}}))
            .id_of({1});
    std::vector<std::int64_t> ids = {id};
    std::atomic<bool> stop = false;
    std::atomic<int> seen = 0, torn = 0;
    const auto read = [&] {
        while (!stop) {
            const auto town = store.snapshot();
            const auto n = town->count("marking");
            const auto same =
                town->db().integer(fmt::format("SELECT count(*) FROM marking WHERE note='{}'", n));
            const auto again = town->count("marking");
            if (same != n || again != n) ++torn;
            ++seen;
        }
    };
    std::thread first(read), second(read);
    for (int i = 2; i <= 60; ++i) {
        land::Edit edit = edit_by("a", "grow", {});
        for (const auto old : ids)
            edit.changes.push_back(
                land::Update{"marking", old, {{"note", std::to_string(i - 1), std::to_string(i)}}});
        edit.changes.push_back(land::Insert{
            "marking",
            land::NewId{1},
            {{"code", std::string("1")}, {"name", std::string("n")}, {"note", std::to_string(i)}}});
        ids.push_back(store.apply(edit).id_of({1}));
        if (i % 10 == 0) {
            undo(store, last_of("a"));
            redo(store, last_of("a"));
        }
    }
    while (seen < 20) std::this_thread::yield();
    stop = true;
    first.join();
    second.join();
    CHECK(torn == 0);
    CHECK(store.snapshot()->count("marking") == 60);
}

TEST_CASE("a snapshot stays at its moment while others write, and a new one sees them") {
    const TownFolder folder;
    const auto file = folder.town();
    store::Store writer(file), reader(file);
    writer.apply(edit_by("a", "one", {new_marking("1")}));
    const auto early = reader.snapshot();
    CHECK(early->count("marking") == 1);
    const auto version = reader.data_version();
    writer.apply(edit_by("a", "two", {new_marking("2")}));
    CHECK(early->count("marking") == 1);
    CHECK(reader.snapshot()->count("marking") == 2);
    CHECK(reader.data_version() > version);
}

TEST_CASE("two processes on one file: nothing is lost, ids are distinct, the chain is whole") {
    const TownFolder folder;
    const auto file = folder.town();
    std::int64_t counter = 0;
    {
        store::Store store(file);
        counter = store
                      .apply(edit_by(
                          "parent", "counter",
                          {land::Insert{"setting",
                                        land::NewId{1},
                                        {{"name", std::string("counter")}, {"value", std::string("0")}}}}))
                      .id_of({1});
    }
    constexpr int rounds = 60;
    Child one({"count", file.string(), std::to_string(counter), std::to_string(rounds), "甲"});
    Child two({"count", file.string(), std::to_string(counter), std::to_string(rounds), "乙"});
    std::set<std::int64_t> seqs, ids;
    int acknowledged = 0;
    for (Child* child : {&one, &two}) {
        while (const auto line = child->line()) {
            std::istringstream words(*line);
            std::string what;
            std::int64_t seq = 0, id = 0;
            words >> what >> seq >> id;
            REQUIRE(what == "ok");
            CHECK(seqs.insert(seq).second);
            CHECK(ids.insert(id).second);
            ++acknowledged;
        }
        CHECK(child->wait() == 0);
    }
    CHECK(acknowledged == 2 * rounds);
    CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
    store::Store store(file);
    const auto town = store.snapshot();
    CHECK(town->setting("counter") == std::to_string(2 * rounds));  // no lost update
    CHECK(town->count("marking") == 2 * rounds);
    for (const auto id : ids) CHECK(town->row("marking", id, {"code"}).has_value());
    for (const auto seq : seqs) CHECK(store::history_entry(town->db(), seq).has_value());
    CHECK(town->db().integer("SELECT count(*) FROM history") == 2 * rounds + 1);
    CHECK(town->db().integer("SELECT count(DISTINCT actor) FROM history") == 3);
    CHECK(fault_of(town->db()).empty());
}
