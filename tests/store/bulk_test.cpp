#include <algorithm>
#include <random>

#include "catch.hpp"
#include "geo/error.hpp"
#include "store/changeset.hpp"
#include "store/store.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

// The fast path of an import must leave the very town, the very changeset and the very undo that the ordinary
// path leaves; these tests hold one against the other.

namespace {

/// Parcels with all kinds of cells, NULLs and texts, with area records under them; sometimes without
/// geometry.
land::Edit random_rows(std::uint64_t seed, int n) {
    std::mt19937_64 random(seed);
    const auto pick = [&](std::uint64_t below) { return random() % below; };
    land::NewIds ids;
    land::Edit edit{{"bulk", "rows", {}}, {}};
    const auto village = ids.next();
    edit.changes.push_back(land::Insert{"village", village, {{"code", std::string("52052410100101")}}});
    for (int i = 0; i < n; ++i) {
        const auto parcel = ids.next();
        land::Insert row{"parcel", parcel, {{"kind", std::string(pick(2) ? "farmland" : "woodland")}}};
        if (pick(3)) row.cells.push_back({"code", "地块" + std::to_string(random())});
        if (pick(2)) row.cells.push_back({"village", village});
        if (pick(4)) {
            const double x = 560000 + static_cast<double>(pick(4'000'000)) / 100;
            const double y = 2930000 + static_cast<double>(pick(4'000'000)) / 100;
            const double size = 1 + static_cast<double>(pick(10000)) / 100;
            row.cells.push_back(
                {"geometry", geo::to_spatialite_blob(
                                 geo::MultiPolygon{geo::rectangle({x, y, x + size, y + size})}, 4544)});
        }
        edit.changes.push_back(std::move(row));
        if (pick(2)) {
            edit.changes.push_back(land::Insert{"area_record",
                                                {},
                                                {{"parcel", parcel},
                                                 {"kind", std::string("registered")},
                                                 {"value_hundredths", std::int64_t(pick(1'000'000'000'000))},
                                                 {"unit", std::string("mu")}}});
        }
        if (pick(10) == 0) {
            edit.changes.push_back(
                land::Insert{"street", {}, {{"name", std::string()}, {"width_m", std::int64_t{7}}}});
        }
    }
    return edit;
}

std::vector<std::string> changeset_lines(store::Store& town, std::int64_t seq) {
    std::vector<std::string> lines;
    const auto snapshot = town.snapshot();
    store::each_change(store::stored_changeset(snapshot->db(), seq), true, [&](const store::ChangeRow& row) {
        std::string line = row.table + " " + std::to_string(static_cast<int>(row.kind));
        for (const auto* side : {&row.before, &row.after}) {
            for (const auto& value : *side)
                line += "|" + std::to_string(value.index()) + land::to_display(value);
        }
        lines.push_back(std::move(line));
    });
    std::sort(lines.begin(), lines.end());
    return lines;
}

}  // namespace

namespace {

std::map<std::string, std::string> table_rows(store::Store& town) {
    return contents(town.snapshot()->db());
}
std::string spatial_index_fault(store::Store& town) {
    return fault_of_indexes(town.snapshot()->db());
}

}  // namespace

TEST_CASE("bulk: rows, changeset and spatial index are those of the ordinary path") {
    for (const std::uint64_t seed : {1, 2, 3}) {
        CAPTURE(seed);
        const int n = seed == 3 ? 6000 : 300;  // above 2000 new shapes the R*Tree is packed
        const TownFolder folder;
        land::Progress silent;
        store::Store ordinary(folder.town("a.sqlite")), bulk(folder.town("b.sqlite"));
        const auto edit = random_rows(seed, n);
        const auto a = ordinary.apply(edit);
        const auto b = bulk.apply(edit.head, land::source_of(edit), silent, store::Stream::rows_once);
        CHECK(a.changes == b.changes);
        CHECK(a.new_ids == b.new_ids);
        CHECK(changeset_lines(ordinary, a.seq) == changeset_lines(bulk, b.seq));
        auto ordinary_rows = table_rows(ordinary), bulk_rows = table_rows(bulk);
        ordinary_rows.erase("setting");  // each file has an id of its own
        bulk_rows.erase("setting");
        CHECK(ordinary_rows == bulk_rows);
        CHECK(spatial_index_fault(bulk) == "");

        // Undo and redo, also mixed with small edits before and after.
        store::ReverseRequest request;
        request.head.actor = "bulk";
        const auto full = table_rows(bulk);
        bulk.undo(request, silent);
        CHECK(bulk.snapshot()->count("parcel") == 0);
        CHECK(spatial_index_fault(bulk) == "");
        bulk.redo(request, silent);
        CHECK(table_rows(bulk) == full);
        CHECK(spatial_index_fault(bulk) == "");
        CHECK_FALSE(store::first_broken_entry(bulk.snapshot()->db()).has_value());
        const auto last = store::history_entries(bulk.snapshot()->db(), 1).front();
        CHECK(changeset_lines(bulk, last.seq) == changeset_lines(ordinary, a.seq));
    }
}

TEST_CASE("bulk: a second import beside rows that are there keeps both in the spatial index") {
    const TownFolder folder;
    land::Progress silent;
    store::Store town(folder.town());
    const auto small = random_rows(4, 50), large = random_rows(5, 9000), tiny = random_rows(6, 20);
    for (const auto* edit : {&small, &large, &tiny}) {
        town.apply(edit->head, land::source_of(*edit), silent, store::Stream::rows_once);
        CHECK(spatial_index_fault(town) == "");
    }
    store::ReverseRequest request;
    request.head.actor = "bulk";
    request.entry = 2;  // the large one, from the middle
    town.undo(request, silent);
    CHECK(spatial_index_fault(town) == "");
    town.redo(request, silent);
    CHECK(spatial_index_fault(town) == "");
}

TEST_CASE(
    "bulk: undo of a large import is refused where a row was changed or got a child, and done after that was "
    "undone") {
    const TownFolder folder;
    land::Progress silent;
    store::Store town(folder.town());
    const auto edit = random_rows(7, 6000);
    const auto done = town.apply(edit.head, land::source_of(edit), silent, store::Stream::rows_once);
    REQUIRE(store::history_entry(town.snapshot()->db(), done.seq)->size > (1 << 20));
    store::ReverseRequest request;
    request.head.actor = "bulk";
    const std::int64_t parcel = done.id_of({5});
    const auto before = table_rows(town);

    const auto refused = [&](const land::Change& change) {
        store::ReverseRequest own;
        own.head.actor = "somebody";
        town.apply({{"somebody", "since", {}}, {change}});
        const auto now = table_rows(town);
        request.entry = done.seq;
        try {
            town.undo(request, silent);
            FAIL("was not refused");
        } catch (const Error& e) {
            CHECK(e.code() == "undo_refused");
            CHECK_THAT(e.message(), Catch::Matchers::ContainsSubstring("somebody"));
        }
        CHECK(table_rows(town) == now);
        CHECK(spatial_index_fault(town) == "");
        town.undo(own, silent);
        CHECK(table_rows(town) == before);
    };
    refused(land::Update{"parcel", parcel, {{"note", {}, std::string("seen")}}});
    refused(land::Insert{"area_record",
                         {},
                         {{"parcel", parcel},
                          {"kind", std::string("actual")},
                          {"value_hundredths", std::int64_t{1}},
                          {"unit", std::string("mu")}}});
    town.undo(request, silent);
    CHECK(town.snapshot()->count("parcel") == 0);
}

TEST_CASE("bulk: what a row may not be is refused and leaves nothing") {
    const TownFolder folder;
    land::Progress silent;
    store::Store town(folder.town());
    const auto before = table_rows(town);
    const auto refuse = [&](land::Insert bad) {
        auto edit = random_rows(8, 30);
        edit.changes.push_back(std::move(bad));
        CHECK_THROWS_AS(town.apply(edit.head, land::source_of(edit), silent, store::Stream::rows_once),
                        Error);
        CHECK(table_rows(town) == before);
        CHECK(spatial_index_fault(town) == "");
    };
    refuse({"history", {}, {{"why", std::string("forged")}}});
    refuse({"parcel", {}, {{"kind", std::string("meadow")}}});
    refuse({"parcel", {}, {{"kind", std::string("farmland")}, {"no_such", std::int64_t{1}}}});
    refuse({"parcel", {}, {{"kind", std::string("farmland")}, {"code", std::int64_t{7}}}});
    refuse({"parcel", {}, {{"kind", std::string("farmland")}, {"village", std::int64_t{999}}}});
    refuse({"parcel", std::int64_t{5}, {{"kind", std::string("farmland")}}});
    refuse(
        {"parcel",
         {},
         {{"kind", std::string("farmland")}, {"geometry", geo::to_spatialite_blob(geo::Point{1, 2}, 4544)}}});
    refuse({"parcel",
            {},
            {{"kind", std::string("farmland")},
             {"geometry", geo::to_spatialite_blob(geo::MultiPolygon{geo::rectangle({0, 0, 1, 1})}, 4326)}}});
}

TEST_CASE("bulk: updates and deletes in the same stream are recorded, triggers are on again afterwards") {
    const TownFolder folder;
    land::Progress silent;
    store::Store town(folder.town());
    const auto first = random_rows(9, 40);
    const auto done = town.apply(first);
    auto edit = random_rows(10, 40);
    const auto shape =
        geo::to_spatialite_blob(geo::MultiPolygon{geo::rectangle({577000, 2950000, 577010, 2950010})}, 4544);
    edit.changes.push_back(land::Update{"parcel", done.id_of({3}), {{"note", {}, std::string("new")}}});
    edit.changes.push_back(
        land::Insert{"parcel", {}, {{"kind", std::string("homestead")}, {"geometry", shape}}});
    const auto before = table_rows(town);
    town.apply(edit.head, land::source_of(edit), silent, store::Stream::rows_once);
    CHECK(spatial_index_fault(town) == "");
    store::ReverseRequest request;
    request.head.actor = "bulk";
    town.undo(request, silent);
    CHECK(table_rows(town) == before);
    CHECK(spatial_index_fault(town) == "");
}

TEST_CASE("the WAL begins anew with each source of a load, though each reads while it writes") {
    const TownFolder folder;
    store::Store store(folder.town());
    land::Progress silent;
    // Bytes 12 to 15 of a WAL count how often it began anew.
    const auto beginnings = [&] {
        const std::string wal = bytes_of(folder / "town.sqlite-wal").substr(12, 4);
        std::uint32_t n = 0;
        for (const char c : wal) n = n << 8 | static_cast<unsigned char>(c);
        return n;
    };
    std::uint32_t before = 0;
    for (int i = 0; i < 10; ++i) {
        const auto read_meanwhile = store.snapshot(/*to_edit=*/true);
        store.apply({"a", "source", ""}, many_parcels(fmt::format("{}", i), 50), silent,
                    store::Stream::rows_once);
        if (i > 0) CHECK(beginnings() == before + 1);
        before = beginnings();
    }
}

TEST_CASE("bulk: rows that point to nothing are refused as on the ordinary path, and nothing is changed") {
    const TownFolder folder;
    land::Progress silent;
    store::Store town(folder.town());
    const auto first = random_rows(8, 20);
    town.apply(first.head, land::source_of(first), silent, store::Stream::rows_once);
    const auto before = table_rows(town);
    const auto parcel = town.snapshot()->db().integer("SELECT min(id) FROM parcel");
    const auto record = [](const land::Value& of) {
        return land::Insert{"area_record",
                            {},
                            {{"parcel", of},
                             {"kind", std::string("registered")},
                             {"value_hundredths", std::int64_t{1}},
                             {"unit", std::string("mu")}}};
    };
    const auto refused = [&](std::vector<land::Change> changes, store::Stream stream) {
        const land::Edit edit{{"bulk", "rows", {}}, std::move(changes)};
        try {
            town.apply(edit.head, land::source_of(edit), silent, stream);
        } catch (const Error& e) {
            CHECK(e.code() == "constraint");
            CHECK(e.message().find("area_record") != std::string::npos);
            CHECK(e.message().find("parcel") != std::string::npos);
            CHECK(table_rows(town) == before);
            return true;
        }
        return false;
    };
    for (const auto stream : {store::Stream::any, store::Stream::rows_once}) {
        CHECK(refused({record(std::int64_t{12345})}, stream));
        CHECK(refused({record(parcel), record(parcel + 40'000'000)}, stream));
        CHECK(refused({record(land::NewId{1})}, stream));  // a number that no row of the edit has
        // The right number, the wrong table.
        const land::Insert street{"street", land::NewId{1}, {{"name", std::string("x")}}};
        CHECK(refused({street, record(land::NewId{1})}, stream));
    }
    // Children may come before their parents.
    const land::Edit late{{"bulk", "rows", {}},
                          {record(land::NewId{1}), record(parcel),
                           land::Insert{"parcel", land::NewId{1}, {{"kind", std::string("woodland")}}}}};
    CHECK(town.apply(late.head, land::source_of(late), silent, store::Stream::rows_once).changes == 3);
}

TEST_CASE("bulk: redo of a large import is refused where what its rows point to is gone") {
    const TownFolder folder;
    land::Progress silent;
    store::Store town(folder.town());
    const land::Edit place{{"place", "rows", {}},
                           {land::Insert{"village", land::NewId{1}, {{"code", std::string("1")}}}}};
    const auto village = town.apply(place).id_of({1});
    auto edit = random_rows(9, 6000);
    for (auto& change : edit.changes) {
        auto& row = std::get<land::Insert>(change);
        if (row.table == "parcel") row.cells.push_back({"note", std::string("n")});
        for (auto& cell : row.cells)
            if (cell.column == "village") cell.value = village;
    }
    const auto done = town.apply(edit.head, land::source_of(edit), silent, store::Stream::rows_once);
    REQUIRE(store::history_entry(town.snapshot()->db(), done.seq)->size > (1 << 20));
    const auto reverse = [&](const char* actor, bool undo) {
        store::ReverseRequest request;
        request.head.actor = actor;
        undo ? town.undo(request, silent) : town.redo(request, silent);
    };
    CHECK_THROWS_AS(reverse("place", true), Error);  // the parcels point to it
    reverse("bulk", true);
    reverse("place", true);
    const auto before = table_rows(town);
    CHECK_THROWS_AS(reverse("bulk", false), Error);
    CHECK(table_rows(town) == before);
    CHECK(spatial_index_fault(town) == "");
    reverse("place", false);
    reverse("bulk", false);
    CHECK(town.snapshot()->count("parcel") == 6000);
}
