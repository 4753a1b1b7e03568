#include "land/household_matching.hpp"

#include "catch.hpp"

using namespace liangdi::land;

namespace {

MatchHousehold family(std::int64_t id, const char* code, const char* name, const char* place,
                      std::int64_t village) {
    return {id, code, name, place, village, {name}, {}, {}};
}
HouseholdMatcher town() {
    auto with_son = family(1, "H-0011", "张样一", "甲镇乙村一组", 1);
    with_son.members.push_back("张样九");
    return {
        {with_son, family(2, "H-0012", "李样二", "甲镇乙村一组", 1),
         family(3, "H-0021", "王样三", "甲镇乙村二组", 2), family(4, "H-0040", "张样一", "甲镇丙村一组", 3),
         family(5, "H-0055", "赵样五", "甲镇乙村一组", 1)},
        {{10, "B1-101", "", 0}, {11, "B1-102", "", 2}},
        {{20, "5205240000000100001", "farmland", 1},
         {21, "5205240000000100002", "farmland", 1},
         {22, "5205240000000200001", "woodland", 2}}};
}
MatchLine line(const char* code, const char* name, const char* place, const char* flat = "") {
    MatchLine out;
    out.household_code = code;
    out.household_name = name;
    out.place = place;
    out.flat = flat;
    return out;
}
bool says(const Match& match, const char* words) {
    for (const auto& reason : match.reasons)
        if (reason.zh.find(words) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("certain: two independent things agree on one household and nothing speaks for another") {
    const auto matcher = town();
    for (const auto& said :
         {line("H-0011", "张样一", "甲镇乙村一组"), line("h－００１１", "張 樣一", "乙村1组"),
          line("H-0011", "张样一", "甲镇丁村九组"),  // the place is wrong
          line("H-0011", "张羊一", "甲镇乙村一组"),  // the name is one off
          line("H-011", "张样一", "甲镇乙村一组"),   // a digit is missing
          line("张样一", "H-0011", "甲镇乙村一组"),  // columns changed places
          line("H-0011", "张样九", "甲镇乙村一组")}) {
        INFO(said.household_code << " " << said.household_name);
        const auto match = matcher.match(said);
        CHECK(match.certainty == Certainty::certain);
        CHECK(match.household == 1);
    }
    CHECK(matcher.match(line("", "王样三", "甲镇乙村二组")).certainty ==
          Certainty::certain);  // the only one in town
}

TEST_CASE("probable, with the reason: whatever leaves a second household possible") {
    const auto matcher = town();
    const auto homonym = matcher.match(line("", "张样一", ""));
    CHECK(homonym.certainty == Certainty::probable);
    CHECK(homonym.other_households.size() == 1);
    const auto elsewhere =
        matcher.match(line("H-0011", "张样一", "甲镇丙村一组"));  // the code or the place is wrong
    CHECK(elsewhere.certainty == Certainty::probable);
    CHECK(says(elsewhere, "也可能是"));
    const auto slip = matcher.match(line("H-0012", "王样三", "甲镇乙村二组"));  // 0021 turned round
    CHECK(slip.certainty == Certainty::probable);
    const auto code_only =
        matcher.match(line("H-0055", "", "甲镇乙村一组"));  // might be a slip of a neighbour's
    CHECK(code_only.certainty == Certainty::probable);
    const auto other_name = matcher.match(line("H-0055", "周样八", "甲镇乙村一组"));
    CHECK(other_name.certainty == Certainty::probable);
    CHECK(says(other_name, "户名不符"));
    const auto nobody = matcher.match(line("H-9999", "周样八", "甲镇乙村一组"));
    CHECK(nobody.certainty == Certainty::none);
    CHECK(nobody.household == 0);
    CHECK(matcher.match(line("", "", "甲镇乙村一组")).certainty == Certainty::none);
}

TEST_CASE("a member with a household of his own by now, and an identity number") {
    auto parents = family(1, "H-1", "张样一", "甲镇乙村一组", 1);
    parents.members.push_back("张样九");
    const HouseholdMatcher matcher({parents, family(2, "H-7", "张样九", "甲镇乙村一组", 1)}, {}, {});
    CHECK(matcher.match(line("H-1", "张样九", "甲镇乙村一组")).certainty == Certainty::probable);
    CHECK(matcher.match(line("H-1", "张样九", "")).certainty == Certainty::probable);
    auto numbered = line("", "张样九", "");
    numbered.has_id_number = true;
    numbered.by_id_number = {2};
    CHECK(matcher.match(numbered).certainty == Certainty::certain);
    CHECK(matcher.match(numbered).household == 2);
    numbered.household_code = "H-1";  // the number is of the other
    CHECK(matcher.match(numbered).certainty == Certainty::probable);
}

TEST_CASE("the place of a line: exact flats only, parcels by one slip within the household's group") {
    const auto matcher = town();
    const auto flat = matcher.match(line("H-0011", "张样一", "甲镇乙村一组", "Ｂ1-1O1"));
    CHECK(flat.certainty == Certainty::certain);
    CHECK(flat.flat == 10);
    CHECK(matcher.match(line("H-0011", "张样一", "甲镇乙村一组", "B1-110")).certainty == Certainty::none);
    const auto taken = matcher.match(line("H-0011", "张样一", "甲镇乙村一组", "B1-102"));
    CHECK(taken.certainty == Certainty::probable);
    CHECK(says(taken, "李样二"));

    auto field = line("H-0011", "张样一", "甲镇乙村一组");
    field.parcel = "5205240000000100001";
    field.share = "1/3";
    CHECK(matcher.match(field).certainty == Certainty::certain);
    field.share = "一点";
    CHECK(matcher.match(field).certainty == Certainty::probable);
    field.share.clear();
    field.parcel = "5205240000000200001";  // of another group
    CHECK(says(matcher.match(field), "迁出组"));
    CHECK(matcher.match(field).certainty == Certainty::probable);
    field.parcel = "520524000000010001";  // a nought is missing: one of the two
    CHECK(matcher.match(field).certainty == Certainty::probable);
    CHECK(matcher.match(field).parcel == 20);
    field.parcel = "520524000000010000";  // 1 and 2 are one slip from it
    CHECK(matcher.match(field).certainty == Certainty::none);
    CHECK(matcher.match(field).parcel == 0);
    field.flat = "B1-101";
    CHECK(matcher.match(field).certainty == Certainty::none);
}
