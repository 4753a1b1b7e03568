#include "tasks/linking.hpp"

#include "catch.hpp"
#include "sample_project.hpp"
#include "tasks/household.hpp"
#include "tasks/info.hpp"
#include "tasks/past.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A small town: two families, two flats, a parcel.
struct SmallTown {
    TownFolder folder;
    tasks::Project project = open(folder.town());
    SmallTown() {
        const auto text = [](const char* s) { return land::Value{std::string(s)}; };
        const auto family = [&](std::int64_t n, const char* code, const char* name) {
            return std::vector<land::Change>{
                land::Insert{"party",
                             land::NewId{n},
                             {{"kind", text("household")}, {"code", text(code)}, {"name", text(name)}}},
                land::Insert{"household", land::NewId{n}, {{"relocated", std::int64_t{1}}}}};
        };
        land::Edit edit = edit_by(
            "maker", "small town",
            {land::Insert{"building", land::NewId{1}, {{"code", text("1")}}},
             land::Insert{"flat", land::NewId{2}, {{"code", text("1-101")}, {"building", land::NewId{1}}}},
             land::Insert{"flat", land::NewId{3}, {{"code", text("1-102")}, {"building", land::NewId{1}}}},
             new_parcel("P1", {576000, 2950000, 576100, 2950100}, land::NewId{4}),
             new_parcel("P2", {576100, 2950000, 576200, 2950100}, land::NewId{5}),
             new_parcel("P2", {576200, 2950000, 576300, 2950100}, land::NewId{6})});
        for (const auto& change : family(10, "H1", "测试甲")) edit.changes.push_back(change);
        for (const auto& change : family(11, "H2", "测试乙")) edit.changes.push_back(change);
        project.store->apply(edit);
    }
    tasks::LinkParams flat(const char* household, const char* code, const char* kind = "main") const {
        tasks::LinkParams p;
        p.household = household;
        p.flat = code;
        p.flat_kind = kind;
        return p;
    }
    tasks::LinkParams parcel(const char* household, const char* code, const char* share) const {
        tasks::LinkParams p;
        p.household = household;
        p.parcel = code;
        p.share = share;
        return p;
    }
    land::HouseholdView view(const char* household) {
        const auto id = tasks::find_household(*project.store->snapshot(), household);
        return *tasks::household_view(project, id);
    }
};

}  // namespace

TEST_CASE(
    "a household is linked with its flat by code or name, once; two main flats and two main households are "
    "said") {
    SmallTown town;
    const auto linked = tasks::link(town.project, town.flat("H1", "1-101"));
    CHECK(linked.seq == 2);
    CHECK(linked.findings.empty());
    CHECK(tasks::link(town.project, town.flat("测试甲", "1-101")).seq == 0);  // there already
    REQUIRE(town.view("H1").homes.size() == 1);
    CHECK(town.view("H1").homes[0].code == "1-101");

    const auto two_flats = tasks::link(town.project, town.flat("H1", "1-102"));
    REQUIRE(two_flats.findings.size() == 1);
    CHECK(two_flats.findings[0].rule == "occupancy.two_main_flats");
    CHECK(two_flats.seq != 0);  // done all the same: registers do contain it
    tasks::undo(town.project, {}, *std::make_unique<land::Progress>());
    CHECK(tasks::link(town.project, town.flat("H1", "1-102", "additional")).findings.empty());
    const auto two_families = tasks::link(town.project, town.flat("H2", "1-101"));
    REQUIRE(two_families.findings.size() == 1);
    CHECK(two_families.findings[0].rule == "occupancy.two_main_households");
}

TEST_CASE("a household is linked with a parcel by a share; shares below and above the whole are said") {
    SmallTown town;
    const auto third = tasks::link(town.project, town.parcel("H1", "P1", "1/3"));
    REQUIRE(third.findings.size() == 1);
    CHECK(third.findings[0].rule == "parcel_right.shares_below_whole");
    CHECK(third.findings[0].severity == land::Severity::note);
    CHECK(tasks::link(town.project, town.parcel("H2", "P1", "2/3")).findings.empty());
    CHECK(tasks::link(town.project, town.parcel("H1", "P1", "1/3")).seq == 0);
    CHECK(code_of([&] { tasks::link(town.project, town.parcel("H1", "P1", "1/2")); }) == "already_linked");
    auto use = town.parcel("H1", "P1", "1/1");
    use.right_kind = "use";
    CHECK(tasks::link(town.project, use).findings.empty());  // another kind of right has its own whole

    SmallTown over;
    tasks::link(over.project, over.parcel("H1", "P1", "2/3"));
    const auto above = tasks::link(over.project, over.parcel("H2", "P1", "1/2"));
    REQUIRE(above.findings.size() == 1);
    CHECK(above.findings[0].rule == "parcel_right.shares_exceed_whole");
    CHECK_THAT(above.findings[0].reason, ContainsSubstring("7/6"));
    REQUIRE(over.view("H2").lands.size() == 1);
    CHECK(over.view("H2").lands[0].share == land::Share{1, 2});
}

TEST_CASE("a link ends on its last day, or is taken out where it was a mistake") {
    SmallTown town;
    auto link = town.flat("H1", "1-101");
    link.from = "2020-01-01";
    tasks::link(town.project, link);
    const auto flats_in_force = [&] { return town.view("H1").homes.size(); };
    const auto rows = [&] { return town.project.store->snapshot()->count("occupancy"); };

    auto end = town.flat("H1", "1-101");
    end.on = "2019-12-31";
    CHECK(code_of([&] { tasks::unlink(town.project, end); }) == "bad_date");
    end.on = "yesterday";
    CHECK(code_of([&] { tasks::unlink(town.project, end); }) == "bad_date");
    CHECK(flats_in_force() == 1);
    end.on = "2025-11-24";
    tasks::unlink(town.project, end);
    CHECK(flats_in_force() == 0);
    CHECK(rows() == 1);  // the past stays
    CHECK(code_of([&] { tasks::unlink(town.project, end); }) == "not_linked");
    land::Progress silent;
    tasks::undo(town.project, {}, silent);
    CHECK(flats_in_force() == 1);

    end.mistake = true;
    tasks::unlink(town.project, end);
    CHECK(rows() == 0);
    tasks::undo(town.project, {}, silent);
    CHECK(flats_in_force() == 1);

    tasks::link(town.project, town.parcel("H1", "P1", "1/1"));
    auto parcel = town.parcel("H1", "P1", "1/1");
    tasks::unlink(town.project, parcel);  // on the reference date, which is the last day in force
    CHECK(town.view("H1").lands.size() == 1);
    CHECK(town.project.store->snapshot()->db().text("SELECT valid_to FROM parcel_right") == "2025-11-25");
}

TEST_CASE("terms that collide are linked and said in words: whose, from when to when, and what to do") {
    SmallTown town;
    auto first = town.flat("H1", "1-101");
    first.from = "2020-01-01";
    tasks::link(town.project, first);
    auto end = town.flat("H1", "1-101");
    end.on = "2025-10-31";
    tasks::unlink(town.project, end);
    auto second = town.flat("H2", "1-101");
    second.from = "2025-10-01";  // H1 had the flat for another month
    const auto collided = tasks::link(town.project, second);
    REQUIRE(collided.findings.size() == 1);
    CHECK(collided.findings[0].rule == "occupancy.dates_overlap");
    CHECK_THAT(collided.findings[0].reason, ContainsSubstring("测试甲") &&
                                                ContainsSubstring("2020-01-01 to 2025-10-31") &&
                                                ContainsSubstring("from 2025-10-01"));
    CHECK_THAT(collided.findings[0].mend, ContainsSubstring("after 2025-10-31"));
    REQUIRE(collided.words.size() == 1);
    CHECK_THAT(collided.words[0].zh, ContainsSubstring("日期相撞") && ContainsSubstring("2025-10-31 之后"));
    land::Progress silent;
    tasks::undo(town.project, {}, silent);
    second.from = "2025-11-01";
    CHECK(tasks::link(town.project, second).findings.empty());

    // One who comes later than the reference date meets whoever is still there then.
    auto later = town.flat("H1", "1-101");
    later.from = "2026-03-01";
    const auto two = tasks::link(town.project, later);
    REQUIRE(two.findings.size() == 1);
    CHECK(two.findings[0].rule == "occupancy.two_main_households");
    CHECK_THAT(two.findings[0].reason, ContainsSubstring("测试乙") && ContainsSubstring("2025-11-01"));

    auto whole = town.parcel("H1", "P1", "1/1");
    whole.from = "2019-01-01";
    tasks::link(town.project, whole);
    auto over = town.parcel("H1", "P1", "1/1");
    over.on = "2025-06-30";
    tasks::unlink(town.project, over);
    auto next = town.parcel("H2", "P1", "1/1");
    next.from = "2025-06-01";
    const auto shares = tasks::link(town.project, next);
    REQUIRE(shares.findings.size() == 1);
    CHECK(shares.findings[0].rule == "parcel_right.dates_overlap");
    CHECK_THAT(shares.findings[0].reason,
               ContainsSubstring("2/1") && ContainsSubstring("2019-01-01 to 2025-06-30"));
    tasks::undo(town.project, {}, silent);
    next.from = "2025-07-01";
    CHECK(tasks::link(town.project, next).findings.empty());
}

TEST_CASE("what cannot be linked is refused in words and changes nothing") {
    SmallTown town;
    const auto before = town.project.store->data_version();
    CHECK(code_of([&] { tasks::link(town.project, town.flat("H9", "1-101")); }) == "not_found");
    CHECK(code_of([&] { tasks::link(town.project, town.flat("H1", "9-999")); }) == "not_found");
    CHECK(code_of([&] { tasks::link(town.project, town.parcel("H1", "P2", "1/1")); }) ==
          "ambiguous");  // a code twice
    for (const char* share : {"3/2 or so", "1/0", "-1/2", "", "0.5x"}) {
        INFO(share);
        CHECK(code_of([&] { tasks::link(town.project, town.parcel("H1", "P1", share)); }) == "bad_share");
    }
    tasks::LinkParams both = town.flat("H1", "1-101");
    both.parcel = "P1";
    CHECK(code_of([&] { tasks::link(town.project, both); }) == "bad_link");
    CHECK(code_of([&] { tasks::link(town.project, tasks::LinkParams{}); }) == "bad_link");
    CHECK(code_of([&] { tasks::unlink(town.project, town.parcel("H1", "P1", "1/1")); }) == "not_linked");
    CHECK(town.project.store->data_version() == before);
}

TEST_CASE("the card of a loaded household shows both of its places") {
    auto project = open(loaded_town());
    std::string code;
    {
        const auto town = project.store->snapshot();
        code = town->db().text(
            "SELECT p.code FROM parcel_right r JOIN household h ON h.id=r.party JOIN party p ON p.id=h.id "
            "JOIN occupancy o ON "
            "o.household=h.id WHERE h.relocated=1 ORDER BY p.id LIMIT 1");
    }
    REQUIRE_FALSE(code.empty());
    const auto view = tasks::household_view(project, tasks::find_household(*project.store->snapshot(), code));
    REQUIRE(view);
    CHECK_FALSE(view->homes.empty());
    CHECK_FALSE(view->lands.empty());
    CHECK_FALSE(view->members.empty());
}
