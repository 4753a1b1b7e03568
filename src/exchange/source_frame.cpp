#include "exchange/source_frame.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exchange/gcj02.hpp"
#include "exchange/gdal_crs.hpp"

namespace liangdi::exchange {
namespace {

std::string plain(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c != '-' && c != '_' && c != ' ')
            out.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    return out;
}

}  // namespace

/// MapInfo and some drawings name no CRS but say its parameters.
std::string SourceFrame::name_of_crs() const {
    if (crs.epsg() != 0) return crs.definition() + " " + crs.name();
    const std::string name = crs.name();
    if (plain(name) != "UNNAMED" && plain(name) != "UNKNOWN" && !name.empty()) return name;
    const auto zone = gauss_zone(crs);
    return zone ? fmt::format("no name, Gauss-Kruger of meridian {:g}E, false easting {:.0f}", zone->meridian,
                              zone->false_easting)
                : "no name";
}

std::string SourceFrame::name() const {
    if (fit) return fit->kind == FitKind::affine ? "control points, affine" : "control points, similarity";
    if (gcj02) return "GCJ-02";
    std::string out = name_of_crs();
    if (swapped) out += ", axes swapped";
    return out;
}

std::string SourceFrame::options() const {
    if (fit) return "--control-points FILE.csv";
    std::string out = "--crs " + (gcj02             ? std::string("GCJ-02")
                                  : crs.epsg() != 0 ? crs.definition()
                                                    : "'" + crs.definition() + "'");
    if (swapped) out += " --swap-axes";
    return out;
}

SourceFrame frame_of_text(const std::string& text) {
    if (plain(text) == "GCJ02") return {geo::Crs::from_text("EPSG:4490"), false, true, {}};
    return {geo::Crs::from_text(text), false, false, {}};
}

ToTown::ToTown(const SourceFrame& frame, const geo::Crs& town) : frame_(frame) {
    if (frame_.fit) return;
    transform_.emplace(frame_.crs, town);
    if (transform_->identity()) transform_.reset();
}

bool ToTown::identity() const {
    return !frame_.fit && !transform_ && !frame_.swapped && !frame_.gcj02;
}

geo::Point ToTown::operator()(geo::Point p) const {
    if (frame_.swapped) std::swap(p.x, p.y);
    if (frame_.fit) return (*frame_.fit)(p);
    if (frame_.gcj02) p = from_gcj02(p);
    return transform_ ? (*transform_)(p) : p;
}

geo::Geometry ToTown::operator()(const geo::Geometry& geometry) const {
    geo::Geometry out = geometry;
    const auto all = [this](std::vector<geo::Point>& points) {
        for (geo::Point& p : points) p = (*this)(p);
    };
    if (auto* point = std::get_if<geo::Point>(&out)) *point = (*this)(*point);
    if (auto* lines = std::get_if<geo::MultiLineString>(&out))
        for (geo::LineString& line : *lines) all(line);
    if (auto* polygons = std::get_if<geo::MultiPolygon>(&out))
        for (geo::Polygon& polygon : *polygons) {
            all(polygon.shell);
            for (geo::Ring& hole : polygon.holes) all(hole);
        }
    return out;
}

}  // namespace liangdi::exchange
