#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <variant>
#include <vector>

/// Plain geometry values of the simple-features model (OGC 06-103r4), planar, two dimensions.
/// Coordinates are easting (x), northing (y) in metres of the town's CRS unless a function says otherwise.
namespace liangdi::geo {

struct Point {
    double x = 0;  ///< easting, metres
    double y = 0;  ///< northing, metres
    friend bool operator==(const Point&, const Point&) = default;
};

/// An axis-parallel box. A new box is empty: it contains nothing and intersects nothing.
struct Box {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    bool empty() const { return !(min_x <= max_x && min_y <= max_y); }
    double width() const { return empty() ? 0 : max_x - min_x; }
    double height() const { return empty() ? 0 : max_y - min_y; }
    Point centre() const { return {(min_x + max_x) / 2, (min_y + max_y) / 2}; }
    void add(Point p) {
        // With the new value second a box stays as it is when a coordinate is NaN.
        min_x = std::min(min_x, p.x);
        min_y = std::min(min_y, p.y);
        max_x = std::max(max_x, p.x);
        max_y = std::max(max_y, p.y);
    }
    void add(const Box& other);
    bool intersects(const Box& other) const;
    bool contains(Point p) const;
    bool contains(const Box& other) const;
    Box grown(double by_m) const;
    friend bool operator==(const Box&, const Box&) = default;
};

using LineString = std::vector<Point>;
using MultiLineString = std::vector<LineString>;

/// A ring is closed: its last point equals its first.
using Ring = std::vector<Point>;

struct Polygon {
    Ring shell;
    std::vector<Ring> holes;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

using MultiPolygon = std::vector<Polygon>;

/// What a geometry column can hold; monostate is "no geometry yet".
using Geometry = std::variant<std::monostate, Point, MultiLineString, MultiPolygon>;

enum class GeometryKind { none, point, multi_line_string, multi_polygon };

GeometryKind kind_of(const Geometry& geometry);
bool is_empty(const Geometry& geometry);
std::size_t point_count(const Geometry& geometry);

Box box_of(const LineString& line);
Box box_of(const MultiPolygon& polygons);
Box box_of(const Geometry& geometry);

/// A rectangle with `box`'s corners, counter-clockwise, closed.
Polygon rectangle(const Box& box);

}  // namespace liangdi::geo
