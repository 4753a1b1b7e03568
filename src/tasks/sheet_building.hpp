#pragma once

#include "tasks/sheets.hpp"

/// The building board 楼栋公示牌: where the building stands, who answers for it, and, for the staff, who
/// lives in which flat. The public edition has counts only.
namespace liangdi::tasks {

std::vector<SheetSubject> building_subjects(SheetBook& book, const SheetFilter& filter);
render::SheetContent building_sheet(SheetBook& book, const SheetSubject& building, std::int64_t number,
                                    std::int64_t count);

}  // namespace liangdi::tasks
