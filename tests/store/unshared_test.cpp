#include <fmt/format.h>

#include <map>
#include <random>

#include "catch.hpp"
#include "store/code_index.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

std::filesystem::path town_in_the_making(const TownFolder& folder) {
    const auto file = folder / "made.sqlite";
    store::create_town(file, {"made", 4544, "2025-11-25", 0, true});
    return file;
}

/// Streams parcels p-1 … p-n and asks, while the second half of them is given, for parcels by code and by
/// kind. Returns how many of this very stream were found.
int own_rows_seen(store::Store& store, int n, store::Stream stream) {
    const auto town = store.snapshot(true);
    auto source = many_parcels("p", n);
    int asked = 0, seen = 0;
    land::Progress silent;
    store.apply(
        {"a", "import", {}},
        [&]() -> std::optional<land::Change> {
            // The first question comes when rows of this stream are written by now.
            if (asked > n / 2) {
                seen +=
                    static_cast<int>(town->ids_of("parcel", "code", fmt::format("p-{}", asked / 3)).size());
                seen += static_cast<int>(town->ids_of("parcel", "kind", "farmland").size());
            }
            ++asked;
            return source();
        },
        silent, stream);
    return seen;
}

}  // namespace

TEST_CASE("a file in the making: an import reads the town of before while its rows are written") {
    const TownFolder folder;
    store::Store store(town_in_the_making(folder), {{}, true});
    CHECK(own_rows_seen(store, 20000, store::Stream::rows_once) == 0);
    CHECK(store.snapshot()->count("parcel") == 20000);
    CHECK(store.snapshot()->ids_of("parcel", "code", "p-19999").size() == 1);
    // The second edit finds what the first one has written, and its rows once each.
    const auto town = store.snapshot(true);
    auto source = many_parcels("q", 3000);
    int at = 0, found = 0;
    land::Progress silent;
    store.apply(
        {"a", "second", {}},
        [&]() -> std::optional<land::Change> {
            const auto ids = town->ids_of("parcel", "code", fmt::format("p-{}", at++));
            if (!ids.empty() && town->row("parcel", ids.front(), {"kind"})) ++found;
            return source();
        },
        silent, store::Stream::rows_once);
    CHECK(found == 3000);
}

TEST_CASE("on a network share, too, an import does not find the rows that it is writing") {
    const TownFolder folder;
    store::Store store(folder.town(), {store::FileSystem::network});
    CHECK(own_rows_seen(store, 500, store::Stream::rows_once) == 0);
    CHECK(store.snapshot()->count("parcel") == 500);
}

TEST_CASE("a file in the making: what stops half way leaves the rows before it, and the file sound") {
    const TownFolder folder;
    const auto file = town_in_the_making(folder);
    {
        store::Store store(file, {{}, true});
        land::Progress silent;
        store.apply({"a", "first", {}}, many_parcels("p", 3000), silent, store::Stream::rows_once);
        auto source = many_parcels("q", 30000);
        int given = 0;
        // Thrown by the reading thread, while the writer is at work.
        CHECK_THROWS_AS(store.apply(
                            {"a", "second", {}},
                            [&]() -> std::optional<land::Change> {
                                if (++given > 20000) throw Error("not_readable", "the file ends here");
                                return source();
                            },
                            silent, store::Stream::rows_once),
                        Error);
        // Refused by the table itself, in the writer.
        auto good = many_parcels("r", 9000);
        given = 0;
        CHECK_THROWS_AS(
            store.apply(
                {"a", "third", {}},
                [&]() -> std::optional<land::Change> {
                    if (++given == 8000)
                        return land::Insert{"parcel", {}, {{"kind", std::string("no such kind")}}};
                    return good();
                },
                silent, store::Stream::rows_once),
            Error);
        CHECK(store.snapshot()->count("parcel") == 3000);
        undo(store, last_of("a"));
        redo(store, last_of("a"));
    }
    CHECK(folder.names() == std::vector<std::string>{"made.sqlite"});
    CHECK(fault_of(raw(file)).empty());
    CHECK(raw(file).integer("SELECT count(*) FROM parcel") == 3000);
}

TEST_CASE("property: an index of codes finds the rows of a text, and no other") {
    std::mt19937 random(11);
    for (int round = 0; round < 20; ++round) {
        store::CodeIndex index;
        std::map<std::string, std::vector<std::int64_t>> by_hand;
        const int rows = static_cast<int>(random() % 400);
        for (int row = 1; row <= rows; ++row) {
            const std::string text = std::to_string(random() % 150) + (random() % 2 == 0 ? "" : "号");
            index.add(text, row);
            by_hand[text].push_back(row);
        }
        index.sort();
        for (const auto& [text, ids] : by_hand) CHECK(index.rows(text) == ids);
        CHECK(index.rows("151").empty());
        CHECK(index.rows("").empty());
    }
}
