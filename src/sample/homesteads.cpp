#include <fmt/format.h>

#include "sample/parcels.hpp"

namespace liangdi::sample {

Parcel homestead_parcel(const CellPlace& place, const Village& village, int sequence, Random& random) {
    Parcel parcel;
    parcel.kind = "homestead";
    parcel.code = fmt::format("{}JC{:05d}", village.code.substr(0, 12), sequence);  // ZDDM, GB/T 37346
    parcel.name = fmt::format("{}{}{}号", village.village, village.group, sequence);
    parcel.land_class = "0702";
    // The plot stands free in its cell: lanes run between the plots.
    geo::Point middle;
    const std::size_t n = place.ring.size() - 1;
    for (std::size_t i = 0; i < n; ++i) middle.x += place.ring[i].x, middle.y += place.ring[i].y;
    middle.x /= static_cast<double>(n), middle.y /= static_cast<double>(n);
    const double part = random.between(74, 84) / 100.0;
    geo::Ring ring;
    for (const geo::Point& p : place.ring)
        ring.push_back(rounded_mm({middle.x + part * (p.x - middle.x), middle.y + part * (p.y - middle.y)}));
    parcel.area = {std::move(ring), {}};
    return parcel;
}

}  // namespace liangdi::sample
