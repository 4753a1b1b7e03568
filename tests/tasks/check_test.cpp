#include "tasks/check.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "exchange/load_plan.hpp"
#include "sample_project.hpp"
#include "tasks/check_files.hpp"
#include "tasks/doctor.hpp"
#include "tasks/info.hpp"
#include "tasks/load.hpp"
#include "tasks/sample.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

tasks::CheckOutcome check(tasks::Project& project, const tasks::CheckParams& params = {}) {
    land::Progress silent;
    return tasks::check(project, params, silent);
}

json truth_of(const std::filesystem::path& folder) {
    std::ifstream in(folder / "truth.json");
    return json::parse(in);
}

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

const std::string head = "-- caption.zh: 测试\n-- mend.zh: 改\n-- severity: note\n";

}  // namespace

TEST_CASE("the clean town has no finding but explained notes, locked and unlocked") {
    const TownFolder folder;
    auto project = open_unlocked(town_copy(folder));
    const auto outcome = check(project);
    CHECK(outcome.rules.size() >= 60);
    for (const auto& rule : outcome.rules) {
        INFO(rule.name);
        CHECK(rule.ran);
    }
    for (const auto& finding : outcome.findings) {
        INFO(land::to_line(finding));
        CHECK(finding.severity == land::Severity::note);
        CHECK(finding.rule == "check.agreement_needs_extension");  // the manual explains it
    }
    auto locked = open(loaded_town());
    for (const auto& rule : check(locked).rules) CHECK(rule.ran == !rule.sealed);
}

TEST_CASE("every planted fault is found, by its rule and at its row, and the figures are as wrong as told") {
    const TownFolder folder;
    land::Progress silent;
    tasks::SampleParams sample;
    sample.folder = folder / "mess";
    sample.mess = true;
    tasks::sample(sample, silent);
    tasks::LoadParams load;
    load.town = folder / "town.sqlite";
    load.folder = sample.folder;
    const auto loaded = tasks::load(load, silent);
    raw(load.town).run(bytes_of(sample.folder / "来件/其他软件改图.sql"));
    tasks::OpenParams unlocked;
    unlocked.town = load.town;
    unlocked.unlock = sample.folder / "passphrase.txt";
    unlocked.reason = "test";
    auto project = tasks::open_project(unlocked);
    const auto outcome = check(project);

    using Place = std::tuple<std::string, std::string, std::string>;
    std::set<Place> found, at_load;
    for (const auto& f : outcome.findings) {
        found.emplace(f.rule, f.table, f.value);
        CHECK_FALSE(f.reason.empty());
        CHECK_FALSE(f.mend.empty());
    }
    for (const auto& source : loaded.sources)
        for (const auto& f : source.import.report.findings) at_load.emplace(source.file, f.rule, f.table);

    const json truth = truth_of(sample.folder);
    std::set<std::string> kinds;
    for (const auto& fault : truth.at("faults")) {
        INFO(fault.dump());
        kinds.insert(fault.at("kind"));
        const std::string finder = fault.at("finder"), rule = fault.at("rule");
        if (finder == "check" || finder == "check --unlock") {
            CHECK(found.contains({rule, fault.at("table"), fault.at("code")}));
        } else if (finder == "load") {
            CHECK(at_load.contains({fault.at("source"), rule, fault.at("table")}));
        } else {
            REQUIRE(finder == "doctor");
            tasks::DoctorParams doctor;
            doctor.source = sample.folder / fault.at("source").get<std::string>();
            doctor.town = load.town;
            const auto health = tasks::doctor(doctor, silent).all();
            CHECK(std::any_of(health.begin(), health.end(), [&](const auto& f) { return f.rule == rule; }));
        }
    }
    CHECK(kinds.size() >= 25);
    for (const auto& rule : outcome.rules) {
        INFO(rule.name);
        CHECK(std::any_of(outcome.findings.begin(), outcome.findings.end(),
                          [&](const auto& f) { return f.rule == "check." + rule.name; }));
    }

    const auto wrong = land::named(tasks::info(project).figures);
    auto clean = open(loaded_town());
    const auto right = land::named(tasks::info(clean).figures);
    std::map<std::string, json> told;
    for (const auto& figure : truth.at("figures")) told[figure.at("figure")] = figure;
    CHECK(told.size() >= 5);
    const auto as_json = [](const land::NamedFigure& figure) {
        return std::visit([](const auto& value) { return json(value); }, figure.value);
    };
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        INFO(wrong[i].name);
        const auto figure = told.find(wrong[i].name);
        CHECK(as_json(wrong[i]) == (figure == told.end() ? as_json(right[i]) : figure->second.at("wrong")));
        if (figure != told.end()) CHECK(as_json(right[i]) == figure->second.at("right"));
    }
}

TEST_CASE("rules of one's own run beside the shipped ones; a faulty one stops all before any is run") {
    const TownFolder folder;
    std::filesystem::create_directory(folder / "rules");
    write(folder / "rules/网格名称.sql",
          head + "SELECT 'grid', id, NULL, name, geometry FROM grid WHERE code='none'");
    auto project = open(loaded_town());
    tasks::CheckParams params;
    params.folder = folder / "rules";
    const auto listed = tasks::list_rules(params);
    CHECK(std::any_of(listed.begin(), listed.end(), [](const auto& r) { return r.name == "网格名称"; }));
    params.rules = {"网格名称", "check.parcel_code_twice"};
    const auto outcome = check(project, params);
    CHECK(outcome.rules.size() == 2);
    CHECK(outcome.count == 0);

    std::string message;
    params.rules = {"no_such_rule"};
    CHECK(code_of([&] { check(project, params); }) == "no_rule");
    params.rules.clear();
    write(folder / "rules/bad.sql", head + "\n\n\nSELEC 1");
    CHECK(code_of([&] { check(project, params); }, &message) == "bad_rule");
    CHECK_THAT(message, ContainsSubstring("bad.sql:7"));
    std::filesystem::remove(folder / "rules/bad.sql");
    write(folder / "rules/parcel_overlap.sql", head + "SELECT 'grid', id, NULL, name, NULL FROM grid");
    CHECK(code_of([&] { check(project, params); }, &message) == "bad_rule");
    CHECK_THAT(message, ContainsSubstring("parcel_overlap"));
    params.folder = folder / "nowhere";
    CHECK(code_of([&] { check(project, params); }) == "no_rules");
}

TEST_CASE("a rule that fails while it runs is a finding with file and line, and the others go on") {
    const TownFolder folder;
    std::filesystem::create_directory(folder / "rules");
    write(folder / "rules/a.sql", head + "SELECT 'no_table', 1, NULL, 'x', NULL");
    write(folder / "rules/b.sql", head + "SELECT 'grid', min(id), NULL, 'seen', NULL FROM grid");
    auto project = open(loaded_town());
    tasks::CheckParams params;
    params.folder = folder / "rules";
    params.rules = {"a", "b"};
    params.chinese = false;
    const auto outcome = check(project, params);
    REQUIRE(outcome.findings.size() == 2);
    CHECK(outcome.findings[0].rule == "check.rule_stopped");
    CHECK_THAT(outcome.findings[0].source, ContainsSubstring("a.sql"));
    CHECK(outcome.findings[0].row == 4);
    CHECK(outcome.findings[0].severity == land::Severity::error);
    CHECK_THAT(outcome.findings[1].reason, ContainsSubstring("seen"));
    CHECK(outcome.findings[1].field == "code");  // the row is named by its code
    CHECK_FALSE(outcome.findings[1].value.empty());
}

namespace {

/// What the town remembers: value -> state.
std::map<std::string, std::string> remembered(const std::filesystem::path& town) {
    std::map<std::string, std::string> out;
    auto db = raw(town);
    auto rows = db.prepare("SELECT value, state FROM finding");
    while (rows.step()) out[std::string(rows.text(0))] = rows.text(1);
    return out;
}

}  // namespace

TEST_CASE("the town remembers what was found: open, done, open again; accepted is not told again") {
    const TownFolder folder;
    const auto town = folder.town();
    std::filesystem::create_directory(folder / "rules");
    write(folder / "rules/green.sql",
          head + "SELECT 'marking', id, NULL, name, NULL FROM marking WHERE name='green'");
    auto project = open(town);
    const auto mark = [&](const std::string& code, const std::string& before, const std::string& after) {
        const auto id = project.store->snapshot()->ids_of("marking", "code", code).front();
        project.store->apply(edit_by("a", "mark", {land::Update{"marking", id, {{"name", before, after}}}}));
    };
    project.store->apply(edit_by(
        "a", "rows", {new_marking("A", "green"), new_marking("B", "green"), new_marking("C", "red")}));
    tasks::CheckParams params;
    params.folder = folder / "rules";
    params.rules = {"green"};
    params.keep = true;
    using States = std::map<std::string, std::string>;
    CHECK(check(project, params).seq != 0);
    CHECK(remembered(town) == States{{"A", "open"}, {"B", "open"}});
    CHECK(check(project, params).seq == 0);  // nothing new, no entry
    mark("A", "green", "red");
    check(project, params);
    CHECK(remembered(town) == States{{"A", "done"}, {"B", "open"}});
    mark("A", "red", "green");
    check(project, params);
    CHECK(remembered(town) == States{{"A", "open"}, {"B", "open"}});

    tasks::CheckParams accept = params;
    accept.keep = false;
    accept.code = "B";
    CHECK(code_of([&] { check(project, accept); }) == "bad_accept");  // why?
    accept.accept = "call 13812345678";
    CHECK(code_of([&] { check(project, accept); }) == "bad_accept");
    accept.accept = "seen by the village meeting";
    accept.code = "C";
    CHECK(code_of([&] { check(project, accept); }) == "no_finding");
    accept.code = "B";
    const auto accepted = check(project, accept);
    CHECK(accepted.accepted == 1);
    CHECK(accepted.count == 1);
    CHECK(remembered(town) == States{{"A", "open"}, {"B", "accepted"}});
    params.keep = false;
    const auto later = check(project, params);
    REQUIRE(later.findings.size() == 1);
    CHECK(later.findings.front().value == "A");
    CHECK(later.accepted == 1);
    CHECK(later.rules.front().count == 1);

    land::Progress silent;  // an acceptance is an edit like any other
    store::ReverseRequest back;
    back.head = project.head("back");
    back.entry = accepted.seq;
    project.store->undo(back, silent);
    CHECK(check(project, params).findings.size() == 2);
    CHECK(fault_of(raw(town)).empty());
}

TEST_CASE("checking changes nothing and can be cancelled") {
    const TownFolder folder;
    const auto town = town_copy(folder);
    const auto before = bytes_of(town);
    {
        auto project = open(town);
        check(project);
        StopAfter stop(3);
        tasks::CheckParams all;
        CHECK_THROWS_AS(tasks::check(project, all, stop), Cancelled);
    }
    CHECK(bytes_of(town) == before);
    CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
}

TEST_CASE("every shipped rule says itself in Chinese and English") {
    const auto rules = tasks::read_check_rules(tasks::check_directory());
    CHECK(rules.size() >= 20);
    for (const auto& rule : rules) {
        INFO(rule.name);
        CHECK(rule.caption_zh != rule.caption_en);
        CHECK(rule.mend_zh != rule.mend_en);
    }
}
