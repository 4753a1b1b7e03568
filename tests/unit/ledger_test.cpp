#include "land/ledger.hpp"

#include <numeric>
#include <random>

#include "catch.hpp"
#include "geo/error.hpp"
#include "land/ledger_land.hpp"
#include "land/masked_counts.hpp"

using namespace liangdi;
using namespace liangdi::land;

namespace {
std::int64_t sum_of(const std::vector<std::int64_t>& parts) {
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
}
Ledger by(const char* level, const std::vector<LandFact>& facts, const LandHolders& holders) {
    Ledger out{ledger_form("land", level), "", "2025-11-25", {}, {}};
    fill_land_ledger(out, level, facts, holders);
    return out;
}
std::int64_t total(const Ledger& ledger, const char* figure) {
    for (const auto& f : ledger.form.figures)
        if (f.name == figure) return figure_value(ledger, f);
    FAIL("no such figure");
    return 0;
}
}  // namespace

TEST_CASE("an area dealt by shares adds up to itself, and no part is a hundredth off its own") {
    CHECK(dealt(100, {{1, 3}, {1, 3}, {1, 3}}) == std::vector<std::int64_t>{33, 34, 33});
    CHECK(dealt(100, {{1, 2}}) == std::vector<std::int64_t>{50, 50});          // half of it nobody holds
    CHECK(dealt(100, {{1, 1}, {1, 1}}) == std::vector<std::int64_t>{50, 50});  // more than the whole
    CHECK(dealt(7, {}) == std::vector<std::int64_t>{7});
    CHECK(dealt(0, {{1, 1}}) == std::vector<std::int64_t>{0});
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        const auto area = static_cast<std::int64_t>(random() % 10'000'000);
        std::vector<Share> shares;
        for (auto n = 1 + random() % 7; n > 0; --n)
            shares.push_back(
                {static_cast<std::int64_t>(random() % 5), static_cast<std::int64_t>(1 + random() % 12)});
        double whole = 0;
        for (const auto& s : shares) whole += static_cast<double>(s.num) / static_cast<double>(s.den);
        const auto parts = dealt(area, shares);
        REQUIRE(sum_of(parts) == area);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const double own = static_cast<double>(area) * static_cast<double>(shares[i].num) /
                               static_cast<double>(shares[i].den) / std::max(whole, 1.0);
            REQUIRE(std::abs(static_cast<double>(parts[i]) - own) < 1.5);
        }
    }
}

TEST_CASE("land adds up to the same by parcel, household, group, village and town") {
    std::mt19937 random(11);
    const char* kinds[] = {"homestead", "woodland", "farmland"};
    LandHolders holders;
    for (std::int64_t party = 1; party <= 20; ++party)
        holders[party] = {"H" + std::to_string(party), "户", "household", "镇", "村", "组"};
    std::vector<LandFact> facts;
    for (int i = 0; i < 400; ++i) {
        const std::string v = std::to_string(random() % 6);
        LandFact fact{kinds[random() % 3],
                      "P" + std::to_string(i),
                      "0101",
                      "idle",
                      "V" + v,
                      "镇",
                      "村" + v,
                      "组",
                      static_cast<std::int64_t>(random() % 100000),
                      0,
                      {}};
        if (random() % 2 == 0) fact.revitalised = fact.registered;
        for (auto n = random() % 4; n > 0; --n)
            fact.deal.holders.push_back({0,
                                         static_cast<std::int64_t>(1 + random() % 20),
                                         {1, static_cast<std::int64_t>(1 + random() % 4)},
                                         {{0, {1, 1}}}});
        facts.push_back(std::move(fact));
    }
    const auto parcel = by("parcel", facts, holders);
    for (const char* figure :
         {"homestead_revitalised_m2", "woodland_revitalised_mu", "farmland_revitalised_mu"}) {
        INFO(figure);
        CHECK(total(parcel, figure) > 0);
        for (const char* level : {"household", "group", "village", "town"})
            CHECK(total(by(level, facts, holders), figure) == total(parcel, figure));
    }
    CHECK(by("village", facts, holders).rows.size() == 6);
    CHECK(by("town", facts, holders).rows.size() == 1);
}

TEST_CASE("small counts are hidden, and never one alone that the total would give away") {
    CHECK(masked_counts({7, 9, 0}) == std::vector<bool>{false, false, false});
    CHECK(masked_counts({3, 9, 6}) == std::vector<bool>{true, false, true});
    CHECK(masked_counts({3, 2, 6}) == std::vector<bool>{true, true, false});
    CHECK(masked_counts({3, 0, 0}) == std::vector<bool>{true, false, false});
    CHECK(masked_counts({}).empty());
}

TEST_CASE("a ledger on paper: headers with their unit, words for values, totals under what is summed") {
    Ledger ledger{ledger_form("land", "parcel"), "样镇", "2025-11-25", {}, {}};
    ledger.rows = {{std::string("05"),
                    std::string("farmland"),
                    std::string("甲镇"),
                    std::string("乙村"),
                    {},
                    {},
                    {},
                    std::string("idle"),
                    std::string("mu"),
                    std::int64_t{415},
                    std::int64_t{0}}};
    const auto zh = ledger_text_of(ledger, Language::zh);
    CHECK(zh.title == "样镇 三块地台账（按地块）");
    CHECK(zh.table.rows[0] ==
          std::vector<std::string>{"05", "承包地", "甲镇", "乙村", "", "", "", "闲置", "亩", "4.15", "0.00"});
    CHECK(zh.table.total.empty());  // m2 and mu are not added up
    CHECK(ledger_text_of(ledger, Language::en).table.rows[0][1] == "farmland");
    Ledger homes{ledger_form("occupancy"), "", "2025-11-25", {}, {}};
    std::vector<LedgerCell> row(homes.form.columns.size());
    row.back() = std::int64_t{7940};
    homes.rows = {row, row};
    const auto text = ledger_text_of(homes, Language::zh);
    CHECK(text.table.columns.back().caption == "建筑面积（㎡）");
    CHECK(text.table.total.back() == "158.80");
    CHECK(text.table.total.front() == "合计");
    CHECK(text_width("甲a") == 3);
    CHECK_THROWS_AS(ledger_form("nothing"), Error);
    CHECK_THROWS_AS(ledger_form("flat", "village"), Error);
    CHECK_THROWS_AS(ledger_form("land", "street"), Error);
}
