#include <fmt/format.h>

#include "cli/verb.hpp"
#include "cli/verb_import.hpp"
#include "tasks/load.hpp"

namespace liangdi::cli {

namespace {

class LoadVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        app.add_option("TOWN", params_.town, "the town file; made where there is none")->required();
        app.add_option("DIR", params_.folder, "folder with sources and a load.json")->required();
        app.add_option("--actor", params_.actor, "who does this (default: the system's user)");
        report_.add_json(app);
        report_.add_fail_on(app);
    }
    Exit run(Console& console) override {
        const auto outcome = tasks::load(params_, console.progress());
        Exit exit = Exit::done;
        nlohmann::json sources = nlohmann::json::array();
        for (const auto& source : outcome.sources) {
            if (report_.exit_for(source.import.report.findings) == Exit::refused) exit = Exit::refused;
            if (report_.json) {
                auto entry = to_json(source.import);
                entry["source"] = source.file;
                sources.push_back(std::move(entry));
            } else {
                print_import(console, source.file, source.import);
            }
        }
        if (report_.json) {
            nlohmann::json out = {
                {"town", params_.town.string()}, {"batch", outcome.batch}, {"sources", sources}};
            if (!outcome.recovery_key.empty()) out["recovery_key"] = outcome.recovery_key;
            console.line(out.dump(2));
            return exit;
        }
        console.line(
            fmt::format("loaded {} sources, {} findings", outcome.sources.size(), outcome.findings()));
        std::int64_t last = 0;
        for (const auto& source : outcome.sources) last = std::max(last, source.import.seq);
        if (last > 0) {
            // The entry is named, so that the words stay right after later edits.
            console.line(fmt::format("undo all of it with: liangdi undo {} --entry {} --batch",
                                     params_.town.string(), last));
        }
        if (!outcome.recovery_key.empty()) {
            console.line("recovery key, shown only now - write it down and lock it away:\n  " +
                         outcome.recovery_key);
        }
        return exit;
    }

  private:
    tasks::LoadParams params_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_load() {
    return std::make_unique<LoadVerb>();
}

}  // namespace liangdi::cli
