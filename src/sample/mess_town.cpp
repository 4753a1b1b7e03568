#include <algorithm>
#include <cmath>
#include <set>

#include "sample/planter.hpp"

namespace liangdi::sample {

namespace {

void move(geo::Polygon& area, double dx, double dy) {
    for (geo::Point& p : area.shell) p.x += dx, p.y += dy;
}

geo::Point first_corner(const geo::Polygon& area) {
    return area.shell.front();
}

void plant_buildings(Planter& plant) {
    auto& b = plant.town.buildings;
    b[11].grid = none;
    plant.fault("building_without_grid", "building", b[11].code, "its grid was left empty");
    b[23].grid = (b[23].grid + 12) % static_cast<int>(plant.town.grids.size());
    plant.fault("building_outside_grid", "building", b[23].code,
                "written to a grid at the other end of the town");
    const geo::Point from = first_corner(b[41].footprint), to = first_corner(b[42].footprint);
    move(b[41].footprint, to.x - from.x + 6, to.y - from.y + 2);
    plant.fault("building_overlap", "building", b[41].code, "drawn onto building " + b[42].code);
    b[55].code = b[54].code;
    b[55].code.front() = 'b';
    plant.fault("building_code_twice", "building", b[55].code,
                "the code of its neighbour, in a small letter");

    auto& entrance = plant.town.entrances[60];
    entrance.at.y += 80;
    plant.fault("entrance_far_from_building", "entrance", entrance.code, "its point lies 80 m too far north");
}

/// A corner that no other grid has, on the community's edge, is drawn out by 60 m.
void plant_grid_outside(Planter& plant) {
    auto& town = plant.town;
    const auto free = [&](const Grid& own, geo::Point p) {
        return std::none_of(town.grids.begin(), town.grids.end(), [&](const Grid& g) {
            return &g != &own && std::find(g.area.shell.begin(), g.area.shell.end(), p) != g.area.shell.end();
        });
    };
    for (std::size_t g = town.grids.size(); g-- > 0;) {
        Grid& grid = town.grids[g];
        geo::Ring& ring = grid.area.shell;
        const auto corner =
            std::find_if(ring.begin() + 1, ring.end() - 1, [&](geo::Point p) { return free(grid, p); });
        if (corner >= ring.end() - 1) continue;
        geo::Point middle;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) middle.x += ring[i].x, middle.y += ring[i].y;
        const double n = static_cast<double>(ring.size() - 1);
        const double dx = corner->x - middle.x / n, dy = corner->y - middle.y / n;
        const double length = std::hypot(dx, dy);
        *corner = {corner->x + dx / length * 60, corner->y + dy / length * 60};
        plant.fault("grid_outside_community", "grid", grid.code, "a corner drawn 60 m out of the community");
        return;
    }
}

void plant_grids(Planter& plant) {
    auto& town = plant.town;
    // Corners that two grids share are moved towards the second one's middle.
    const auto holds = [](const geo::Ring& ring, geo::Point p) {
        return std::find(ring.begin(), ring.end(), p) != ring.end();
    };
    for (std::size_t g = 0; g + 1 < town.grids.size(); ++g) {
        geo::Ring& ring = town.grids[g].area.shell;
        const geo::Ring& next = town.grids[g + 1].area.shell;
        const auto shared =
            std::count_if(ring.begin(), ring.end() - 1, [&](geo::Point p) { return holds(next, p); });
        if (shared < 2) continue;
        geo::Point middle;
        for (std::size_t i = 0; i + 1 < next.size(); ++i) middle.x += next[i].x, middle.y += next[i].y;
        middle.x /= static_cast<double>(next.size() - 1), middle.y /= static_cast<double>(next.size() - 1);
        for (geo::Point& p : ring) {
            if (!holds(next, p)) continue;
            const double dx = middle.x - p.x, dy = middle.y - p.y, length = std::hypot(dx, dy);
            p = {p.x + dx / length * 12, p.y + dy / length * 12};
        }
        plant.fault("grid_overlap", "grid", town.grids[g].code,
                    "side moved 12 m into " + town.grids[g + 1].code);
        break;
    }
    plant_grid_outside(plant);
    std::erase_if(town.duties, [](const Duty& d) { return d.role == "grid_worker" && d.grid == 20; });
    plant.fault("grid_without_worker", "grid", town.grids[20].code, "nobody serves it");
    std::erase_if(town.duties, [](const Duty& d) { return d.role == "building_head" && d.building == 77; });
    plant.fault("building_without_head", "building", town.buildings[77].code, "its head was left out");
}

void plant_flats(Planter& plant) {
    auto& town = plant.town;
    auto& f = town.flats;
    f[100].number = "三楼2号";
    plant.fault("flat_number_form", "flat", f[100].code, "the number in words");
    f[201].number = f[200].number;
    plant.fault("flat_number_twice", "flat", f[201].code, "the number of " + f[200].code);
    f[301].unit_number = f[300].unit_number;
    plant.fault("unit_number_twice", "flat", f[301].code, "the unit number of " + f[300].code);
    f[402].unit_number = f[402].unit_number.substr(0, 19) + f[402].unit_number.substr(20);
    plant.fault("unit_number_form", "flat", f[402].code, "27 characters: the F is missing");
    f[503].floor = 41;
    f[503].number = "41" + f[503].number.substr(f[503].number.size() - 2);
    plant.fault("flat_above_roof", "flat", f[503].code, "written to the 41st floor");
    f[604].area_hundredths *= 10;
    plant.fault("flat_area", "flat", f[604].code, "the decimal point slipped");
    for (Occupancy& o : town.occupancies) {
        if (f[o.flat].floor != 5 || !o.to.empty() || plant.touched_households.count(o.household) != 0)
            continue;
        plant.touched_households.insert(o.household);
        o.allocation = "ground_floor";
        plant.fault("ground_floor_not_ground", "flat", f[o.flat].code,
                    "given for the ground floor, on the fifth");
        break;
    }
}

}  // namespace

void plant_town(Planter& plant) {
    plant_buildings(plant);
    plant_grids(plant);
    plant_flats(plant);
}

}  // namespace liangdi::sample
