#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "land/finding.hpp"
#include "land/sealer.hpp"

/// What only an unlocked town can be asked: SQL does not see sealed values. No finding repeats one.
namespace liangdi::land {

/// One party's opened record with what the clear tables say of the party.
struct OpenedRecord {
    std::int64_t party = 0;
    std::string code;             ///< of the party
    std::int64_t community = 0;   ///< 0: without a home on the reference date
    std::string sex;              ///< "male", "female" or empty
    std::int64_t birth_year = 0;  ///< 0: not known
    SealedFields fields;
};

/// A row of group_count.
struct ClearCount {
    std::int64_t id = 0, community = 0;  ///< community 0: of nobody's community
    std::string group;
    std::int64_t n = 0;
};

struct SealedRule {
    const char *name, *caption_zh, *caption_en, *mend_zh, *mend_en;
    Severity severity;
};
/// The rules in the order in which sealed_findings goes through them; listed beside those in SQL.
const std::vector<SealedRule>& sealed_rules();

/// - sealed_group_counts: the clear counts of a community differ from what the records say (table community);
/// - sealed_id_number: an identity number that GB 11643 does not allow (table person);
/// - sealed_id_twice: one number on several persons;
/// - sealed_id_person: sex or year of birth differ from the clear columns.
/// Who belongs to a group or receives a benefit is sealed itself, so no finding names a party for that.
/// `chosen`: names of rules; none = all. Findings carry rule, table, id and a reason without sealed values.
std::vector<Finding> sealed_findings(const std::vector<OpenedRecord>& records,
                                     const std::vector<ClearCount>& counts,
                                     const std::map<std::int64_t, std::string>& communities,
                                     const std::vector<std::string>& chosen = {});

}  // namespace liangdi::land
