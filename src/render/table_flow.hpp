#pragma once

#include <functional>
#include <vector>

#include "render/page.hpp"
#include "render/page_table.hpp"

namespace liangdi::render {

/// Sets tables, or what is left of them, into the columns of pages of their own: one below the other, in as
/// many columns as are about as wide as the table was. Reads each row once, however long the table is.
class TableFlow {
  public:
    /// `next_page`: an empty page with its head. `box_mm`: where tables may stand on it. `continued` is added
    /// to the heading of a table's second and further parts.
    TableFlow(std::function<Page()> next_page, const QRectF& box_mm, QString continued);

    /// `width_mm`: of the table's box where it began.
    void add(const PageTable& table, double width_mm);

    std::vector<Page> pages() && { return std::move(pages_); }

  private:
    void next_column();

    std::function<Page()> next_page_;
    QRectF box_;
    QString continued_;
    std::vector<Page> pages_;
    int columns_ = 0, column_ = 0;  ///< 0 columns: no page yet
    double y_ = 0;
};

}  // namespace liangdi::render
