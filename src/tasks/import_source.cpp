#include "tasks/import_source.hpp"

#include <fmt/format.h>

#include "exchange/import_run.hpp"
#include "geo/error.hpp"
#include "tasks/group_count_changes.hpp"
#include "tasks/kept_mapping.hpp"
#include "tasks/town_place.hpp"

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

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += "\n  " + line;
    return all;
}

/// Whether the table's own names are in use: its key and at least half of the columns.
bool bears_names(const exchange::SourceLayer& layer, const exchange::FieldMapping& mapping) {
    return mapping.key == std::vector<std::string>{"code"} &&
           mapping.fields.size() * 2 >= layer.fields.size();
}

void choose_mapping(const Project& project, const ImportParams& params, const exchange::Reader& reader,
                    const exchange::SourceLayer& layer, const exchange::SourceSample& sample,
                    ImportOutcome& outcome) {
    const std::filesystem::path beside = exchange::mapping_file_beside(reader, layer);
    const std::filesystem::path target =
        params.write_map ? (params.write_map->empty() ? beside : *params.write_map) : "";
    const auto keep = [&] {
        if (target.empty()) return;
        exchange::write_mapping(target, outcome.mapping);
        outcome.map_file = target;
    };
    if (params.mapping) {
        outcome.mapping = *params.mapping;
        outcome.mapping_from = "given";
        return keep();
    }
    std::error_code ignored;
    if (!params.write_map && std::filesystem::exists(beside, ignored)) {
        outcome.mapping = exchange::read_mapping(beside);
        outcome.mapping_from = "saved";
        outcome.map_file = beside;
        if (!params.table.empty() && outcome.mapping.table != params.table)
            throw Error("no_mapping",
                        fmt::format("the mapping kept there is for the table '{}', not '{}'. Give --map, or "
                                    "write a new one with --write-map.",
                                    outcome.mapping.table, params.table),
                        beside.string());
        return;
    }
    const land::TownShape& town = project.store->shape();
    if (!params.write_map) {
        const auto kept = kept_mapping(*project.store->snapshot(), kept_mapping_name(reader, layer));
        if (kept && (params.table.empty() || kept->table == params.table) &&
            !contradicts(*kept, exchange::guess_mapping(reader, layer, sample, town, params.table))) {
            outcome.mapping = *kept;
            outcome.mapping_from = "kept";
            outcome.guess = shown_as_guess(*kept, layer);
            return;
        }
    }
    if (!params.table.empty()) {
        if (!land::find_table(town, params.table))
            throw Error("no_table", fmt::format("the town has no table '{}'", params.table));
        try {
            outcome.mapping = mapping_by_names(layer, town, params.table);
            outcome.mapping_from = "names";
            if (bears_names(layer, outcome.mapping)) return keep();
        } catch (const Error&) {
        }
    }
    const exchange::FieldMapping by_names = outcome.mapping;
    outcome.guess = exchange::guess_mapping(reader, layer, sample, town, params.table);
    outcome.mapping = outcome.guess->mapping;
    outcome.mapping_from = "guess";
    // Where the guess finds no more than the plain names do, those are what the user meant by --as.
    if (!by_names.fields.empty() && by_names.fields.size() >= outcome.mapping.fields.size() &&
        !outcome.guess->sure) {
        outcome.guess.reset();
        outcome.mapping = by_names;
        outcome.mapping_from = "names";
        return keep();
    }
    if (outcome.mapping.table.empty())
        throw Error("no_mapping",
                    "no table of the town fits the columns of this source. Say what belongs where with --map "
                    "FILE.json (see "
                    "the manual, field mapping).",
                    params.source.string());
    keep();
    if (!outcome.guess->sure && !params.dry_run)
        throw Error("no_mapping",
                    "it is not sure where this source belongs. The best guess is:" +
                        joined(exchange::lines_of(*outcome.guess)) +
                        (outcome.map_file.empty() ? "\nAdd --write-map FILE.json to get it as a file, mend "
                                                    "that, and import with --map FILE.json."
                                                  : "\nIt was written to " + outcome.map_file.string() +
                                                        "; mend it and import with --map."),
                    params.source.string());
}

exchange::SourceFrame accepted_frame(const ImportParams& params) {
    exchange::SourceFrame frame;
    if (!params.crs.empty()) frame = exchange::frame_of_text(params.crs);
    frame.swapped = params.swap_axes;
    if (!params.control_points.empty())
        frame.fit = exchange::fit_control_points(
            exchange::read_control_points(params.control_points),
            params.affine ? exchange::FitKind::affine : exchange::FitKind::similarity);
    return frame;
}

/// For the history: what was done to the coordinates. The parameters themselves are kept nowhere.
std::string why_of(const ImportParams& params, const exchange::SourceFrame& frame) {
    std::string why = params.layer.empty()
                          ? fmt::format("import {}", params.source.filename().string())
                          : fmt::format("import {} ({})", params.source.filename().string(), params.layer);
    if (frame.fit)
        why += fmt::format(" (参数转换, {} control points, {}, RMSE {:.3f} m)", frame.fit->residuals.size(),
                           params.affine ? "affine" : "similarity", frame.fit->rmse_m);
    else if (frame.known())
        why += " (" + frame.options() + ")";
    return why;
}

}  // namespace

ImportOutcome import_source(Project& project, const ImportParams& params, land::Progress& progress) {
    const exchange::Reader reader(params.source, {params.encoding});
    const auto& layer = reader.layer(params.layer);
    const exchange::SourceSample sample = exchange::sample_of(reader, layer);
    ImportOutcome outcome;
    choose_mapping(project, params, reader, layer, sample, outcome);
    outcome.table = outcome.mapping.table;
    if (params.before_run) params.before_run(outcome);
    const exchange::FieldMapping& mapping = outcome.mapping;
    const exchange::SourceFrame frame = accepted_frame(params);
    exchange::TownPlace place;
    if (mapping.geometry) place = town_place(project, layer, sample);

    const auto town = project.store->snapshot(!params.dry_run);
    exchange::ImportContext context{project.store->shape(),
                                    project.crs(),
                                    *town,
                                    project.key ? &*project.key : nullptr,
                                    geo::Crs(),
                                    progress};
    context.accepted = frame;
    context.town_box = place.box;
    context.anchors = std::move(place.anchors);
    exchange::ImportRun run(reader, layer, mapping, context);
    const auto rows = run.changes();
    const std::string date = town->setting("reference_date");

    // After the last row: what the sealed changes mean for the clear counts, and the mapping for the next
    // time, in the same Edit.
    // A load has its plan to go by; names of the town's own need no memory.
    const bool worth_keeping =
        params.batch.empty() && (outcome.mapping_from == "guess" || outcome.mapping_from == "given");
    const std::string keep_as = worth_keeping ? kept_mapping_name(reader, layer) : "";
    std::optional<std::vector<land::Change>> counts;
    std::size_t next = 0;
    const land::ChangeSource changes = [&]() -> std::optional<land::Change> {
        if (!counts) {
            if (auto change = rows()) return change;
            counts = group_count_changes(*town, date, run.report().sealed_changes);
            if (!keep_as.empty())
                for (land::Change& change : keep_mapping(*town, keep_as, mapping))
                    counts->push_back(std::move(change));
        }
        if (next == counts->size()) return {};
        return (*counts)[next++];
    };

    if (params.dry_run) {
        while (changes()) {
        }
    } else {
        outcome.seq = project.store
                          ->apply(project.head(why_of(params, frame), params.batch), changes, progress,
                                  store::Stream::rows_once)
                          .seq;
    }
    outcome.report = run.report();
    outcome.report.sealed_changes = {};  // opened values live no longer than their Edit; a load has thousands
    return outcome;
}

}  // namespace liangdi::tasks
