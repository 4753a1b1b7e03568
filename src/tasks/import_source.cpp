#include "tasks/import_source.hpp"

#include <fmt/format.h>

#include "exchange/import_run.hpp"
#include "geo/error.hpp"
#include "tasks/group_count_changes.hpp"

namespace liangdi::tasks {

exchange::FieldMapping mapping_by_names(const exchange::SourceLayer& layer, const land::TownShape& town,
                                        const std::string& table) {
    const auto* shape = land::find_table(town, table);
    if (!shape) throw Error("no_table", fmt::format("the town has no table '{}'", table));
    const auto* base = shape->extends.empty() ? nullptr : land::find_table(town, shape->extends);
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

ImportOutcome import_source(Project& project, const ImportParams& params, land::Progress& progress) {
    const exchange::Reader reader(params.source, {params.encoding});
    const auto& layer = reader.layer(params.layer);
    const auto mapping =
        params.mapping ? *params.mapping : mapping_by_names(layer, project.store->shape(), params.table);

    const auto town = project.store->snapshot(!params.dry_run);
    const exchange::ImportContext context{project.store->shape(),
                                          project.crs(),
                                          *town,
                                          project.key ? &*project.key : nullptr,
                                          params.crs.empty() ? geo::Crs() : geo::Crs::from_text(params.crs),
                                          progress};
    exchange::ImportRun run(reader, layer, mapping, context);
    const auto rows = run.changes();
    const std::string date = town->setting("reference_date");

    // After the last row: what the sealed changes mean for the clear counts, in the same Edit.
    std::optional<std::vector<land::Change>> counts;
    std::size_t next = 0;
    const land::ChangeSource changes = [&]() -> std::optional<land::Change> {
        if (!counts) {
            if (auto change = rows()) return change;
            counts = group_count_changes(*town, date, run.report().sealed_changes);
        }
        if (next == counts->size()) return {};
        return (*counts)[next++];
    };

    ImportOutcome outcome;
    outcome.table = mapping.table;
    if (params.dry_run) {
        while (changes()) {
        }
    } else {
        const auto head =
            project.head(fmt::format("import {}", params.source.filename().string()), params.batch);
        outcome.seq = project.store->apply(head, changes, progress).seq;
    }
    outcome.report = run.report();
    return outcome;
}

}  // namespace liangdi::tasks
