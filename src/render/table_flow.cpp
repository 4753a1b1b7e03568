#include "render/table_flow.hpp"

#include <algorithm>
#include <cmath>

namespace liangdi::render {

namespace {

constexpr double column_gap_mm = 8, table_gap_mm = 4;

double part_height(const TableFrame& frame, std::size_t first, std::size_t count, bool last) {
    double height = frame.heading_mm + frame.head_mm;
    for (std::size_t row = first; row < first + count; ++row) height += frame.row_mm[row];
    return last ? height + frame.total_mm + frame.closing_mm : height;
}

}  // namespace

TableFlow::TableFlow(std::function<Page()> next_page, const QRectF& box_mm, QString continued)
    : next_page_(std::move(next_page)), box_(box_mm), continued_(std::move(continued)) {}

void TableFlow::next_column() {
    if (++column_ >= columns_) {
        pages_.push_back(next_page_());
        column_ = 0;
    }
    y_ = box_.top();
}

void TableFlow::add(const PageTable& table, double width_mm) {
    const int columns = std::max(
        1, static_cast<int>(std::floor((box_.width() + column_gap_mm) / (width_mm + column_gap_mm))));
    if (columns != columns_) {
        columns_ = columns;
        column_ = columns;  // begins on a page of its own
        next_column();
    }
    const double width = (box_.width() - (columns - 1) * column_gap_mm) / columns;
    PageTable part = table;
    part.column_mm.clear();
    TableFrame frame = table_frame(part, width);
    part.column_mm = frame.column_mm;
    part.table.rows.clear();
    const std::string mark = continued_.toStdString();
    for (std::size_t first = 0;;) {
        const std::size_t left = frame.row_mm.size() - first;
        std::size_t count = rows_that_fit(frame, box_.bottom() - y_, first);
        const bool fits =
            count > 0 || (left == 0 && y_ + part_height(frame, first, 0, true) <= box_.bottom());
        if (!fits && y_ > box_.top()) {
            next_column();
            continue;
        }
        if (!fits) count = std::min<std::size_t>(1, left);  // a row that is higher than a page
        const bool last = count == left;
        const double height = part_height(frame, first, count, last);
        const auto from = table.table.rows.begin() + static_cast<std::ptrdiff_t>(first);
        PageTable here = part;
        here.table.rows.assign(from, from + static_cast<std::ptrdiff_t>(count));
        if (!last) {
            here.table.total.clear();
            here.table.closing.clear();
        }
        pages_.back().items.push_back(
            {{box_.left() + (width + column_gap_mm) * column_, y_, width, height}, std::move(here)});
        y_ += height + table_gap_mm;
        first += count;
        if (last) return;
        if (!part.table.heading.ends_with(mark)) part.table.heading += mark;
    }
}

}  // namespace liangdi::render
