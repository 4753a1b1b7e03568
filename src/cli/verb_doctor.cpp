#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/doctor.hpp"

namespace liangdi::cli {

namespace {

nlohmann::json to_json(const exchange::FileHealth& health) {
    nlohmann::json layers = nlohmann::json::array();
    for (const auto& layer : health.layers) {
        nlohmann::json proposals = nlohmann::json::array();
        for (const auto& p : layer.frame_report.proposals)
            proposals.push_back({{"what", p.what}, {"evidence", p.evidence}, {"accept", p.accept}});
        nlohmann::json out = {{"layer", layer.layer},
                              {"rows", layer.rows},
                              {"encoding", layer.encoding},
                              {"findings", cli::to_json(layer.findings)}};
        if (layer.has_geometry) {
            out["frame"] = layer.frame;
            out["frame_state"] = layer.frame_report.code();
            out["proposals"] = proposals;
        }
        if (layer.guess) {
            out["table"] = layer.guess->mapping.table;
            out["table_sure"] = layer.guess->sure;
            out["mapping"] = exchange::to_json(layer.guess->mapping);
        }
        layers.push_back(std::move(out));
    }
    return {{"file", health.file},
            {"format", health.format},
            {"findings", cli::to_json(health.findings)},
            {"layers", layers}};
}

class DoctorVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        app.add_option("FILE", params_.source, "the file to look at")->required();
        app.add_option("--town", params_.town, "the town that it is meant for")->type_name("TOWN");
        app.add_option("--layer", params_.layer, "only this layer or sheet");
        app.add_option("--encoding", params_.encoding, "look at it in this encoding");
        app.add_option("--town-crs", params_.crs, "CRS of the town, where none is given with --town");
        report_.add_json(app);
        report_.add_fail_on(app);
    }
    Exit run(Console& console) override {
        const auto health = tasks::doctor(params_, console.progress());
        const auto all = health.all();
        if (report_.json) {
            console.line(to_json(health).dump(2));
            return report_.exit_for(all);
        }
        console.line(fmt::format("{}: {}", health.file, health.format));
        for (const auto& finding : health.findings) print(console, finding);
        for (const auto& layer : health.layers) {
            console.line(fmt::format("{}: {} rows, text {}{}", layer.layer, layer.rows, layer.encoding,
                                     !layer.has_geometry   ? ", no geometry"
                                     : layer.frame.empty() ? ", names no CRS"
                                                           : ", " + layer.frame));
            if (layer.guess)
                for (const std::string& line : exchange::lines_of(*layer.guess)) console.line("  " + line);
            for (const auto& finding : layer.findings) print(console, finding);
        }
        if (all.empty()) console.line("nothing was found");
        return report_.exit_for(all);
    }

  private:
    static void print(Console& console, const land::Finding& finding) {
        console.line(fmt::format("  {}: {}", land::to_text(finding.severity), land::to_line(finding)));
    }
    tasks::DoctorParams params_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_doctor() {
    return std::make_unique<DoctorVerb>();
}

}  // namespace liangdi::cli
