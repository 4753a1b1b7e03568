#include "tasks/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "geo/error.hpp"
#include "land/id_number.hpp"
#include "store/finding_rows.hpp"
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
         std::int64_t count) {
    rule.ran = true;
    rule.count = count;
    for (land::Finding& finding : findings) {
        name_row(town, finding);
        outcome.findings.push_back(std::move(finding));
    }
    outcome.count += count;
    outcome.rules.push_back(std::move(rule));
}

void run_clear_rules(store::Snapshot& town, const Chosen& chosen, bool chinese, CheckOutcome& outcome,
                     land::Progress& progress) {
    const std::string date = town.setting("reference_date");
    store::RuleSession session(town);
    for (const auto& rule : chosen.sql) session.compile(rule);
    std::int64_t done = 0;
    for (const auto& rule : chosen.sql) {
        progress.at(rule.caption(chinese), done++, static_cast<std::int64_t>(chosen.sql.size()));
        try {
            auto result = session.run(rule, date, progress);
            add(outcome, town, listed(rule), std::move(result.findings), result.count);
        } catch (const Error& error) {
            if (error.code() != "bad_rule") throw;
            outcome.findings.push_back(stopped(rule, error));
            ++outcome.count;
            outcome.rules.push_back(listed(rule));
        }
    }
}

void run_sealed_rules(store::Snapshot& town, const Chosen& chosen, const store::DataKey* key,
                      CheckOutcome& outcome, land::Progress& progress) {
    if (!key || chosen.sealed.empty()) {
        outcome.rules.insert(outcome.rules.end(), chosen.sealed.begin(), chosen.sealed.end());
        return;
    }
    std::vector<std::string> names;
    for (const auto& rule : chosen.sealed) names.push_back(rule.name);
    const auto found = sealed_findings(town, *key, town.setting("reference_date"), names, progress);
    for (const auto& rule : chosen.sealed) {
        std::vector<land::Finding> own;
        for (const auto& finding : found)
            if (finding.rule == "check." + rule.name) own.push_back(finding);
        const auto count = static_cast<std::int64_t>(own.size());
        add(outcome, town, rule, std::move(own), count);
    }
}

void leave_out(CheckOutcome& outcome, const std::vector<land::Finding>& accepted) {
    outcome.accepted += static_cast<std::int64_t>(accepted.size());
    outcome.count -= static_cast<std::int64_t>(accepted.size());
    for (const land::Finding& finding : accepted)
        for (RuleListed& rule : outcome.rules) rule.count -= finding.rule == "check." + rule.name;
}

/// Rules that ran to their end and of which every finding is here.
std::set<std::string> judged(const CheckOutcome& outcome) {
    std::map<std::string, std::int64_t> here;
    for (const land::Finding& finding : outcome.findings) ++here[finding.rule];
    std::set<std::string> out;
    for (const RuleListed& rule : outcome.rules)
        if (rule.ran && here["check." + rule.name] == rule.count) out.insert("check." + rule.name);
    return out;
}

void refuse_unsaid(const CheckParams& params) {
    if (params.accept.empty() && params.code.empty()) return;
    if (params.accept.empty() || params.code.empty() || params.rules.empty())
        throw Error("bad_accept", "say what is accepted and why: --rule, --code and --accept together");
    if (params.keep) throw Error("bad_accept", "--keep and --accept go one after the other");
    if (land::holds_personal_number(params.accept))
        throw Error(
            "bad_accept",
            "the reason holds an identity or telephone number and would stand in clear; leave it out");
}

/// What the town is to remember, from plain findings of the clear rules; accepted ones leave the outcome.
std::vector<land::Change> remembered(const store::Snapshot& town, const CheckParams& params, int srid,
                                     CheckOutcome& outcome) {
    const std::string date = town.setting("reference_date");
    const auto kept = store::finding_rows(town.db());
    std::vector<land::Change> changes;
    if (params.keep) {
        auto of_rows = outcome.findings;
        std::erase_if(of_rows, [](const auto& f) { return f.rule == "check.rule_stopped"; });
        changes = land::keep_findings(of_rows, kept, judged(outcome), date, srid);
    }
    leave_out(outcome, land::take_accepted(outcome.findings, kept));
    if (params.accept.empty()) return changes;

    const auto at = std::ranges::stable_partition(
        outcome.findings, [&](const auto& f) { return f.id == 0 || f.value != params.code; });
    const std::vector<land::Finding> now(at.begin(), at.end());
    if (now.empty())
        throw Error("no_finding", fmt::format("the chosen rules find nothing new at '{}'", params.code));
    outcome.findings.erase(at.begin(), at.end());
    leave_out(outcome, now);
    return land::accept_findings(now, kept, params.accept, date, srid);
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
    refuse_unsaid(params);
    const Chosen chosen = choose(params);
    CheckOutcome outcome;
    std::vector<land::Change> changes;
    {
        const auto town = project.store->snapshot();
        run_clear_rules(*town, chosen, params.chinese, outcome, progress);
        changes = remembered(*town, params, project.store->srid(), outcome);
        run_sealed_rules(*town, chosen, project.key ? &*project.key : nullptr, outcome, progress);
    }
    std::map<std::string, const RuleListed*> rules;
    for (const RuleListed& rule : outcome.rules) rules.emplace("check." + rule.name, &rule);
    for (land::Finding& finding : outcome.findings)
        if (const auto rule = rules.find(finding.rule); rule != rules.end())
            say(finding, *rule->second, params.chinese);
    if (changes.empty()) return outcome;
    const std::string why = params.accept.empty()
                                ? std::string("check: findings kept")
                                : fmt::format("check: accepted at {}: {}", params.code, params.accept);
    outcome.seq = project.store->apply({project.head(why), std::move(changes)}).seq;
    return outcome;
}

}  // namespace liangdi::tasks
