#include "store/search_index.hpp"

#include <fstream>
#include <random>
#include <set>

#include "catch.hpp"
#include "land/search_text.hpp"
#include "store/found_rows.hpp"
#include "store/search_pieces.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using store::FoundBy;
using store::FoundKind;
using store::SearchIndex;
using Opened = store::SearchIndex::Opened;

namespace {

land::Value text(const std::string& s) {
    return s;
}

/// Texts of few characters, so that parts of them meet often; some Chinese, some of several readings.
std::string random_name(std::mt19937& random) {
    static const std::vector<std::string> characters = {"单", "曾", "织", "金", "A",  "b",
                                                        "0",  "1",  "-",  "'",  "\"", "𠮷"};
    std::string out;
    const int length = std::uniform_int_distribution(1, 6)(random);
    for (int i = 0; i < length; ++i)
        out += characters[std::uniform_int_distribution<std::size_t>(0, characters.size() - 1)(random)];
    return out;
}

struct Town {
    TownFolder folder;
    store::Store store{folder.town()};
    /// The file with all that was written to it.
    void copy_to(const std::filesystem::path& file) {
        raw(store.file()).run("PRAGMA wal_checkpoint(TRUNCATE)");
        std::filesystem::copy_file(store.file(), file);
    }
    land::Progress silent;
    std::filesystem::path cache = folder / "cache";

    SearchIndex index() { return {*store.snapshot(), store.file(), cache, silent}; }
    std::int64_t officer(const std::string& name, const std::string& code) {
        return store
            .apply(edit_by(
                "maker", "officer",
                {land::Insert{"officer", land::NewId{1}, {{"name", text(name)}, {"code", text(code)}}}}))
            .new_ids.at(1);
    }
};

using Row = std::pair<FoundKind, std::int64_t>;
std::map<Row, FoundBy> found(const SearchIndex& index, const std::string& what) {
    std::map<Row, FoundBy> out;
    for (const auto& hit : index.search({what, {}, 100000})) {
        for (const auto row : hit.rows) out.emplace(Row{hit.kind, row}, hit.by);
    }
    return out;
}

/// What a search should give: each officer looked at by itself.
std::map<Row, FoundBy> expected(store::Store& store, const std::string& what) {
    const std::string form = land::search_form(what);
    std::map<Row, FoundBy> out;
    const auto town = store.snapshot();
    auto rows = town->db().prepare("SELECT id, name, code FROM officer");
    const bool letters = form.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos &&
                         std::all_of(form.begin(), form.end(), [](char c) { return c > 0; });
    while (rows.step()) {
        std::optional<FoundBy> best;
        const auto offer = [&](FoundBy by) { best = best ? std::min(*best, by) : by; };
        for (const int column : {1, 2}) {
            const auto own = land::search_form(rows.text(column));
            const auto at = own.find(form);
            if (own == form) offer(FoundBy::exact);
            if (at == 0) offer(FoundBy::prefix);
            if (at != std::string::npos) offer(FoundBy::substring);
        }
        if (letters) {
            for (const auto& initials : land::pinyin_initials(rows.text(1))) {
                if (initials.find(form) != std::string::npos) offer(FoundBy::initials);
            }
        }
        if (best && !form.empty()) out.emplace(Row{FoundKind::officer, rows.integer(0)}, *best);
    }
    return out;
}

}  // namespace

TEST_CASE("pieces of three at each character, fewer at the end", "[search]") {
    CHECK(store::pieces_of("住户04") == "住户0 户04 04 4");
    CHECK(store::match_of("住") == "\"住\" *");
    CHECK(store::match_of("户0") == "\"户0\" *");
    CHECK(store::match_of("住户04") == "\"住户0\" AND \"户04\"");
    CHECK(store::match_of("a\"b'") == "\"a_b\" AND \"_b_\"");
}

TEST_CASE("a search finds exactly the texts that contain it, by random names", "[search]") {
    const auto seed = GENERATE(1U, 2U, 3U);
    std::mt19937 random(seed);
    Town town;
    for (int i = 0; i < 60; ++i) town.officer(random_name(random), random_name(random));
    const auto index = town.index();
    for (int i = 0; i < 300; ++i) {
        std::string what = random_name(random);
        if (i % 3 == 0) what = i % 2 ? "z" : "sz";  // initials
        INFO(seed << ": " << what);
        CHECK(found(index, what) == expected(town.store, what));
    }
}

TEST_CASE("an index that followed edits, undo and redo is as one made anew", "[search]") {
    std::mt19937 random(7);
    Town town;
    std::vector<std::int64_t> officers;
    for (int i = 0; i < 10; ++i) officers.push_back(town.officer(random_name(random), random_name(random)));
    CHECK(town.index().opened() == Opened::built);
    CHECK(town.index().opened() == Opened::as_it_was);
    const auto building =
        town.store
            .apply(edit_by(
                "maker", "home",
                {land::Insert{"building", land::NewId{1}, {{"code", text("9")}, {"name", text("9号楼")}}},
                 land::Insert{
                     "flat",
                     land::NewId{2},
                     {{"code", text("9-101")}, {"number", text("101")}, {"building", land::NewId{1}}}}}))
            .new_ids.at(1);
    CHECK(found(town.index(), "9号楼101").size() == 1);

    for (int step = 0; step < 60; ++step) {
        const int what = std::uniform_int_distribution(0, 4)(random);
        const auto some =
            officers[std::uniform_int_distribution<std::size_t>(0, officers.size() - 1)(random)];
        const auto row = town.store.snapshot()->row("officer", some, {"name"});
        try {
            if (what == 0 || !row) officers.push_back(town.officer(random_name(random), random_name(random)));
            if (what == 1 && row)
                town.store.apply(edit_by(
                    "maker", "rename",
                    {land::Update{"officer", some, {{"name", row->front(), text(random_name(random))}}}}));
            if (what == 2) undo(town.store, last_of("maker"));
            if (what == 3) redo(town.store, last_of("maker"));
        } catch (const Error&) {  // nothing to undo, or undone already
        }
        const auto followed = town.index();
        CHECK(followed.opened() != Opened::built);
        const SearchIndex anew(*town.store.snapshot(), town.store.file(), {}, town.silent);
        for (int i = 0; i < 5; ++i) {
            const std::string query = random_name(random);
            INFO(step << ": " << query);
            CHECK(found(followed, query) == found(anew, query));
            CHECK(found(followed, query) == expected(town.store, query));
        }
    }
    if (town.store.snapshot()->row("building", building, {"id"})) {
        town.store.apply(
            edit_by("other", "rename",
                    {land::Update{"building", building, {{"name", text("9号楼"), text("九号楼")}}}}));
        CHECK(found(town.index(), "九号楼101").size() == 1);
        CHECK(found(town.index(), "9号楼101").empty());
    }
}

TEST_CASE("a broken index and one of another past are made again", "[search]") {
    Town town;
    town.officer("单样一", "O1");
    const auto file = town.index().file();
    REQUIRE(std::filesystem::exists(file));
    const auto rights = std::filesystem::status(file).permissions();
    CHECK((rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);

    std::ofstream(file, std::ios::binary) << "no database at all";
    CHECK(town.index().opened() == Opened::built);
    CHECK(found(town.index(), "样").size() == 1);

    // A copy that was kept, edited another way and put back.
    town.copy_to(town.folder / "kept.sqlite");
    town.officer("曾样二", "O2");
    CHECK(town.index().opened() == Opened::updated);
    store::Store other(town.folder / "kept.sqlite");
    other.apply(
        edit_by("else", "another way",
                {land::Insert{"officer", land::NewId{1}, {{"name", text("织样三")}, {"code", text("O3")}}}}));
    const SearchIndex again(*other.snapshot(), town.store.file(), town.cache, town.silent);
    CHECK(again.opened() == Opened::built);
    CHECK(found(again, "曾").empty());
    CHECK(found(again, "织").size() == 1);
}

TEST_CASE("searching leaves the town file and its folder as they were", "[search]") {
    Town town;
    town.officer("单样一", "O1");
    const auto file = town.folder / "quiet.sqlite";
    town.copy_to(file);
    const auto before = bytes_of(file);
    const auto names = town.folder.names();
    {
        store::Store quiet(file);
        const SearchIndex index(*quiet.snapshot(), file, {}, town.silent);
        CHECK(index.file().empty());
        CHECK(found(index, "样").size() == 1);
    }
    CHECK(bytes_of(file) == before);
    CHECK(town.folder.names() == names);
}
