#include <random>
#include <set>

#include "catch.hpp"
#include "memory_town.hpp"
#include "scratch.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

const char* const flats = R"({"table": "flat", "key": ["code"], "fields": [
    {"from": "户室编码", "to": "code"}, {"from": "楼栋", "to": "building", "find": "building.code"},
    {"from": "层", "to": "floor"}, {"from": "面积", "to": "area_hundredths", "as": "hundredths"}]})";

/// Rows as careless people write them; the columns are kept beside them for the oracle.
struct Ledger {
    std::vector<std::array<std::string, 4>> rows;
    std::string csv() const {
        std::string text = "户室编码,楼栋,层,面积\n";
        for (const auto& r : rows) text += r[0] + "," + r[1] + "," + r[2] + "," + r[3] + "\n";
        return text;
    }
};

Ledger random_ledger(std::mt19937& random) {
    const auto pick = [&](const std::vector<std::string>& from) {
        return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random)];
    };
    Ledger ledger;
    const int rows = std::uniform_int_distribution<int>(1, 60)(random);
    for (int i = 0; i < rows; ++i)
        ledger.rows.push_back({pick({"F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", ""}),
                               pick({"B1", "B2", "B1", "B9", ""}), pick({"1", "2", "１", "x", ""}),
                               pick({"60", "60.00", "85.5", "-1", "六十", ""})});
    return ledger;
}

/// What a person would do with the ledger, row by row: which are good, and what stands in the end.
struct Oracle {
    std::int64_t good = 0;
    std::map<std::string, std::array<std::string, 3>> flats;
};

Oracle judge(const Ledger& ledger, std::map<std::string, std::array<std::string, 3>> before) {
    Oracle oracle{0, std::move(before)};
    std::set<std::string> seen;
    for (const auto& [code, building, floor, area] : ledger.rows) {
        if (code.empty() || building == "B9" || floor == "x" || area == "六十") continue;
        if (!seen.insert(code).second) continue;
        if ((building.empty() && !oracle.flats.contains(code)) || area == "-1") continue;
        ++oracle.good;
        auto& flat = oracle.flats[code];
        if (!building.empty()) flat[0] = building;
        if (!floor.empty()) flat[1] = floor == "１" ? "1" : floor;
        if (!area.empty()) flat[2] = area == "85.5" ? "8550" : "6000";
    }
    return oracle;
}

}  // namespace

TEST_CASE("every row is counted in exactly one way, and the town holds what a person would have entered") {
    const Scratch scratch;
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
        MemoryTown town;
        const std::int64_t b1 = town.add("building", {{"code", std::string("B1")}});
        town.add("building", {{"code", std::string("B2")}});
        std::map<std::string, std::array<std::string, 3>> expected;
        for (int pass = 0; pass < 3; ++pass) {
            const Ledger ledger = random_ledger(random);
            INFO(ledger.csv());
            std::int64_t content = 0;
            for (const auto& r : ledger.rows) content += !(r[0] + r[1] + r[2] + r[3]).empty();
            const auto csv = scratch.write("f.csv", ledger.csv());
            const Oracle oracle = judge(ledger, expected);
            const exchange::ImportReport report = import_file(town, csv, flats).report;
            CHECK(report.rows_read == content);
            CHECK(report.added + report.changed + report.unchanged + report.refused == report.rows_read);
            CHECK(report.added + report.changed + report.unchanged == oracle.good);
            CHECK(report.added == static_cast<std::int64_t>(oracle.flats.size() - expected.size()));
            CHECK(report.findings_count == report.refused);
            CHECK(town.count("flat") == oracle.flats.size());
            for (const auto& [code, wanted] : oracle.flats) {
                const std::int64_t id = town.id("flat", code);
                const auto shown = [&](const char* column) {
                    const land::Value value = town.cell("flat", id, column);
                    return land::is_null(value) ? std::string{} : land::to_display(value);
                };
                CHECK((town.cell("flat", id, "building") == land::Value{b1} ? "B1" : "B2") == wanted[0]);
                CHECK(shown("floor") == wanted[1]);
                CHECK(shown("area_hundredths") == wanted[2]);
            }
            expected = oracle.flats;
            const Imported again = import_file(town, csv, flats);
            CHECK(again.changes.empty());
            CHECK(again.report.added + again.report.changed == 0);
        }
    }
}
