// bench_open_data DIR: what Liangdi needs beyond GDAL's own reading, for every file of DIR/expected.json, in
// time and in memory. Each reading is a process of its own, so that neither warms the other's memory. Prints
// the worst ten and exits 1 where a file takes more than 2 s or 512 MiB above GDAL.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "exchange/doctor.hpp"
#include "exchange/import_run.hpp"
#include "exchange/source_dataset.hpp"
#include "geo/error.hpp"
#include "land/register.hpp"

using namespace liangdi;

namespace {

/// A town that holds nothing.
class EmptyTown : public land::Register {
  public:
    std::vector<std::int64_t> ids_of(std::string_view, std::string_view, std::string_view) override {
        return {};
    }
    std::optional<std::vector<land::Value>> row(std::string_view, std::int64_t,
                                                const std::vector<std::string>&) override {
        return {};
    }
    std::vector<std::int64_t> children(std::string_view, std::string_view, std::int64_t) override {
        return {};
    }
};

void read_by_gdal(const std::filesystem::path& file) {
    exchange::SourceOpening opening = exchange::opening_of(file);
    const exchange::SheetOptions sheets;
    const exchange::ArchiveNames names(opening.names_encoding);
    const exchange::GdalMessages quiet;
    const exchange::Dataset dataset = exchange::open_dataset(opening, file);
    OGRLayer* layer = nullptr;
    for (int i = 0; i < dataset->GetLayerCount(); ++i) {
        layer = dataset->GetLayer(i);
        layer->ResetReading();
        while (exchange::Feature(layer->GetNextFeature())) {
        }
    }
}

land::TownShape one_table(geo::GeometryKind kind) {
    land::TableShape table;
    table.name = "thing";
    table.geometry = kind;
    table.srid = 4544;
    for (const char* column : {"id", "code"}) {
        land::ColumnShape shape;
        shape.name = column;
        shape.type = column[0] == 'i' ? land::ColumnType::integer : land::ColumnType::text;
        table.columns.push_back(shape);
    }
    return {table};
}

void examine_all_layers(const std::filesystem::path& file) {
    const exchange::Reader reader(file);
    land::Progress progress;
    exchange::ExamineOptions options;
    options.place.crs = geo::Crs::from_text("EPSG:4544");
    exchange::examine(reader, options, progress);
}

void import_largest_layer(const std::filesystem::path& file) {
    const exchange::Reader reader(file);
    land::Progress progress;
    const auto largest = std::max_element(reader.layers().begin(), reader.layers().end(),
                                          [](const auto& a, const auto& b) { return a.count < b.count; });
    if (largest == reader.layers().end() || largest->fields.empty()) return;
    exchange::FieldMapping mapping;
    mapping.table = "thing";
    mapping.key = {"code"};
    mapping.geometry = largest->has_geometry;
    exchange::FieldRule rule;
    rule.from = largest->fields.front().name;
    rule.to = "code";
    mapping.fields.push_back(rule);
    const land::TownShape shape = one_table(geo::GeometryKind::multi_polygon);
    EmptyTown town;
    const geo::Crs plane = geo::Crs::from_text("EPSG:4544");
    const bool known = largest->crs.known();
    exchange::ImportContext context{shape,
                                    known && !largest->crs.geographic() ? largest->crs : plane,
                                    town,
                                    nullptr,
                                    known ? largest->crs : plane,
                                    progress};
    exchange::ImportRun run(reader, *largest, mapping, context);
    const land::ChangeSource next = run.changes();
    while (next()) {
    }
}

struct Cost {
    double seconds = 0, mib = 0;
    int status = 0;
};

template <class Work>
Cost cost_of(Work work) {
    const pid_t child = fork();
    if (child == 0) {
        int code = 0;
        try {
            work();
        } catch (const Error&) {
            code = 3;
        } catch (...) {
            code = 4;
        }
        _exit(code);
    }
    Cost cost;
    rusage usage{};
    wait4(child, &cost.status, 0, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    cost.seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    cost.mib = static_cast<double>(usage.ru_maxrss) / 1024;
    return cost;
}

struct Line {
    std::string path;
    Cost gdal, ours;
    double seconds_more() const { return ours.seconds - gdal.seconds; }
    double mib_more() const { return ours.mib - gdal.mib; }
};

void print(const std::vector<Line>& lines) {
    fmt::print(
        "| file | GDAL s | Liangdi s | more s | GDAL MiB | Liangdi MiB | more MiB "
        "|\n|---|---|---|---|---|---|---|\n");
    for (std::size_t i = 0; i < std::min<std::size_t>(10, lines.size()); ++i) {
        const Line& l = lines[i];
        fmt::print("| {} | {:.2f} | {:.2f} | {:.2f} | {:.0f} | {:.0f} | {:.0f} |\n", l.path, l.gdal.seconds,
                   l.ours.seconds, l.seconds_more(), l.gdal.mib, l.ours.mib, l.mib_more());
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: bench_open_data DIR\n");
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    std::ifstream in(folder / "expected.json");
    std::vector<Line> lines;
    int crashed = 0;
    for (const auto& entry : nlohmann::json::parse(in)) {
        const std::string path = entry.at("path");
        const std::filesystem::path file = folder / path;
        if (!std::filesystem::exists(file)) continue;
        Line line{path, cost_of([&] { read_by_gdal(file); }), cost_of([&] { examine_all_layers(file); })};
        const Cost import = cost_of([&] { import_largest_layer(file); });
        line.ours.seconds = std::max(line.ours.seconds, import.seconds);
        line.ours.mib = std::max(line.ours.mib, import.mib);
        line.ours.status = std::max(line.ours.status, import.status);
        const bool well = WIFEXITED(line.ours.status) && WEXITSTATUS(line.ours.status) != 4;
        if (!well) {
            ++crashed;
            fmt::print("CRASHED: {} (status {})\n", path, line.ours.status);
        }
        lines.push_back(std::move(line));
    }
    fmt::print(
        "{} files: GDAL's own reading of each against the dearer of Liangdi's examination and import; "
        "processor time\n\nmost time above "
        "GDAL\n\n",
        lines.size());
    std::sort(lines.begin(), lines.end(),
              [](const Line& a, const Line& b) { return a.seconds_more() > b.seconds_more(); });
    print(lines);
    const bool slow = !lines.empty() && lines.front().seconds_more() > 2;
    fmt::print("\nmost memory above GDAL\n\n");
    std::sort(lines.begin(), lines.end(),
              [](const Line& a, const Line& b) { return a.mib_more() > b.mib_more(); });
    print(lines);
    const bool large = !lines.empty() && lines.front().mib_more() > 512;
    return slow || large || crashed > 0 ? 1 : 0;
}
