#pragma once

#include <initializer_list>
#include <string>

#include "tasks/sheet_book.hpp"

/// What several sheets are made of.
namespace liangdi::tasks {

/// A table of names and values; a fact without a value is left out.
class Facts {
  public:
    Facts(SheetBook& book, std::string heading_zh, std::string heading_en);
    Facts& add(const char* zh, const char* en, std::string value);
    Facts& add(const char* zh, const char* en, std::int64_t count, const char* measure_zh);
    Facts& add(const char* zh, const char* en, const std::vector<std::string>& names);
    land::TextTable table() const { return table_; }

  private:
    SheetBook& book_;
    land::TextTable table_;
};

/// Planar, in the town's CRS, m2; 0 where the row has no shape.
double planar_area_m2(const render::MapLayer& layer, std::int64_t id);
/// "19.32 亩（平面）"
std::string area_text(SheetBook& book, double area_m2);

/// All grids in their communities, these filled.
render::SheetContent::Map grid_index_map(SheetBook& book, std::vector<std::int64_t> own);

/// The new town as sheets show it: what the sheet is about in front, everything else dimmed.
struct TownFocus {
    std::vector<std::int64_t> grids;      ///< with their boundary
    std::vector<std::int64_t> buildings;  ///< with the number of households and persons, and their entrances
    bool tint = true;                     ///< of the grids
};
render::SheetContent::Map town_map(SheetBook& book, const TownFocus& focus);

/// Buildings with the columns households and persons, for labels.
std::shared_ptr<const land::FeatureSource> with_residents(
    SheetBook& book, std::shared_ptr<const land::FeatureSource> buildings,
    const std::vector<std::int64_t>& ids);

/// Counts of people as the edition may tell them: in public those below 5 as "<5", with a second one hidden
/// where the total would tell (map-style.md).
std::vector<std::string> shown_counts(const SheetBook& book, const std::vector<std::int64_t>& counts);

land::Residents residents_of(SheetBook& book, const std::vector<land::BuildingLine>& buildings);
std::vector<std::int64_t> ids_of(const std::vector<land::BuildingLine>& buildings);

}  // namespace liangdi::tasks
