#include "tasks/kept_mapping.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "exchange/table_header.hpp"
#include "geo/error.hpp"
#include "store/sha256.hpp"

namespace liangdi::tasks {
namespace {

bool columns_are_the_formats(const std::string& format) {
    constexpr std::array formats{"DXF", "CAD", "DGN",         "LIBKML", "KML",
                                 "GPX", "OSM", "CNParcelTXT", "CASSDAT"};
    return std::any_of(formats.begin(), formats.end(), [&](const char* f) { return format == f; });
}

std::string kind_of(const exchange::FieldMapping& mapping) {
    for (const land::Cell& cell : mapping.set)
        if (cell.column == "kind") return land::to_display(cell.value);
    return {};
}

}  // namespace

std::string kept_mapping_name(const exchange::Reader& reader, const exchange::SourceLayer& layer) {
    if (columns_are_the_formats(reader.format())) return {};
    std::set<std::string> names;
    bool letters_only = true;
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        names.insert(layer.fields[i].name);
        letters_only = letters_only && layer.fields[i].name == exchange::column_letters(i);
    }
    if (names.empty() || letters_only) return {};
    store::Sha256 hash;
    hash.add(layer.has_geometry ? std::string("shapes\n") : std::string("table\n"));
    for (const std::string& name : names) hash.add(name + '\n');
    return "mapping " + hash.hex().substr(0, 32);
}

std::optional<exchange::FieldMapping> kept_mapping(const store::Snapshot& town, const std::string& name) {
    const std::string text = name.empty() ? std::string() : town.setting(name);
    if (text.empty()) return {};
    try {
        return exchange::parse_mapping(nlohmann::json::parse(text), name);
    } catch (const nlohmann::json::exception&) {  // an undone or foreign value: the guess takes its place
    } catch (const Error&) {
    }
    return {};
}

std::vector<land::Change> keep_mapping(store::Snapshot& town, const std::string& name,
                                       const exchange::FieldMapping& mapping) {
    const std::string text = exchange::to_json(mapping).dump(), before = town.setting(name);
    if (text == before) return {};
    const auto ids = town.ids_of("setting", "name", name);
    if (ids.empty()) return {land::Insert{"setting", {}, {{"name", name}, {"value", text}}}};
    return {land::Update{"setting", ids.front(), {{"value", before, text}}}};
}

bool contradicts(const exchange::FieldMapping& kept, const exchange::MappingGuess& guess) {
    return guess.sure && (guess.mapping.table != kept.table || kind_of(guess.mapping) != kind_of(kept));
}

exchange::MappingGuess shown_as_guess(const exchange::FieldMapping& kept,
                                      const exchange::SourceLayer& layer) {
    exchange::MappingGuess out;
    out.mapping = kept;
    out.sure = true;
    std::set<std::string> used;
    const auto show = [&](const std::vector<exchange::FieldRule>& rules, const std::string& where) {
        for (const exchange::FieldRule& rule : rules) {
            used.insert(rule.from);
            out.fields.push_back(
                {rule.from, rule.seal.empty() ? where + rule.to : "sealed " + rule.seal, 1, "as last time"});
        }
    };
    show(kept.fields, "");
    for (const exchange::ChildRule& child : kept.rows) show(child.fields, child.table + ".");
    for (const exchange::SourceField& field : layer.fields)
        if (!used.contains(field.name)) out.unused.push_back(field.name);
    return out;
}

}  // namespace liangdi::tasks
