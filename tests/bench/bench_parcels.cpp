// Writes N contiguous terraces as a GeoPackage: bench_parcels N OUT.gpkg
// Rows of cells with shared, wavy edges; 7 to 38 vertices, about 21 on average, EPSG:4544.
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "exchange/writer.hpp"
#include "geo/error.hpp"

namespace {

using liangdi::geo::Point;

constexpr double cell_m = 30;

/// Edge points between two corners, the same whichever cell asks: 1 to 9 of them, shifted by a wave.
void along(liangdi::geo::Ring& ring, Point from, Point to, int number, bool backwards) {
    const int n = 1 + number % 9;
    for (int k = 1; k <= n; ++k) {
        const double t = static_cast<double>(backwards ? n + 1 - k : k) / (n + 1);
        const Point a = backwards ? to : from, b = backwards ? from : to;
        const double bend = 2.5 * std::sin(t * 3.14159265358979) * (number % 2 ? 1 : -1);
        const bool level = std::abs(b.x - a.x) > std::abs(b.y - a.y);
        ring.push_back(
            {a.x + (b.x - a.x) * t + (level ? 0 : bend), a.y + (b.y - a.y) * t + (level ? bend : 0)});
    }
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 3) return fmt::print(stderr, "usage: bench_parcels N OUT.gpkg\n"), 2;
    const int n = std::atoi(argv[1]);
    const int columns = std::max(1, static_cast<int>(std::sqrt(n)));
    liangdi::exchange::Writer writer(argv[2]);
    using liangdi::exchange::FieldType;
    writer.begin({"parcels",
                  {{"DKBM", FieldType::text}, {"DKMC", FieldType::text}, {"TDLYLX", FieldType::text}},
                  liangdi::geo::GeometryKind::multi_polygon,
                  liangdi::geo::Crs::from_text("EPSG:4544")});
    const auto corner = [](int c, int r) {
        return Point{540000 + c * cell_m + 3 * std::sin(c * 7.1 + r * 3.3),
                     2900000 + r * cell_m + 3 * std::cos(c * 2.7 + r * 5.9)};
    };
    for (int i = 0; i < n; ++i) {
        const int c = i % columns, r = i / columns;
        const auto level = [&](int column, int row) { return (column * 31 + row * 17) & 0xff; };
        const auto upright = [&](int column, int row) { return (column * 13 + row * 29 + 5) & 0xff; };
        const Point sw = corner(c, r), se = corner(c + 1, r), ne = corner(c + 1, r + 1),
                    nw = corner(c, r + 1);
        liangdi::geo::Ring ring{sw};
        along(ring, sw, se, level(c, r), false);
        ring.push_back(se);
        along(ring, se, ne, upright(c + 1, r), false);
        ring.push_back(ne);
        along(ring, ne, nw, level(c, r + 1), true);
        ring.push_back(nw);
        along(ring, nw, sw, upright(c, r), true);
        ring.push_back(sw);
        writer.add({fmt::format("520524{:03}{:03}{:02}{:05}", 100 + i / 9900000, 200 + i / 99000 % 100,
                                1 + i / 99000 % 99, i % 99000 + 1),
                    fmt::format("地块{}", i), std::string(i % 3 ? "0101" : "0103")},
                   liangdi::geo::MultiPolygon{{ring, {}}});
    }
    writer.close();
    return 0;
} catch (const std::exception& e) {
    fmt::print(stderr, "{}\n", e.what());
    return 1;
}
