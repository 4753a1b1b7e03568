#include "exchange/gdal_crs.hpp"

#include <cmath>
#include <string>

#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

std::string epsg_text(const OGRSpatialReference& srs) {
    const char* authority = srs.GetAuthorityName(nullptr);
    const char* code = srs.GetAuthorityCode(nullptr);
    return authority && code && EQUAL(authority, "EPSG") ? "EPSG:" + std::string(code) : std::string{};
}

/// A .prj of other programs carries no code and often a name of its own.
std::string matched_epsg(const OGRSpatialReference& srs) {
    int count = 0;
    int* confidence = nullptr;
    OGRSpatialReferenceH* matches =
        const_cast<OGRSpatialReference&>(srs).FindMatches(nullptr, &count, &confidence);  // GDAL forgot const
    std::string found;
    const char* const as_data_lie[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
                                       "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS", nullptr};
    for (int i = 0; i < count && found.empty(); ++i) {
        const auto* match = OGRSpatialReference::FromHandle(matches[i]);
        if (confidence[i] >= 90 || match->IsSame(&srs, as_data_lie)) found = epsg_text(*match);
    }
    OSRFreeSRSArray(matches);
    CPLFree(confidence);
    return found;
}

std::optional<GaussZone> zone_of(const OGRSpatialReference& srs) {
    const char* projection = srs.GetAttrValue("PROJECTION");
    const auto is = [&](const char* parameter, double value) {
        return std::abs(srs.GetNormProjParm(parameter, -1) - value) < 1e-9;
    };
    if (projection == nullptr || !EQUAL(projection, SRS_PT_TRANSVERSE_MERCATOR) ||
        srs.GetLinearUnits() != 1.0 || !is(SRS_PP_SCALE_FACTOR, 1) || !is(SRS_PP_LATITUDE_OF_ORIGIN, 0) ||
        !is(SRS_PP_FALSE_NORTHING, 0))
        return {};
    return GaussZone{srs.GetNormProjParm(SRS_PP_CENTRAL_MERIDIAN), srs.GetNormProjParm(SRS_PP_FALSE_EASTING)};
}

/// Codes of CGCS2000 in the EPSG register: 3-degree zones 25..45 from 4513, the same by meridian from 4534,
/// 6-degree zones 13..23 from 4491.
std::string cgcs2000_code(const GaussZone& zone) {
    const int by_3 = static_cast<int>(std::lround(zone.meridian / 3)),
              by_6 = static_cast<int>(std::lround((zone.meridian + 3) / 6));
    if (zone.meridian == by_3 * 3 && by_3 >= 25 && by_3 <= 45) {
        if (zone.false_easting == 500000) return "EPSG:" + std::to_string(4534 + by_3 - 25);
        if (zone.false_easting == by_3 * 1e6 + 500000) return "EPSG:" + std::to_string(4513 + by_3 - 25);
    }
    if (zone.meridian == by_6 * 6 - 3 && by_6 >= 13 && by_6 <= 23 &&
        zone.false_easting == by_6 * 1e6 + 500000)
        return "EPSG:" + std::to_string(4491 + by_6 - 13);
    return {};
}

/// SuperMap and MapGIS give Gauss-Krueger zones names of their own, by which PROJ finds nothing.
std::string named_otherwise(const OGRSpatialReference& srs) {
    const char* datum = srs.GetAttrValue("DATUM");
    const std::string name = datum ? datum : "";
    const bool cgcs2000 =
        (name.find("China") != std::string::npos || name.find("CGCS") != std::string::npos ||
         name.find("\u56fd\u5bb6") != std::string::npos || name.find("\u5927\u5730") != std::string::npos) &&
        name.find("2000") != std::string::npos && std::abs(srs.GetInvFlattening() - 298.257222101) < 1e-6;
    const auto zone = cgcs2000 ? zone_of(srs) : std::nullopt;
    return zone ? cgcs2000_code(*zone) : std::string{};
}

}  // namespace

geo::Crs crs_of(const OGRSpatialReference* srs) {
    if (srs == nullptr || srs->IsEmpty() || srs->IsLocal()) return {};
    const char* name = srs->GetName();
    if (name != nullptr && STARTS_WITH_CI(name, "undefined")) return {};
    const Srs flat(srs->Clone());
    if (flat->IsCompound()) flat->StripVertical();
    std::string text = epsg_text(*flat);
    if (text.empty()) text = matched_epsg(*flat);
    if (text.empty()) text = named_otherwise(*flat);
    if (text.empty()) {
        char* wkt = nullptr;
        const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
        if (flat->exportToWkt(&wkt, options) == OGRERR_NONE && wkt != nullptr) text = wkt;
        CPLFree(wkt);
    }
    try {
        return text.empty() ? geo::Crs{} : geo::Crs::from_text(text);
    } catch (const Error&) {
        return {};  // PROJ cannot use it: as good as none, the user is asked
    }
}

bool north_first(const OGRSpatialReference* srs) {
    if (srs == nullptr) return false;
    const std::vector<int>& mapping = srs->GetDataAxisToSRSAxisMapping();
    if (mapping.empty() || mapping[0] < 1) return false;
    OGRAxisOrientation direction = OAO_Other;
    srs->GetAxis(nullptr, mapping[0] - 1, &direction);
    return direction == OAO_North || direction == OAO_South;
}

Srs srs_of(const geo::Crs& crs) {
    if (!crs.known()) return nullptr;
    Srs srs(new OGRSpatialReference());
    const char* const offline[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
    if (srs->SetFromUserInput(crs.definition().c_str(), offline) != OGRERR_NONE)
        throw Error("bad_crs", "GDAL does not know the CRS " + crs.name());
    srs->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

std::optional<GaussZone> gauss_zone(const geo::Crs& crs) {
    if (!crs.known() || crs.geographic()) return {};
    try {
        return zone_of(*srs_of(crs));
    } catch (const Error&) {
        return {};
    }
}

geo::Crs cgcs2000_zone(const GaussZone& zone) {
    const std::string code = cgcs2000_code(zone);
    return code.empty() ? geo::Crs{} : geo::Crs::from_text(code);
}

}  // namespace liangdi::exchange
