#pragma once

#include <string>
#include <string_view>

/// What agreements make of a parcel: the one place that says so, as SQL.
namespace liangdi::store {

/// The column that the layer land_status has beside those of its table.
inline constexpr std::string_view status_column = "status";
inline constexpr std::string_view reference_date_sql =
    "(SELECT value FROM setting WHERE name='reference_date')";

/// Expression: how the parcel of `alias` is used on the date (an SQL expression): self_farmed, idle, leased,
/// in_cooperative, returned, reclaimed, or NULL. Agreements in force go before what the parcel itself says:
/// one with a cooperative before a lease, share, lodging or transfer, these before a reclamation.
std::string status_of_parcel(std::string_view alias, std::string_view date = "?1");

/// Query (parcel, kind, hundredths): registered area of parcels under agreements in force on ?1, in the unit
/// of the kind (m2 for homesteads, else mu); where agreements cover only parts, their areas, but never more
/// than is registered. `narrower`: a further condition on the agreement `a`.
std::string revitalised_areas(std::string_view narrower = "1");

}  // namespace liangdi::store
