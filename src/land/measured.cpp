#include "land/measured.hpp"

#include "geo/areas.hpp"
#include "geo/error.hpp"
#include "geo/lengths.hpp"
#include "geo/topology.hpp"

namespace liangdi::land {
namespace {

template <class Figure>
std::optional<double> if_possible(Figure figure) {
    try {
        return figure();
    } catch (const Error&) {
        return {};
    }
}

}  // namespace

MeasuredLength measured_length(const geo::LineString& line, const geo::Crs& crs) {
    return {geo::planar_length_m(line), if_possible([&] { return geo::ellipsoidal_length_m(line, crs); })};
}

std::optional<MeasuredArea> measured_area(const geo::LineString& corners, const geo::Crs& crs) {
    if (corners.size() < 3) return {};
    geo::Ring ring = corners;
    ring.push_back(ring.front());
    const geo::MultiPolygon area{{ring, {}}};
    if (geo::invalidity(area)) return {};
    return MeasuredArea{geo::planar_area_m2(area),
                        if_possible([&] { return geo::ellipsoidal_area_2008_m2(area, crs); }),
                        geo::planar_length_m(ring)};
}

}  // namespace liangdi::land
