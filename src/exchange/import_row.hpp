#pragma once

#include <optional>
#include <vector>

#include "exchange/import_cells.hpp"
#include "exchange/repair.hpp"
#include "exchange/source_frame.hpp"
#include "land/edit.hpp"

/// From a source row's cells to changes of the town. Nothing here writes; a Refusal leaves nothing behind.
namespace liangdi::exchange {

/// A row's geometry, ready for the town: SpatiaLite blob in its SRID, and its planar area.
struct RowGeometry {
    land::Bytes blob;                    ///< empty: the source row has no geometry
    std::optional<double> area_m2 = {};  ///< planar, in the town's CRS; none where it is no area
    std::string repaired;                ///< what was wrong and is mended, empty for nothing
    std::optional<geo::Point> repaired_at = {};
    bool closed_lines = false;  ///< lines were taken for the areas they bound
};

/// Brings a source geometry, which it takes, into the town: kind, validity, CRS. `to_town` is null where both
/// are the same. Throws Refusal.
RowGeometry town_geometry(SourceRow& source, geo::GeometryKind kind, int srid, const ToTown* to_town,
                          const RepairLimits& limits);

/// A row of the town before it is changed, read once: table by table, column by column.
class CurrentRow {
  public:
    CurrentRow() = default;
    CurrentRow(land::Register& town, const BoundRow& bound, const PlannedRow& row, std::int64_t id,
               bool geometry);
    land::Value value(const land::TableShape& table, const std::string& column) const;

  private:
    std::map<std::string, std::map<std::string, land::Value>> tables_;
};

/// Checks what the tables demand within a row, and throws Refusal. `current` is null for a new row.
void check_row(const BoundRow& bound, const PlannedRow& row, const CurrentRow* current);

/// Adds the changes that make the row new: the base table's part first, both under one id. `geometry` is
/// empty where there is none.
void insert_row(std::vector<land::Change>& changes, const BoundRow& bound, PlannedRow&& row,
                const land::Value& id, const land::Value& parent, land::Bytes&& geometry);

/// Changes that bring an existing row to what the source says; none where it already says so.
std::vector<land::Change> update_row(const BoundRow& bound, const PlannedRow& row, std::int64_t id,
                                     const CurrentRow& current, const RowGeometry* geometry);

/// Adds the change that makes a parcel's measured area that of its geometry (planar, town CRS). `id` is the
/// parcel.
void measure_row(std::vector<land::Change>& changes, land::Register& town, const land::Value& id,
                 const RowGeometry& geometry, bool geometry_changed, const std::string& source);

}  // namespace liangdi::exchange
