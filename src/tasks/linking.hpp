#pragma once

#include "land/finding.hpp"
#include "land/words.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

/// What is to be linked, by the codes that people use.
struct LinkParams {
    std::string household;           ///< code or name
    std::string flat;                ///< code; one of flat and parcel
    std::string parcel;              ///< code
    std::string flat_kind = "main";  ///< main or additional
    std::string right_kind = "contract";
    std::string share = "1/1";  ///< "1/3"
    std::string certificate, from;
    std::string on;        ///< unlink: last day in force, empty = the reference date
    bool mistake = false;  ///< unlink: take the link out instead of ending it
};

struct LinkResult {
    std::int64_t seq = 0;  ///< 0: the link was there already
    std::string what;      ///< for people
    std::vector<land::Finding> findings;
    std::vector<land::Words> words;  ///< the same in order, for a window
};

LinkResult link(Project& project, const LinkParams& params);
LinkResult unlink(Project& project, const LinkParams& params);

}  // namespace liangdi::tasks
