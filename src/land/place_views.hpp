#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace liangdi::land {

/// A row of the town by what people call it.
struct NamedRow {
    std::int64_t id = 0;
    std::string code, name;
};

/// Who lives in a building on a date: relocated households by their main flats, and their living members, as
/// `info` counts them.
struct Residents {
    std::int64_t flats = 0, households = 0, persons = 0;
    Residents& operator+=(const Residents& other) {
        flats += other.flats;
        households += other.households;
        persons += other.persons;
        return *this;
    }
    friend bool operator==(const Residents&, const Residents&) = default;
};

/// By building; every building has an entry.
using ResidentsByBuilding = std::map<std::int64_t, Residents>;

/// A building as a grid's sheet lists it.
struct BuildingLine {
    std::int64_t id = 0;
    std::string code, name, kind;
    std::int64_t floors = 0;  ///< 0: not known
    std::string head;         ///< 楼长
};

/// A grid with what it answers for, on a date.
struct GridView {
    std::int64_t id = 0, community = 0;
    std::string code, name, community_name;
    std::vector<std::string> workers;  ///< 网格员
    std::vector<BuildingLine> buildings;
};

/// A community with its grids and officers, on a date.
struct CommunityView {
    std::int64_t id = 0;
    std::string code, name;
    std::vector<std::string> leaders, cadres;  ///< 联系领导, 社区干部
    std::vector<GridView> grids;
};

}  // namespace liangdi::land
