#pragma once

#include "tasks/household.hpp"
#include "tasks/sheets.hpp"

/// The household card 住户卡 on paper: both places on two maps, then everything that the card knows. There is
/// no public edition of it.
namespace liangdi::tasks {

std::vector<SheetSubject> household_subjects(SheetBook& book, const SheetFilter& filter);
render::SheetContent household_sheet(SheetBook& book, const SheetSubject& household, std::int64_t number,
                                     std::int64_t count);

/// With the personal values as `params` asks for them.
render::SheetContent household_page(SheetBook& book, const CardParams& params, std::int64_t number,
                                    std::int64_t count);

}  // namespace liangdi::tasks
