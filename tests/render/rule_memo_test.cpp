#include "render/rule_memo.hpp"

#include <random>

#include "catch.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

Rule rule_for(const char* name, Filter::Kind kind, const char* literal_text) {
    Rule rule;
    rule.name = name;
    rule.filter.emplace();
    rule.filter->kind = kind;
    rule.filter->operands = {property(name), literal(literal_text)};
    return rule;
}

}  // namespace

TEST_CASE("the memo gives what the filters themselves give, for every mix of values", "[rules]") {
    Style style;
    Rule otherwise;
    otherwise.otherwise = true;
    style.passes = {
        {{rule_for("a", Filter::Kind::equal, "1"), rule_for("b", Filter::Kind::like, "1*"), otherwise}},
        {{rule_for("b", Filter::Kind::less, "2")}}};
    // Values that read alike must not be taken for one another: 1 and "1", nothing and "".
    const std::vector<land::Value> values{
        land::Null{}, std::string(),     std::string("1"),  std::int64_t{1},
        1.0,          std::string("1|"), std::string("10"), std::string("2")};
    const std::vector<std::string> names{"unused", "a", "b"};
    RuleMemo memo(style, 1000, names);
    std::mt19937 random(3);
    std::vector<const Rule*> expected;
    for (int i = 0; i < 2000; ++i) {
        const std::vector<land::Value> row{static_cast<std::int64_t>(i), values[random() % values.size()],
                                           values[random() % values.size()]};
        const FeatureAttributes feature{names, row};
        const auto& rules = memo.rules_of(feature);
        REQUIRE(rules.size() == 2);
        for (std::size_t pass = 0; pass < 2; ++pass) {
            applying_rules(style.passes[pass], 1000, feature, expected);
            CHECK(rules[pass] == expected);
        }
    }
}
