#include "sample/band_mesh.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "geo/areas.hpp"

namespace liangdi::sample {

using Stations = std::vector<std::int32_t>;

geo::Point rounded_mm(geo::Point p) {
    return {std::round(p.x * 1000) / 1000, std::round(p.y * 1000) / 1000};
}

geo::Point BandMesh::at(std::size_t line, std::int32_t u_cm) const {
    const double u = u_cm / 100.0;
    return rounded_mm(place(u, lines[line](u)));
}

namespace {

Stations stations_of(const BandMesh& mesh, std::size_t line) {
    std::set<std::int32_t> cuts;
    if (line > 0)
        for (const Cut& c : mesh.bands[line - 1]) cuts.insert(c.upper);
    if (line < mesh.bands.size())
        for (const Cut& c : mesh.bands[line]) cuts.insert(c.lower);
    Stations stations(cuts.begin(), cuts.end());
    const std::int32_t step = mesh.station_cm[line];
    for (std::int32_t u = *cuts.begin() + step; u < *cuts.rbegin(); u += step) {
        const auto next = cuts.lower_bound(u);
        const bool clear = *next - u >= mesh.clear_cm && u - *std::prev(next) >= mesh.clear_cm;
        if (clear) stations.push_back(u);
    }
    std::sort(stations.begin(), stations.end());
    return stations;
}

void append(geo::Ring& ring, const BandMesh& mesh, std::size_t line, const Stations& stations,
            std::int32_t from, std::int32_t to) {
    const auto first = std::lower_bound(stations.begin(), stations.end(), std::min(from, to));
    const auto last = std::upper_bound(stations.begin(), stations.end(), std::max(from, to));
    const std::size_t start = ring.size();
    for (auto it = first; it != last; ++it) ring.push_back(mesh.at(line, *it));
    if (from > to) std::reverse(ring.begin() + static_cast<std::ptrdiff_t>(start), ring.end());
}

}  // namespace

std::vector<std::vector<geo::Ring>> cells_of(const BandMesh& mesh) {
    std::vector<Stations> stations;
    for (std::size_t i = 0; i < mesh.lines.size(); ++i) stations.push_back(stations_of(mesh, i));
    std::vector<std::vector<geo::Ring>> cells(mesh.bands.size());
    for (std::size_t b = 0; b < mesh.bands.size(); ++b) {
        const auto& cuts = mesh.bands[b];
        for (std::size_t k = 0; k + 1 < cuts.size(); ++k) {
            geo::Ring ring;
            append(ring, mesh, b, stations[b], cuts[k].lower, cuts[k + 1].lower);
            append(ring, mesh, b + 1, stations[b + 1], cuts[k + 1].upper, cuts[k].upper);
            ring.push_back(ring.front());
            cells[b].push_back(std::move(ring));
        }
    }
    return cells;
}

geo::LineString line_between(const BandMesh& mesh, std::size_t line, std::int32_t from_cm,
                             std::int32_t to_cm) {
    Stations stations = stations_of(mesh, line);
    stations.push_back(from_cm);
    stations.push_back(to_cm);
    std::sort(stations.begin(), stations.end());
    stations.erase(std::unique(stations.begin(), stations.end()), stations.end());
    geo::LineString points;
    append(points, mesh, line, stations, from_cm, to_cm);
    return points;
}

geo::Polygon outline_of(const std::vector<geo::Ring>& cells) {
    using Key = std::pair<double, double>;
    auto key = [](geo::Point p) { return Key{p.x, p.y}; };
    std::set<std::pair<Key, Key>> sides;
    for (const geo::Ring& ring : cells) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            if (sides.erase({key(ring[i + 1]), key(ring[i])}) == 0)
                sides.insert({key(ring[i]), key(ring[i + 1])});
        }
    }
    std::map<Key, Key> next(sides.begin(), sides.end());
    std::vector<geo::Ring> rings;
    while (!next.empty()) {
        geo::Ring ring;
        Key at = next.begin()->first;
        for (auto it = next.find(at); it != next.end(); it = next.find(at)) {
            ring.push_back({at.first, at.second});
            at = it->second;
            next.erase(it);
        }
        ring.push_back({at.first, at.second});
        rings.push_back(std::move(ring));
    }
    auto size = [](const geo::Ring& r) { return geo::planar_area_m2(geo::Polygon{r, {}}); };
    const auto shell = std::max_element(rings.begin(), rings.end(),
                                        [&](const auto& a, const auto& b) { return size(a) < size(b); });
    std::iter_swap(rings.begin(), shell);
    return {rings.front(), {std::next(rings.begin()), rings.end()}};
}

}  // namespace liangdi::sample
