#include "parcel_text.hpp"

#include <cpl_json.h>
#include <ogr_feature.h>
#include <ogr_geometry.h>

#include <cmath>
#include <memory>
#include <vector>

#include "common/text_fields.hpp"
#include "parcel_fields.hpp"
#include "ring_nesting.hpp"

namespace liangdi::plugins {

namespace {

std::string fixed(double value, int decimals) {
    char text[512];
    CPLsnprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

/// J numbers from POINT_NAMES: a list, or what other formats make of one: J1,J2 or ["J1","J2"] or (2:J1,J2).
std::vector<std::string> point_names(const OGRFeature& feature) {
    std::vector<std::string> names;
    const int i = feature.GetFieldIndex(field::point_names);
    if (i < 0 || !feature.IsFieldSetAndNotNull(i)) return names;
    OGRFeature& reading = const_cast<OGRFeature&>(feature);  // OGR's getters are not const in all versions
    if (feature.GetFieldDefnRef(i)->GetType() == OFTStringList) {
        for (char** name = reading.GetFieldAsStringList(i); name && *name; ++name) names.emplace_back(*name);
        return names;
    }
    const std::string text = reading.GetFieldAsString(i);
    CPLJSONDocument json;
    if (trim(text).starts_with('[') && json.LoadMemory(text)) {
        const CPLJSONArray list = json.GetRoot().ToArray();
        for (int k = 0; k < list.Size(); ++k) names.push_back(list[k].ToString());
        return names;
    }
    std::string_view plain = trim(text);
    const std::size_t colon = plain.find(':');
    if (plain.starts_with('(') && plain.ends_with(')') && colon != std::string_view::npos &&
        integer(plain.substr(1, colon - 1))) {
        plain.remove_suffix(1);
        plain.remove_prefix(colon + 1);
    }
    std::vector<std::string_view> fields;
    split(plain, fields);
    names.assign(fields.begin(), fields.end());
    return names;
}

/// Collects the lines of the points.
class Rows {
  public:
    Rows(const OGRFeature& feature, const ParcelTextSettings& settings)
        : settings_(settings), names_(point_names(feature)) {}

    /// The names count only if there is one for each of `points`.
    bool expect(std::size_t points) {
        const bool fits = names_.empty() || names_.size() == points;
        if (!fits) names_.clear();
        return fits;
    }

    void begin_ring() { ++ring_; }
    /// Answers the place as written, east first.
    PlacePoint point(double x, double y) {
        if (settings_.north_first) std::swap(x, y);
        sound_ = sound_ && std::isfinite(x) && std::isfinite(y) && std::abs(x) < 1e9 && std::abs(y) < 1e9;
        if (!sound_) return {};
        last_name_ = next_ < names_.size() ? writable(names_[next_], changed_) : "";
        if (last_name_.empty()) last_name_.append("J").append(std::to_string(next_ + 1));
        ++next_;
        const std::string north = fixed(y, settings_.decimals);
        const std::string east = fixed(x + settings_.east_offset, settings_.decimals);
        last_ = std::string(",").append(north).append(",").append(east);
        row(last_name_, last_);
        return {CPLAtof(east.c_str()), CPLAtof(north.c_str())};
    }
    /// The ring's first line once more.
    void close(const std::string& name, const std::string& place) { row(name, place); }

    const std::string& last_name() const { return last_name_; }
    const std::string& last_place() const { return last_; }
    const std::string& text() const { return text_; }
    int count() const { return count_; }
    bool sound() const { return sound_; }

  private:
    void row(const std::string& name, const std::string& place) {
        text_ += name + "," + std::to_string(ring_) + place + "\n";
        ++count_;
    }

    const ParcelTextSettings& settings_;
    std::vector<std::string> names_;
    std::size_t next_ = 0;
    int ring_ = 0;
    int count_ = 0;
    bool sound_ = true;
    bool changed_ = false;
    std::string text_, last_, last_name_;
};

/// Points of a ring without the closing one.
int open_size(const OGRLineString& ring) {
    const int n = ring.getNumPoints();
    return n > 1 && ring.getX(0) == ring.getX(n - 1) && ring.getY(0) == ring.getY(n - 1) ? n - 1 : n;
}

double write_ring(const OGRLineString& ring, Rows& rows) {
    std::vector<PlacePoint> places;
    std::string first_name, first_place;
    rows.begin_ring();
    for (int i = 0; i < open_size(ring); ++i) {
        places.push_back(rows.point(ring.getX(i), ring.getY(i)));
        if (i == 0) {
            first_name = rows.last_name();
            first_place = rows.last_place();
        }
    }
    if (!places.empty()) rows.close(first_name, first_place);
    return ring_area(places);
}

/// The simple geometries inside a multi one, or itself.
template <typename Single>
std::vector<const Single*> singles(const OGRGeometry& geometry) {
    std::vector<const Single*> out;
    if (const auto* one = dynamic_cast<const Single*>(&geometry)) out.push_back(one);
    if (const auto* many = dynamic_cast<const OGRGeometryCollection*>(&geometry))
        for (int i = 0; i < many->getNumGeometries(); ++i)
            if (const auto* one = dynamic_cast<const Single*>(many->getGeometryRef(i)))
                if (!one->IsEmpty()) out.push_back(one);
    return out;
}

bool write_faces(const OGRGeometry& geometry, Rows& rows, double& area_m2) {
    std::size_t points = 0;
    const auto polygons = singles<OGRPolygon>(geometry);
    for (const auto* polygon : polygons)
        for (const auto* ring : *polygon) points += static_cast<std::size_t>(open_size(*ring));
    const bool named = rows.expect(points);
    for (const auto* polygon : polygons) {
        double sign = 1;
        for (const auto* ring : *polygon) {
            area_m2 += sign * write_ring(*ring, rows);
            sign = -1;
        }
    }
    return named;
}

bool write_lines(const OGRGeometry& geometry, Rows& rows) {
    std::size_t points = 0;
    const auto lines = singles<OGRLineString>(geometry);
    for (const auto* line : lines) points += static_cast<std::size_t>(line->getNumPoints());
    const bool named = rows.expect(points);
    for (const auto* line : lines) {
        rows.begin_ring();
        for (int i = 0; i < line->getNumPoints(); ++i) rows.point(line->getX(i), line->getY(i));
    }
    return named;
}

bool write_points(const OGRGeometry& geometry, Rows& rows) {
    const auto points = singles<OGRPoint>(geometry);
    const bool named = rows.expect(points.size());
    rows.begin_ring();
    for (const auto* point : points) rows.point(point->getX(), point->getY());
    return named;
}

/// At least 4 decimals of a hectare, more (up to 10) only where the declared figure has them.
std::string area_text(const OGRFeature& feature, double computed_m2, bool computable) {
    const int i = feature.GetFieldIndex(field::area_ha);
    if (i < 0 || !feature.IsFieldSetAndNotNull(i)) return computable ? fixed(computed_m2 / 10000, 4) : "";
    const double declared = feature.GetFieldAsDouble(i);
    int decimals = 4;
    while (decimals < 10 && CPLAtof(fixed(declared, decimals).c_str()) != declared) ++decimals;
    return fixed(declared, decimals);
}

}  // namespace

std::optional<std::string> parcel_text(const OGRFeature& feature, const ParcelTextSettings& settings,
                                       const std::string& what) {
    Rows rows(feature, settings);
    double area_m2 = 0;
    bool named = true;
    ParcelKind kind = ParcelKind::face;
    if (const OGRGeometry* raw = feature.GetGeometryRef(); raw && !raw->IsEmpty()) {
        const std::unique_ptr<OGRGeometry> straight(raw->getLinearGeometry());
        switch (straight ? wkbFlatten(straight->getGeometryType()) : wkbUnknown) {
            case wkbPolygon:
            case wkbMultiPolygon:
                named = write_faces(*straight, rows, area_m2);
                break;
            case wkbLineString:
            case wkbMultiLineString:
                kind = ParcelKind::line;
                named = write_lines(*straight, rows);
                break;
            case wkbPoint:
            case wkbMultiPoint:
                kind = ParcelKind::point;
                named = write_points(*straight, rows);
                break;
            default:
                CPLError(CE_Failure, CPLE_NotSupported, "%s: a %s is neither 面, 线 nor 点", what.c_str(),
                         raw->getGeometryName());
                return {};
        }
    }
    if (!rows.sound()) {
        CPLError(CE_Failure, CPLE_AppDefined, "%s: a coordinate is no number or beyond 1e9", what.c_str());
        return {};
    }
    if (!named)
        CPLError(CE_Warning, CPLE_AppDefined,
                 "%s: POINT_NAMES has not one name for each point; numbered anew", what.c_str());

    bool changed = false;
    const auto text = [&](const char* name) {
        const int i = feature.GetFieldIndex(name);
        if (i < 0 || !feature.IsFieldSetAndNotNull(i)) return std::string();
        return writable(const_cast<OGRFeature&>(feature).GetFieldAsString(i), changed);
    };
    const bool computable = kind == ParcelKind::face && !settings.geographic && rows.count() > 0;
    std::string line = std::to_string(rows.count()) + "," + area_text(feature, area_m2, computable) + "," +
                       text(field::code) + "," + text(field::name) + "," +
                       (rows.count() || text(field::kind).empty() ? kind_word(kind) : text(field::kind)) +
                       "," + text(field::sheet) + "," + text(field::use) + "," + text(field::land_class) +
                       ",";
    for (int n = 1; feature.GetFieldIndex((field::extra + std::to_string(n)).c_str()) >= 0; ++n)
        line += text((field::extra + std::to_string(n)).c_str()) + ",";
    if (changed)
        CPLError(CE_Warning, CPLE_AppDefined,
                 "%s: a comma or line end in a text was written as ， or a blank", what.c_str());
    return line + "@\n" + rows.text();
}

}  // namespace liangdi::plugins
