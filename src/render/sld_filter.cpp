#include <fmt/format.h>

#include <array>

#include "render/sld_parts.hpp"

namespace liangdi::render::sld {

namespace {

using Kind = Expression::Kind;

struct Operator {
    std::string_view ns, name;
    Kind kind;
    std::size_t fewest, most;  ///< arguments
};
constexpr std::array<Operator, 7> operators{{{ogc_ns, "Add", Kind::add, 2, 2},
                                             {ogc_ns, "Sub", Kind::sub, 2, 2},
                                             {ogc_ns, "Mul", Kind::mul, 2, 2},
                                             {ogc_ns, "Div", Kind::div, 2, 2},
                                             {se_ns, "Concatenate", Kind::concatenate, 1, 99},
                                             {se_ns, "Substring", Kind::substring, 2, 3},
                                             {se_ns, "StringLength", Kind::string_length, 1, 1}}};

struct Comparison {
    std::string_view name;
    Filter::Kind kind;
};
constexpr std::array<Comparison, 6> comparisons{{
    {"PropertyIsEqualTo", Filter::Kind::equal},
    {"PropertyIsNotEqualTo", Filter::Kind::not_equal},
    {"PropertyIsLessThan", Filter::Kind::less},
    {"PropertyIsGreaterThan", Filter::Kind::greater},
    {"PropertyIsLessThanOrEqualTo", Filter::Kind::less_or_equal},
    {"PropertyIsGreaterThanOrEqualTo", Filter::Kind::greater_or_equal},
}};

/// SE wraps the arguments of its functions in elements named after their meaning.
bool at_argument(const SldCursor& in) {
    return in.is(se_ns, "StringValue") || in.is(se_ns, "Position") || in.is(se_ns, "Length");
}

Filter read_condition(SldCursor& in);

void read_operands(SldCursor& in, Filter& f, std::size_t count) {
    const std::string name = in.element();
    while (in.next_child()) {
        if (in.is(ogc_ns, "LowerBoundary") || in.is(ogc_ns, "UpperBoundary"))
            f.operands.push_back(read_content(in));
        else
            f.operands.push_back(read_expression(in));
    }
    if (f.operands.size() != count)
        in.fail(fmt::format("<{}> needs {} operands, it has {}", name, count, f.operands.size()));
}

Filter read_logical(SldCursor& in, Filter::Kind kind) {
    Filter f{kind, {}, {}};
    const std::string name = in.element();
    while (in.next_child()) f.children.push_back(read_condition(in));
    if (f.children.empty()) in.fail(fmt::format("<{}> is empty", name));
    return f;
}

Filter read_condition(SldCursor& in) {
    if (in.is(ogc_ns, "And")) return read_logical(in, Filter::Kind::all);
    if (in.is(ogc_ns, "Or")) return read_logical(in, Filter::Kind::any);
    if (in.is(ogc_ns, "Not")) return read_logical(in, Filter::Kind::none);
    Filter f;
    f.match_case = in.attribute("matchCase") != "false";
    for (const auto& comparison : comparisons)
        if (in.is(ogc_ns, comparison.name)) {
            f.kind = comparison.kind;
            read_operands(in, f, 2);
            return f;
        }
    if (in.is(ogc_ns, "PropertyIsBetween")) {
        f.kind = Filter::Kind::between;
        read_operands(in, f, 3);
    } else if (in.is(ogc_ns, "PropertyIsNull")) {
        f.kind = Filter::Kind::null;
        read_operands(in, f, 1);
    } else if (in.is(ogc_ns, "PropertyIsLike")) {
        f.kind = Filter::Kind::like;
        const auto take = [&](const char* name, std::string& into) {
            if (const std::string given = in.attribute(name); !given.empty()) into = given;
        };
        take("wildCard", f.wild_card);
        take("singleChar", f.single_char);
        take("escapeChar", f.escape_char);
        read_operands(in, f, 2);
    } else {
        in.refuse_element();
    }
    return f;
}

}  // namespace

bool at_expression(const SldCursor& in) {
    if (in.is(ogc_ns, "Literal") || in.is(ogc_ns, "PropertyName")) return true;
    for (const auto& op : operators)
        if (in.is(op.ns, op.name)) return true;
    return false;
}

Expression read_expression(SldCursor& in) {
    if (in.is(ogc_ns, "Literal")) return literal(in.text());
    if (in.is(ogc_ns, "PropertyName")) return property(in.text());
    for (const auto& op : operators) {
        if (!in.is(op.ns, op.name)) continue;
        const std::string name = in.element();
        Expression e;
        e.kind = op.kind;
        while (in.next_child())
            e.arguments.push_back(at_argument(in) ? read_content(in) : read_expression(in));
        if (e.arguments.size() < op.fewest || e.arguments.size() > op.most)
            in.fail(fmt::format("<{}> has {} arguments", name, e.arguments.size()));
        return e;
    }
    in.refuse_element();
}

Expression read_content(SldCursor& in) {
    std::vector<Expression> parts;
    std::string text;
    for (;;) {
        switch (in.next_piece(text)) {
            case SldCursor::Piece::text:
                parts.push_back(literal(text));
                continue;
            case SldCursor::Piece::child:
                parts.push_back(read_expression(in));
                continue;
            case SldCursor::Piece::end:
                break;
        }
        break;
    }
    if (parts.empty()) return literal(std::string{});
    if (parts.size() == 1) return parts.front();
    Expression all;
    all.kind = Kind::concatenate;
    all.arguments = std::move(parts);
    return all;
}

Filter read_filter(SldCursor& in) {
    std::vector<Filter> conditions;
    while (in.next_child()) conditions.push_back(read_condition(in));
    if (conditions.size() != 1) in.fail("<ogc:Filter> needs exactly one condition");
    return conditions.front();
}

}  // namespace liangdi::render::sld
