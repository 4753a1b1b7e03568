#include "store/home_flat.hpp"

#include <fmt/format.h>

#include "store/validity.hpp"

namespace liangdi::store {

std::string home_of(std::string_view household) {
    return fmt::format("(SELECT min(x.id) FROM occupancy x WHERE x.household={} AND x.kind='main' AND {})",
                       household, in_force("x"));
}

std::string homes(std::string_view where) {
    return fmt::format(
        "SELECT h.id AS household, h.origin, o.id AS occupancy, o.flat, f.building, b.grid, g.community FROM "
        "household h LEFT JOIN occupancy o ON o.id={} LEFT JOIN flat f ON f.id=o.flat LEFT JOIN building b "
        "ON "
        "b.id=f.building LEFT JOIN grid g ON g.id=b.grid WHERE {}",
        home_of("h.id"), where);
}

std::string homes_in_building(std::string_view where) {
    return homes(fmt::format(
        "h.id IN (SELECT y.household FROM flat z JOIN occupancy y ON y.flat=z.id WHERE z.building=?2 AND "
        "y.kind='main' AND {}) AND f.building=?2 AND {}",
        in_force("y"), where));
}

}  // namespace liangdi::store
