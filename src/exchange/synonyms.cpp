#include "exchange/synonyms.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "exchange/cell_conversion.hpp"
#include "land/area.hpp"
#include "land/codes.hpp"
#include "land/id_number.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::exchange {

extern const char* const synonyms_json;

namespace {

using nlohmann::json;

SynonymField field_of(const json& value) {
    SynonymField field;
    field.rule.to = value.value("to", "");
    field.rule.seal = value.value("seal", "");
    field.rule.find = value.value("find", "");
    field.names = value.at("names").get<std::vector<std::string>>();
    field.form = value.value("form", "");
    field.unit = value.value("unit", "");
    field.weight = value.value("weight", 1.0);
    field.shares = value.value("shares", false);
    field.needed = value.value("needed", false);
    if (value.contains("values"))
        field.rule.values = value.at("values").get<std::map<std::string, std::string>>();
    const std::string as = value.value("as", "");
    if (as == "hundredths") field.rule.as = ReadAs::hundredths;
    if (as == "year") field.rule.as = ReadAs::year;
    if (as == "month_day") field.rule.as = ReadAs::month_day;
    if (as == "share") field.rule.as = ReadAs::share;
    return field;
}

std::vector<land::Cell> cells_of(const json& owner) {
    std::vector<land::Cell> out;
    if (owner.contains("set"))
        for (const auto& [column, value] : owner.at("set").items())
            out.push_back({column, value.get<std::string>()});
    return out;
}

std::vector<SynonymProfile> read_profiles() {
    std::vector<SynonymProfile> out;
    const json whole = json::parse(synonyms_json);
    for (const json& value : whole.at("profiles")) {
        SynonymProfile profile;
        profile.name = value.at("name").get<std::string>();
        profile.table = value.at("table").get<std::string>();
        profile.captions = value.at("captions").get<std::vector<std::string>>();
        profile.key = value.at("key").get<std::vector<std::string>>();
        profile.set = cells_of(value);
        profile.geometry = value.value("geometry", false);
        for (const json& field : value.at("fields")) profile.fields.push_back(field_of(field));
        if (value.contains("rows"))
            for (const json& said : value.at("rows")) {
                SynonymRow row;
                row.rule.table = said.at("table").get<std::string>();
                row.rule.parent = said.at("parent").get<std::string>();
                row.rule.set = cells_of(said);
                row.area = said.value("area", false);
                row.needed = said.value("needed", false);
                for (const json& field : said.at("fields")) row.fields.push_back(field_of(field));
                profile.rows.push_back(std::move(row));
            }
        out.push_back(std::move(profile));
    }
    return out;
}

std::string small_plain(std::string_view text) {
    std::string out = land::half_width(text);
    std::erase_if(out, [](char c) {
        return c == ' ' || c == '_' || c == '-' || c == '.' || c == '*' || c == '\n' || c == '\r' ||
               c == '\t';
    });
    return land::small_letters(out);
}

bool fits(const std::string& form, const std::string& value) {
    const std::string text = land::half_width(value);
    if (form == "id") return land::id_number_defect(text) == land::IdNumberDefect::none;
    if (form == "phone")
        return (text.size() == 11 && text[0] == '1' && land::is_digits(text)) ||
               (text.size() >= 7 && text.size() <= 13 && text[0] == '0');
    if (form == "date") return convert(text, ReadAs::date).ok();
    if (form == "integer") return convert(text, ReadAs::integer).ok();
    if (form == "number") return convert(text, ReadAs::real).ok();
    const auto kind = land::code_kind(text);
    if (form == "group") return kind == land::CodeKind::group;
    if (form == "contract_party") return kind == land::CodeKind::contract_party;
    if (form == "unit") return kind == land::CodeKind::real_estate_unit;
    if (form == "credit") return !land::code_problem(land::CodeKind::social_credit, text);
    if (form == "farmland")
        return kind == land::CodeKind::contract_parcel || land::parcel_kind_of_code(text) == form;
    return land::parcel_kind_of_code(text) == form;  // homestead, woodland
}

}  // namespace

const std::vector<SynonymProfile>& synonym_profiles() {
    static const std::vector<SynonymProfile> profiles = read_profiles();
    return profiles;
}

PlainHeader plain_header(std::string_view header) {
    PlainHeader out;
    std::string text = land::half_width(header);
    if (const auto open = text.find('('); open != std::string::npos && open > 0) {
        const auto close = text.find(')', open);
        const std::string inside =
            text.substr(open + 1, close == std::string::npos ? close : close - open - 1);
        if (const auto unit = land::area_unit(inside)) out.unit = land::to_text(*unit);
        text.erase(open, close == std::string::npos ? close : close - open + 1);
    }
    out.name = small_plain(text);
    if (out.unit.empty() && out.name.ends_with("亩")) out.unit = "mu";
    if (out.unit.empty() && (out.name.ends_with("平方米") || out.name.ends_with("㎡"))) out.unit = "m2";
    return out;
}

double name_score(const PlainHeader& header, const std::vector<std::string>& names) {
    constexpr std::size_t least_cut = 9, least_end = 6;  // bytes: three and two Chinese characters
    double best = 0;
    for (const std::string& said : names) {
        const std::string name = small_plain(said);
        if (header.name == name) return 1;
        if (header.name.size() >= least_cut && name.starts_with(header.name)) best = std::max(best, 0.85);
        if (name.size() >= least_end && static_cast<unsigned char>(name[0]) >= 0x80 &&
            header.name.ends_with(name))
            best = std::max(best, 0.6);
    }
    return best;
}

double form_share(const std::string& form, const std::vector<std::string>& values) {
    if (form.empty() || values.empty()) return 1;
    const auto fitting =
        std::count_if(values.begin(), values.end(), [&](const std::string& v) { return fits(form, v); });
    return static_cast<double>(fitting) / static_cast<double>(values.size());
}

}  // namespace liangdi::exchange
