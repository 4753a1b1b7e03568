#pragma once

#include "tasks/sheets.hpp"

/// The town overview 全镇总览: both places on one sheet, and the figures that the town publishes, as `info`
/// computes them.
namespace liangdi::tasks {

std::vector<SheetSubject> town_subjects(SheetBook& book, const SheetFilter& filter);
render::SheetContent town_sheet(SheetBook& book, const SheetSubject& town, std::int64_t number,
                                std::int64_t count);

}  // namespace liangdi::tasks
