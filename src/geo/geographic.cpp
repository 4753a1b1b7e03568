#include "geo/geographic.hpp"

#include "geo/error.hpp"

namespace liangdi::geo::detail {

void need_projected(const Crs& crs) {
    if (!crs.known() || crs.geographic())
        throw Error(
            "not_projected",
            "An ellipsoidal figure needs coordinates of a projected CRS; set the CRS of the data first.",
            crs.name());
}

const Transform& to_geographic(const Crs& crs) {
    struct Last {
        std::string definition;
        std::unique_ptr<Transform> transform;
    };
    thread_local Last last;
    if (!last.transform || last.definition != crs.definition()) {
        last.transform = std::make_unique<Transform>(crs, geographic_base(crs));
        last.definition = crs.definition();
    }
    return *last.transform;
}

}  // namespace liangdi::geo::detail
