#pragma once

namespace liangdi::plugins {

/// Which column of a coordinate pair holds the northing (latitude).
enum class AxisOrder { unclear, north_first, east_first };

/// Told by the magnitudes that occur in China and nowhere else (standards: Gauss-Krüger northings have 7
/// digits, eastings 6 or, with the zone before them, 8; longitudes 70 to 140, latitudes below 56).
AxisOrder axis_order(double first, double second);

/// One is a longitude and the other a latitude of China, in degrees.
bool looks_geographic(double first, double second);

/// The zone that stands before an easting in metres (35 of 35576656.16), 0 where none does.
int zone_prefix(double easting);

}  // namespace liangdi::plugins
