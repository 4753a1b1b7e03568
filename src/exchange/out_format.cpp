#include "exchange/out_format.hpp"

#include <algorithm>

#include "geo/error.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::exchange {
namespace {

[[noreturn]] void unknown(std::string_view said, const std::string& where) {
    std::string all;
    for (const OutFormat& format : out_formats())
        all += (all.empty() ? "" : " ") + std::string(format.extension);
    throw Error("unknown_format", "\"" + std::string(said) + "\" cannot be written. Use one of " + all + ".",
                where);
}

}  // namespace

const std::vector<OutFormat>& out_formats() {
    //  extension driver  layers shapes needs text-only name text characters own
    static const std::vector<OutFormat> all{
        {".shp", "ESRI Shapefile", false, true, false, false, 10, 254, 0, false,
         "field names of 10 bytes, texts of 254 bytes"},
        {".dbf", "ESRI Shapefile", false, false, false, false, 10, 254, 0, false, ""},
        {".gpkg", "GPKG", true, true, false, false, 0, 0, 0, false, ""},
        {".sqlite", "SQLite", true, true, false, false, 0, 0, 0, false, ""},
        {".csv", "CSV", false, true, false, false, 0, 0, 0, false, "shapes as WKT; names no CRS"},
        {".xlsx", "XLSX", true, false, false, false, 0, 0, 32767, false, "no shapes"},
        {".ods", "ODS", true, false, false, false, 0, 0, 32767, false, "no shapes"},
        {".dxf", "DXF", true, true, true, true, 0, 0, 0, true, "shapes only, no columns"},
        {".geojson", "GeoJSON", false, true, false, false, 0, 0, 0, false, ""},
        {".fgb", "FlatGeobuf", false, true, true, false, 0, 0, 0, false, "only rows with a shape"},
        {".kml", "LIBKML", true, true, false, true, 0, 0, 0, false,
         "longitude and latitude; every cell as text"},
        {".kmz", "LIBKML", true, true, false, true, 0, 0, 0, false,
         "longitude and latitude; every cell as text"},
        {".gdb", "OpenFileGDB", true, true, false, false, 0, 0, 0, false, ""},
        {".tab", "MapInfo File", false, true, false, false, 31, 254, 0, false, "texts of 254 bytes"},
        {".mif", "MapInfo File", false, true, false, false, 31, 254, 0, false, "texts of 254 bytes"},
        {".gml", "GML", true, true, false, false, 0, 0, 0, false, ""},
        {".txt", "CNParcelTXT", false, true, true, true, 0, 0, 0, true,
         "areas only; code, name, kind and land class of each"},
        {".dat", "CASSDAT", false, true, true, true, 0, 0, 0, true, "points only; code and kind of each"}};
    return all;
}

bool OutFormat::takes(geo::GeometryKind kind) const {
    if (kind == geo::GeometryKind::none) return !needs_shape && extension != std::string_view(".shp");
    if (is("CNParcelTXT")) return kind == geo::GeometryKind::multi_polygon;
    if (is("CASSDAT")) return kind == geo::GeometryKind::point;
    return true;
}

const OutFormat& out_format_of(const std::filesystem::path& file) {
    const std::string extension = land::small_letters(file.extension().string());
    for (const OutFormat& format : out_formats())
        if (extension == format.extension) return format;
    unknown(extension, file.string());
}

const OutFormat& out_format_named(std::string_view name) {
    const std::string said = land::small_letters(name);
    for (const OutFormat& format : out_formats())
        if (said == land::small_letters(format.driver) || said == format.extension ||
            "." + said == format.extension)
            return format;
    unknown(name, "--format");
}

const std::vector<std::pair<std::string_view, std::string_view>>& places_of(const OutFormat& format) {
    using Places = std::vector<std::pair<std::string_view, std::string_view>>;
    static const Places parcels{
        {"code", "CODE"}, {"name", "NAME"}, {"kind", "USE"}, {"land_class", "LAND_CLASS"}},
        points{{"code", "NAME"}, {"kind", "CODE"}}, none;
    return format.is("CNParcelTXT") ? parcels : format.is("CASSDAT") ? points : none;
}

std::string place_of(const OutFormat& format, std::string_view column) {
    for (const auto& [town, field] : places_of(format))
        if (town == column) return std::string(field);
    return {};
}

}  // namespace liangdi::exchange
