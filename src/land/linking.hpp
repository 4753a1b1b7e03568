#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "land/edit.hpp"
#include "land/finding.hpp"
#include "land/share.hpp"
#include "land/words.hpp"

/// Linking a family to its two places: pure functions from what is registered to an Edit. What is unusual but
/// can be true (shares that do not add up, two main flats) is done and said; what cannot be true is an Error.
namespace liangdi::land {

struct OccupancyRow {
    std::int64_t id = 0, household = 0, flat = 0;
    std::string kind, from, to;
    std::string household_name, flat_name;  ///< for words
};

struct RightRow {
    std::int64_t id = 0, parcel = 0, party = 0;
    std::string kind, from, to;
    Share share;
    std::string party_name = {};  ///< for words
};

struct LinkOutcome {
    Edit edit;                      ///< without changes where the link is there already
    std::vector<Finding> findings;  ///< in English, as files and programs get them
    std::vector<Words> words;       ///< the same in order, with what to do, for whoever reads a window
};

struct FlatLink {
    std::int64_t household = 0, flat = 0;
    std::string kind = "main";  ///< main or additional
    std::string from;           ///< ISO date, empty = open
    std::string household_name, flat_name;
    std::string on;  ///< reference date: what is in force on it (or on `from`, where that is later) counts
};
/// `registered`: all occupancies of this household and of this flat, past and to come as well: a term that
/// overlaps another main one is done and said.
LinkOutcome link_flat(const FlatLink& link, const std::vector<OccupancyRow>& registered,
                      const EditHead& head);

struct ParcelLink {
    std::int64_t party = 0, parcel = 0;
    std::string kind = "contract";  ///< parcel_right.kind
    Share share;
    std::string certificate, from;
    std::string party_name, parcel_name;
    std::string on;  ///< as in FlatLink
};
/// `registered`: all rights on this parcel, past and to come as well.
LinkOutcome link_parcel(const ParcelLink& link, const std::vector<RightRow>& registered,
                        const EditHead& head);

/// Ends the links on a date (the day is the last one in force), or takes them out where they were a mistake.
/// Throws Error{not_linked} where there is none, Error{bad_date} where one began after `on`.
Edit unlink_flat(const std::vector<OccupancyRow>& links, const std::string& on, bool mistake,
                 const EditHead& head);
Edit unlink_parcel(const std::vector<RightRow>& links, const std::string& on, bool mistake,
                   const EditHead& head);

}  // namespace liangdi::land
