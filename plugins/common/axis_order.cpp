#include "common/axis_order.hpp"

namespace liangdi::plugins {

namespace {
bool longitude(double v) {
    return v >= 70 && v <= 140;
}
bool latitude(double v) {
    return v >= 0 && v < 56;
}
bool northing(double v) {
    return v >= 1e6 && v < 1e7;
}
bool easting(double v) {
    return (v >= 1e5 && v < 1e6) || (v >= 1e7 && v < 1e8);
}
}  // namespace

AxisOrder axis_order(double first, double second) {
    if ((northing(first) && easting(second)) || (latitude(first) && longitude(second)))
        return AxisOrder::north_first;
    if ((easting(first) && northing(second)) || (longitude(first) && latitude(second)))
        return AxisOrder::east_first;
    return AxisOrder::unclear;
}

bool looks_geographic(double first, double second) {
    return (latitude(first) && longitude(second)) || (longitude(first) && latitude(second));
}

int zone_prefix(double easting) {
    return easting >= 1e7 && easting < 1e8 ? static_cast<int>(easting / 1e6) : 0;
}

}  // namespace liangdi::plugins
