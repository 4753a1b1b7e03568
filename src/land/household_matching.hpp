#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "land/share.hpp"
#include "land/words.hpp"

/// Which household and which place a line of somebody's list means. Pure: the register in, verdicts out.
/// What is called certain must be right: two things that were written independently have to agree on one
/// household, and nothing may point at another.
namespace liangdi::land {

struct MatchHousehold {
    std::int64_t id = 0;
    std::string code, name;
    std::string place;                         ///< town, village and group it comes from
    std::int64_t village = 0;                  ///< row of the village group, 0 unknown
    std::vector<std::string> members;          ///< their names
    std::vector<std::int64_t> flats, parcels;  ///< that it is linked with
};
struct MatchFlat {
    std::int64_t id = 0;
    std::string code, unit_number;
    std::int64_t main_household = 0;  ///< whose main flat it is, 0 nobody's
};
struct MatchParcel {
    std::int64_t id = 0;
    std::string code, kind;
    std::int64_t village = 0;
};

/// One line of a list, as it is written.
struct MatchLine {
    std::int64_t row = 0;  ///< as a person counts it
    std::string household_code, household_name, place;
    std::vector<std::int64_t> by_id_number;  ///< households of whoever bears the line's identity number
    bool has_id_number = false;
    std::string flat, parcel;  ///< code of one of them; both empty: the household alone is asked for
    std::string share;         ///< as written; empty: the whole
    std::string certificate;
};

enum class Certainty { none, probable, certain };
std::string_view to_text(Certainty certainty);

struct Match {
    Certainty certainty = Certainty::none;
    std::int64_t household = 0;                  ///< 0: none found
    std::int64_t flat = 0, parcel = 0;           ///< of the line's place, 0 none found or none asked for
    bool linked = false;                         ///< the town has this link already
    std::vector<Words> reasons;                  ///< why it is what it is
    std::vector<std::int64_t> other_households;  ///< that the line could mean as well, at most five
};

class HouseholdMatcher {
  public:
    HouseholdMatcher(std::vector<MatchHousehold> households, std::vector<MatchFlat> flats,
                     std::vector<MatchParcel> parcels);
    ~HouseholdMatcher();
    HouseholdMatcher(HouseholdMatcher&&) noexcept;

    Match match(const MatchLine& line) const;
    const MatchHousehold* household(std::int64_t id) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace liangdi::land
