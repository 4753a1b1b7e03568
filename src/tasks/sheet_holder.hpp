#pragma once

#include "tasks/sheets.hpp"

/// The contract parcels of a household 承包地块示意图: a page for each cluster of parcels that lie near one
/// another; each page lists them all.
namespace liangdi::tasks {

std::vector<SheetSubject> holder_subjects(SheetBook& book, const SheetFilter& filter);
std::vector<render::SheetContent> holder_sheets(SheetBook& book, const SheetSubject& holder,
                                                std::int64_t number, std::int64_t count);

/// Boxes, by their places in the list, in clusters whose common box is at most that wide and high; nearer
/// ones first, none left out.
std::vector<std::vector<std::size_t>> clusters_of(const std::vector<geo::Box>& boxes, double most_m);

}  // namespace liangdi::tasks
