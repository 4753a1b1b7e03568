#pragma once

#include <set>
#include <string>
#include <vector>

#include "land/edit.hpp"
#include "land/finding.hpp"

/// What a town remembers of its findings: so that next month's check tells what is new, and is silent about
/// what somebody has looked at and accepted.
namespace liangdi::land {

/// A row of the table `finding`. `message`: the rule's codes and figures, without a caption in any language.
struct KeptFinding {
    std::int64_t id = 0;
    std::string rule, table;
    std::int64_t row = 0;
    std::string message;
    std::string state;  ///< open, done, accepted
    std::string note;   ///< why it was accepted
};

/// Findings whose kept row is accepted, taken out of `found`, whose reasons are still plain messages. A rule
/// that says something else of the same row, another figure, is another finding: what was accepted was the
/// old one.
std::vector<Finding> take_accepted(std::vector<Finding>& found, const std::vector<KeptFinding>& kept);

/// Brings the kept rows to what was found: new ones are opened, those found no more are done. Only rows of
/// `judged` rules are called done: those that ran to their end and whose findings are all here. `date`: ISO.
std::vector<Change> keep_findings(const std::vector<Finding>& found, const std::vector<KeptFinding>& kept,
                                  const std::set<std::string>& judged, const std::string& date, int srid);

/// Accepts these findings, kept before or not, with the reason why.
std::vector<Change> accept_findings(const std::vector<Finding>& found, const std::vector<KeptFinding>& kept,
                                    const std::string& why, const std::string& date, int srid);

}  // namespace liangdi::land
