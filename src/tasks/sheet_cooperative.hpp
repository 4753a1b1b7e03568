#pragma once

#include "tasks/sheets.hpp"

/// A cooperative with the land under its agreements, its members and its rents 合作社图.
namespace liangdi::tasks {

std::vector<SheetSubject> cooperative_subjects(SheetBook& book, const SheetFilter& filter);
render::SheetContent cooperative_sheet(SheetBook& book, const SheetSubject& cooperative, std::int64_t number,
                                       std::int64_t count);

}  // namespace liangdi::tasks
