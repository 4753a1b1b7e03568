#include "geo/proj_objects.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace liangdi::geo::detail {
namespace {

/// Letters, digits and Chinese only, lower case: "D_China_2000" -> "dchina2000".
std::string plain_name(std::string_view name) {
    std::string out;
    for (char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper) c = static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            out += c;
    }
    return out;
}

/// From the CRS's own geographic coordinates (degrees, longitude first) to its grid.
PjPtr from_own_geographic(PJ_CONTEXT* context, const PJ* crs) {
    const PjPtr geographic(proj_crs_get_geodetic_crs(context, crs));
    if (!geographic) return {};
    PjPtr operation(proj_create_crs_to_crs_from_pj(context, geographic.get(), crs, nullptr, nullptr));
    if (!operation) return {};
    return PjPtr(proj_normalize_for_visualization(context, operation.get()));
}

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

}  // namespace

ContextPtr new_context() {
    ContextPtr context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

PJ_CONTEXT* thread_context() {
    thread_local const ContextPtr context = new_context();
    return context.get();
}

Ellipsoid ellipsoid_of(PJ_CONTEXT* context, const PJ* crs) {
    Ellipsoid out;
    const PjPtr ellipsoid(proj_get_ellipsoid(context, crs));
    if (ellipsoid)
        proj_ellipsoid_get_parameters(context, ellipsoid.get(), &out.semi_major_m, nullptr, nullptr,
                                      &out.inverse_flattening);
    return out;
}

PjPtr unbound(PJ_CONTEXT* context, const PJ* crs) {
    if (proj_get_type(crs) == PJ_TYPE_BOUND_CRS) return PjPtr(proj_get_source_crs(context, crs));
    return PjPtr(proj_clone(context, crs));
}

PjPtr plain_crs(PJ_CONTEXT* context, PjPtr crs) {
    if (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS)
        crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
    if (!crs || proj_get_type(crs.get()) != PJ_TYPE_BOUND_CRS) return crs;

    std::array<double, 7> shift{};
    const PjPtr operation(proj_crs_get_coordoperation(context, crs.get()));
    const bool known = operation && proj_coordoperation_get_towgs84_values(context, operation.get(),
                                                                           shift.data(), 7, 0) != 0;
    const bool nothing = known && std::ranges::all_of(shift, [](double d) { return d == 0; });
    PjPtr source = unbound(context, crs.get());
    if (nothing || is_wgs84_or_cgcs2000(context, source.get())) return source;
    return crs;
}

bool is_geographic(const PJ* crs) {
    const PJ_TYPE type = proj_get_type(crs);
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

bool is_projected(const PJ* crs) {
    return proj_get_type(crs) == PJ_TYPE_PROJECTED_CRS;
}

bool same_datum(PJ_CONTEXT* context, const PJ* a, const PJ* b) {
    const PjPtr geographic_a(proj_crs_get_geodetic_crs(context, a));
    const PjPtr geographic_b(proj_crs_get_geodetic_crs(context, b));
    if (!geographic_a || !geographic_b) return false;
    const PjPtr datum_a(proj_crs_get_datum_forced(context, geographic_a.get()));
    const PjPtr datum_b(proj_crs_get_datum_forced(context, geographic_b.get()));
    return datum_a && datum_b &&
           proj_is_equivalent_to_with_ctx(context, datum_a.get(), datum_b.get(), PJ_COMP_EQUIVALENT) != 0;
}

bool is_wgs84_or_cgcs2000(PJ_CONTEXT* context, const PJ* crs) {
    // A false name on another ellipsoid (54 data labelled 2000) is not believed.
    const Ellipsoid e = ellipsoid_of(context, crs);
    if (!near(e.semi_major_m, 6378137.0, 1e-3) || !near(e.inverse_flattening, 298.2572, 1e-3)) return false;

    const PjPtr geographic(proj_crs_get_geodetic_crs(context, crs));
    if (!geographic) return false;
    const PjPtr datum(proj_crs_get_datum_forced(context, geographic.get()));
    if (!datum) return false;
    const char* authority = proj_get_id_auth_name(datum.get(), 0);
    const char* code = proj_get_id_code(datum.get(), 0);
    if (authority && code && std::string_view(authority) == "EPSG")
        return std::string_view(code) == "6326" || std::string_view(code) == "1043";

    const char* name = proj_get_name(datum.get());
    std::string plain = plain_name(name ? name : "");
    constexpr std::array names{"wgs84",
                               "wgs1984",
                               "dwgs1984",
                               "dwgs84",
                               "worldgeodeticsystem1984",
                               "worldgeodeticsystem1984ensemble",
                               "china2000",
                               "dchina2000",
                               "cgcs2000",
                               "dcgcs2000",
                               "chinageodeticcoordinatesystem2000",
                               "dchinageodeticcoordinatesystem2000",
                               "chinesegeodeticcoordinatesystem2000",
                               "国家2000",
                               "国家大地2000",
                               "2000国家大地坐标系",
                               "中国2000",
                               "大地2000"};
    return std::ranges::find(names, plain) != names.end();
}

bool same_grid(PJ_CONTEXT* context, const PJ* a, const PJ* b) {
    if (!a || !b || is_geographic(a) != is_geographic(b) || is_projected(a) != is_projected(b)) return false;
    if (is_geographic(a))
        return proj_is_equivalent_to_with_ctx(context, a, b, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) !=
               0;
    if (!is_projected(a) || !same_datum(context, a, b)) return false;
    const Ellipsoid ea = ellipsoid_of(context, a), eb = ellipsoid_of(context, b);
    if (!near(ea.semi_major_m, eb.semi_major_m, 1e-3) ||
        !near(ea.inverse_flattening, eb.inverse_flattening, 1e-6))
        return false;

    double west = 0, south = 0, east = 0, north = 0;
    const auto has_area = [&](const PJ* crs) {
        return proj_get_area_of_use(context, crs, &west, &south, &east, &north, nullptr) != 0 &&
               west > -1000 && west < east;
    };
    if (!has_area(b) && !has_area(a)) return false;
    const PjPtr forward_a = from_own_geographic(context, a), forward_b = from_own_geographic(context, b);
    if (!forward_a || !forward_b) return false;
    for (double u : {0.1, 0.5, 0.9})
        for (double v : {0.1, 0.5, 0.9}) {
            const PJ_COORD at = proj_coord(west + u * (east - west), south + v * (north - south), 0, 0);
            const PJ_COORD pa = proj_trans(forward_a.get(), PJ_FWD, at);
            const PJ_COORD pb = proj_trans(forward_b.get(), PJ_FWD, at);
            if (!(near(pa.xy.x, pb.xy.x, 1e-3) && near(pa.xy.y, pb.xy.y, 1e-3))) return false;
        }
    return true;
}

}  // namespace liangdi::geo::detail
