#include <cmath>

#include "geo/areas.hpp"
#include "sample/parts.hpp"

namespace liangdi::sample {

// What is really tilled or built upon, as a village's own list has it: paths, banks and stone heaps are not
// counted, a strip beyond the boundary sometimes is. Woodland has no such list.
void add_actual_areas(SampleTown& town) {
    Random random = stream(town, "actual areas");
    for (Parcel& parcel : town.parcels) {
        if (parcel.kind == "woodland") continue;
        // Thousandths, whole, so that the figure is the same on every machine.
        const std::int64_t thousandths_m2 = std::llround(geo::planar_area_m2(parcel.area) * 1000);
        const bool homestead = parcel.kind == "homestead";
        const std::int64_t used =
            thousandths_m2 * (homestead ? random.between(620, 980) : random.between(870, 1040)) / 1000;
        parcel.actual_hundredths = homestead ? (used + 5) / 10 : (used * 15 + 50000) / 100000;
    }
}

}  // namespace liangdi::sample
