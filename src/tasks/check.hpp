#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "land/check_rule.hpp"
#include "land/progress.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

struct CheckParams {
    std::vector<std::string> rules;  ///< names; empty: all
    std::filesystem::path folder;    ///< more rules; empty: the shipped ones only
    bool chinese = true;             ///< captions and mends in the findings
    bool keep = false;               ///< the town remembers what is found, and what is found no more
    std::string accept;  ///< why the findings of `rules` at the row `code` are right as they are; empty: none
    std::string code;
};

/// A rule as it is listed.
struct RuleListed {
    std::string name, file;  ///< file: empty for the rules in code
    std::string caption_zh, caption_en, mend_zh, mend_en;
    land::Severity severity = land::Severity::warning;
    bool sealed = false;  ///< looks at sealed records, runs only while unlocked
    bool ran = false;
    std::int64_t count = 0;  ///< findings, all of them
};

struct CheckOutcome {
    std::vector<RuleListed> rules;        ///< those chosen
    std::vector<land::Finding> findings;  ///< at most 1000 a rule
    std::int64_t count = 0;               ///< of all findings
    std::int64_t accepted = 0;            ///< found, but accepted earlier or now: not among the findings
    std::int64_t seq = 0;  ///< entry of the history where the town was told to remember, else 0
};

/// The shipped rules, those of the folder and those in code, by name, without running any.
/// Throws Error{bad_rule} (with "file:line"), Error{no_rule} for a name that is none.
std::vector<RuleListed> list_rules(const CheckParams& params);

/// Runs the rules on the town as it is now, on its reference date. First all are compiled: where one is
/// faulty, none is run (Error{bad_rule}). A rule that has to be stopped while it runs becomes the finding
/// "check.rule_stopped" with its file and line, and the others go on. Rules on sealed records run where the
/// project is unlocked; what they find is never kept, since the table `finding` and the history are in clear.
/// Throws Error{bad_accept} where it is not said what is accepted or why, Error{no_finding}.
CheckOutcome check(Project& project, const CheckParams& params, land::Progress& progress);

}  // namespace liangdi::tasks
