#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/source_encoding.hpp"
#include "geo/crs.hpp"
#include "geo/geometry.hpp"
#include "land/finding.hpp"
#include "land/value.hpp"

namespace liangdi::exchange {

enum class FieldType { text, integer, real, date, other };

struct SourceField {
    std::string name;  ///< UTF-8
    FieldType type = FieldType::text;
};

struct SourceLayer {
    std::string name;
    std::vector<SourceField> fields;
    bool has_geometry = false;
    std::string geometry_type;  ///< as GDAL calls it: "Multi Polygon", "Unknown (any)"; empty for none
    geo::Crs crs;               ///< unknown() where the file names none
    std::int64_t count = 0;     ///< as the driver reports it
    int field(std::string_view field_name) const;  ///< index or -1
};

/// What a geometry was before it became ours.
struct GeometryTraits {
    bool present = false;  ///< the row has a geometry, maybe an empty one
    bool empty = false;
    bool curved = false;      ///< arcs, taken as short lines
    bool heights = false;     ///< Z, dropped
    bool measures = false;    ///< M, dropped
    bool collection = false;  ///< a mixed bag
    bool not_finite = false;  ///< NaN or infinite
};

/// One row of a source, already UTF-8. Text is byte-exact (leading zeros, 18 characters, trailing X).
struct SourceRow {
    std::int64_t row =
        0;  ///< as a person counts it: 1-based record of a shapefile, sheet row of a spreadsheet
    std::vector<land::Value> cells;
    geo::Geometry geometry;  ///< source CRS, x east, y north
    GeometryTraits traits;
    std::string geometry_problem;  ///< why the geometry could not be taken, empty where it could
    std::string row_problem;  ///< why the row itself could not be read whole (a file cut short), else empty
};

struct ReaderOptions {
    std::string encoding;      ///< "GBK", "UTF-8" …; empty = what the file says
    bool as_features = false;  ///< never in columns (ColumnRows), to hold the two against each other
};

/// What a source is missing and how it was read nevertheless, or what it says of itself beside the data.
struct SourceRemark {
    std::string rule, reason, mend;
    land::Severity severity = land::Severity::warning;
};

/// Reads any vector source or table that GDAL reads, read-only. Errors name the file.
class Reader {
  public:
    explicit Reader(const std::filesystem::path& file, const ReaderOptions& options = {});
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    const std::vector<SourceLayer>& layers() const;
    /// The named layer, or the only one. Throws Error{no_layer} listing the layers there are.
    const SourceLayer& layer(const std::string& name = {}) const;
    /// Calls `take` for each row until it returns false. Rows without any content are passed over.
    void each(const SourceLayer& layer, const std::function<bool(const SourceRow&)>& take) const;
    /// The same one row a call, false at the end. The reader must outlive it; a new call for the same layer
    /// starts from the first row and ends the earlier one.
    std::function<bool(SourceRow&)> rows(const SourceLayer& layer) const;

    const std::filesystem::path& file() const;
    const std::string& format() const;                     ///< GDAL's name of the driver: "ESRI Shapefile"
    std::string encoding(const SourceLayer& layer) const;  ///< in which its text was read, "UTF-8", "GB18030"
    EncodingWord encoding_word(const SourceLayer& layer) const;  ///< what the file said of it
    const std::vector<SourceRemark>& remarks() const;
    bool says_gcj02() const;  ///< an OVKML that declares the offset of web maps

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace liangdi::exchange
