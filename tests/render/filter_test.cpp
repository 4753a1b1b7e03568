#include "render/filter.hpp"

#include <QRegularExpression>

#include "catch.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

const std::vector<std::string> names{"code", "floors", "width", "empty"};
const std::vector<land::Value> values{std::string("0101"), std::int64_t{11}, 6.5, land::Null{}};

bool holds(Filter::Kind kind, const char* column, std::vector<const char*> operands) {
    Filter f;
    f.kind = kind;
    f.operands.push_back(property(column));
    for (const char* o : operands) f.operands.push_back(literal(std::string(o)));
    return passes(f, {names, values});
}
using Kind = Filter::Kind;

}  // namespace

TEST_CASE("numbers compare as numbers, codes as text", "[filter]") {
    CHECK(holds(Kind::greater, "floors", {"9"}));  // as text "11" < "9"
    CHECK(holds(Kind::equal, "floors", {"11.0"}));
    CHECK(!holds(Kind::equal, "code", {"101"}));
    CHECK(holds(Kind::less, "code", {"02"}));
    CHECK(holds(Kind::between, "floors", {"7", "11"}));
    CHECK(holds(Kind::between, "floors", {"11", "12"}));
    CHECK(!holds(Kind::between, "floors", {"12", "99"}));
    CHECK(!holds(Kind::equal, "floors", {"eleven"}));
}

TEST_CASE("no comparison with Null passes, only PropertyIsNull", "[filter]") {
    for (const Kind kind : {Kind::equal, Kind::not_equal, Kind::less, Kind::greater, Kind::less_or_equal,
                            Kind::greater_or_equal, Kind::like}) {
        CHECK(!holds(kind, "empty", {"0"}));
        CHECK(!holds(kind, "no_such_column", {"0"}));
    }
    CHECK(holds(Kind::null, "empty", {}));
    CHECK(!holds(Kind::null, "code", {}));
}

TEST_CASE("the order of two values is one of less, equal, greater", "[filter]") {
    const char* bound = GENERATE("-3", "0", "6", "6.5", "7", "11", "1e2");
    const char* column = GENERATE("floors", "width");
    const int how_many = holds(Kind::less, column, {bound}) + holds(Kind::equal, column, {bound}) +
                         holds(Kind::greater, column, {bound});
    CHECK(how_many == 1);
    CHECK(holds(Kind::less_or_equal, column, {bound}) == !holds(Kind::greater, column, {bound}));
    CHECK(holds(Kind::greater_or_equal, column, {bound}) == !holds(Kind::less, column, {bound}));
    CHECK(holds(Kind::not_equal, column, {bound}) == !holds(Kind::equal, column, {bound}));
}

TEST_CASE("PropertyIsLike agrees with a regular expression", "[filter]") {
    const std::vector<std::string> column{"t"};
    const std::string text = GENERATE("", "a", "ab", "abab", "aab", "ba");
    const std::string pattern = GENERATE("", "*", "a*", "*b", "a?", "?b*", "a*b", "**", "a*?b");
    Filter f;
    f.kind = Kind::like;
    f.operands = {property("t"), literal(pattern)};
    const std::vector<land::Value> value{text};
    QString expression;
    for (const char c : pattern)
        expression += c == '*' ? QString(".*") : c == '?' ? QString(".") : QString(QChar(c));
    const QRegularExpression whole(QRegularExpression::anchoredPattern(expression));
    CAPTURE(text, pattern);
    CHECK(passes(f, {column, value}) == whole.match(QString::fromStdString(text)).hasMatch());
}

TEST_CASE("PropertyIsLike counts characters, not bytes, and knows its escape", "[filter]") {
    const auto matches = [](const char* text, const char* pattern) {
        const std::vector<std::string> column{"t"};
        const std::vector<land::Value> value{std::string(text)};
        Filter f;
        f.kind = Kind::like;
        f.operands = {property("t"), literal(std::string(pattern))};
        return passes(f, {column, value});
    };
    CHECK(matches("惠泽社区", "惠泽*"));
    CHECK(matches("47号楼", "*号楼"));
    CHECK(!matches("47号楼南", "*号楼"));
    CHECK(matches("惠泽", "?泽"));
    CHECK(matches("惠泽", "??"));
    CHECK(!matches("惠泽", "???"));
    CHECK(matches("1*2", "1\\*2"));
    CHECK(!matches("132", "1\\*2"));
}

TEST_CASE("logic follows its children", "[filter]") {
    Filter yes{Kind::equal, {property("code"), literal(std::string("0101"))}, {}};
    Filter no{Kind::equal, {property("code"), literal(std::string("0103"))}, {}};
    for (int a = 0; a < 2; ++a)
        for (int b = 0; b < 2; ++b) {
            const std::vector<Filter> both{a ? yes : no, b ? yes : no};
            CHECK(passes({Kind::all, {}, both}, {names, values}) == (a && b));
            CHECK(passes({Kind::any, {}, both}, {names, values}) == (a || b));
            CHECK(passes({Kind::none, {}, both}, {names, values}) == !(a || b));
        }
}

TEST_CASE("expressions compute", "[filter]") {
    const std::vector<std::string> column{"code", "w"};
    const std::vector<land::Value> value{std::string("5205241010地00206"), 4.0};
    const FeatureAttributes feature{column, value};
    const Expression length{Expression::Kind::string_length, "", {property("code")}};
    const Expression from{Expression::Kind::sub, "", {length, literal(4.0)}};
    CHECK(to_label(evaluate({Expression::Kind::substring, "", {property("code"), from}}, feature)) ==
          "00206");
    CHECK(to_label(evaluate(length, feature)) == "16");
    const Expression none{Expression::Kind::div, "", {property("w"), literal(0.0)}};
    CHECK(land::is_null(evaluate(none, feature)));
    CHECK(land::is_null(evaluate({Expression::Kind::add, "", {property("code"), literal(1.0)}}, feature)));
    CHECK(to_label(evaluate({Expression::Kind::mul, "", {property("w"), literal(2.5)}}, feature)) == "10");
}
