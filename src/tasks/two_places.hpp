#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/geometry.hpp"
#include "land/flows.hpp"
#include "land/progress.hpp"
#include "tasks/map_picture.hpp"
#include "tasks/project.hpp"

/// Town and village in step: what belongs together on both sides of a place, and the flows between them.
namespace liangdi::tasks {

struct PlaceRef {
    land::PlaceKind kind = land::PlaceKind::town;
    std::int64_t id = 0;
    friend bool operator==(const PlaceRef&, const PlaceRef&) = default;
};

/// "building:47": the kind, and a code, a name or the number in a name; "town" alone. Throws
/// Error{no_place, not_found, ambiguous}.
PlaceRef place_named(Project& project, const std::string& text);

/// The same place seen wider: a household's building, grid and community, and its group; a parcel's group and
/// cooperative. Kinds that it has not are missing; its own kind is there.
std::map<land::PlaceKind, PlaceRef> places_around(Project& project, PlaceRef place);

struct FlowEndPlace {
    std::string name;              ///< 龙井村二组, 47号楼; empty: not registered
    std::optional<geo::Point> at;  ///< town CRS; of a group the middle of the land that is held there
};

struct TwoPlaces {
    PlaceRef place;
    std::string name;  ///< 47号楼
    land::Flows flows;
    std::map<std::int64_t, FlowEndPlace> ends;
    geo::Box start;                  ///< where the place itself lies; empty: nowhere
    Selection selection;             ///< all that belongs to it, on both sides: ids by layer
    geo::Box town_box, village_box;  ///< what each side shows of it best
    geo::Box whole_town_box, whole_village_box;
};
/// Throws Error{not_found}.
TwoPlaces two_places(Project& project, PlaceRef place, land::FlowMeasure by, land::Progress& progress);

}  // namespace liangdi::tasks
