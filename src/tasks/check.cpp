#include "tasks/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "geo/error.hpp"
#include "store/rule_run.hpp"
#include "tasks/check_files.hpp"
#include "tasks/check_sealed.hpp"

namespace liangdi::tasks {

namespace {

struct Chosen {
    std::vector<land::CheckRule> sql;
    std::vector<RuleListed> sealed;
};

RuleListed listed(const land::CheckRule& rule) {
    return {rule.name,    rule.file,     rule.caption_zh, rule.caption_en, rule.mend_zh,
            rule.mend_en, rule.severity, false,           false,           0};
}

void refuse_double(const std::vector<land::CheckRule>& rules) {
    std::map<std::string, std::string> known;
    for (const RuleListed& rule : sealed_rules_listed()) known.emplace(rule.name, "the program");
    for (const auto& rule : rules)
        if (const auto [other, added] = known.emplace(rule.name, rule.file); !added)
            throw Error("bad_rule", fmt::format("{} has a rule of this name, too; rename one", other->second),
                        rule.file + ":1");
}

/// "check.parcel_overlap" is understood as well: that is what a finding shows.
std::string plain_name(std::string_view name) {
    return std::string(name.starts_with("check.") ? name.substr(6) : name);
}

Chosen choose(const CheckParams& params) {
    Chosen all;
    all.sql = read_check_rules(check_directory());
    if (!params.folder.empty())
        for (auto& rule : read_check_rules(params.folder)) all.sql.push_back(std::move(rule));
    refuse_double(all.sql);
    all.sealed = sealed_rules_listed();
    if (params.rules.empty()) return all;
    Chosen out;
    for (const std::string& named : params.rules) {
        const std::string name = plain_name(named);
        const auto bears = [&](const auto& rule) { return rule.name == name; };
        const auto sql = std::find_if(all.sql.begin(), all.sql.end(), bears);
        const auto sealed = std::find_if(all.sealed.begin(), all.sealed.end(), bears);
        if (sql != all.sql.end())
            out.sql.push_back(*sql);
        else if (sealed != all.sealed.end())
            out.sealed.push_back(*sealed);
        else
            throw Error("no_rule", fmt::format("there is no rule '{}'; --list shows them", named));
    }
    return out;
}

/// What the row is known by: its code, else its contract or certificate; for a person, household or
/// cooperative the code of its party.
void name_row(store::Snapshot& town, land::Finding& finding) {
    if (finding.id == 0 || finding.table.empty()) return;
    const auto* table = land::find_table(town.shape(), finding.table);
    if (!table) return;
    const auto* base = land::base_of(town.shape(), *table);
    for (const char* column : {"code", "contract_no", "certificate"}) {
        if (!table->has(column) && !(base && base->has(column))) continue;
        const auto row = town.row(finding.table, finding.id, {column});
        if (!row || land::is_null(row->front())) return;
        finding.field = column;
        finding.value = land::to_display(row->front());
        return;
    }
}

land::Finding stopped(const land::CheckRule& rule, const Error& error) {
    land::Finding out;
    out.rule = "check.rule_stopped";
    out.source = rule.file;
    const std::string& where = error.where();
    const auto colon = where.rfind(':');
    if (colon != std::string::npos)
        std::from_chars(where.data() + colon + 1, where.data() + where.size(), out.row);
    out.reason = error.message();
    out.mend = "mend the rule, or take its file out of the folder";
    return out;
}

void say(land::Finding& finding, const RuleListed& rule, bool chinese) {
    const std::string& caption = chinese ? rule.caption_zh : rule.caption_en;
    finding.reason = finding.reason.empty()
                         ? caption
                         : fmt::format("{}{}{}", caption, chinese ? "：" : ": ", finding.reason);
    finding.mend = chinese ? rule.mend_zh : rule.mend_en;
}

void add(CheckOutcome& outcome, store::Snapshot& town, RuleListed rule, std::vector<land::Finding> findings,
         std::int64_t count, bool chinese) {
    rule.ran = true;
    rule.count = count;
    for (land::Finding& finding : findings) {
        name_row(town, finding);
        say(finding, rule, chinese);
        outcome.findings.push_back(std::move(finding));
    }
    outcome.count += count;
    outcome.rules.push_back(std::move(rule));
}

}  // namespace

std::vector<RuleListed> list_rules(const CheckParams& params) {
    const Chosen chosen = choose(params);
    std::vector<RuleListed> out;
    for (const auto& rule : chosen.sql) out.push_back(listed(rule));
    out.insert(out.end(), chosen.sealed.begin(), chosen.sealed.end());
    return out;
}

CheckOutcome check(Project& project, const CheckParams& params, land::Progress& progress) {
    const Chosen chosen = choose(params);
    const auto town = project.store->snapshot();
    const std::string date = town->setting("reference_date");
    CheckOutcome outcome;
    {
        store::RuleSession session(*town);
        for (const auto& rule : chosen.sql) session.compile(rule);
        std::int64_t done = 0;
        for (const auto& rule : chosen.sql) {
            progress.at(rule.caption(params.chinese), done++, static_cast<std::int64_t>(chosen.sql.size()));
            try {
                auto result = session.run(rule, date, progress);
                add(outcome, *town, listed(rule), std::move(result.findings), result.count, params.chinese);
            } catch (const Error& error) {
                if (error.code() != "bad_rule") throw;
                outcome.findings.push_back(stopped(rule, error));
                ++outcome.count;
                outcome.rules.push_back(listed(rule));
            }
        }
    }
    if (!project.key || chosen.sealed.empty()) {
        outcome.rules.insert(outcome.rules.end(), chosen.sealed.begin(), chosen.sealed.end());
        return outcome;
    }
    std::vector<std::string> names;
    for (const auto& rule : chosen.sealed) names.push_back(rule.name);
    const auto found = sealed_findings(*town, *project.key, date, names, progress);
    for (const auto& rule : chosen.sealed) {
        std::vector<land::Finding> own;
        for (const auto& finding : found)
            if (finding.rule == "check." + rule.name) own.push_back(finding);
        const auto count = static_cast<std::int64_t>(own.size());
        add(outcome, *town, rule, std::move(own), count, params.chinese);
    }
    return outcome;
}

}  // namespace liangdi::tasks
