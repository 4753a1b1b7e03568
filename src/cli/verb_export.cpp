#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/export_town.hpp"

namespace liangdi::cli {

namespace {

nlohmann::json table_json(const tasks::ExportOutcome::Table& table) {
    nlohmann::json out = {{"table", table.table},
                          {"layer", table.layer},
                          {"file", table.file.string()},
                          {"rows", table.report.rows},
                          {"refused", table.report.refused},
                          {"comes_back", !table.map_file.empty()},
                          {"findings_count", table.report.findings_count},
                          {"by_rule", table.report.by_rule},
                          {"findings", to_json(table.report.findings)}};
    if (!table.map_file.empty()) out["map_file"] = table.map_file.string();
    return out;
}

class ExportVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("--out", params_.out,
                       "file to write, or a folder for formats that hold one table a file")
            ->required();
        auto* what = app.add_option_group("what");
        what->add_option("--table", params_.tables, "table of the town; may be given several times")
            ->type_name("TABLE");
        what->add_flag("--all", all_, "every table that holds rows, and a load.json for them");
        what->require_option(1);
        app.add_option("--format", params_.format,
                       "GPKG, \"ESRI Shapefile\", XLSX … (default: by the extension)")
            ->type_name("DRIVER");
        app.add_option("--names", names_, "names of tables and fields")
            ->check(CLI::IsMember({"town", "chinese", "nyt2539"}));
        app.add_option("--encoding", params_.encoding, "GBK or UTF-8 where the format leaves a choice")
            ->check(CLI::IsMember({"GBK", "UTF-8", "GB18030"}));
        app.add_option("--crs", params_.crs, "CRS of the coordinates in the file (default: the town's)");
        app.add_option("--layer", params_.layer, "name of the layer or sheet of a single table");
        app.add_flag("--overwrite", params_.overwrite, "replace a file or layer that is there");
        report_.add_json(app);
        report_.add_fail_on(app);
    }
    Exit run(Console& console) override {
        params_.names = *exchange::name_style(names_);
        auto project = town_.open();
        const auto outcome = tasks::export_town(project, params_, console.progress());
        report_.json ? print_json(console, outcome) : print(console, outcome);
        return report_.exit_for(outcome.findings());
    }

  private:
    static void print_json(Console& console, const tasks::ExportOutcome& outcome) {
        nlohmann::json tables = nlohmann::json::array();
        for (const auto& table : outcome.tables) tables.push_back(table_json(table));
        nlohmann::json out = {{"tables", tables},
                              {"findings_count", outcome.findings_count()},
                              {"findings", to_json(outcome.whole.findings)}};
        if (!outcome.load_plan.empty()) out["load_plan"] = outcome.load_plan.string();
        console.line(out.dump(2));
    }
    static void print(Console& console, const tasks::ExportOutcome& outcome) {
        for (const auto& table : outcome.tables)
            console.line(fmt::format(
                "{} -> {}{}: {} rows{}{}", table.table, table.file.filename().string(),
                table.layer == table.file.stem().string() ? "" : " " + table.layer, table.report.rows,
                table.report.refused ? fmt::format(", {} left out", table.report.refused) : "",
                table.report.findings_count ? "" : ", comes back equal"));
        print_findings(console, outcome.findings(), outcome.findings_count());
        if (!outcome.load_plan.empty())
            console.line("bring it all back with: liangdi load NEW.sqlite " +
                         outcome.load_plan.parent_path().string());
    }

    TownOptions town_;
    tasks::ExportParams params_;
    bool all_ = false;
    std::string names_ = "town";
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_export() {
    return std::make_unique<ExportVerb>();
}

}  // namespace liangdi::cli
