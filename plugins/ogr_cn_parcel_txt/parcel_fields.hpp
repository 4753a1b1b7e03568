#pragma once

/// The fields of a parcel layer, the same for reading and writing. EXTRA_1, EXTRA_2 … follow LAND_CLASS.
namespace liangdi::plugins::field {

inline constexpr const char* point_count = "POINT_COUNT";  ///< as declared in the file; computed when written
inline constexpr const char* area_ha = "AREA_HA";          ///< as declared
inline constexpr const char* code = "CODE";                ///< 地块编号
inline constexpr const char* name = "NAME";                ///< 地块名称
inline constexpr const char* kind = "KIND";                ///< 面, 线, 点; from the geometry when written
inline constexpr const char* sheet = "SHEET";              ///< 图幅号
inline constexpr const char* use = "USE";                  ///< 地块用途
inline constexpr const char* land_class = "LAND_CLASS";    ///< 地类编码
inline constexpr const char* extra = "EXTRA_";
inline constexpr const char* point_names =
    "POINT_NAMES";  ///< J numbers in the order of the geometry's points

}  // namespace liangdi::plugins::field

/// Metadata domains of a parcel dataset besides the default one, which holds the header.
namespace liangdi::plugins::domain {

inline constexpr const char* header = "CN_PARCEL_HEADER";      ///< the header again, in file order
inline constexpr const char* sections = "CN_PARCEL_SECTIONS";  ///< other sections: name=lines, verbatim
inline constexpr const char* reading = "CN_PARCEL_READING";    ///< ENCODING, AXIS_ORDER as found

}  // namespace liangdi::plugins::domain
