#pragma once

#include "tasks/sheets.hpp"

/// Sheets about a village group. The three lands 三地图: map "main", tables "lands", "statuses", map "index".
/// The public display 公示图: map "display", table "display".
namespace liangdi::tasks {

std::vector<SheetSubject> village_subjects(SheetBook& book, const SheetFilter& filter);
render::SheetContent village_sheet(SheetBook& book, const SheetSubject& village, std::int64_t number,
                                   std::int64_t count);

}  // namespace liangdi::tasks
