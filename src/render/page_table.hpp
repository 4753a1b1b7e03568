#pragma once

#include <QPainter>

#include "render/page.hpp"

namespace liangdi::render {

/// How a table lies in a given width: its columns follow their contents, long cells are broken into lines.
struct TableFrame {
    std::vector<double> column_mm;
    std::vector<double> row_mm;
    double heading_mm = 0, head_mm = 0, total_mm = 0, closing_mm = 0;
    double height_mm() const;
};
TableFrame table_frame(const PageTable& table, double width_mm);

/// How many rows from `first` on fit into that height below heading and head; the total and the closing lines
/// are counted only where all that is left fits.
std::size_t rows_that_fit(const TableFrame& frame, double height_mm, std::size_t first = 0);

/// The table without its first `count` rows, headed as a continuation; the other keeps them and its heading
/// but neither the total nor the closing lines.
struct SplitTable {
    PageTable first, rest;
};
SplitTable split_table(const PageTable& table, std::size_t count, const QString& continued);

/// Painter in page units. The box's height is not looked at.
void paint_table(QPainter& painter, const QRectF& mm, const PageTable& table);

/// The grey bar with a heading that tables, legends and charts share; its height.
double heading_bar_mm(double size_mm);
void paint_heading(QPainter& painter, const QRectF& mm, const QString& heading, double size_mm);

}  // namespace liangdi::render
