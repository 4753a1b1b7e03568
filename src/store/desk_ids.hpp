#pragma once

#include "store/database.hpp"

namespace liangdi::store {

/// The ids that this file's desk gives: desk << 40 | counter (design/changesets.md, Schema 1).
struct DeskIds {
    std::int64_t desk = 0;
    std::int64_t next = 0;  ///< the last id that was given; new rows lie above it
    std::int64_t last = 0;  ///< of this desk, ever
};

inline std::int64_t first_id_of_desk(std::int64_t desk) {
    constexpr int counter_bits = 40;
    return desk << counter_bits;
}

inline DeskIds desk_ids(const Database& db) {
    DeskIds ids;
    auto row = db.prepare("SELECT id, next FROM desk LIMIT 1");
    if (!row.step()) return ids;
    ids.desk = row.integer(0);
    ids.next = first_id_of_desk(ids.desk) | row.integer(1);
    ids.last = first_id_of_desk(ids.desk + 1) - 1;
    return ids;
}

}  // namespace liangdi::store
