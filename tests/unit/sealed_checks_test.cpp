#include "land/sealed_checks.hpp"

#include "catch.hpp"
#include "land/id_number.hpp"

using namespace liangdi::land;

namespace {

std::string id_of(const std::string& first_17) {
    return first_17 + id_number_check_character(first_17);
}
const std::string male_1980 = id_of("52052419800312103"), female_1990 = id_of("52052419900312104");

OpenedRecord record(std::int64_t party, const SealedFields& fields, const std::string& sex = "male",
                    std::int64_t birth_year = 1980) {
    return {party, "P" + std::to_string(party), 1, sex, birth_year, fields};
}

std::vector<std::string> said(const std::vector<Finding>& findings) {
    std::vector<std::string> out;
    for (const auto& f : findings)
        out.push_back(f.rule + " " + f.table + " " + std::to_string(f.id) + " " + f.reason);
    return out;
}

}  // namespace

TEST_CASE("clear counts are held against the records of each community") {
    const std::map<std::int64_t, std::string> names = {{1, "C1"}, {2, "C2"}};
    const std::vector<OpenedRecord> records = {record(1, {{"markings", "disabled"}}),
                                               record(2, {{"markings", "disabled,empty_nest_elderly"}}),
                                               record(3, {{"benefit.urban_allowance", "4"}})};
    const std::vector<ClearCount> right = {{1, 1, "disabled", 2},
                                           {2, 1, "empty_nest_elderly", 1},
                                           {3, 1, "urban_allowance_households", 1},
                                           {4, 1, "urban_allowance_persons", 4},
                                           {5, 2, "disabled", 0}};
    CHECK(sealed_findings(records, right, names).empty());
    auto wrong = right;
    wrong[0].n = 3;
    wrong[4].n = 1;
    wrong.erase(wrong.begin() + 1);
    CHECK(said(sealed_findings(records, wrong, names)) ==
          std::vector<std::string>{"check.sealed_group_counts community 1 C1 disabled: 3 / 2",
                                   "check.sealed_group_counts community 1 C1 empty_nest_elderly: 0 / 1",
                                   "check.sealed_group_counts community 2 C2 disabled: 1 / 0"});
    CHECK(sealed_findings(records, wrong, names, {"sealed_id_number"}).empty());
}

TEST_CASE("identity numbers: damaged, twice, against sex and year; none is ever shown") {
    auto damaged = male_1980;
    damaged[10] = damaged[10] == '1' ? '0' : '1';
    const std::vector<OpenedRecord> records = {
        record(1, {{"id_number", male_1980}}), record(2, {{"id_number", " " + male_1980}}),
        record(3, {{"id_number", damaged}}),   record(4, {{"id_number", female_1990}}, "male", 1990),
        record(5, {{"phone", "13812345678"}}), record(6, {{"id_number", female_1990}}, "female", 1991),
        record(7, {{"id_number", ""}}, "", 0)};
    const auto found = sealed_findings(records, {}, {});
    std::map<std::string, std::vector<std::int64_t>> rows;
    for (const auto& f : found) {
        rows[f.rule].push_back(f.id);
        CHECK(f.table == "person");
        for (const auto& text : {f.reason, f.value, f.mend})
            for (const auto& number : {male_1980, damaged, female_1990})
                CHECK(text.find(number.substr(6, 8)) == std::string::npos);
    }
    CHECK(rows["check.sealed_id_number"] == std::vector<std::int64_t>{3});
    CHECK(rows["check.sealed_id_person"] == std::vector<std::int64_t>{4, 6});
    CHECK(rows["check.sealed_id_twice"].size() == 4);
}
