#include "tasks/import_source.hpp"

#include <fmt/format.h>

#include "exchange/import_run.hpp"
#include "geo/error.hpp"
#include "tasks/group_count_changes.hpp"
#include "tasks/kept_mapping.hpp"
#include "tasks/mapping_choice.hpp"
#include "tasks/town_place.hpp"

namespace liangdi::tasks {

namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += "\n  " + line;
    return all;
}

void take_mapping(const Project& project, const ImportParams& params, const exchange::Reader& reader,
                  const exchange::SourceLayer& layer, const exchange::SourceSample& sample,
                  ImportOutcome& outcome) {
    const std::filesystem::path target = !params.write_map ? std::filesystem::path()
                                         : params.write_map->empty()
                                             ? exchange::mapping_file_beside(reader, layer)
                                             : *params.write_map;
    if (params.mapping) {
        outcome.mapping = *params.mapping;
        outcome.mapping_from = "given";
    } else {
        MappingChoice choice =
            choose_mapping(project, reader, layer, sample, {params.table, !params.write_map});
        outcome.mapping = std::move(choice.mapping);
        outcome.mapping_from = std::move(choice.from);
        outcome.guess = std::move(choice.guess);
        outcome.map_file = std::move(choice.saved);
        if (outcome.mapping.table.empty())
            throw Error("no_mapping",
                        "no table of the town fits the columns of this source. Say what belongs where with "
                        "--map FILE.json (see the manual, field mapping).",
                        params.source.string());
    }
    if (!target.empty()) {
        exchange::write_mapping(target, outcome.mapping);
        outcome.map_file = target;
    }
    if (outcome.mapping_from == "guess" && !outcome.guess->sure && !params.dry_run)
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
    take_mapping(project, params, reader, layer, sample, outcome);
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
