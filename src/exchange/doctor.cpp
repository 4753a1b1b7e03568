#include "exchange/doctor.hpp"

#include <fmt/format.h>

#include "exchange/count_doctor.hpp"
#include "exchange/encoding_doctor.hpp"
#include "exchange/geometry_doctor.hpp"
#include "exchange/key_doctor.hpp"
#include "exchange/number_doctor.hpp"
#include "exchange/source_sample.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

std::vector<std::string> key_columns(const std::optional<MappingGuess>& guess) {
    std::vector<std::string> out;
    if (!guess || !guess->sure) return out;
    if (guess->mapping.table == "sealed") return {""};  // several rows of one person are as it should be
    for (const std::string& key : guess->mapping.key)
        for (const FieldRule& rule : guess->mapping.fields)
            if (rule.to == key) out.push_back(rule.from);
    return out;
}

LayerHealth examine_layer(const Reader& reader, const SourceLayer& layer, const ExamineOptions& options,
                          const CrsDoctor& frames, land::Progress& progress) {
    LayerHealth health;
    health.layer = layer.name;
    health.encoding = reader.encoding(layer);
    health.has_geometry = layer.has_geometry;
    health.frame = layer.crs.known() ? SourceFrame{layer.crs, false, false, {}}.name() : "";
    const SourceSample sample = sample_of(reader, layer);
    if (options.shape) {
        MappingGuess guess = guess_mapping(reader, layer, sample, *options.shape);
        if (!guess.mapping.table.empty()) health.guess = std::move(guess);
    }
    GeometryDoctor geometry(layer);
    KeyDoctor keys(layer, key_columns(health.guess));
    NumberDoctor numbers(layer);
    std::string broken;
    std::int64_t readable = 0;
    try {
        reader.each(layer, [&](const SourceRow& row) {
            progress.at(layer.name, ++health.rows, layer.count);
            geometry.row(row);
            if (row.row_problem.empty()) ++readable, keys.row(row), numbers.row(row);
            return true;
        });
    } catch (const Error& problem) {
        broken = problem.message();
    }
    const std::string source =
        reader.file().filename().string() + (reader.layers().size() > 1 ? " " + layer.name : "");
    const auto take = [&](std::vector<land::Finding> more) {
        for (land::Finding& f : more) f.source = source, health.findings.push_back(std::move(f));
    };
    if (!broken.empty())
        take({{land::Severity::error,
               "source.cut_short",
               "",
               0,
               "",
               health.rows,
               "",
               "",
               fmt::format("reading stopped after {} rows: {}", health.rows, broken),
               "ask the sender for a complete copy",
               {}}});
    if (auto few = count_finding(reader.format(), layer, readable); few && broken.empty())
        take({*std::move(few)});
    take(encoding_findings(reader, layer, sample.rows));
    if (layer.has_geometry && !sample.points.empty()) {
        health.frame_report = frames.look(layer.crs, sample.points, sample.boxes);
        const FrameReport& frame = health.frame_report;
        if (frame.stops())
            take({{land::Severity::error,
                   "frame." + frame.code().substr(4),
                   "",
                   0,
                   "",
                   0,
                   "",
                   health.frame,
                   frame.message(),
                   "",
                   {}}});
        take(frame.notes);
    }
    take(geometry.findings());
    take(keys.findings());
    take(numbers.findings());
    return health;
}

}  // namespace

std::vector<land::Finding> FileHealth::all() const {
    std::vector<land::Finding> out = findings;
    for (const LayerHealth& layer : layers)
        out.insert(out.end(), layer.findings.begin(), layer.findings.end());
    return out;
}

FileHealth examine(const Reader& reader, const ExamineOptions& options, land::Progress& progress) {
    FileHealth health;
    health.file = reader.file().string();
    health.format = reader.format();
    const std::string source = reader.file().filename().string();
    for (const SourceRemark& remark : reader.remarks())
        health.findings.push_back(
            {remark.severity, remark.rule, "", 0, source, 0, "", "", remark.reason, remark.mend, {}});
    if (reader.says_gcj02())
        health.findings.push_back({land::Severity::error,
                                   "frame.gcj02",
                                   "",
                                   0,
                                   source,
                                   0,
                                   "",
                                   "",
                                   "the file declares GCJ-02, the offset coordinates of web maps",
                                   "import it with --crs GCJ-02: the offset is taken out",
                                   {}});
    if (reader.layers().empty())
        health.findings.push_back({land::Severity::error,
                                   "source.no_layer",
                                   "",
                                   0,
                                   source,
                                   0,
                                   "",
                                   "",
                                   "the file holds no layer and no table",
                                   "ask the sender for a complete copy",
                                   {}});
    const CrsDoctor frames(options.place);
    for (const SourceLayer& layer : reader.layers())
        if (options.layer.empty() || layer.name == options.layer)
            health.layers.push_back(examine_layer(reader, layer, options, frames, progress));
    return health;
}

}  // namespace liangdi::exchange
