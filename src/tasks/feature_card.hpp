#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/geometry.hpp"
#include "land/share.hpp"
#include "tasks/map_picture.hpp"

/// What a click on the map or in a list shows: rows in words, and where they lie.
namespace liangdi::tasks {

struct FeatureField {
    std::string column;  ///< of the table; the window and the ledgers have the captions
    std::string value;   ///< for people; a reference as the name (else the code) of what it points to
};
struct FeatureArea {
    std::string kind, unit, method;  ///< area_record
    std::int64_t hundredths = 0;
};
struct FeatureCard {
    std::string layer, table, code, name;
    std::int64_t id = 0;
    std::vector<FeatureField> fields;  ///< without the empty ones
    std::vector<FeatureArea> areas;    ///< of a parcel
};
/// Nothing where the layer has no such row (any more).
std::optional<FeatureCard> feature_card(Project& project, const std::string& layer, std::int64_t id);

struct HouseholdLine {
    std::int64_t id = 0;
    std::string code, name, flat;  ///< flat: code of the main one, empty where there is none
    std::int64_t members = 0;
};
/// A line for each household, in the order of the ids; those that are gone are left out.
std::vector<HouseholdLine> household_lines(Project& project, const std::vector<std::int64_t>& households);

/// Ids of the households with this code or this name; none, one or several.
std::vector<std::int64_t> households_named(Project& project, const std::string& code_or_name);

/// The ground that the selected rows of these layers cover, town CRS; empty where nothing has a place.
geo::Box box_of(Project& project, const Selection& selection);

/// Codes of a building's flats, in order.
std::vector<std::string> flats_of_building(Project& project, std::int64_t building);

/// The code of a row; empty where it has none or is gone.
std::string code_of_row(Project& project, const std::string& table, std::int64_t id);

struct ParcelRights {
    std::string parcel_kind, right_kind;  ///< right_kind: what a household usually holds on such a parcel
    land::Share share;                    ///< of that kind, in force, added up
};
/// Throws Error{not_found, ambiguous}.
ParcelRights rights_on_parcel(Project& project, const std::string& parcel_code);

}  // namespace liangdi::tasks
