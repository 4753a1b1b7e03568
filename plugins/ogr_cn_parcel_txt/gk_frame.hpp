#pragma once

#include <optional>
#include <string>

class OGRSpatialReference;

namespace liangdi::plugins {

enum class Datum { cgcs2000, xian80, beijing54, new_beijing };

/// A Gauss-Krüger plane of China: zone n of 3° (25 to 45, central meridian 3n) or 6° (13 to 23, 6n - 3), with
/// the zone before the easting or not.
struct GkFrame {
    Datum datum = Datum::cgcs2000;
    int degree = 3;
    int zone = 0;
    bool prefix = true;
};

bool is_zone(int degree, int zone);
/// 3 or 6 for a zone number of China (the ranges are disjoint), else 0.
int degree_of_zone(int zone);
int epsg_of(const GkFrame& frame);
int epsg_of_geographic(Datum datum);

/// How the header names it: 2000国家大地坐标系 …
const char* datum_title(Datum datum);
/// From the words of 坐标系 in any of their spellings; nothing if they name none of ours, or two.
std::optional<Datum> datum_of(const std::string& words);

/// By parameters, not by name: ellipsoid, central meridian, false easting, scale. Nothing for other systems.
/// 3° and 6° zones on the same meridian without prefix differ in name only; then the name decides, 3° if it
/// says nothing.
std::optional<GkFrame> gk_frame_of(const OGRSpatialReference& srs);
std::optional<Datum> datum_of(const OGRSpatialReference& srs);

}  // namespace liangdi::plugins
