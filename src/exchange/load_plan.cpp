#include "exchange/load_plan.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "geo/error.hpp"
#include "land/date.hpp"

namespace liangdi::exchange {
namespace fs = std::filesystem;
namespace {

using nlohmann::json;

struct PlanReader {
    fs::path folder;

    [[noreturn]] void complain(const std::string& path, const std::string& what) const {
        throw Error("bad_plan", what, (folder / "load.json").string() + " " + path);
    }

    void words(const json& object, const std::string& path, std::initializer_list<const char*> known) const {
        if (!object.is_object()) complain(path, "an object { } is wanted here");
        for (const auto& [key, ignored] : object.items())
            if (std::none_of(known.begin(), known.end(), [&](const char* word) { return key == word; })) {
                std::string all;
                for (const char* word : known) all += (all.empty() ? "" : ", ") + std::string(word);
                complain(path + "/" + key, "\"" + key + "\" is not known here. Known are " + all + ".");
            }
    }

    std::string text(const json& object, const char* key, const std::string& path) const {
        if (!object.contains(key) || object.at(key).is_null()) return {};
        if (!object.at(key).is_string()) complain(path + "/" + key, "text in quotes is wanted here");
        return object.at(key).get<std::string>();
    }

    fs::path inside(const std::string& said, const std::string& path) const {
        const fs::path relative(said);
        const bool climbs =
            std::any_of(relative.begin(), relative.end(), [](const fs::path& part) { return part == ".."; });
        if (relative.is_absolute() || climbs)
            complain(path, "\"" + said + "\" leads out of the folder; name a file inside it");
        std::error_code problem;
        const fs::path full = fs::weakly_canonical(folder / relative, problem),
                       root = fs::weakly_canonical(folder, problem);
        if (problem || std::mismatch(root.begin(), root.end(), full.begin(), full.end()).first != root.end())
            complain(path, "\"" + said + "\" leads out of the folder; name a file inside it");
        if (!fs::exists(full)) complain(path, "there is no file \"" + said + "\" in the folder");
        return folder / relative;
    }
};

}  // namespace

LoadPlan read_load_plan(const fs::path& folder) {
    const PlanReader reader{fs::absolute(folder).lexically_normal()};
    const json value = read_json(reader.folder / "load.json");
    reader.words(value, "/", {"name", "reference_date", "crs", "passphrase_file", "sources"});
    LoadPlan plan;
    plan.name = reader.text(value, "name", "");
    plan.reference_date = reader.text(value, "reference_date", "");
    if (!plan.reference_date.empty() && !land::parse_iso_date(plan.reference_date))
        reader.complain("/reference_date",
                        "\"" + plan.reference_date + "\" is not a day. Write it as 2025-11-25.");
    plan.crs = reader.text(value, "crs", "");
    if (plan.crs.empty()) plan.crs = "EPSG:4544";
    if (const std::string file = reader.text(value, "passphrase_file", ""); !file.empty())
        plan.passphrase_file = reader.inside(file, "/passphrase_file");
    if (!value.contains("sources") || !value.at("sources").is_array() || value.at("sources").empty())
        reader.complain("/sources", "a list of sources is wanted: [ { \"file\": …, \"map\": … } ]");
    for (std::size_t i = 0; i < value.at("sources").size(); ++i) {
        const json& said = value.at("sources").at(i);
        const std::string path = "/sources/" + std::to_string(i);
        reader.words(said, path, {"file", "layer", "encoding", "crs", "map"});
        LoadSource source;
        const std::string file = reader.text(said, "file", path);
        if (file.empty()) reader.complain(path, "\"file\" is missing");
        source.file = reader.inside(file, path + "/file");
        source.layer = reader.text(said, "layer", path);
        source.encoding = reader.text(said, "encoding", path);
        source.crs = reader.text(said, "crs", path);
        if (!said.contains("map"))
            reader.complain(path, "\"map\" is missing: a mapping, or the name of its file");
        source.mapping = said.at("map").is_string()
                             ? read_mapping(reader.inside(said.at("map").get<std::string>(), path + "/map"))
                             : parse_mapping(said.at("map"), "load.json " + path + "/map");
        plan.sources.push_back(std::move(source));
    }
    return plan;
}

void write_load_plan(const fs::path& folder, const LoadPlan& head,
                     const std::vector<PlannedSource>& sources) {
    json plan{{"name", head.name}, {"reference_date", head.reference_date}, {"crs", head.crs}};
    for (const PlannedSource& source : sources) {
        json one{{"file", source.file}, {"map", source.map}};
        const auto add = [&](const char* key, const std::string& value) {
            if (!value.empty()) one[key] = value;
        };
        add("layer", source.layer);
        add("encoding", source.encoding);
        add("crs", source.crs);
        plan["sources"].push_back(std::move(one));
    }
    write_json(folder / "load.json", plan);
}

}  // namespace liangdi::exchange
