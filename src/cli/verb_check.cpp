#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "cli/verb.hpp"
#include "tasks/check.hpp"

namespace liangdi::cli {

namespace {

bool chinese_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return std::string_view(value).starts_with("zh");
    return false;
}

nlohmann::json json_of_rule(const tasks::RuleListed& rule) {
    nlohmann::json out = {{"name", rule.name},
                          {"severity", land::to_text(rule.severity)},
                          {"caption", {{"zh", rule.caption_zh}, {"en", rule.caption_en}}},
                          {"mend", {{"zh", rule.mend_zh}, {"en", rule.mend_en}}},
                          {"needs_unlock", rule.sealed}};
    if (!rule.file.empty()) out["file"] = rule.file;
    return out;
}

class CheckVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.get_option("TOWN")->required(false);  // --list needs none
        app.add_option("--rule", params_.rules, "only this rule; may be given again")->type_name("NAME");
        app.add_option("--rules", params_.folder, "a folder with rules of your own, besides the shipped ones")
            ->type_name("DIR");
        app.add_flag("--keep", params_.keep, "remember in the town what is found, and what is found no more");
        app.add_option("--accept", params_.accept,
                       "what --rule finds at --code is right as it is, for this reason; it is not told again")
            ->type_name("WHY");
        app.add_option("--code", params_.code, "the code of the row whose findings are accepted")
            ->type_name("CODE");
        app.add_flag("--list", list_, "show the rules, run none");
        app.add_option("--lang", lang_, "language of captions: zh or en (default: the system's)")
            ->check(CLI::IsMember({"zh", "en"}));
        report_.add_json(app);
        report_.add_fail_on(app);
    }
    Exit run(Console& console) override {
        params_.chinese = lang_.empty() ? chinese_locale() : lang_ == "zh";
        if (list_) return list(console);
        if (town_.town.empty()) {
            console.note("liangdi: TOWN is required; see liangdi check --help");
            return Exit::usage;
        }
        auto project = town_.open();
        const auto outcome = tasks::check(project, params_, console.progress());
        if (report_.json)
            console.line(json_of(outcome).dump(2));
        else
            print(console, outcome);
        return report_.exit_for(outcome.findings);
    }

  private:
    const std::string& caption(const tasks::RuleListed& rule) const {
        return params_.chinese ? rule.caption_zh : rule.caption_en;
    }

    Exit list(Console& console) const {
        const auto rules = tasks::list_rules(params_);
        if (report_.json) {
            nlohmann::json all = nlohmann::json::array();
            for (const auto& rule : rules) all.push_back(json_of_rule(rule));
            console.line(nlohmann::json{{"rules", all}}.dump(2));
            return Exit::done;
        }
        for (const auto& rule : rules)
            console.line(fmt::format("{:<28} {:<8} {}{}", rule.name, land::to_text(rule.severity),
                                     caption(rule), rule.sealed ? " (--unlock)" : ""));
        return Exit::done;
    }

    static nlohmann::json json_of(const tasks::CheckOutcome& outcome) {
        nlohmann::json rules = nlohmann::json::array();
        for (const auto& rule : outcome.rules) {
            auto one = json_of_rule(rule);
            one["ran"] = rule.ran;
            one["count"] = rule.count;
            rules.push_back(std::move(one));
        }
        nlohmann::json out = {{"rules", rules},
                              {"findings_count", outcome.count},
                              {"accepted_count", outcome.accepted},
                              {"findings", cli::to_json(outcome.findings)}};
        if (outcome.seq != 0) out["seq"] = outcome.seq;
        return out;
    }

    void print(Console& console, const tasks::CheckOutcome& outcome) const {
        constexpr int shown = 5;  // of each rule: the whole is in --json
        std::size_t skipped = 0;
        for (const auto& rule : outcome.rules) {
            if (!rule.ran && rule.sealed) ++skipped;
            if (rule.count == 0) continue;
            console.line(fmt::format("{} ({}): {}", caption(rule), rule.name, rule.count));
            int n = 0;
            for (const auto& finding : outcome.findings)
                if (finding.rule == "check." + rule.name && n++ < shown)
                    console.line(
                        fmt::format("  {}: {}", land::to_text(finding.severity), land::to_line(finding)));
            if (rule.count > shown)
                console.line(fmt::format("  … {} in all; --json lists up to 1000", rule.count));
        }
        for (const auto& finding : outcome.findings)
            if (finding.rule == "check.rule_stopped")
                console.line(fmt::format("{}: {}", land::to_text(finding.severity), land::to_line(finding)));
        console.line(fmt::format("{} rules, {} findings", outcome.rules.size() - skipped, outcome.count));
        if (outcome.accepted > 0)
            console.line(fmt::format("{} findings are accepted and not shown", outcome.accepted));
        if (outcome.seq != 0) console.line(fmt::format("remembered; history entry {}", outcome.seq));
        if (skipped > 0)
            console.line(fmt::format("{} rules look at sealed records; add --unlock to run them", skipped));
    }

    TownOptions town_;
    tasks::CheckParams params_;
    bool list_ = false;
    std::string lang_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_check() {
    return std::make_unique<CheckVerb>();
}

}  // namespace liangdi::cli
