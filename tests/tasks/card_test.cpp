#include <sqlite3.h>

#include "catch.hpp"
#include "land/area.hpp"
#include "sample_project.hpp"
#include "store/residence.hpp"
#include "tasks/household.hpp"
#include "tasks/linking.hpp"
#include "tasks/past.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

tasks::HouseholdCardAnswer card(tasks::Project& project, const std::string& code,
                                land::Language language = land::Language::zh) {
    tasks::CardParams params;
    params.household = code;
    params.language = language;
    return tasks::household_card(project, params);
}
/// A relocated household with land under an agreement, people at work and a child at school.
std::string busy_household(tasks::Project& project) {
    return project.store->snapshot()->db().text(
        "SELECT p.code FROM party p JOIN household h ON h.id=p.id WHERE h.relocated=1 AND EXISTS (SELECT 1 "
        "FROM "
        "parcel_right r JOIN use_agreement a ON a.parcel=r.parcel WHERE r.party=p.id AND "
        "a.valid_to>='2025-11-25') AND "
        "EXISTS (SELECT 1 FROM party_member m JOIN enrolment e ON e.person=m.member WHERE m.party=p.id AND "
        "e.valid_to "
        "IS NULL) AND EXISTS (SELECT 1 FROM party_member m JOIN training_attendance e ON e.person=m.member "
        "WHERE "
        "m.party=p.id) ORDER BY p.code LIMIT 1");
}

}  // namespace

TEST_CASE("the card of a household says all that the town knows of it, and its sums add up") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    const auto code = busy_household(project);
    REQUIRE_FALSE(code.empty());
    const auto before = card(project, code);
    REQUIRE_FALSE(before.household.agreements.empty());
    const auto& agreement = before.household.agreements.front();
    const auto id = before.household.id;
    const auto scan = project.store->snapshot()->db().integer(
        fmt::format("SELECT document FROM use_agreement WHERE id={}", agreement.id));
    REQUIRE(scan != 0);
    const auto* paid_before = before.sheet.section("payments");
    REQUIRE_FALSE(paid_before->table.rows.empty());
    const auto more = [&](std::size_t column, std::int64_t hundredths) {
        return land::format_hundredths(land::parse_hundredths(paid_before->table.total[column]).value() +
                                       hundredths);
    };
    project.store->apply(edit_by(
        "clerk", "pay the rent",
        {land::Insert{"payment",
                      {},
                      {{"agreement", agreement.id},
                       {"party", id},
                       {"kind", std::string("rent")},
                       {"planned_hundredths", std::int64_t{6066}},
                       {"due_on", std::string("2025-06-30")},
                       {"paid_hundredths", std::int64_t{6000}},
                       {"paid_on", std::string("2025-07-02")}}},
         land::Insert{"payment",
                      {},
                      {{"party", before.household.members.front().id},
                       {"kind", std::string("dividend")},
                       {"planned_hundredths", std::int64_t{10005}},
                       {"due_on", std::string("2025-12-31")}}},
         land::Insert{
             "document",
             land::NewId{1},
             {{"name", std::string("合同扫描件.pdf")}, {"media_type", std::string("application/pdf")}}},
         land::Update{"use_agreement", agreement.id, {{"document", land::Value{scan}, land::NewId{1}}}},
         land::Insert{"origin_house",
                      {},
                      {{"household", id},
                       {"state", std::string("demolished")},
                       {"area_hundredths", std::int64_t{12000}},
                       {"compensation_hundredths", std::int64_t{345678}}}}}));
    const auto after = card(project, code);
    const auto& sheet = after.sheet;
    std::vector<std::string> order;
    for (const auto& section : sheet.sections) order.push_back(section.name);
    CHECK(order.front() == "members");
    CHECK(order.back() == "history");
    const auto* payments = sheet.section("payments");
    REQUIRE(payments->table.rows.size() == paid_before->table.rows.size() + 2);
    CHECK(payments->table.total[4] == more(4, 16071));
    CHECK(payments->table.total[6] == more(6, 6000));
    CHECK(payments->table.rows[0][2] ==
          after.household.members.front().name);  // to a member, not to the household
    CHECK(sheet.section("documents")->table.rows[0][0] == "合同扫描件.pdf");
    CHECK(sheet.section("houses")->table.rows.back()[4] == "3456.78");
    CHECK(sheet.section("work")->table.rows.size() == after.household.works.size());
    CHECK_FALSE(sheet.section("training")->table.rows.empty());
    CHECK_FALSE(sheet.section("school")->table.rows.empty());
    CHECK(sheet.section("lands")->table.rows.size() == after.household.lands.size());

    // Both chains from the top to the bottom, and who does what where.
    std::vector<std::string> across, down;
    for (const auto& duty : after.household.town_chain)
        if (across.empty() || across.back() != duty.role) across.push_back(duty.role);
    CHECK(across == std::vector<std::string>{"contact_leader", "cadre", "grid_worker", "building_head"});
    for (const auto& duty : after.household.origin_chain)
        if (duty.role != "pairing" && (down.empty() || down.back() != duty.role)) down.push_back(duty.role);
    CHECK(down ==
          std::vector<std::string>{"county_office", "origin_town", "origin_village", "helping_officer"});

    // The newest of its history is not the payment (which is the party's by its block of ids), and undo is
    // told.
    CHECK(after.household.history.front().why == "pay the rent");
    land::Progress silent;
    tasks::ReverseParams last;
    last.entry = after.household.history.front().seq;
    auto clerk = open(project.store->file(), "clerk");
    tasks::undo(clerk, last, silent);
    const auto undone = card(clerk, code);
    CHECK(undone.household.payments.size() == before.household.payments.size());
    CHECK(undone.household.documents.size() == before.household.documents.size());
}

TEST_CASE("sealed values: none while locked, masked once unlocked, in full with a reason that is kept") {
    const TownFolder folder;
    const auto file = town_copy(folder);
    auto locked = open(file);
    const auto code = busy_household(locked);
    CHECK(card(locked, code).sheet.section("benefits")->table.rows.empty());
    CHECK_THAT(card(locked, code).sheet.section("benefits")->note, ContainsSubstring("锁定"));
    tasks::CardParams open_card;
    open_card.household = code;
    open_card.disclosure = land::Disclosure::open;
    open_card.reason = "核对";
    CHECK(code_of([&] { tasks::household_card(locked, open_card); }) == "locked");
    auto unlocked = open_unlocked(file);
    const auto masked = card(unlocked, code).sheet.section("benefits")->table.rows;
    REQUIRE_FALSE(masked.empty());
    for (const auto& row : masked) CHECK_THAT(row[2], ContainsSubstring("*"));
    const auto full = tasks::household_card(unlocked, open_card).sheet.section("benefits")->table.rows;
    CHECK(full.size() > masked.size());
    CHECK(tasks::history(unlocked, 1).front().kind == "access");
    open_card.reason.clear();
    CHECK(code_of([&] { tasks::household_card(unlocked, open_card); }) == "no_reason");
}

TEST_CASE("a card reads by index: no table is read from end to end, whatever the household") {
    const store::Database db(loaded_town(), store::Database::Access::read);
    struct Scans {
        std::int64_t steps = 0, statements = 0;
    } scans;
    sqlite3_trace_v2(
        db.handle(), SQLITE_TRACE_PROFILE,
        [](unsigned, void* context, void* statement, void*) {
            auto* seen = static_cast<Scans*>(context);
            auto* of = static_cast<sqlite3_stmt*>(statement);
            ++seen->statements;
            // The history alone is read whole: its blocks of ids have no index, and it has an entry an edit.
            if (std::string(sqlite3_sql(of)).find("FROM root r JOIN history") != std::string::npos) return 0;
            seen->steps += sqlite3_stmt_status(of, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1) +
                           sqlite3_stmt_status(of, SQLITE_STMTSTATUS_AUTOINDEX, 1);
            return 0;
        },
        &scans);
    auto households = db.prepare("SELECT id FROM household ORDER BY id");
    std::int64_t n = 0;
    std::vector<std::int64_t> ids;
    while (households.step())
        if (n++ % 97 == 0) ids.push_back(households.integer(0));
    households.reset();
    scans = {};
    for (const auto id : ids) REQUIRE(store::household_view(db, id, "2025-11-25"));
    CHECK(scans.statements > static_cast<std::int64_t>(ids.size()) * 10);
    CHECK(scans.steps == 0);
    sqlite3_trace_v2(db.handle(), 0, nullptr, nullptr);
}
