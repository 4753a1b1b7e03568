#pragma once

#include "tasks/sheets.hpp"

/// The grid map 网格图: one grid with its buildings, workers and figures, its neighbours dimmed.
namespace liangdi::tasks {

std::vector<SheetSubject> grid_subjects(SheetBook& book, const SheetFilter& filter);
render::SheetContent grid_sheet(SheetBook& book, const SheetSubject& grid, std::int64_t number,
                                std::int64_t count);

}  // namespace liangdi::tasks
