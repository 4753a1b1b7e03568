#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "land/edit.hpp"
#include "store/data_key.hpp"
#include "store/database.hpp"

/// Sealed records as the town holds them, read from a snapshot.
namespace liangdi::store {

/// Parties whose record holds this identity number, smallest id first: through the blind index, without
/// opening any other record. 15 and 18 digits find each other; blanks, widths and a small x do not matter. A
/// number that no register can hold finds nothing.
std::vector<std::int64_t> find_by_id_number(const Database& db, const DataKey& key, std::string_view number);

/// A party with its record; body is empty where it has none.
struct SealedRow {
    std::int64_t party = 0;
    std::string kind, code, name, relation;  ///< kind: of the party; relation: to the head, GB/T 4761
    std::int64_t birth_year = 0;             ///< 0: not known, or no person
    geo::Bytes body;
};
/// The party itself and, of a household, its living members in force on the date.
std::vector<SealedRow> sealed_rows_of(const Database& db, std::int64_t party, const std::string& date);

/// The changes that seal with the newest key whatever a former one sealed, one by one. `town` must outlive
/// the source. Records that cannot be opened stay as they are and are counted in `damaged`.
land::ChangeSource resealing(const Database& town, const DataKey& key, std::int64_t& damaged);

}  // namespace liangdi::store
