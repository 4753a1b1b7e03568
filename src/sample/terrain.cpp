#include "sample/terrain.hpp"

#include <algorithm>
#include <cmath>

#include "sample/lattice.hpp"
#include "sample/parts.hpp"

namespace liangdi::sample {

namespace {

constexpr double blend_m = 700;  // within which a village's ground passes into the hills

/// What each band rises from its lower to its upper line.
double rise_m(const CellPlan& cell) {
    switch (cell.use) {
        case CellUse::road:
            return 0.3;
        case CellUse::paddy:
            return 0.6;
        case CellUse::homestead:
            return 1.2;
        case CellUse::dry:
            return 3.0;
        case CellUse::shrub:
            return 9;
        case CellUse::forest:
            return 14;
        case CellUse::stream:
            break;
    }
    return 0;
}

double smooth(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

constexpr double cone_square_m =
    650;  // wider than the widest cone's radius, so that the squares around suffice

/// A number from 0 to 1 that belongs to a square of the country: the same everywhere (splitmix64).
double chance(int column, int row, std::uint64_t salt) {
    std::uint64_t z = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32) ^
                      static_cast<std::uint32_t>(row);
    z += 0x9E3779B97F4A7C15ULL * (salt + 1);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<double>((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

double distance(const geo::Box& box, geo::Point p) {
    return std::hypot(std::max({box.min_x - p.x, 0.0, p.x - box.max_x}),
                      std::max({box.min_y - p.y, 0.0, p.y - box.max_y}));
}

/// The band's own use: that of its first cell which is no stream.
const CellPlan& use_of(const std::vector<CellPlan>& band) {
    const auto at = std::ranges::find_if(band, [](const CellPlan& c) { return c.use != CellUse::stream; });
    return at == band.end() ? band.front() : *at;
}

}  // namespace

Terrain::Terrain(const SampleTown& town) : villages_(village_meshes(town)), origin_(part_offset(town)) {
    for (const auto& community : town.communities) town_.add(geo::box_of(geo::MultiPolygon{community.area}));
    town_ = town_.grown(180);  // with the river
    town_m_ = 1265;
    for (const auto& village : villages_) {
        geo::Box box;
        const double depth = village.mesh.lines.back()(0);
        for (double u : {0.0, village.length_m / 2, village.length_m}) {
            for (double v : {0.0, depth}) box.add(village.mesh.place(u, v));
        }
        base_m_.push_back(std::round(hills_m(box.centre())) - 40);
        around_.push_back(box.grown(blend_m + 60));
    }
}

double Terrain::hills_m(geo::Point at) const {
    const double x = at.x - origin_.x - 576000, y = at.y - origin_.y - 2950000;
    const double land =
        1390 + 70 * std::sin(x / 4100 + 0.6) * std::cos(y / 5300) + 45 * std::sin((x + y) / 2300);
    // Karst cones, one to a square of the country, out of its middle.
    double cones = 0;
    const int column = static_cast<int>(std::floor(x / cone_square_m));
    const int row = static_cast<int>(std::floor(y / cone_square_m));
    for (int r = row - 1; r <= row + 1; ++r) {
        for (int c = column - 1; c <= column + 1; ++c) {
            const double dx = x - (c + chance(c, r, 1)) * cone_square_m,
                         dy = y - (r + chance(c, r, 2)) * cone_square_m;
            const double radius = 260 + 240 * chance(c, r, 3), height = 25 + 110 * chance(c, r, 4);
            cones += height * smooth(1 - std::hypot(dx, dy) / radius);
        }
    }
    return land + cones;
}

double Terrain::line_height_m(std::size_t village, std::size_t line) const {
    double height = base_m_[village];
    for (std::size_t b = 0; b < line; ++b) height += rise_m(use_of(villages_[village].plan[b]));
    return height;
}

double Terrain::in_village_m(std::size_t village, double u, double v) const {
    const auto& mesh = villages_[village].mesh;
    // The lines do not cross: the last one below the place is found by halving.
    std::size_t low = 0, high = mesh.lines.size();
    while (high - low > 1) {
        const std::size_t middle = (low + high) / 2;
        (mesh.lines[middle](u) <= v ? low : high) = middle;
    }
    if (low + 1 == mesh.lines.size()) return line_height_m(village, low);
    const double below = mesh.lines[low](u), above = mesh.lines[low + 1](u);
    const double part = std::clamp((v - below) / (above - below), 0.0, 1.0);
    return line_height_m(village, low) * (1 - part) + line_height_m(village, low + 1) * part;
}

double Terrain::height_m(geo::Point at) const {
    double height = hills_m(at);
    const double away = distance(town_, at);
    if (away < 2 * blend_m) {  // the new town stands in a valley that rises gently from the river
        const double valley = town_m_ + 0.02 * std::clamp(at.y - town_.min_y, 0.0, town_.height());
        const double part = smooth(away / (2 * blend_m));
        height = valley * (1 - part) + height * part;
    }
    for (std::size_t i = 0; i < villages_.size(); ++i) {
        if (!around_[i].contains(at)) continue;
        const auto& village = villages_[i];
        const geo::Point uv = village.unplace(at);
        const double u = std::clamp(uv.x, 0.0, village.length_m);
        const double bottom = village.mesh.lines.front()(u), top = village.mesh.lines.back()(u);
        const double outside = std::hypot(uv.x - u, std::max({bottom - uv.y, 0.0, uv.y - top}));
        if (outside >= blend_m) continue;
        const double part = smooth(outside / blend_m);
        height = in_village_m(i, u, uv.y) * (1 - part) + height * part;
    }
    return height;
}

exchange::ElevationGrid elevation_of(const SampleTown& town, double cell_m) {
    const Terrain terrain(town);
    geo::Box box;
    for (const auto& community : town.communities) box.add(geo::box_of(geo::MultiPolygon{community.area}));
    for (const auto& village : town.villages) box.add(geo::box_of(geo::MultiPolygon{village.area}));
    box = box.grown(1000);
    exchange::ElevationGrid grid;
    grid.cell_m = cell_m;
    grid.north_west = {std::floor(box.min_x / 1000) * 1000, std::ceil(box.max_y / 1000) * 1000};
    grid.columns = static_cast<int>(std::ceil((box.max_x - grid.north_west.x) / cell_m));
    grid.rows = static_cast<int>(std::ceil((grid.north_west.y - box.min_y) / cell_m));
    grid.heights_m.reserve(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            const geo::Point at{grid.north_west.x + (column + 0.5) * cell_m,
                                grid.north_west.y - (row + 0.5) * cell_m};
            grid.heights_m.push_back(static_cast<float>(std::round(terrain.height_m(at) * 10) / 10));
        }
    }
    return grid;
}

}  // namespace liangdi::sample
