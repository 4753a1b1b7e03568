#pragma once

#include <map>
#include <string>

#include "geo/spatialite_blob.hpp"

namespace liangdi::land {

/// What a sealed record of one party says, in clear: only ever in memory, only while unlocked.
/// Keys: "id_number", "phone", "bank", "health", "birth_day" ("MM-DD"), "markings" (group codes joined by
/// ','), "benefit.<scheme>" (number of persons covered, as text), "of" (the party's code: binds the record).
using SealedFields = std::map<std::string, std::string>;

struct SealedBody {
    geo::Bytes body;   ///< nonce and ciphertext, padded so that its length tells nothing
    geo::Bytes blind;  ///< keyed hash of the identity number, empty where there is none
};

/// Seals and opens records with the town's data key. Absent (null) while the file is locked.
class Sealer {
  public:
    virtual ~Sealer() = default;
    virtual SealedBody seal(const SealedFields& fields) const = 0;
    /// Throws Error{sealed_damaged} when the record was altered or belongs to another key.
    virtual SealedFields open(geo::ByteView body) const = 0;
};

}  // namespace liangdi::land
