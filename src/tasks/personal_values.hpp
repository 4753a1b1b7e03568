#pragma once

#include <string>
#include <vector>

#include "land/personal_values.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

struct PersonalParams {
    std::string of;       ///< code or name of a household or a person
    std::int64_t id = 0;  ///< of the party, where it is known already
    land::Disclosure disclosure = land::Disclosure::masked;
    std::string reason;  ///< needed for open; kept in the history in clear
};

struct PersonalRecord {
    std::int64_t party = 0;
    std::string kind, code, name, relation;  ///< relation: to the head, GB/T 4761
    bool damaged = false;                    ///< the record cannot be opened: `check` says more
    std::vector<land::PersonalValue> values;
};

struct PersonalAnswer {
    std::string code, name;               ///< of the household or person that was asked for
    std::vector<PersonalRecord> records;  ///< itself first, then members
    std::int64_t children = 0;            ///< members who may be under 14: left out of masked output whole
    std::int64_t entry = 0;               ///< of the history, that says so; 0 for masked
};

/// The personal values of a household with its members, or of a person. Open values are written into the
/// history before they are returned: who saw which household, why - never which values it has.
/// Throws Error{locked, not_found, ambiguous, no_reason, personal_reason}.
PersonalAnswer personal_values(Project& project, const PersonalParams& params);

}  // namespace liangdi::tasks
