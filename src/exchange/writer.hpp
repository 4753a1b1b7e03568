#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "exchange/reader.hpp"

namespace liangdi::exchange {

struct OutField {
    std::string name;  ///< UTF-8; the format may shorten it, then the writer refuses and says so
    FieldType type = FieldType::text;
    int width = 0;  ///< bytes for text in a DBF, 0 = the format's default
    int decimals = 0;
};

struct OutLayer {
    std::string name;
    std::vector<OutField> fields;
    geo::GeometryKind geometry = geo::GeometryKind::none;
    geo::Crs crs;
};

struct WriterOptions {
    std::string encoding;  ///< shapefile and CSV: "GBK" or "UTF-8" (default)
    std::string dated;     ///< ISO date that formats with a making date carry; empty = today
};

/// Writes one layer or table after another into a file; the format follows the extension (.shp .gpkg .csv
/// .xlsx .dxf .geojson .fgb). Written beside the target and renamed at close(), so that a failure leaves the
/// old file as it was. A second layer of the same .xlsx or .gpkg is added by begin().
class Writer {
  public:
    explicit Writer(const std::filesystem::path& file, const WriterOptions& options = {});
    ~Writer();  ///< without close() nothing is left behind
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;

    void begin(const OutLayer& layer);
    /// Cells in the order of the layer's fields. Text cells of a spreadsheet stay text.
    void add(const std::vector<land::Value>& cells, const geo::Geometry& geometry = {});
    void close();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace liangdi::exchange
