#include "cli/verb_import.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace liangdi::cli {

namespace {

nlohmann::json changes_json(const exchange::ImportReport& r) {
    nlohmann::json cells = nlohmann::json::array();
    for (const auto& c : r.changed_cells)
        cells.push_back(
            {{"row", c.row}, {"key", c.key}, {"column", c.column}, {"before", c.before}, {"after", c.after}});
    return {{"columns", r.changed_columns}, {"cells", cells}};
}

nlohmann::json guess_json(const exchange::MappingGuess& guess) {
    nlohmann::json fields = nlohmann::json::array();
    for (const auto& f : guess.fields)
        fields.push_back({{"from", f.from}, {"to", f.to}, {"score", f.score}, {"why", f.why}});
    return {{"sure", guess.sure}, {"score", guess.score},   {"runner_up", guess.runner_up},
            {"fields", fields},   {"unused", guess.unused}, {"doubts", guess.doubts}};
}

/// Before the first row is read, so that a wrong guess can be stopped with Ctrl+C.
void print_mapping(Console& console, const tasks::ImportOutcome& outcome) {
    if (!outcome.guess) return;
    console.line(outcome.mapping_from == "kept" ? "mapping of the last import of the same columns:"
                                                : "guessed mapping:");
    for (const std::string& line : exchange::lines_of(*outcome.guess)) console.line("  " + line);
    std::fflush(stdout);
}

void print_changes(Console& console, const exchange::ImportReport& r) {
    constexpr std::size_t shown = 10;
    std::string columns;
    for (const auto& [column, n] : r.changed_columns)
        columns += fmt::format("{}{} {}", columns.empty() ? "" : ", ", column, n);
    if (columns.empty()) return;
    console.line("  changed cells: " + columns);
    for (std::size_t i = 0; i < std::min(shown, r.changed_cells.size()); ++i) {
        const auto& c = r.changed_cells[i];
        console.line(
            fmt::format("    row {}, {}: {} '{}' -> '{}'", c.row, c.key, c.column, c.before, c.after));
    }
    if (r.changed_cells.size() > shown) console.line("    … --json lists up to 200");
}

}  // namespace

nlohmann::json to_json(const tasks::ImportOutcome& outcome) {
    const auto& r = outcome.report;
    nlohmann::json out = {{"table", outcome.table},
                          {"rows_read", r.rows_read},
                          {"added", r.added},
                          {"changed", r.changed},
                          {"unchanged", r.unchanged},
                          {"refused", r.refused},
                          {"repaired", r.repaired},
                          {"left_out_sealed", r.left_out_sealed},
                          {"entry", outcome.seq},
                          {"changes", changes_json(r)},
                          {"mapping_from", outcome.mapping_from},
                          {"findings_count", r.findings_count},
                          {"findings", to_json(r.findings)}};
    if (!r.frame.empty()) out["frame"] = r.frame;
    if (outcome.guess) {
        out["mapping"] = exchange::to_json(outcome.mapping);
        out["guess"] = guess_json(*outcome.guess);
    }
    if (!outcome.map_file.empty()) out["map_file"] = outcome.map_file.string();
    return out;
}

void print_import(Console& console, const std::string& source, const tasks::ImportOutcome& outcome) {
    const auto& r = outcome.report;
    if (!outcome.map_file.empty())
        console.line(fmt::format("mapping {} {}",
                                 outcome.mapping_from == "saved" ? "read from" : "written to",
                                 outcome.map_file.string()));
    console.line(fmt::format("{} -> {}: {} rows, {} added, {} changed, {} unchanged, {} refused{}{}", source,
                             outcome.table, r.rows_read, r.added, r.changed, r.unchanged, r.refused,
                             r.repaired ? fmt::format(", {} shapes repaired", r.repaired) : "",
                             r.left_out_sealed
                                 ? fmt::format(", personal values of {} left out (locked)", r.left_out_sealed)
                                 : ""));
    print_changes(console, r);
    print_findings(console, r.findings, r.findings_count);
}

namespace {

class ImportVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("SOURCE", params_.source, "file to import")->required();
        app.add_option("--layer", params_.layer, "layer or sheet of the source");
        app.add_option("--as", params_.table, "table of the town that the source belongs to")
            ->type_name("TABLE");
        app.add_option("--map", map_, "field mapping: which column goes where")->type_name("FILE.json");
        write_map_ =
            app.add_option(
                   "--write-map", map_out_,
                   "keep the mapping as a file, to be mended or for the next time; without a name beside "
                   "the source")
                ->type_name("[FILE.json]")
                ->expected(0, 1);
        app.add_option("--crs", params_.crs,
                       "CRS of the source where it names none, or a wrong one: EPSG:4523, or GCJ-02");
        app.add_flag("--swap-axes", params_.swap_axes, "the source's first coordinate is north");
        auto* control =
            app.add_option("--control-points", params_.control_points,
                           "points known in the source and in the town: name, east, north, east, north")
                ->type_name("FILE.csv");
        app.add_flag("--affine", params_.affine, "fit the control points with two scales")->needs(control);
        app.add_option("--encoding", params_.encoding,
                       "GBK, GB18030, UTF-8 … where the source names none, or a wrong one");
        app.add_flag("--dry-run", params_.dry_run, "show the mapping and report only, change nothing");
        report_.add_json(app);
        report_.add_fail_on(app);
    }
    Exit run(Console& console) override {
        if (!map_.empty()) params_.mapping = exchange::read_mapping(map_);
        if (write_map_->count() > 0) params_.write_map = std::filesystem::path(map_out_);
        if (!report_.json)
            params_.before_run = [&](const tasks::ImportOutcome& so_far) { print_mapping(console, so_far); };
        auto project = town_.open();
        const auto outcome = tasks::import_source(project, params_, console.progress());
        if (report_.json) {
            console.line(to_json(outcome).dump(2));
        } else {
            print_import(console, params_.source.filename().string(), outcome);
            if (params_.dry_run) console.line("dry run: nothing was changed");
        }
        return report_.exit_for(outcome.report.findings);
    }

  private:
    TownOptions town_;
    tasks::ImportParams params_;
    std::string map_, map_out_;
    CLI::Option* write_map_ = nullptr;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_import() {
    return std::make_unique<ImportVerb>();
}

}  // namespace liangdi::cli
