#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "land/value.hpp"

/// Expressions and filters of OGC Filter Encoding 1.1 (04-095) and the functions of SE 1.1 (05-077r4, ch. 11)
/// as plain values, and how they are computed for one feature.
namespace liangdi::render {

struct Expression {
    enum class Kind {
        literal,
        property,
        add,
        sub,
        mul,
        div,
        concatenate,    ///< se:Concatenate, or mixed content of se:Label
        substring,      ///< se:Substring: string, position (the first character is 1), length (may be absent)
        string_length,  ///< se:StringLength
    };
    Kind kind = Kind::literal;
    std::string text;                   ///< the literal, or the name of the property
    std::vector<Expression> arguments;  ///< for every other kind
    friend bool operator==(const Expression&, const Expression&) = default;

    bool constant() const { return kind == Kind::literal; }
};

Expression literal(std::string text);
Expression literal(double number);
Expression property(std::string name);

struct Filter {
    enum class Kind {
        equal,
        not_equal,
        less,
        greater,
        less_or_equal,
        greater_or_equal,
        between,  ///< operands: value, lower, upper; both bounds belong to it
        like,     ///< operands: value, pattern
        null,
        all,   ///< ogc:And
        any,   ///< ogc:Or
        none,  ///< ogc:Not
    };
    Kind kind = Kind::all;
    std::vector<Expression> operands;
    std::vector<Filter> children;
    bool match_case = true;
    std::string wild_card = "*", single_char = "?", escape_char = "\\";  ///< of `like`, one character each
    friend bool operator==(const Filter&, const Filter&) = default;
};

/// The attributes of one feature: names[i] belongs to values[i]. Views, valid as long as what they look at.
struct FeatureAttributes {
    std::span<const std::string> names;
    std::span<const land::Value> values;
};

/// A property that is not there is Null; arithmetic with what is no number is Null.
land::Value evaluate(const Expression& expression, const FeatureAttributes& feature);
std::optional<double> to_number(const land::Value& value);
std::string to_label(const land::Value& value);  ///< Null gives nothing, 3.0 gives "3"

/// Whether the feature passes. A number column compares as a number, a text column as text (codes such as
/// "0101" stay text); every comparison with Null fails, also `not_equal`.
bool passes(const Filter& filter, const FeatureAttributes& feature);

/// Adds the property names that are used to `names`, each once.
void collect_properties(const Expression& expression, std::vector<std::string>& names);
void collect_properties(const Filter& filter, std::vector<std::string>& names);

}  // namespace liangdi::render
