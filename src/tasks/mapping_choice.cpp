#include "tasks/mapping_choice.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"
#include "tasks/kept_mapping.hpp"

namespace liangdi::tasks {

exchange::FieldMapping mapping_by_names(const exchange::SourceLayer& layer, const land::TownShape& town,
                                        const std::string& table) {
    const auto* shape = land::find_table(town, table);
    if (!shape) throw Error("no_table", fmt::format("the town has no table '{}'", table));
    const auto* base = land::base_of(town, *shape);
    exchange::FieldMapping mapping;
    mapping.table = table;
    mapping.geometry = layer.has_geometry && shape->geometry != geo::GeometryKind::none;
    for (const auto& field : layer.fields) {
        if (field.name == "id" || !(shape->has(field.name) || (base && base->has(field.name)))) continue;
        exchange::FieldRule rule;
        rule.from = rule.to = field.name;
        mapping.fields.push_back(std::move(rule));
        if (field.name == "code") mapping.key = {"code"};
    }
    if (mapping.fields.empty()) {
        throw Error(
            "no_mapping",
            fmt::format("no column of '{}' bears the name of a column of '{}'; say what belongs where with "
                        "--map FILE.json (see the manual, field mapping)",
                        layer.name, table));
    }
    if (mapping.key.empty()) mapping.key = {mapping.fields.front().to};
    return mapping;
}

namespace {

/// Whether the table's own names are in use: its key and at least half of the columns.
bool bears_names(const exchange::SourceLayer& layer, const exchange::FieldMapping& mapping) {
    return mapping.key == std::vector<std::string>{"code"} &&
           mapping.fields.size() * 2 >= layer.fields.size();
}

/// What the user once said of these columns: beside the source, else in the town.
std::optional<MappingChoice> former(const Project& project, const exchange::Reader& reader,
                                    const exchange::SourceLayer& layer, const exchange::SourceSample& sample,
                                    const std::string& table) {
    const std::filesystem::path beside = exchange::mapping_file_beside(reader, layer);
    if (std::error_code ignored; std::filesystem::exists(beside, ignored)) {
        MappingChoice saved{exchange::read_mapping(beside), "saved", {}, beside};
        if (!table.empty() && saved.mapping.table != table)
            throw Error("no_mapping",
                        fmt::format("the mapping kept there is for the table '{}', not '{}'. Give --map, or "
                                    "write a new one with --write-map.",
                                    saved.mapping.table, table),
                        beside.string());
        return saved;
    }
    const auto kept = kept_mapping(*project.store->snapshot(), kept_mapping_name(reader, layer));
    if (!kept || (!table.empty() && kept->table != table) ||
        contradicts(*kept, exchange::guess_mapping(reader, layer, sample, project.store->shape(), table)))
        return {};
    return MappingChoice{*kept, "kept", shown_as_guess(*kept, layer), {}};
}

}  // namespace

MappingChoice choose_mapping(const Project& project, const exchange::Reader& reader,
                             const exchange::SourceLayer& layer, const exchange::SourceSample& sample,
                             const MappingWish& wish) {
    const land::TownShape& town = project.store->shape();
    if (wish.look_at_former)
        if (auto found = former(project, reader, layer, sample, wish.table)) return *std::move(found);
    exchange::FieldMapping by_names;
    if (!wish.table.empty()) {
        if (!land::find_table(town, wish.table))
            throw Error("no_table", fmt::format("the town has no table '{}'", wish.table));
        try {
            by_names = mapping_by_names(layer, town, wish.table);
            if (bears_names(layer, by_names)) return {by_names, "names", {}, {}};
        } catch (const Error&) {
        }
    }
    auto guess = exchange::guess_mapping(reader, layer, sample, town, wish.table);
    // Where the guess finds no more than the plain names do, those are what the user meant by --as.
    if (!by_names.fields.empty() && by_names.fields.size() >= guess.mapping.fields.size() && !guess.sure)
        return {by_names, "names", {}, {}};
    return {guess.mapping, "guess", guess, {}};
}

}  // namespace liangdi::tasks
