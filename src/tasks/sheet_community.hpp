#pragma once

#include "tasks/sheets.hpp"

/// The community map 社区图: its grids, what each answers for, and who.
namespace liangdi::tasks {

std::vector<SheetSubject> community_subjects(SheetBook& book, const SheetFilter& filter);
render::SheetContent community_sheet(SheetBook& book, const SheetSubject& community, std::int64_t number,
                                     std::int64_t count);

}  // namespace liangdi::tasks
