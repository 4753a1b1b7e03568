#include "store/parcel_use.hpp"

#include <fmt/format.h>

#include "store/validity.hpp"

namespace liangdi::store {

std::string status_of_parcel(std::string_view alias, std::string_view date) {
    return fmt::format(
        "CASE (SELECT max(CASE WHEN a.cooperative IS NOT NULL THEN 3 WHEN a.kind='reclaim' THEN 1 ELSE 2 END)"
        " FROM use_agreement a WHERE a.parcel={0}.id AND {1})"
        " WHEN 3 THEN 'in_cooperative' WHEN 2 THEN 'leased' WHEN 1 THEN 'reclaimed' ELSE {0}.use_status END",
        alias, in_force("a", date));
}

std::string revitalised_areas(std::string_view narrower) {
    return fmt::format(
        "SELECT parcel, kind, min(registered, covered) AS hundredths FROM ("
        " SELECT k.id AS parcel, k.kind,"
        "        (SELECT coalesce(sum(r.value_hundredths),0) FROM area_record r"
        "         WHERE r.parcel=k.id AND r.kind='registered' AND r.unit={0}) AS registered,"
        "        sum(CASE WHEN a.area_hundredths IS NULL THEN 9e15"
        "                 WHEN a.unit={0} THEN a.area_hundredths ELSE 0 END) AS covered"
        " FROM use_agreement a JOIN parcel k ON k.id=a.parcel WHERE {1} AND {2} GROUP BY a.parcel)",
        "CASE k.kind WHEN 'homestead' THEN 'm2' ELSE 'mu' END", in_force("a"), narrower);
}

}  // namespace liangdi::store
