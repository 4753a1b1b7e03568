#include <fmt/format.h>

#include "render/sld_cursor.hpp"
#include "render/sld_pen.hpp"

namespace liangdi::render::sld {

namespace {

using Kind = Expression::Kind;

void write_arguments(SldPen& pen, const Expression& e, std::initializer_list<std::string_view> names) {
    for (std::size_t i = 0; i < e.arguments.size(); ++i) {
        // se:Concatenate has any number of the last one.
        const auto name = names.begin()[std::min(i, names.size() - 1)];
        pen.element(se_ns, name, [&] { write_content(pen, e.arguments[i]); });
    }
}

std::string_view operator_name(Kind kind) {
    switch (kind) {
        case Kind::add:
            return "Add";
        case Kind::sub:
            return "Sub";
        case Kind::mul:
            return "Mul";
        default:
            return "Div";
    }
}

std::string_view filter_name(Filter::Kind kind) {
    switch (kind) {
        case Filter::Kind::equal:
            return "PropertyIsEqualTo";
        case Filter::Kind::not_equal:
            return "PropertyIsNotEqualTo";
        case Filter::Kind::less:
            return "PropertyIsLessThan";
        case Filter::Kind::greater:
            return "PropertyIsGreaterThan";
        case Filter::Kind::less_or_equal:
            return "PropertyIsLessThanOrEqualTo";
        case Filter::Kind::greater_or_equal:
            return "PropertyIsGreaterThanOrEqualTo";
        case Filter::Kind::between:
            return "PropertyIsBetween";
        case Filter::Kind::like:
            return "PropertyIsLike";
        case Filter::Kind::null:
            return "PropertyIsNull";
        case Filter::Kind::all:
            return "And";
        case Filter::Kind::any:
            return "Or";
        default:
            return "Not";
    }
}

void write_condition(SldPen& pen, const Filter& f) {
    const bool logical =
        f.kind == Filter::Kind::all || f.kind == Filter::Kind::any || f.kind == Filter::Kind::none;
    if (logical && f.children.empty()) pen.fail("a condition of its filter is empty");
    pen.element(ogc_ns, filter_name(f.kind), [&] {
        if (!logical && !f.match_case) pen.attribute("matchCase", "false");
        if (f.kind == Filter::Kind::like) {
            pen.attribute("wildCard", f.wild_card);
            pen.attribute("singleChar", f.single_char);
            pen.attribute("escapeChar", f.escape_char);
        }
        for (const auto& child : f.children) write_condition(pen, child);
        for (std::size_t i = 0; i < f.operands.size(); ++i) {
            if (f.kind == Filter::Kind::between && i > 0)
                pen.element(ogc_ns, i == 1 ? "LowerBoundary" : "UpperBoundary",
                            [&] { write_expression(pen, f.operands[i]); });
            else
                write_expression(pen, f.operands[i]);
        }
    });
}

}  // namespace

void write_expression(SldPen& pen, const Expression& e) {
    switch (e.kind) {
        case Kind::literal:
            pen.text(ogc_ns, "Literal", e.text);
            break;
        case Kind::property:
            pen.text(ogc_ns, "PropertyName", e.text);
            break;
        case Kind::concatenate:
            pen.element(se_ns, "Concatenate", [&] { write_arguments(pen, e, {"StringValue"}); });
            break;
        case Kind::substring:
            pen.element(se_ns, "Substring", [&] {
                write_arguments(pen, e, {"StringValue", "Position", "Length"});
            });
            break;
        case Kind::string_length:
            pen.element(se_ns, "StringLength", [&] { write_arguments(pen, e, {"StringValue"}); });
            break;
        default:
            pen.element(ogc_ns, operator_name(e.kind), [&] {
                for (const auto& argument : e.arguments) write_expression(pen, argument);
            });
    }
}

void write_content(SldPen& pen, const Expression& e) {
    if (e.kind == Kind::literal) {
        if (!e.text.empty()) pen.piece(e.text);
        return;
    }
    if (e.kind != Kind::concatenate || e.arguments.size() < 2) {
        write_expression(pen, e);
        return;
    }
    bool after_text = false;  // two pieces of text in a row would be read as one
    for (const auto& part : e.arguments) {
        const bool as_text = part.kind == Kind::literal && !part.text.empty() && !after_text;
        as_text ? pen.piece(part.text) : write_expression(pen, part);
        after_text = as_text;
    }
}

void write_filter(SldPen& pen, const Filter& filter) {
    pen.element(ogc_ns, "Filter", [&] { write_condition(pen, filter); });
}

}  // namespace liangdi::render::sld
