#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/geometry.hpp"

/// What can be written and what each format asks of its writer, in one table: Writer, export and the list of
/// formats read it.
namespace liangdi::exchange {

struct OutFormat {
    const char* extension;  ///< ".shp"; a driver's first is its usual one
    const char* driver;     ///< GDAL's name
    bool several_layers;
    bool holds_shapes;  ///< spreadsheets do not
    bool
        needs_shape;  ///< a row without a shape has no place in it; a .shp holds such rows, but no such table
    bool text_only;   ///< knows no other fields than text
    int name_bytes;   ///< of a field's name, 0 = no limit
    int text_bytes;   ///< of a text cell, 0 = no limit
    int text_characters;
    bool own_fields;   ///< only the columns of `places` have one
    const char* note;  ///< for `liangdi formats`: what it does not hold

    bool is(std::string_view name) const { return name == driver; }
    /// Whether a file that is there takes further layers and keeps its own as they are.
    bool can_be_added_to() const {
        return is("GPKG") || is("SQLite") || is("XLSX") || is("ODS") || is("OpenFileGDB");
    }
    bool folder() const { return is("OpenFileGDB"); }  ///< the "file" is a folder
    bool takes(geo::GeometryKind kind) const;          ///< rows of such a table; none: a table without shapes
};

const std::vector<OutFormat>& out_formats();

/// By a file's extension, any case. Throws Error{unknown_format} naming what there is.
const OutFormat& out_format_of(const std::filesystem::path& file);

/// By GDAL's name of the driver or by an extension ("GPKG", "gpkg", ".gpkg"), any case. Throws
/// Error{unknown_format}.
const OutFormat& out_format_named(std::string_view name);

/// Where a format with fields of its own keeps a column of the town ("code" -> "CODE"), "" for nowhere.
std::string place_of(const OutFormat& format, std::string_view column);

/// Pairs of town column and field for a format with fields of its own, else none.
const std::vector<std::pair<std::string_view, std::string_view>>& places_of(const OutFormat& format);

}  // namespace liangdi::exchange
