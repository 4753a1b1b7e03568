#include "exchange/export_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "exchange/export_readback.hpp"
#include "exchange/source_frame.hpp"
#include "geo/error.hpp"
#include "geo/spatialite_blob.hpp"

namespace liangdi::exchange {

using land::Severity;

std::string export_encoding(const OutFormat& format, const std::string& said) {
    if (format.is("DXF")) return "GBK";
    const bool chinese = format.is("CNParcelTXT") || format.is("CASSDAT");
    if (format.is("MapInfo File")) return "GBK";  // GDAL 3.6 writes no Unicode there
    if (!chinese && !format.is("ESRI Shapefile") && !format.is("CSV")) return "UTF-8";
    return !said.empty() ? said : chinese ? "GBK" : "UTF-8";
}

TableExport::TableExport(const land::RowSource& rows, const ExportForm& form, std::string layer)
    : rows_(rows),
      form_(form),
      layer_(std::move(layer)),
      encoding_(export_encoding(*form.format, form.encoding)) {
    const land::TableShape& table = rows.table();
    // GDAL's KML driver makes an id of the name in which every Chinese character is "___", so that names of
    // the same length meet.
    const bool plain = form.format->is("LIBKML");
    if (layer_.empty()) layer_ = table_name(plain ? NameStyle::town : form.names, table.name);
    shapes_ = table.geometry != geo::GeometryKind::none && form.format->holds_shapes;
}

OutLayer TableExport::out_layer(const TableSurvey& found) const {
    OutLayer out;
    out.name = layer_;
    for (const ExportColumn& column : columns_) out.fields.push_back(column.field);
    if (!shapes_) return out;
    out.geometry = rows_.table().geometry;
    out.crs = form_.crs;
    if (form_.crs == form_.town_crs || found.box.empty()) {
        out.bounds = found.box;
        return out;
    }
    const ToTown to_file({form_.town_crs, false, false, {}}, form_.crs);
    const geo::Box& box = found.box;
    for (const geo::Point p : {geo::Point{box.min_x, box.min_y}, geo::Point{box.min_x, box.max_y},
                               geo::Point{box.max_x, box.min_y}, geo::Point{box.max_x, box.max_y}})
        out.bounds.add(to_file(p));
    constexpr double bulge = 0.1;  // sides of the box are no straight lines in the other CRS
    out.bounds = out.bounds.grown(bulge * std::max(out.bounds.width(), out.bounds.height()));
    return out;
}

void TableExport::refuse(const land::RowView& row, const std::string& rule, const std::string& reason) {
    report_.add({Severity::error,
                 "export." + rule,
                 rows_.table().name,
                 row.id,
                 "",
                 0,
                 "",
                 "",
                 "the row is left out: " + reason,
                 "",
                 {}});
    ++report_.refused;
    refused_.insert(row.id);
}

void TableExport::write(Writer& writer, land::Progress& progress) {
    const std::string& table = rows_.table().name;
    found_ = survey(rows_, encoding_, progress);
    columns_ = export_columns(rows_, found_, *form_.format, form_.names, encoding_, report_);
    if (!shapes_ && found_.shapes > 0)
        report_.note(Severity::warning, "export.shapes_left_out", table, "",
                     fmt::format("{} holds no shapes; {} are left out", form_.format->driver, found_.shapes),
                     "write a GeoPackage or a shapefile to keep them");
    writer.begin(out_layer(found_));
    for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].rule.from = writer.field_names()[i];
    std::optional<ToTown> to_file;
    if (shapes_ && !(form_.crs == form_.town_crs))
        to_file.emplace(SourceFrame{form_.town_crs, false, false, {}}, form_.crs);
    std::vector<land::Value> cells(columns_.size());
    std::int64_t done = 0;
    rows_.each([&](const land::RowView& row) {
        progress.at(table, ++done, found_.rows);
        if (form_.format->needs_shape && row.blob.empty()) {
            refuse(row, "needs_geometry", "it has no shape, and this format holds only shapes");
            return true;
        }
        for (std::size_t i = 0; i < columns_.size(); ++i)
            cells[i] = columns_[i].given(row.cells[columns_[i].source]);
        try {
            std::optional<geo::Geometry> shape = geo::Geometry{};
            if (shapes_ && !row.blob.empty()) shape = geo::from_spatialite_blob(row.blob);
            if (!shape) throw Error("shape_unreadable", "its shape is none that Liangdi reads");
            if (to_file && !geo::is_empty(*shape)) shape = (*to_file)(*shape);
            writer.add(cells, *shape);
            ++report_.rows;
        } catch (const Error& problem) {
            if (problem.code() == "not_writable") throw;  // the disk, not the row
            refuse(row, problem.code(), problem.message());
        }
        return true;
    });
}

void TableExport::read_back(const std::filesystem::path& file, LostRows& lost, land::Progress& progress) {
    const std::string& table = rows_.table().name;
    if (form_.format->is("DXF")) {
        report_.note(Severity::note, "export.not_for_import", table, "",
                     "a drawing holds lines, not rows; it cannot bring the table back",
                     "write a GeoPackage as well");
        return;
    }
    const bool is_told = form_.format->is("CSV") && encoding_ != "UTF-8";
    const WrittenLayer written{
        file,      layer_, is_told ? encoding_ : "", form_.town_crs, form_.crs, shapes_, &rows_, &found_,
        &refused_, &lost};
    const ReadBackResult back = exchange::read_back(written, columns_, report_, progress);
    layers_in_file_ = back.layers;
    make_mapping(back.key);
}

void TableExport::make_mapping(const std::vector<std::string>& key) {
    const std::string& table = rows_.table().name;
    FieldMapping mapping;
    mapping.table = table;
    mapping.key = key;
    mapping.geometry = shapes_ && found_.shapes > 0;
    for (const ExportColumn& column : columns_) mapping.fields.push_back(column.rule);
    const auto held = [&](const std::string& name) {
        return std::any_of(columns_.begin(), columns_.end(),
                           [&](const auto& c) { return c.rule.to == name; });
    };
    for (std::size_t i = 0; i < rows_.columns().size(); ++i) {
        const land::ColumnShape& shape = rows_.columns()[i].shape;
        const bool in_key =
            std::find(mapping.key.begin(), mapping.key.end(), shape.name) != mapping.key.end();
        if (in_key && found_.columns[i].filled < found_.rows) mapping.key_may_be_empty = true;
        if (!shape.required || held(shape.name)) continue;
        report_.note(
            Severity::warning, "export.not_for_import", table, shape.name,
            "the file lacks a column that the table cannot be without; it cannot bring the table back",
            "write a GeoPackage as well");
        return;
    }
    if (mapping.key.empty()) return;
    mapping_ = std::move(mapping);
}

}  // namespace liangdi::exchange
