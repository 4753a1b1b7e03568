#include "exchange/source_sample.hpp"

#include "geo/error.hpp"

namespace liangdi::exchange {

void add_shape(SourceSample& sample, const geo::Geometry& geometry) {
    constexpr std::size_t of_each = 20;
    if (geo::is_empty(geometry)) return;
    std::size_t taken = 0;
    const auto take = [&](const std::vector<geo::Point>& points) {
        for (const geo::Point& p : points)
            if (taken < of_each) sample.points.push_back(p), ++taken;
    };
    if (const auto* point = std::get_if<geo::Point>(&geometry)) sample.points.push_back(*point);
    if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry))
        for (const geo::LineString& line : *lines) take(line);
    if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry))
        for (const geo::Polygon& polygon : *polygons) take(polygon.shell);
    sample.boxes.push_back(geo::box_of(geometry));
}

SourceSample sample_of(const Reader& reader, const SourceLayer& layer, std::size_t most) {
    SourceSample sample;
    try {
        reader.each(layer, [&](const SourceRow& row) {
            add_shape(sample, row.geometry);
            sample.rows.push_back(row);
            return sample.rows.size() < most;
        });
    } catch (const Error&) {
    }
    return sample;
}

}  // namespace liangdi::exchange
