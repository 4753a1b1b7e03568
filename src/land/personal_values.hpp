#pragma once

#include <string>
#include <vector>

#include "land/date.hpp"
#include "land/sealer.hpp"

/// What of a sealed record is shown to whom (standards/07: PIPL Art. 5, 6, 28; masks as proposed there).
namespace liangdi::land {

enum class Disclosure {
    masked,  ///< public output and every screen: identity number 6+8*+4, phone 3+4*+4, nothing else
    open,    ///< all of it; needs a reason, and is logged before it is shown
};

struct PersonalValue {
    std::string field, value;  ///< field: a key of SealedFields
    bool masked = false;
};

/// The values of one record. Masked output does not even tell that there are others: that somebody has a
/// health record or a benefit is personal itself. Open output leaves "of" out, which binds the record.
std::vector<PersonalValue> shown_values(const SealedFields& fields, Disclosure disclosure);

/// Children under 14 appear in no public output (PIPL Art. 28). Whoever may be under 14 on the day counts as
/// one: with only the year of birth known, the youngest that the person can be; with nothing known, too.
/// `birth_year` 0: not known.
bool may_be_under_14(const SealedFields& fields, std::int64_t birth_year, Date on);

}  // namespace liangdi::land
