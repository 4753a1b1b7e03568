#include <fmt/format.h>

#include "cli/drawing.hpp"
#include "cli/verb.hpp"
#include "tasks/ledger.hpp"

namespace liangdi::cli {

namespace {

nlohmann::ordered_json to_json(const tasks::WrittenLedger& written) {
    nlohmann::ordered_json figures = nlohmann::ordered_json::object();
    for (const auto& [name, text] : written.named) {
        if (text.find('.') == std::string::npos) {
            figures[name] = std::stoll(text);
        } else {
            figures[name] = text;
        }
    }
    nlohmann::ordered_json out = {
        {"kind", written.kind}, {"file", written.file.string()}, {"rows", written.rows}};
    if (!written.level.empty()) out["by"] = written.level;
    out["figures"] = figures;
    out["notes"] = written.notes;
    return out;
}

class LedgerVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        auto kinds = tasks::ledger_kinds();
        kinds.emplace_back("all");
        app.add_option("--kind", params_.kind, "which ledger; all: each into a folder")
            ->required()
            ->check(CLI::IsMember(kinds));
        app.add_option("--out", out_, "file to write (.xlsx, .csv, .pdf), or a folder for all")->required();
        app.add_option("--by", params_.level, "land only (default: household)")
            ->check(CLI::IsMember(tasks::ledger_levels()));
        language_.add_to(app, "of captions and words");
        app.add_flag("--public", params_.public_edition, "for the notice board: nobody is named");
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        params_.language = language_.language();
        params_.reason = town_.reason;
        const auto application = out_.extension() == ".pdf" ? drawing_application() : nullptr;
        auto project = town_.open();
        const auto written = tasks::write_ledgers(project, params_, out_, console.progress());
        console.end_progress();
        if (report_.json) {
            auto all = nlohmann::ordered_json::array();
            for (const auto& one : written) all.push_back(to_json(one));
            console.line(nlohmann::ordered_json{{"ledgers", all}}.dump(2));
            return Exit::done;
        }
        for (const auto& one : written) {
            std::string line =
                fmt::format("{} -> {}: {} rows", one.kind, one.file.filename().string(), one.rows);
            for (const auto& figure : one.figures)
                line += fmt::format(", {} {}", figure.caption, figure.value);
            console.line(line);
            for (const auto& note : one.notes) console.note(note);
        }
        return Exit::done;
    }

  private:
    TownOptions town_;
    tasks::LedgerParams params_;
    LanguageOption language_;
    std::filesystem::path out_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_ledger() {
    return std::make_unique<LedgerVerb>();
}

}  // namespace liangdi::cli
