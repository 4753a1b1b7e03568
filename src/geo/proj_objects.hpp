#pragma once

#include <proj.h>

#include <memory>
#include <string>

/// PROJ's objects with owners, and the questions about CRSs that crs.cpp and transform.cpp share.
/// Only the .cpp files of this layer include this header.
namespace liangdi::geo::detail {

struct PjDeleter {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using PjPtr = std::unique_ptr<PJ, PjDeleter>;

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
using ContextPtr = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;

/// A quiet context: PROJ's own messages on stderr would mix with ours.
ContextPtr new_context();
/// The calling thread's own context.
PJ_CONTEXT* thread_context();

struct Ellipsoid {
    double semi_major_m = 0, inverse_flattening = 0;
};
Ellipsoid ellipsoid_of(PJ_CONTEXT* context, const PJ* crs);

/// The horizontal part of a compound CRS; a bound CRS (WKT with TOWGS84) loses a shift of nothing, which
/// many writers add by rote and which would pass for a real datum operation. Otherwise the CRS itself.
PjPtr plain_crs(PJ_CONTEXT* context, PjPtr crs);
/// The CRS under a bound CRS, or a copy.
PjPtr unbound(PJ_CONTEXT* context, const PJ* crs);

bool is_geographic(const PJ* crs);  ///< 2D or 3D
bool is_projected(const PJ* crs);

/// Whether two CRSs stand on the same datum as PROJ sees it.
bool same_datum(PJ_CONTEXT* context, const PJ* a, const PJ* b);
/// WGS 84 or CGCS2000, by code or by the names that ArcGIS, MapGIS and SuperMap write.
bool is_wgs84_or_cgcs2000(PJ_CONTEXT* context, const PJ* crs);

/// Same datum and, tried on points of the area of use, the same coordinates within a millimetre:
/// compared by what the parameters do, whatever their names.
bool same_grid(PJ_CONTEXT* context, const PJ* a, const PJ* b);

}  // namespace liangdi::geo::detail
