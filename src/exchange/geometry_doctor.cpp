#include "exchange/geometry_doctor.hpp"

#include <fmt/format.h>

#include <array>
#include <functional>

#include "geo/error.hpp"
#include "geo/topology.hpp"

namespace liangdi::exchange {
namespace {

struct Rule {
    const char* name;
    land::Severity severity;
    const char* reason;
    const char* mend;
};

constexpr std::array<Rule, 11> rules{
    {{"geometry.cut_short", land::Severity::error, "the row cannot be read whole",
      "ask the sender for a complete copy"},
     {"geometry.not_finite", land::Severity::error, "a coordinate is not a number",
      "draw or export the shape anew"},
     {"geometry.unreadable", land::Severity::error, "the shape cannot be taken",
      "draw or export the shape anew"},
     {"geometry.invalid", land::Severity::error, "the shape is not valid and a repair would change its area",
      "mend it at the marked place; an import refuses such rows"},
     {"geometry.repairable", land::Severity::note,
      "the shape is not valid; an import repairs it without changing its area", ""},
     {"geometry.twice", land::Severity::warning, "the same shape stands in an earlier row",
      "leave one of the two"},
     {"geometry.empty", land::Severity::warning, "the row has no shape",
      "draw it, or leave it so on purpose"},
     {"geometry.collection", land::Severity::note,
      "shapes stand in a mixed collection; one of a single kind is taken as such", ""},
     {"geometry.curved", land::Severity::note, "arcs are taken as short lines, a vertex every degree", ""},
     {"geometry.heights", land::Severity::note, "heights are left out", ""},
     {"geometry.measures", land::Severity::note, "measures (M) are left out", ""}}};

std::size_t hash_of(const geo::Geometry& geometry) {
    std::size_t seed = geometry.index();
    const auto add = [&seed](const geo::Point& p) {
        for (const double v : {p.x, p.y})
            seed ^= std::hash<double>{}(v) + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2);
    };
    if (const auto* point = std::get_if<geo::Point>(&geometry)) add(*point);
    if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry))
        for (const geo::LineString& line : *lines)
            for (const geo::Point& p : line) add(p);
    if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry))
        for (const geo::Polygon& polygon : *polygons) {
            for (const geo::Point& p : polygon.shell) add(p);
            for (const geo::Ring& hole : polygon.holes)
                for (const geo::Point& p : hole) add(p);
        }
    return seed;
}

}  // namespace

GeometryDoctor::GeometryDoctor(const SourceLayer& layer, const RepairLimits& limits)
    : layer_(&layer), limits_(limits) {}

void GeometryDoctor::see(const char* rule, const SourceRow& row, const std::string& reason,
                         std::optional<geo::Point> at) {
    Place& place = seen_[rule];
    if (place.count++ == 0) place = {1, row.row, reason, at};
}

void GeometryDoctor::row(const SourceRow& row) {
    if (!row.row_problem.empty()) see("geometry.cut_short", row, row.row_problem);
    if (!layer_->has_geometry || !row.row_problem.empty()) return;
    const GeometryTraits& traits = row.traits;
    if (traits.not_finite)
        see("geometry.not_finite", row);
    else if (!row.geometry_problem.empty())
        see("geometry.unreadable", row, row.geometry_problem);
    if (traits.curved) see("geometry.curved", row);
    if (traits.heights) see("geometry.heights", row);
    if (traits.measures) see("geometry.measures", row);
    if (traits.collection) see("geometry.collection", row);
    if (geo::is_empty(row.geometry)) {
        if (row.geometry_problem.empty()) see("geometry.empty", row);
        return;
    }
    ++kinds_[geo::kind_of(row.geometry)];
    constexpr std::size_t most_kept = 2'000'000;
    if (shapes_.size() < most_kept && geo::kind_of(row.geometry) != geo::GeometryKind::point)
        if (const auto [held, fresh] = shapes_.emplace(hash_of(row.geometry), row.row); !fresh)
            see("geometry.twice", row, fmt::format("row {} has the same shape", held->second),
                geo::box_of(row.geometry).centre());
    const auto* polygons = std::get_if<geo::MultiPolygon>(&row.geometry);
    if (polygons == nullptr) return;
    if (const auto defect = geo::invalidity(*polygons)) {
        // Limits in m2 mean nothing in degrees; then the share alone decides at import, after the change.
        const bool mendable = repaired(*polygons, limits_).has_value();
        see(mendable ? "geometry.repairable" : "geometry.invalid", row, defect->reason, defect->at);
    }
}

std::vector<land::Finding> GeometryDoctor::findings() const {
    std::vector<land::Finding> out;
    for (const Rule& rule : rules) {
        const auto found = seen_.find(rule.name);
        if (found == seen_.end()) continue;
        const Place& place = found->second;
        std::string reason = rule.reason;
        if (!place.reason.empty()) reason += ": " + place.reason;
        if (place.count > 1) reason += fmt::format(" ({} rows, the first here)", place.count);
        out.push_back({rule.severity, rule.name, "", 0, "", place.row, "", "", reason, rule.mend, place.at});
    }
    if (kinds_.size() > 1) {
        std::string all;
        const auto add = [&](geo::GeometryKind kind, const char* word) {
            if (const auto n = kinds_.find(kind); n != kinds_.end())
                all += fmt::format("{}{} {}", all.empty() ? "" : ", ", n->second, word);
        };
        add(geo::GeometryKind::point, "points");
        add(geo::GeometryKind::multi_line_string, "lines");
        add(geo::GeometryKind::multi_polygon, "areas");
        out.push_back({land::Severity::warning,
                       "geometry.mixed",
                       "",
                       0,
                       "",
                       0,
                       "",
                       "",
                       "the layer holds " + all,
                       "an import into one table takes one kind and refuses the others",
                       {}});
    }
    return out;
}

}  // namespace liangdi::exchange
