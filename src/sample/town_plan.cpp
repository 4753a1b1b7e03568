#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "sample/lattice.hpp"
#include "sample/parts.hpp"

namespace liangdi::sample {

namespace {

constexpr std::array<double, lattice_rows + 1> street_v{0, 128, 250, 372, 500};
constexpr std::array<const char*, 5> row_streets{"滨河路", "思源路", "平远大道", "安居路", "北环路"};
constexpr std::array<const char*, 7> column_streets{"西环路", "惠民路", "学府路", "同心路",
                                                    "锦绣路", "清河路", "东环路"};

// The valley bends: streets rise from the west end, run level and rise again a little in the east.
double bend(double u) {
    const double s = u / (column_m * lattice_columns);
    if (s < 0.42) return -70 * std::pow((0.42 - s) / 0.42, 2);
    if (s > 0.62) return 30 * std::pow((s - 0.62) / 0.38, 2);
    return 0;
}

void add_street(SampleTown& town, const char* name, const char* kind, double width_m, geo::LineString line) {
    const std::string code = fmt::format("D{}{:03d}", part_tag(town), town.streets.size() + 1);
    town.streets.push_back({code, name, kind, width_m, std::move(line)});
}

void add_streets(SampleTown& town, const BandMesh& mesh) {
    for (std::size_t line = 0; line < mesh.lines.size(); ++line) {
        for (std::size_t c = 0; c < 3; ++c) {
            const auto& cuts = mesh.bands[std::min<std::size_t>(line, lattice_rows - 1)];
            auto points = line_between(mesh, line, cuts[4 * c].lower, cuts[4 * c + 4].lower);
            const bool leaves_town = line == 2 || line == 4;
            if (leaves_town && c == 0) points.insert(points.begin(), mesh.at(line, -6000));
            if (leaves_town && c == 2) points.push_back(mesh.at(line, cuts.back().lower + 6000));
            const bool main = line == 2;
            add_street(town, row_streets[line], main ? "main" : "local", main ? 16 : 10, std::move(points));
        }
    }
    for (std::size_t n = 0; n < column_streets.size(); ++n) {
        for (std::size_t row = 0; row < lattice_rows; ++row) {
            if ((n == 1 && row == 0) || (n == 5 && row == 3)) continue;  // a block without a through street
            const Cut& cut = mesh.bands[row][2 * n];
            geo::LineString points{mesh.at(row, cut.lower), mesh.at(row + 1, cut.upper)};
            const bool main = n == 3;
            if (main && row == 0)
                points.insert(points.begin(), rounded_mm(mesh.place(cut.lower / 100.0, -140)));
            add_street(town, column_streets[n], main ? "main" : "local", main ? 14 : 9, std::move(points));
        }
    }
}

void add_river(SampleTown& town, const BandMesh& mesh) {
    geo::LineString river;
    for (int u = -160; u <= 1300; u += 20)
        river.push_back(rounded_mm(mesh.place(u, -78 + 16 * std::sin(u / 170.0) - 0.02 * u)));
    town.barriers.push_back({"Z" + part_tag(town) + "001", "清河", "river", std::move(river)});
    const double u = mesh.bands[0][6].lower / 100.0;
    town.barriers.push_back({"Z" + part_tag(town) + "002",
                             "同心桥",
                             "bridge",
                             {rounded_mm(mesh.place(u, -105)), rounded_mm(mesh.place(u, -60))}});
}

}  // namespace

geo::Point Frame::point(double a, double b) const {
    return rounded_mm({at.x + a * along.x + b * across.x, at.y + a * along.y + b * across.y});
}

Frame frame_at(const BandMesh& mesh, double u, double v, double turn_rad) {
    const geo::Point west = mesh.place(u - 1, v), east = mesh.place(u + 1, v);
    const double angle = std::atan2(east.y - west.y, east.x - west.x) + turn_rad;
    return {mesh.place(u, v), {std::cos(angle), std::sin(angle)}, {-std::sin(angle), std::cos(angle)}};
}

double row_bottom(int row) {
    return street_v[static_cast<std::size_t>(row)];
}

geo::Point part_offset(const SampleTown& town) {
    // 45 km apart, four abreast, then northwards: the projection's zone is about 300 km wide.
    return {45000.0 * ((town.params.part + 1) % 4 - 1), 45000.0 * (town.params.part / 4)};
}

BandMesh lattice_of(const SampleTown& town) {
    Random random = stream(town, "lattice");
    BandMesh mesh;
    const geo::Point origin{576195 + part_offset(town).x, 2949950 + part_offset(town).y};
    mesh.place = [origin](double u, double v) {
        return geo::Point{origin.x + u - 0.19 * v, origin.y + v + bend(u)};
    };
    for (double v : street_v)
        mesh.lines.emplace_back([v](double u) { return v + 3 * std::sin(u / 210 + v); });
    mesh.station_cm.assign(mesh.lines.size(), 2300);
    for (int row = 0; row < lattice_rows; ++row) {
        std::vector<Cut> cuts;
        for (int c = 0; c <= lattice_columns; ++c) {
            const int jitter =
                c % 2 == 1 ? random.between(-5, 5) * 100 : 0;  // streets run through, fences not
            const std::int32_t u = c * static_cast<std::int32_t>(column_m * 100) + jitter;
            cuts.push_back({u, u});
        }
        mesh.bands.push_back(std::move(cuts));
    }
    return mesh;
}

void add_town_plan(SampleTown& town) {
    const BandMesh mesh = lattice_of(town);
    const auto cells = cells_of(mesh);
    constexpr std::array<const char*, 3> names{"惠泽", "惠民", "恒大"};
    const std::string town_code = fmt::format("520524{:03d}", 700 + town.params.part);
    std::array<std::vector<geo::Ring>, 3> of_community;
    std::array<std::vector<geo::Ring>, 35> of_grid;
    std::array<int, 35> community_of{};
    for (std::size_t row = 0; row < lattice_rows; ++row) {
        for (std::size_t c = 0; c < lattice_columns; ++c) {
            const auto grid = static_cast<std::size_t>(grid_of_cell[row][c] - 1);
            of_grid[grid].push_back(cells[row][c]);
            of_community[c / 4].push_back(cells[row][c]);
            community_of[grid] = static_cast<int>(c / 4);
        }
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        town.communities.push_back({fmt::format("{}{:03d}", town_code, i + 1),
                                    fmt::format("{}社区", names[i]), outline_of(of_community[i])});
    for (std::size_t i = 0; i < of_grid.size(); ++i)
        town.grids.push_back({fmt::format("{}{:03d}{:03d}", town_code, community_of[i] + 1, i + 1),
                              fmt::format("网格{:02d}", i + 1), community_of[i], outline_of(of_grid[i])});
    add_streets(town, mesh);
    add_river(town, mesh);
}

}  // namespace liangdi::sample
