#include "exchange/export_names.hpp"

#include <nlohmann/json.hpp>

namespace liangdi::exchange {

extern const char* const export_names_json;  // generated from export_names.json

namespace {

const nlohmann::json& names() {
    static const nlohmann::json all = nlohmann::json::parse(export_names_json);
    return all;
}

/// The pair [Chinese, NY/T 2539] of a key, "" where the style has no name.
std::string look_up(const nlohmann::json& list, const std::string& key, NameStyle style) {
    const auto found = list.find(key);
    if (found == list.end()) return {};
    return found->at(style == NameStyle::chinese ? 0 : 1).get<std::string>();
}

}  // namespace

std::optional<NameStyle> name_style(std::string_view said) {
    if (said == "town") return NameStyle::town;
    if (said == "chinese") return NameStyle::chinese;
    if (said == "nyt2539") return NameStyle::nyt2539;
    return {};
}

std::string table_name(NameStyle style, std::string_view table) {
    if (style == NameStyle::town) return std::string(table);
    const std::string name = look_up(names().at("tables"), std::string(table), style);
    return name.empty() ? std::string(table) : name;
}

std::string column_name(NameStyle style, std::string_view table, std::string_view base,
                        std::string_view column) {
    // "area_hundredths" is given away as a decimal number, so it is called "area".
    constexpr std::string_view whole = "_hundredths";
    std::string plain(column.ends_with(whole) ? column.substr(0, column.size() - whole.size()) : column);
    if (style == NameStyle::town) return plain;
    const nlohmann::json& columns = names().at("columns");
    for (const std::string_view owner : {table, base, std::string_view("*")}) {
        if (owner.empty()) continue;
        const std::string name = look_up(columns, std::string(owner) + "." + std::string(column), style);
        if (!name.empty()) return name;
    }
    return plain;
}

}  // namespace liangdi::exchange
