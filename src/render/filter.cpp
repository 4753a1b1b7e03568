#include "render/filter.hpp"

#include <fmt/format.h>

#include <QString>
#include <algorithm>
#include <charconv>
#include <cmath>

namespace liangdi::render {

namespace {

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

bool is_number(const land::Value& v) {
    return std::holds_alternative<std::int64_t>(v) || std::holds_alternative<double>(v);
}

/// -1, 0, 1; nothing where the two cannot be compared.
std::optional<int> compare(const land::Value& a, const land::Value& b, bool match_case) {
    if (land::is_null(a) || land::is_null(b)) return std::nullopt;
    if (is_number(a) || is_number(b)) {
        const auto x = to_number(a), y = to_number(b);
        if (!x || !y) return std::nullopt;
        return *x < *y ? -1 : *x > *y ? 1 : 0;
    }
    const std::string s = to_label(a), t = to_label(b);
    const int order = match_case
                          ? s.compare(t)
                          : QString::fromStdString(s).compare(QString::fromStdString(t), Qt::CaseInsensitive);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/// Bytes of the UTF-8 character that `text` begins with.
std::size_t character_length(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) ++length;
    return length;
}

bool like(std::string_view text, std::string_view pattern, const Filter& f) {
    while (!pattern.empty()) {
        if (pattern.starts_with(f.wild_card)) {
            pattern.remove_prefix(f.wild_card.size());
            if (pattern.empty()) return true;
            for (;; text.remove_prefix(character_length(text))) {
                if (like(text, pattern, f)) return true;
                if (text.empty()) return false;
            }
        }
        if (text.empty()) return false;
        if (pattern.starts_with(f.single_char)) {
            pattern.remove_prefix(f.single_char.size());
            text.remove_prefix(character_length(text));
            continue;
        }
        if (pattern.starts_with(f.escape_char) && pattern.size() > f.escape_char.size())
            pattern.remove_prefix(f.escape_char.size());
        if (text.front() != pattern.front()) return false;
        text.remove_prefix(1);
        pattern.remove_prefix(1);
    }
    return text.empty();
}

std::string case_folded(const std::string& text) {
    return QString::fromStdString(text).toCaseFolded().toStdString();
}

land::Value arithmetic(Expression::Kind kind, const land::Value& a, const land::Value& b) {
    const auto x = to_number(a), y = to_number(b);
    if (!x || !y) return land::Null{};
    switch (kind) {
        case Expression::Kind::add:
            return *x + *y;
        case Expression::Kind::sub:
            return *x - *y;
        case Expression::Kind::mul:
            return *x * *y;
        default:
            return *y == 0 ? land::Value{} : land::Value{*x / *y};
    }
}

land::Value substring(const Expression& e, const FeatureAttributes& feature) {
    const land::Value whole = evaluate(e.arguments[0], feature);
    if (land::is_null(whole)) return whole;
    const QString text = QString::fromStdString(to_label(whole));
    const double first = to_number(evaluate(e.arguments[1], feature)).value_or(1);
    double length = static_cast<double>(text.size());
    if (e.arguments.size() > 2) length = to_number(evaluate(e.arguments[2], feature)).value_or(0);
    const auto from = static_cast<qsizetype>(std::max(first, 1.0)) - 1;
    return text.mid(from, static_cast<qsizetype>(std::max(length, 0.0))).toStdString();
}

}  // namespace

Expression literal(std::string text) {
    return {Expression::Kind::literal, std::move(text), {}};
}
Expression literal(double number) {
    return literal(fmt::to_string(number));
}
Expression property(std::string name) {
    return {Expression::Kind::property, std::move(name), {}};
}

std::optional<double> to_number(const land::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* text = std::get_if<std::string>(&value)) return number_in(*text);
    return std::nullopt;
}

std::string to_label(const land::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value)) {
        if (*real == std::floor(*real) && std::abs(*real) < 1e15) return fmt::format("{:.0f}", *real);
        return fmt::to_string(*real);
    }
    return {};
}

land::Value evaluate(const Expression& e, const FeatureAttributes& feature) {
    using Kind = Expression::Kind;
    switch (e.kind) {
        case Kind::literal:
            return e.text;
        case Kind::property: {
            const auto at = std::find(feature.names.begin(), feature.names.end(), e.text);
            const auto index = static_cast<std::size_t>(at - feature.names.begin());
            return index < feature.values.size() ? feature.values[index] : land::Value{};
        }
        case Kind::add:
        case Kind::sub:
        case Kind::mul:
        case Kind::div:
            return arithmetic(e.kind, evaluate(e.arguments[0], feature), evaluate(e.arguments[1], feature));
        case Kind::concatenate: {
            std::string text;
            for (const auto& part : e.arguments) text += to_label(evaluate(part, feature));
            return text;
        }
        case Kind::substring:
            return substring(e, feature);
        case Kind::string_length: {
            const auto text = QString::fromStdString(to_label(evaluate(e.arguments[0], feature)));
            return static_cast<std::int64_t>(text.size());
        }
    }
    return land::Null{};
}

bool passes(const Filter& f, const FeatureAttributes& feature) {
    using Kind = Filter::Kind;
    const auto child_passes = [&](const Filter& child) { return passes(child, feature); };
    if (f.kind == Kind::all) return std::all_of(f.children.begin(), f.children.end(), child_passes);
    if (f.kind == Kind::any) return std::any_of(f.children.begin(), f.children.end(), child_passes);
    if (f.kind == Kind::none) return std::none_of(f.children.begin(), f.children.end(), child_passes);

    const land::Value value = evaluate(f.operands[0], feature);
    if (f.kind == Kind::null) return land::is_null(value);
    const land::Value other = evaluate(f.operands[1], feature);
    if (f.kind == Kind::like) {
        if (land::is_null(value)) return false;
        std::string text = to_label(value), pattern = to_label(other);
        if (!f.match_case) text = case_folded(text), pattern = case_folded(pattern);
        return like(text, pattern, f);
    }
    const auto order = compare(value, other, f.match_case);
    if (!order) return false;
    switch (f.kind) {
        case Kind::equal:
            return *order == 0;
        case Kind::not_equal:
            return *order != 0;
        case Kind::less:
            return *order < 0;
        case Kind::greater:
            return *order > 0;
        case Kind::less_or_equal:
            return *order <= 0;
        case Kind::greater_or_equal:
            return *order >= 0;
        case Kind::between: {
            const auto upper = compare(value, evaluate(f.operands[2], feature), f.match_case);
            return *order >= 0 && upper && *upper <= 0;
        }
        default:
            return false;
    }
}

void collect_properties(const Expression& e, std::vector<std::string>& names) {
    if (e.kind == Expression::Kind::property && std::find(names.begin(), names.end(), e.text) == names.end())
        names.push_back(e.text);
    for (const auto& argument : e.arguments) collect_properties(argument, names);
}

void collect_properties(const Filter& f, std::vector<std::string>& names) {
    for (const auto& operand : f.operands) collect_properties(operand, names);
    for (const auto& child : f.children) collect_properties(child, names);
}

}  // namespace liangdi::render
