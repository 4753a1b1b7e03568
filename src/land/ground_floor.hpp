#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "land/date.hpp"
#include "land/sealer.hpp"

/// Ground-floor flats go to families with severe disability, a member of 75 or over, or similar difficulty in
/// moving: who should have one and has not, and which free flat is nearest. Pure; what it reads is sealed.
namespace liangdi::land {

enum class MovingNeed { disabled, aged, mobility };
std::string_view to_text(MovingNeed need);

struct FamilyMember {
    std::int64_t birth_year = 0;  ///< 0: not known
    SealedFields fields;          ///< opened; empty where there is no record
};
/// What the file knows of a family's difficulty in moving: a member marked as disabled (the file has no
/// grade: the officer asks), one of 75 or over on that day (with only the year of birth known, one who may
/// be), or a health record that says so.
std::vector<MovingNeed> moving_needs(const std::vector<FamilyMember>& members, Date on);

struct HousePlace {
    std::int64_t building = 0, grid = 0, community = 0;
    double x = 0, y = 0;  ///< of the building, town CRS; both 0: not known
};
struct FamilyHome {
    std::int64_t household = 0;
    HousePlace place;
    std::int64_t floor = 0;  ///< of its lowest flat; 0: not registered
    std::vector<MovingNeed> needs;
};
struct FreeFlat {
    std::int64_t id = 0, floor = 0;
    std::string code;
    HousePlace place;
};
enum class Nearness { building, grid, community };
std::string_view to_text(Nearness nearness);

struct FlatSuggestion {
    FreeFlat flat;
    Nearness nearness = Nearness::building;
};
struct GroundFloorCase {
    FamilyHome family;
    std::optional<FlatSuggestion> suggestion;  ///< nothing: none is free in the community
};
/// Families with a need whose lowest flat is above the ground floor, those on the highest floors first. Each
/// free flat is suggested once: on the ground floor in the same building, then grid, then community, the
/// nearer first; where none is free, the lowest that lies below the family's own.
std::vector<GroundFloorCase> ground_floor_cases(std::vector<FamilyHome> families, std::vector<FreeFlat> free);

}  // namespace liangdi::land
