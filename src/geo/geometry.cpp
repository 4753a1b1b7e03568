#include "geo/geometry.hpp"

#include <algorithm>
#include <type_traits>

namespace liangdi::geo {

void Box::add(const Box& other) {
    if (other.empty()) return;
    add(Point{other.min_x, other.min_y});
    add(Point{other.max_x, other.max_y});
}

bool Box::intersects(const Box& other) const {
    return !empty() && !other.empty() && min_x <= other.max_x && other.min_x <= max_x &&
           min_y <= other.max_y && other.min_y <= max_y;
}

bool Box::contains(Point p) const {
    return min_x <= p.x && p.x <= max_x && min_y <= p.y && p.y <= max_y;
}

bool Box::contains(const Box& other) const {
    return !other.empty() && contains(Point{other.min_x, other.min_y}) &&
           contains(Point{other.max_x, other.max_y});
}

Box Box::grown(double by_m) const {
    if (empty()) return *this;
    return {min_x - by_m, min_y - by_m, max_x + by_m, max_y + by_m};
}

GeometryKind kind_of(const Geometry& geometry) {
    return static_cast<GeometryKind>(geometry.index());
}

std::size_t point_count(const Geometry& geometry) {
    std::size_t count = 0;
    if (std::holds_alternative<Point>(geometry)) count = 1;
    if (const auto* lines = std::get_if<MultiLineString>(&geometry))
        for (const LineString& line : *lines) count += line.size();
    if (const auto* polygons = std::get_if<MultiPolygon>(&geometry))
        for (const Polygon& polygon : *polygons) {
            count += polygon.shell.size();
            for (const Ring& hole : polygon.holes) count += hole.size();
        }
    return count;
}

bool is_empty(const Geometry& geometry) {
    return point_count(geometry) == 0;
}

Box box_of(const LineString& line) {
    Box box;
    for (Point p : line) box.add(p);
    return box;
}

Box box_of(const MultiPolygon& polygons) {
    Box box;
    for (const Polygon& polygon : polygons) {
        box.add(box_of(polygon.shell));
        for (const Ring& hole : polygon.holes) box.add(box_of(hole));
    }
    return box;
}

Box box_of(const Geometry& geometry) {
    Box box;
    if (const auto* point = std::get_if<Point>(&geometry)) box.add(*point);
    if (const auto* lines = std::get_if<MultiLineString>(&geometry))
        for (const LineString& line : *lines) box.add(box_of(line));
    if (const auto* polygons = std::get_if<MultiPolygon>(&geometry)) box = box_of(*polygons);
    return box;
}

Polygon rectangle(const Box& box) {
    return {{{box.min_x, box.min_y},
             {box.max_x, box.min_y},
             {box.max_x, box.max_y},
             {box.min_x, box.max_y},
             {box.min_x, box.min_y}},
            {}};
}

}  // namespace liangdi::geo
