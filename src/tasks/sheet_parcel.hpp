#pragma once

#include "tasks/sheets.hpp"

/// The cadastral map of a parcel 宗地图: its boundary with numbered points and sides, its neighbours, the
/// table of points (X north, Y east).
namespace liangdi::tasks {

std::vector<SheetSubject> parcel_subjects(SheetBook& book, const SheetFilter& filter);
render::SheetContent parcel_sheet(SheetBook& book, const SheetSubject& parcel, std::int64_t number,
                                  std::int64_t count);

}  // namespace liangdi::tasks
