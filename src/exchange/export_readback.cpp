#include "exchange/export_readback.hpp"

#include <cpl_port.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_set>

#include "exchange/cell_conversion.hpp"
#include "exchange/import_cells.hpp"
#include "exchange/import_row.hpp"
#include "exchange/reader.hpp"
#include "exchange/shape_match.hpp"
#include "exchange/source_frame.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

using land::Severity;

constexpr double same_corner_m = 0.01;   // beyond a centimetre it is another corner
constexpr double exact_enough_m = 1e-6;  // what a change of CRS and back costs

int field_index(const SourceLayer& layer, const std::string& name) {
    if (const int exact = layer.field(name); exact >= 0) return exact;
    for (std::size_t i = 0; i < layer.fields.size(); ++i)
        if (EQUAL(layer.fields[i].name.c_str(), name.c_str())) return static_cast<int>(i);
    return -1;
}

class ReadBack {
  public:
    ReadBack(const WrittenLayer& written, ExportReport& report) : written_(written), report_(report) {}

    void bind(const SourceLayer& layer, std::vector<ExportColumn>& columns) {
        std::vector<ExportColumn> held;
        for (ExportColumn& column : columns) {
            const int at = field_index(layer, column.rule.from);
            if (at < 0) {
                report_.note(Severity::error, "export.columns_left_out", table(), column.rule.to,
                             "the file has no such column", "write a GeoPackage to keep it");
                continue;
            }
            column.rule.from = layer.fields[static_cast<std::size_t>(at)].name;
            fields_.push_back(static_cast<std::size_t>(at));
            held.push_back(std::move(column));
        }
        columns = std::move(held);
        columns_ = &columns;
        key_ = export_key(*written_.rows, *written_.found, columns);
        if (!written_.shapes) return;
        if (!(layer.crs == written_.crs))
            report_.note(Severity::note, "export.crs_not_held", table(), "",
                         "the file does not say that its coordinates are in " + written_.crs.name(),
                         "import it with --crs " + written_.crs.definition());
        to_town_.emplace(SourceFrame{written_.crs, false, false, {}}, written_.town_crs);
    }

    void row(const land::RowView& town, SourceRow& file) {
        lost_ = false;
        references(town);
        likeness(town);
        for (std::size_t i = 0; i < columns_->size(); ++i) cell((*columns_)[i], fields_[i], town, file);
        if (written_.shapes) shape(town, file);
        if (lost_) written_.lost->add(*written_.rows, town);
    }

    const std::vector<std::string>& key() const { return key_; }

    void missing_rows(std::int64_t missing) {
        report_.note(Severity::error, "export.rows_lost", table(), "",
                     fmt::format("{} rows were written and are not read back", missing),
                     "write a GeoPackage");
    }

    void more() {
        report_.note(Severity::error, "export.rows_lost", table(), "",
                     "more rows are read back than were written", "write a GeoPackage");
    }

    void say_deviation() {
        const double most = report_.corner_deviation_m;
        if (most <= exact_enough_m) return;
        report_.note(Severity::note, "export.corners_moved", table(), "",
                     fmt::format("corners come back up to {:.6f} m elsewhere", most),
                     "write a GeoPackage in the town's CRS to keep them exactly");
    }

  private:
    const std::string& table() const { return written_.rows->table().name; }

    void changed(const land::RowView& town, Severity severity, const std::string& field,
                 const std::string& value, const std::string& reason) {
        land::Finding finding{severity, field.empty() ? "export.shape_changed" : "export.cell_changed",
                              table(),  town.id,
                              "",       0,
                              field,    value,
                              reason,   "mend it in the town, or write another format",
                              {}};
        report_.add(std::move(finding));
    }

    /// An import takes one row of a key, the first.
    void likeness(const land::RowView& town) {
        std::string key;
        for (const ExportColumn& column : *columns_)
            if (std::find(key_.begin(), key_.end(), column.rule.to) != key_.end()) {
                const Converted cell = convert(town.cells[column.source], ReadAs::text);
                key += land::to_display(cell.ok() ? cell.value : town.cells[column.source]) + '\x1f';
            }
        if (key_.empty() || keys_.insert(std::hash<std::string>{}(key)).second) return;
        lost_ = true;
        report_.add({Severity::error,
                     "export.rows_alike",
                     table(),
                     town.id,
                     "",
                     0,
                     "",
                     "",
                     "in every column of the file it is like a row before it; an import takes only that one",
                     "make them differ, or leave one",
                     {}});
    }

    /// What the row points to and an import would not find.
    void references(const land::RowView& town) {
        const auto& columns = written_.rows->columns();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].find.empty()) continue;
            const bool unclear = std::find(town.unclear.begin(), town.unclear.end(), i) != town.unclear.end();
            const std::string code = land::to_display(town.cells[i]);
            const bool gone = !unclear && !code.empty() && written_.lost->has(columns[i].find, code);
            if (!unclear && !gone) continue;
            const bool needed = columns[i].shape.required || !code.empty();
            lost_ = lost_ || needed;
            report_.add({needed ? Severity::error : Severity::warning,
                         "export.reference_unclear",
                         table(),
                         town.id,
                         "",
                         0,
                         columns[i].shape.name,
                         code,
                         gone ? "the row it points to does not come back, so an import refuses this one too"
                         : needed
                             ? "an import cannot tell to which row it points by " + columns[i].find +
                                   ", and refuses it"
                             : "the row it points to has no " + columns[i].find + "; it comes back without",
                         gone ? "mend that row" : "give that row a code that no other has",
                         {}});
        }
    }

    void cell(const ExportColumn& column, std::size_t field, const land::RowView& town,
              const SourceRow& file) {
        const land::Value& wanted = town.cells[column.source];
        const land::ColumnShape& shape = written_.rows->columns()[column.source].shape;
        const ReadAs as = !column.rule.find.empty()             ? ReadAs::text
                          : column.rule.as != ReadAs::by_column ? column.rule.as
                                                                : natural_reading(shape);
        const Converted got = convert(file.cells[field], as);
        if (got.ok() && same_value(wanted, got.value)) return;
        const std::string shown = land::to_display(wanted);
        if (!got.ok() || (land::is_null(got.value) && shape.required)) lost_ = true;
        if (!got.ok())
            changed(town, Severity::error, shape.name, shown, "an import would refuse it: " + got.reason);
        else if (land::is_null(got.value) && !land::is_null(wanted))
            changed(town, shown.empty() ? Severity::note : Severity::error, shape.name, shown,
                    "it comes back empty");
        else
            changed(town, Severity::error, shape.name, shown,
                    "it comes back as '" + land::to_display(got.value) + "'");
    }

    void shape(const land::RowView& town, SourceRow& file) {
        const auto wanted = town.blob.empty() ? std::optional<geo::Geometry>(geo::Geometry{})
                                              : geo::from_spatialite_blob(town.blob);
        if (!wanted) return;  // refused when it was written
        try {
            const land::TableShape& shape = written_.rows->table();
            const RowGeometry got =
                town_geometry(file, shape.geometry, shape.srid, to_town_->identity() ? nullptr : &*to_town_,
                              RepairLimits{});
            if (!got.repaired.empty())
                return changed(town, Severity::warning, "", "",
                               "the shape is not valid (" + got.repaired + "); an import would mend it");
            const auto read = got.blob.empty() ? std::optional<geo::Geometry>(geo::Geometry{})
                                               : geo::from_spatialite_blob(got.blob);
            const auto apart = read ? corner_deviation(*wanted, *read, same_corner_m) : std::nullopt;
            if (!apart) return changed(town, Severity::error, "", "", "the shape comes back otherwise");
            report_.corner_deviation_m = std::max(report_.corner_deviation_m, *apart);
        } catch (const Refusal& refusal) {
            lost_ = true;
            changed(town, Severity::error, "", "", "an import would refuse the shape: " + refusal.reason);
        }
    }

    const WrittenLayer& written_;
    ExportReport& report_;
    std::vector<ExportColumn>* columns_ = nullptr;
    std::vector<std::size_t> fields_;
    std::optional<ToTown> to_town_;
    std::vector<std::string> key_;
    std::unordered_set<std::size_t> keys_;  ///< hashes: a million keys need not be kept whole
    bool lost_ = false;                     ///< the row at hand
};

const SourceLayer& layer_of(const Reader& reader, const std::string& name) {
    for (const SourceLayer& layer : reader.layers())
        if (layer.name == name) return layer;
    return reader.layer();
}

}  // namespace

void LostRows::add(const land::RowSource& rows, const land::RowView& row) {
    const land::TableShape& table = rows.table();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string& column = rows.columns()[i].shape.name;
        if (column != "code" && column != "contract_no" && column != "name") continue;
        for (const std::string& owner : {table.name, table.extends})
            if (!owner.empty()) codes_[owner + "." + column].insert(land::to_display(row.cells[i]));
    }
}

bool LostRows::has(const std::string& find, const std::string& text) const {
    const auto known = codes_.find(find);
    return known != codes_.end() && known->second.contains(text);
}

ReadBackResult read_back(const WrittenLayer& written, std::vector<ExportColumn>& columns,
                         ExportReport& report, land::Progress& progress) {
    const Reader reader(written.file, {written.encoding});
    const SourceLayer& layer = layer_of(reader, written.name);
    ReadBack check(written, report);
    check.bind(layer, columns);
    const auto next = reader.rows(layer);
    std::int64_t missing = 0, done = 0;
    SourceRow row;
    written.rows->each([&](const land::RowView& town) {
        if (written.refused->contains(town.id)) {
            written.lost->add(*written.rows, town);
            return true;
        }
        progress.at(written.rows->table().name, ++done, report.rows);
        if (missing > 0 || !next(row))
            ++missing;
        else
            check.row(town, row);
        return true;
    });
    if (missing > 0) check.missing_rows(missing);
    if (missing == 0 && next(row)) check.more();
    check.say_deviation();
    return {reader.layers().size(), check.key()};
}

}  // namespace liangdi::exchange
