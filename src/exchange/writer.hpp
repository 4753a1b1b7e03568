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
    geo::Box bounds = {};  ///< of all shapes, layer CRS; a MapInfo TAB counts its coordinates within it
};

struct WriterOptions {
    std::string encoding = {};     ///< where the format leaves a choice: "GBK" or "UTF-8" (default)
    std::string dated = {};        ///< ISO date that formats with a making date carry; empty = today
    bool add_to_existing = false;  ///< a file of several layers that is there keeps them; else it is replaced
    bool overwrite = false;  ///< with add_to_existing: a layer of the same name is replaced, else refused
    bool in_order = false;   ///< rows are read back in the order in which they were added
};

/// Writes one layer or table after another into a file; the format follows the extension (out_format.hpp).
/// Written beside the target and renamed at close(), so that a failure leaves the old file as it was. A
/// further layer is added by begin() where the format holds several.
class Writer {
  public:
    /// Throws Error{unknown_format, not_writable, bad_encoding}, and Error{would_lose} for a workbook made by
    /// another program, whose formats and formulas adding a sheet would lose.
    explicit Writer(const std::filesystem::path& file, const WriterOptions& options = {});
    ~Writer();  ///< without close() nothing is left behind
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;

    void begin(const OutLayer& layer);
    /// Cells in the order of the layer's fields. Text cells of a spreadsheet stay text. Throws
    /// Error{not_in_encoding, text_too_long, not_a_number, needs_geometry, wrong_geometry, not_writable} for
    /// a row that the format cannot hold as it is; the next row may be added all the same.
    void add(const std::vector<land::Value>& cells, const geo::Geometry& geometry = {});
    /// Names of the layer's fields as the format keeps them; "" where it has no place for one.
    const std::vector<std::string>& field_names() const;
    void close();  ///< finish and publish

    void finish();  ///< the file is whole under working_file(), where it can be looked at
    std::filesystem::path working_file() const;
    void publish();  ///< puts it in the target's place

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace liangdi::exchange
