#include "exchange/repair.hpp"

#include <cmath>

#include "geo/areas.hpp"
#include "geo/error.hpp"
#include "geo/topology.hpp"

namespace liangdi::exchange {

std::optional<Repaired> repaired(const geo::MultiPolygon& polygons, const RepairLimits& limits) {
    try {
        Repaired out{geo::made_valid(polygons), 0};
        const double before = geo::planar_area_m2(polygons), after = geo::planar_area_m2(out.polygons);
        out.difference_m2 = std::abs(after - before);
        if (out.polygons.empty() || out.difference_m2 >= limits.most_m2 ||
            out.difference_m2 >= limits.most_share * before || geo::invalidity(out.polygons))
            return {};
        return out;
    } catch (const Error&) {
        return {};
    }
}

std::optional<geo::MultiPolygon> areas_of_closed_lines(const geo::MultiLineString& lines) {
    constexpr std::size_t of_a_triangle = 4;
    geo::MultiPolygon areas;
    for (const geo::LineString& line : lines) {
        if (line.size() < of_a_triangle || !(line.front() == line.back())) return {};
        areas.push_back({line, {}});
    }
    if (areas.empty()) return {};
    return areas;
}

}  // namespace liangdi::exchange
