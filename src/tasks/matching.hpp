#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "land/finding.hpp"
#include "land/household_matching.hpp"
#include "land/ledger.hpp"
#include "land/progress.hpp"
#include "tasks/project.hpp"

/// A whole list of households with their flats or parcels, matched with the town: first a review, then the
/// chosen lines as one edit.
namespace liangdi::tasks {

struct MatchParams {
    std::filesystem::path list;
    std::string layer, encoding;  ///< empty: the only sheet; what the file says
};

struct ReviewLine {
    land::MatchLine line;
    land::Match match;
    std::string code, name, place;  ///< of the household found
    std::string target;             ///< code of the flat or parcel found
};

struct MatchReview {
    std::string list, date;  ///< name of the file; the town's reference date
    std::vector<ReviewLine> lines;
    std::int64_t certain = 0, probable = 0, none = 0, linked = 0;  ///< linked: certain, and there already
    std::vector<std::pair<std::string, std::string>> columns;      ///< header -> what it was taken for
    std::string note;  ///< identity numbers were not looked up, for people; empty where all was used
};

/// Reads and matches; changes nothing. Identity numbers are looked up only while the records are unlocked.
/// Throws what exchange::read_match_list throws, Cancelled.
MatchReview match_list(Project& project, const MatchParams& params, land::Progress& progress);

/// The review as a ledger: for a workbook that is worked through on paper, or a page.
land::Ledger review_ledger(const MatchReview& review, land::Language language);
void write_review(const MatchReview& review, land::Language language, const std::filesystem::path& out);

struct ApplyMatches {
    std::vector<std::size_t> lines;  ///< which lines of the review
    std::string flat_kind = "main";
    std::string right_kind;  ///< empty: use of homesteads, contract of other land
};
struct AppliedMatches {
    std::int64_t seq = 0;  ///< of the history; 0: all was there already
    std::int64_t linked = 0, there = 0;
    std::vector<land::Finding> findings;  ///< what was refused, and what was linked and is unusual
    std::vector<land::Words> words;       ///< the same in order, for a window
};
/// Links the chosen lines in one edit: one undo takes all of it back. Lines that found no place are refused
/// with a finding, the others are linked all the same.
AppliedMatches apply_matches(Project& project, const MatchReview& review, const ApplyMatches& chosen,
                             land::Progress& progress);

/// Indices of the lines that are certain and not linked yet.
std::vector<std::size_t> certain_lines(const MatchReview& review);

}  // namespace liangdi::tasks
