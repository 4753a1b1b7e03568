#include "gk_frame.hpp"

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>

#include "common/text_fields.hpp"

namespace liangdi::plugins {

namespace {

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

std::string lower(const char* text) {
    std::string out = text ? text : "";
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return out;
}

}  // namespace

bool is_zone(int degree, int zone) {
    return degree != 0 && degree_of_zone(zone) == degree;
}

int degree_of_zone(int zone) {
    if (zone >= 25 && zone <= 45) return 3;
    if (zone >= 13 && zone <= 23) return 6;
    return 0;
}

int epsg_of(const GkFrame& f) {
    const int n = f.zone;
    const bool three = f.degree == 3;
    switch (f.datum) {
        case Datum::cgcs2000:
            if (three) return (f.prefix ? 4488 : 4509) + n;
            return (f.prefix ? 4478 : 4489) + n;
        case Datum::xian80:
            if (three) return (f.prefix ? 2324 : 2345) + n;
            return (f.prefix ? 2314 : 2325) + n;
        case Datum::beijing54:
            if (three) return (f.prefix ? 2376 : 2397) + n;
            return (f.prefix ? 21400 : 21440) + n;
        case Datum::new_beijing:
            // EPSG's numbers are not in one run here.
            if (!three) return (f.prefix ? 4555 : 4566) + n;
            if (f.prefix) return (n < 30 ? 4627 : 4736) + n;
            return n == 44 ? 4812 : n == 45 ? 4822 : 4757 + n;
    }
    return 0;
}

int epsg_of_geographic(Datum datum) {
    switch (datum) {
        case Datum::cgcs2000:
            return 4490;
        case Datum::xian80:
            return 4610;
        case Datum::beijing54:
            return 4214;
        case Datum::new_beijing:
            return 4555;
    }
    return 0;
}

const char* datum_title(Datum datum) {
    switch (datum) {
        case Datum::cgcs2000:
            return "2000国家大地坐标系";
        case Datum::xian80:
            return "1980西安坐标系";
        case Datum::beijing54:
            return "1954北京坐标系";
        case Datum::new_beijing:
            return "新1954北京坐标系";
    }
    return "";
}

std::optional<Datum> datum_of(const std::string& words) {
    const std::string text = half_width(words);
    const auto has = [&](const char* part) { return text.find(part) != std::string::npos; };
    if (has("独立") || has("地方") || has("WGS")) return {};
    const bool is_2000 = has("2000") || has("CGCS");
    const bool is_80 = has("80");
    const bool is_54 = has("54");
    if (is_2000 + is_80 + is_54 != 1) return {};
    if (is_2000) return Datum::cgcs2000;
    if (is_80) return Datum::xian80;
    return has("新") ? Datum::new_beijing : Datum::beijing54;
}

std::optional<Datum> datum_of(const OGRSpatialReference& srs) {
    const double a = srs.GetSemiMajor();
    const double f = srs.GetInvFlattening();
    const std::string name = lower(srs.GetAttrValue("DATUM"));
    if (near(a, 6378137, 0.01) && near(f, 298.257222101, 1e-6)) {
        // GRS80 has the same figures but is not our datum.
        const bool ours = name.find("china") != std::string::npos || name.find("2000") != std::string::npos ||
                          name.find("cgcs") != std::string::npos;
        return ours ? std::optional(Datum::cgcs2000) : std::nullopt;
    }
    if (near(a, 6378140, 0.01) && near(f, 298.257, 1e-3)) return Datum::xian80;
    if (near(a, 6378245, 0.01) && near(f, 298.3, 1e-3)) {
        if (name.find("new_beijing") != std::string::npos || name.find("new beijing") != std::string::npos)
            return Datum::new_beijing;
        if (name.find("beijing") != std::string::npos) return Datum::beijing54;
    }
    return {};
}

std::optional<GkFrame> gk_frame_of(const OGRSpatialReference& srs) {
    const char* projection = srs.GetAttrValue("PROJECTION");
    if (!srs.IsProjected() || !projection) return {};
    const bool transverse =
        EQUAL(projection, SRS_PT_TRANSVERSE_MERCATOR) || EQUAL(projection, "Gauss_Kruger");
    const auto datum = datum_of(srs);
    const double scale = srs.GetNormProjParm(SRS_PP_SCALE_FACTOR, 1);
    const double meridian = srs.GetNormProjParm(SRS_PP_CENTRAL_MERIDIAN, 0);
    const double false_easting = srs.GetNormProjParm(SRS_PP_FALSE_EASTING, 0);
    if (!transverse || !datum || !near(scale, 1, 1e-9) || !near(srs.GetLinearUnits(), 1, 1e-9) ||
        !near(srs.GetNormProjParm(SRS_PP_LATITUDE_OF_ORIGIN, 0), 0, 1e-9) ||
        !near(srs.GetNormProjParm(SRS_PP_FALSE_NORTHING, 0), 0, 1e-6))
        return {};

    GkFrame frame;
    frame.datum = *datum;
    frame.prefix = false_easting > 1e6;
    if (frame.prefix) {
        frame.zone = static_cast<int>(std::floor(false_easting / 1e6));
        frame.degree = degree_of_zone(frame.zone);
    } else {
        const std::string name = lower(srs.GetName());
        const bool gauss = name.find("gauss") != std::string::npos || name.find("_gk_") != std::string::npos;
        const bool three = name.find("3-degree") != std::string::npos ||
                           name.find("3_degree") != std::string::npos ||
                           name.find("3 degree") != std::string::npos;
        const int six_zone = static_cast<int>(std::lround((meridian + 3) / 6));
        frame.degree = gauss && !three && near(6 * six_zone - 3, meridian, 1e-9) ? 6 : 3;
        frame.zone = frame.degree == 6 ? six_zone : static_cast<int>(std::lround(meridian / 3));
    }
    const int expected_meridian = frame.degree == 6 ? 6 * frame.zone - 3 : 3 * frame.zone;
    const double expected_easting = 500000 + (frame.prefix ? frame.zone * 1e6 : 0);
    if (!is_zone(frame.degree, frame.zone) || !near(expected_meridian, meridian, 1e-9) ||
        !near(expected_easting, false_easting, 1e-6))
        return {};
    return frame;
}

}  // namespace liangdi::plugins
