#pragma once

#include "tasks/sheets.hpp"

/// A finding that the town remembers and that is open: where it lies, what it says, how it is mended. Not in
/// public editions.
namespace liangdi::tasks {

std::vector<SheetSubject> finding_subjects(SheetBook& book, const SheetFilter& filter);
render::SheetContent finding_sheet(SheetBook& book, const SheetSubject& finding, std::int64_t number,
                                   std::int64_t count);

}  // namespace liangdi::tasks
