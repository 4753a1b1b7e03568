#include "exchange/field_mapping.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<ReadAs, const char*>, 9> names_of_as{{{ReadAs::text, "text"},
                                                                     {ReadAs::integer, "integer"},
                                                                     {ReadAs::real, "real"},
                                                                     {ReadAs::date, "date"},
                                                                     {ReadAs::year, "year"},
                                                                     {ReadAs::month_day, "month_day"},
                                                                     {ReadAs::flag, "flag"},
                                                                     {ReadAs::hundredths, "hundredths"},
                                                                     {ReadAs::share, "share"}}};

/// A place in a JSON document, so that every complaint names it.
struct Spot {
    const json& value;
    std::string file, path;

    [[noreturn]] void complain(const std::string& what) const {
        throw Error("bad_mapping", what, file + " " + (path.empty() ? "/" : path));
    }
    Spot at(const std::string& key) const { return {value.at(key), file, path + "/" + key}; }
    Spot at(std::size_t i) const { return {value.at(i), file, path + "/" + std::to_string(i)}; }
    bool has(const char* key) const { return value.contains(key) && !value.at(key).is_null(); }

    void words(std::initializer_list<const char*> known) const {
        if (!value.is_object()) complain("an object { } is wanted here");
        std::string all;
        for (const char* word : known) all += (all.empty() ? "" : ", ") + std::string(word);
        for (const auto& [key, ignored] : value.items()) {
            bool found = false;
            for (const char* word : known) found = found || key == word;
            if (!found) at(key).complain("\"" + key + "\" is not known here. Known are " + all + ".");
        }
    }
    std::string text(const char* key) const {
        if (!has(key)) return {};
        if (!value.at(key).is_string()) at(key).complain("text in quotes is wanted here");
        return value.at(key).get<std::string>();
    }
    std::string needed(const char* key, const char* example) const {
        std::string found = text(key);
        if (found.empty())
            complain("\"" + std::string(key) + "\" is missing. Add for example \"" + key + "\": \"" +
                     example + "\".");
        return found;
    }
    bool flag(const char* key, bool usual) const {
        if (!has(key)) return usual;
        if (!value.at(key).is_boolean()) at(key).complain("true or false is wanted here");
        return value.at(key).get<bool>();
    }
    std::vector<std::string> list(const char* key) const {
        std::vector<std::string> out;
        if (!has(key)) return out;
        const Spot spot = at(key);
        if (!spot.value.is_array()) spot.complain("a list [ ] of column names is wanted here");
        for (std::size_t i = 0; i < spot.value.size(); ++i) {
            if (!spot.value[i].is_string()) spot.at(i).complain("a column name in quotes is wanted here");
            out.push_back(spot.value[i].get<std::string>());
        }
        return out;
    }
    template <class Take>
    void each(const char* key, Take take) const {
        if (!has(key)) return;
        const Spot spot = at(key);
        if (!spot.value.is_array()) spot.complain("a list [ ] is wanted here");
        for (std::size_t i = 0; i < spot.value.size(); ++i) take(spot.at(i));
    }
};

land::Value constant(const Spot& spot) {
    const json& v = spot.value;
    if (v.is_null()) return {};
    if (v.is_string()) return v.get<std::string>();
    if (v.is_boolean()) return std::int64_t{v.get<bool>()};
    if (v.is_number_integer()) return v.get<std::int64_t>();
    if (v.is_number()) return v.get<double>();
    spot.complain("a constant is text, a number, true, false or null");
}

std::vector<land::Cell> constants(const Spot& owner) {
    std::vector<land::Cell> out;
    if (!owner.has("set")) return out;
    const Spot set = owner.at("set");
    if (!set.value.is_object()) set.complain("an object { \"column\": value } is wanted here");
    for (const auto& [column, ignored] : set.value.items()) out.push_back({column, constant(set.at(column))});
    return out;
}

FieldRule rule_of(const Spot& spot) {
    spot.words({"from", "to", "seal", "find", "as", "values", "empty"});
    FieldRule rule;
    rule.from = spot.needed("from", "户室编码");
    rule.to = spot.text("to");
    rule.seal = spot.text("seal");
    if (rule.to.empty() == rule.seal.empty())
        spot.complain(
            "a field has either \"to\" (a column of the table) or \"seal\" (a key of the sealed record)");
    rule.find = spot.text("find");
    if (!rule.find.empty()) {
        const auto dot = rule.find.find('.');
        if (dot == std::string::npos || dot == 0 || dot + 1 == rule.find.size())
            spot.at("find").complain("write table and column, for example \"building.code\"");
        if (!rule.seal.empty()) spot.at("find").complain("a sealed value is not looked up");
    }
    if (const std::string as = spot.text("as"); !as.empty()) {
        std::string known;
        for (const auto& [value, name] : names_of_as) {
            if (as == name) rule.as = value;
            known += (known.empty() ? "" : ", ") + std::string(name);
        }
        if (rule.as == ReadAs::by_column)
            spot.at("as").complain("\"" + as + "\" is not known. Known are " + known + ".");
    }
    if (spot.has("values")) {
        const Spot values = spot.at("values");
        if (!values.value.is_object())
            values.complain("an object { \"in the source\": \"in the town\" } is wanted here");
        for (const auto& [said, meant] : values.value.items()) {
            if (meant.is_string())
                rule.values[said] = meant.get<std::string>();
            else if (meant.is_number_integer())
                rule.values[said] = std::to_string(meant.get<std::int64_t>());
            else if (meant.is_boolean())
                rule.values[said] = meant.get<bool>() ? "1" : "0";
            else
                values.at(said).complain("text, a whole number, true or false is wanted here");
        }
    }
    if (const std::string empty = spot.text("empty"); !empty.empty()) {
        if (empty != "clear" && empty != "keep")
            spot.at("empty").complain("\"clear\" or \"keep\" is wanted here");
        rule.clear = empty == "clear";
    }
    return rule;
}

json json_of(const land::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return nullptr;
}

json json_of(const std::vector<land::Cell>& set) {
    json out = json::object();
    for (const land::Cell& cell : set) out[cell.column] = json_of(cell.value);
    return out;
}

json json_of(const std::vector<FieldRule>& fields) {
    json out = json::array();
    for (const FieldRule& rule : fields) {
        json field{{"from", rule.from}};
        if (!rule.to.empty()) field["to"] = rule.to;
        if (!rule.seal.empty()) field["seal"] = rule.seal;
        if (!rule.find.empty()) field["find"] = rule.find;
        for (const auto& [value, name] : names_of_as)
            if (rule.as == value) field["as"] = name;
        if (!rule.values.empty()) field["values"] = rule.values;
        if (rule.clear) field["empty"] = "clear";
        out.push_back(std::move(field));
    }
    return out;
}

}  // namespace

FieldMapping parse_mapping(const json& value, const std::string& where) {
    const Spot spot{value, where, {}};
    spot.words({"table", "key", "set", "fields", "rows", "geometry", "key_may_be_empty", "measure"});
    FieldMapping mapping;
    mapping.table = spot.needed("table", "flat");
    mapping.key = spot.list("key");
    if (mapping.key.empty())
        spot.complain(
            "\"key\" is missing: without it a second run would add every row again. Add \"key\": "
            "[\"code\"].");
    mapping.set = constants(spot);
    spot.each("fields", [&](const Spot& field) { mapping.fields.push_back(rule_of(field)); });
    spot.each("rows", [&](const Spot& row) {
        row.words({"table", "parent", "key", "set", "fields"});
        ChildRule child;
        child.table = row.needed("table", "area_record");
        child.parent = row.needed("parent", "parcel");
        child.key = row.list("key");
        child.set = constants(row);
        row.each("fields", [&](const Spot& field) {
            child.fields.push_back(rule_of(field));
            if (!child.fields.back().seal.empty())
                field.at("seal").complain("sealed values belong to the main row");
        });
        mapping.rows.push_back(std::move(child));
    });
    mapping.geometry = spot.flag("geometry", false);
    mapping.key_may_be_empty = spot.flag("key_may_be_empty", false);
    mapping.measure = spot.flag("measure", true);
    return mapping;
}

json read_json(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error("no_file", "the file cannot be read", file.string());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    try {
        return json::parse(text);
    } catch (const json::exception& problem) {
        throw Error("bad_json", "this is not valid JSON: " + std::string(problem.what()), file.string());
    }
}

FieldMapping read_mapping(const std::filesystem::path& file) {
    return parse_mapping(read_json(file), file.filename().string());
}

void write_json(const std::filesystem::path& file, const json& value) {
    const std::filesystem::path beside = file.string() + ".new";
    std::error_code problem;
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out << value.dump(2) << '\n';
        out.flush();
        if (!out) problem = std::make_error_code(std::errc::io_error);
    }
    if (!problem) std::filesystem::rename(beside, file, problem);
    if (problem) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        throw Error("not_writable", "the file cannot be written here", file.string());
    }
}

void write_mapping(const std::filesystem::path& file, const FieldMapping& mapping) {
    write_json(file, to_json(mapping));
}

json to_json(const FieldMapping& mapping) {
    json out{{"table", mapping.table}, {"key", mapping.key}, {"fields", json_of(mapping.fields)}};
    if (!mapping.set.empty()) out["set"] = json_of(mapping.set);
    for (const ChildRule& child : mapping.rows) {
        json row{{"table", child.table}, {"parent", child.parent}, {"fields", json_of(child.fields)}};
        if (!child.key.empty()) row["key"] = child.key;
        if (!child.set.empty()) row["set"] = json_of(child.set);
        out["rows"].push_back(std::move(row));
    }
    if (mapping.geometry) out["geometry"] = true;
    if (mapping.key_may_be_empty) out["key_may_be_empty"] = true;
    if (!mapping.measure) out["measure"] = false;
    return out;
}

}  // namespace liangdi::exchange
