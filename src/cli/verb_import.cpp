#include "cli/verb_import.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"

namespace liangdi::cli {

nlohmann::json to_json(const tasks::ImportOutcome& outcome) {
    const auto& r = outcome.report;
    nlohmann::json findings = nlohmann::json::array();
    for (const auto& finding : r.findings) findings.push_back(to_json(finding));
    return {{"table", outcome.table},
            {"rows_read", r.rows_read},
            {"added", r.added},
            {"changed", r.changed},
            {"unchanged", r.unchanged},
            {"refused", r.refused},
            {"left_out_sealed", r.left_out_sealed},
            {"entry", outcome.seq},
            {"findings_count", r.findings_count},
            {"findings", findings}};
}

void print_import(Console& console, const std::string& source, const tasks::ImportOutcome& outcome) {
    const auto& r = outcome.report;
    console.line(fmt::format("{} -> {}: {} rows, {} added, {} changed, {} unchanged, {} refused{}", source,
                             outcome.table, r.rows_read, r.added, r.changed, r.unchanged, r.refused,
                             r.left_out_sealed
                                 ? fmt::format(", personal values of {} left out (locked)", r.left_out_sealed)
                                 : ""));
    print_findings(console, r.findings, r.findings_count);
}

namespace {

class ImportVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("SOURCE", params_.source, "file to import")->required();
        app.add_option("--layer", params_.layer, "layer or sheet of the source");
        app.add_option("--as", params_.table, "table of the town that the source's columns are named after")
            ->type_name("TABLE");
        app.add_option("--map", map_, "field mapping: which column goes where")->type_name("FILE.json");
        app.add_option("--crs", params_.crs, "CRS of the source where it names none, or a wrong one");
        app.add_option("--encoding", params_.encoding,
                       "GBK, GB18030, UTF-8 … where the source names none, or a wrong one");
        app.add_flag("--dry-run", params_.dry_run, "report only, change nothing");
        report_.add_json(app);
        report_.add_fail_on(app);
    }
    Exit run(Console& console) override {
        if (map_.empty() && params_.table.empty()) {
            throw Error(
                "no_mapping",
                "say which table the source belongs to (--as TABLE) or what belongs where (--map FILE.json)",
                params_.source.string());
        }
        if (!map_.empty()) params_.mapping = exchange::read_mapping(map_);
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
    std::string map_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_import() {
    return std::make_unique<ImportVerb>();
}

}  // namespace liangdi::cli
