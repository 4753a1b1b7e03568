#pragma once

#include <optional>
#include <string>
#include <vector>

#include "land/land_views.hpp"
#include "store/database.hpp"

/// Land of the villages as its sheets list it, as it stands on a date (ISO). What it costs hangs on what is
/// asked for, not on the town.
namespace liangdi::store {

/// Village groups by their codes, each named "town village group". `asked`: a code, or any part of the name;
/// empty: all.
std::vector<land::NamedRow> named_villages(const Database& db, const std::string& asked = {});

/// Parties that hold farmland by a contract in force, by their codes; of one village group, or of all.
std::vector<land::NamedRow> contract_holders(const Database& db, const std::string& date,
                                             std::optional<std::int64_t> village = {});

/// Parcels by kind and code, named by their codes; of one village group, or of all.
std::vector<land::NamedRow> named_parcels(const Database& db, std::optional<std::int64_t> village = {});

/// Cooperatives by their codes.
std::vector<land::NamedRow> named_cooperatives(const Database& db);

/// Nothing where there is no such row.
std::optional<land::VillageView> village_view(const Database& db, std::int64_t village,
                                              const std::string& date);
std::optional<land::HolderView> holder_view(const Database& db, std::int64_t party, const std::string& date);
std::optional<land::ParcelView> parcel_view(const Database& db, std::int64_t parcel, const std::string& date);
std::optional<land::CooperativeView> cooperative_view(const Database& db, std::int64_t cooperative,
                                                      const std::string& date);

/// Who holds each of these parcels, in the order of the ids.
std::vector<std::vector<land::Holder>> holders_of(const Database& db,
                                                  const std::vector<std::int64_t>& parcels,
                                                  const std::string& date);

}  // namespace liangdi::store
