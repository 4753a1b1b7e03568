#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "land/words.hpp"
#include "tasks/project.hpp"

namespace liangdi::cli {

/// What ends a verb that ran: 0 done, 1 refused or findings at or above --fail-on.
enum class Exit { done = 0, refused = 1, usage = 2, cancelled = 3 };

/// One verb of the command line: says its options, then does its work. Errors are thrown; main catches them.
class Verb {
  public:
    virtual ~Verb() = default;
    virtual void setup(CLI::App& app) = 0;
    virtual Exit run(Console& console) = 0;
};

/// TOWN, --actor, --unlock and --reason: what most verbs share.
struct TownOptions {
    std::filesystem::path town;
    std::string actor, unlock, reason;
    void add_to(CLI::App& app);
    tasks::Project open() const;
};

/// --json and --fail-on.
struct ReportOptions {
    bool json = false;
    std::string fail_on = "error";
    void add_json(CLI::App& app);
    void add_fail_on(CLI::App& app);
    Exit exit_for(const std::vector<land::Finding>& findings) const;
};

/// --lang: of what people read on paper and in ledgers; messages stay as they are.
struct LanguageOption {
    std::string name = "zh";
    void add_to(CLI::App& app, const std::string& of_what);
    land::Language language() const { return name == "en" ? land::Language::en : land::Language::zh; }
};

nlohmann::json to_json(const land::Finding& finding);
nlohmann::json to_json(const std::vector<land::Finding>& findings);  ///< an array, empty where there are none
void print_findings(Console& console, const std::vector<land::Finding>& findings, std::int64_t all);

std::unique_ptr<Verb> make_sample();
std::unique_ptr<Verb> make_create();
std::unique_ptr<Verb> make_load();
std::unique_ptr<Verb> make_import();
std::unique_ptr<Verb> make_doctor();
std::unique_ptr<Verb> make_check();
std::unique_ptr<Verb> make_export();
std::unique_ptr<Verb> make_formats();
std::unique_ptr<Verb> make_styles();
std::unique_ptr<Verb> make_info();
std::unique_ptr<Verb> make_find();
std::unique_ptr<Verb> make_link();
std::unique_ptr<Verb> make_unlink();
std::unique_ptr<Verb> make_card();
std::unique_ptr<Verb> make_ledger();
std::unique_ptr<Verb> make_match();
std::unique_ptr<Verb> make_keys();
std::unique_ptr<Verb> make_personal();
std::unique_ptr<Verb> make_board();
std::unique_ptr<Verb> make_ground_floor();
std::unique_ptr<Verb> make_pairing();
std::unique_ptr<Verb> make_statistics();
std::unique_ptr<Verb> make_history();
std::unique_ptr<Verb> make_undo();
std::unique_ptr<Verb> make_redo();
std::unique_ptr<Verb> make_render();
std::unique_ptr<Verb> make_atlas();

}  // namespace liangdi::cli
