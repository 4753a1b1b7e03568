#include <fmt/format.h>

#include <random>

#include "catch.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

/// Every row of the table with this text, by looking at each.
std::vector<std::int64_t> by_hand(const store::Database& db, const char* sql, const std::string& text) {
    std::vector<std::int64_t> ids;
    auto rows = db.prepare(sql);
    while (rows.step())
        if (!rows.is_null(1) && rows.text(1) == text) ids.push_back(rows.integer(0));
    return ids;
}

}  // namespace

TEST_CASE("property: rows are found by exactly their text, with and without an index in the file") {
    struct Place {
        const char *table, *column, *all;
    };
    // party.code and parcel.code have an index, the others none; household's code is its party's.
    const std::vector<Place> places = {
        {"party", "code", "SELECT id, code FROM party ORDER BY id"},
        {"household", "code", "SELECT h.id, p.code FROM household h JOIN party p ON p.id=h.id ORDER BY h.id"},
        {"parcel", "code", "SELECT id, code FROM parcel ORDER BY id"},
        {"marking", "code", "SELECT id, code FROM marking ORDER BY id"},
        {"marking", "name", "SELECT id, name FROM marking ORDER BY id"},
        {"person", "birth_year", "SELECT id, birth_year FROM person ORDER BY id"}};
    // Few texts, so that codes come several times; some differ only as numbers would not.
    const std::vector<std::string> texts = {"7", "07", "7.0", " 7", "7 ", "a", "A", "县", "县 ", "1988", ""};
    std::mt19937 random(5);
    const auto any = [&] { return texts[random() % texts.size()]; };
    for (int round = 0; round < 5; ++round) {
        const TownFolder folder;
        store::Store store(folder.town());
        land::Edit edit = edit_by("a", "rows", {});
        land::NewIds ids;
        for (int i = 0; i < 60; ++i) {
            const land::Value party = ids.next();
            const bool person = random() % 2 == 0;
            edit.changes.push_back(land::Insert{
                "party", party, {{"kind", std::string(person ? "person" : "household")}, {"code", any()}}});
            edit.changes.push_back(land::Insert{person ? "person" : "household",
                                                party,
                                                {{person ? "birth_year" : "relocated",
                                                  std::int64_t{person ? 1988 - int(random() % 3) : 1}}}});
            edit.changes.push_back(
                land::Insert{"parcel", ids.next(), {{"kind", std::string("woodland")}, {"code", any()}}});
            edit.changes.push_back(new_marking(any(), any(), ids.next()));
        }
        store.apply(edit);
        const auto town = store.snapshot();
        for (const Place& place : places)
            for (const std::string& text : texts) {
                INFO(place.table << "." << place.column << " '" << text << "'");
                CHECK(town->ids_of(place.table, place.column, text) == by_hand(town->db(), place.all, text));
            }
    }
}

TEST_CASE("look-ups belong to the snapshot's moment") {
    const TownFolder folder;
    store::Store store(folder.town());
    store.apply(edit_by("a", "first", {new_marking("first")}));  // WAL begins
    const auto before = store.snapshot();
    CHECK(before->ids_of("parcel", "code", "p").empty());
    store.apply(edit_by("a", "more", {new_parcel("p", {0, 0, 1, 1}), new_marking("m")}));
    CHECK(before->ids_of("parcel", "code", "p").empty());
    CHECK(before->ids_of("marking", "code", "m").empty());
    CHECK(store.snapshot()->ids_of("parcel", "code", "p").size() == 1);
    CHECK(store.snapshot()->ids_of("marking", "code", "m").size() == 1);
}
