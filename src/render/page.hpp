#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QString>
#include <variant>
#include <vector>

#include "land/text_table.hpp"
#include "render/map_request.hpp"

/// A page of paper as a value: all that stands on it, where, and how large. Lengths are mm, the origin is the
/// paper's upper left corner, y runs down. page_layout.hpp makes pages, page_painter.hpp paints them.
namespace liangdi::render {

inline const QColor page_ink{0x1C, 0x20, 0x24};

enum class Align { left, centre, right };

struct TextLook {
    double size_mm = 3;  ///< height of the character box
    bool bold = false;
    Align align = Align::left;
    QColor colour = page_ink;
    double spacing = 0;  ///< between characters, as a part of the size
    bool vertical_centre = false;
};

/// Text that is broken into lines at the box's width; a text that is too tall is set smaller, never cut.
struct PageText {
    QString text;
    TextLook look;
};

/// A map at an exact scale about the middle of the box.
struct PageMap {
    std::string name;  ///< other items refer to it
    MapRequest map;    ///< its view is made by the painter
    geo::Point centre;
    double scale = 1000;  ///< denominator
    double tick_m = 0;    ///< distance of the coordinate ticks on the ground; 0: none
    bool crosses = true;  ///< where the lines of the ticks meet
    double inner_mm = 0.25, outer_mm = 0.8, gap_mm = 4.6;  ///< neat line, frame, and the band between
};

struct PageTable {
    land::TextTable table;
    double size_mm = 3.2, row_mm = 6.4;
    std::vector<double> column_mm = {};  ///< where it is part of a longer table: the widths of the whole
};

/// One line of the legend: what it looks like and what it means.
struct LegendEntry {
    enum class Shape { area, line, point };
    QString title;
    Shape shape = Shape::area;
    Style style;  ///< one rule without a filter, drawn at any scale
};
struct PageLegend {
    QString heading;
    std::vector<LegendEntry> entries;
    int columns = 1;
    double size_mm = 3.2, row_mm = 6.4;
};

struct PageScaleBar {
    double scale = 1000;
    double size_mm = 2.8;
};

struct PageNorth {
    QString note;  ///< below the arrow: which north, and how far from the other
    QString letter;
    double size_mm = 2.2;
};

struct PageImage {
    QImage image;
    QString caption;
};

/// Bars with their figures at the end; `values` may be stacked.
struct PageChart {
    struct Bar {
        QString label;
        std::vector<double> values;
        QString figure;
    };
    QString heading;
    std::vector<Bar> bars;
    std::vector<QColor> colours;
    std::vector<QString> series;  ///< names of the stacked parts; empty: one part
    double size_mm = 3;
};

/// A rectangle with an outline or a fill; a line where its box has no height or width.
struct PageRule {
    double width_mm = 0.2;
    QColor line = page_ink, fill;
};

struct PageItem {
    QRectF mm;
    std::variant<PageText, PageMap, PageTable, PageLegend, PageScaleBar, PageNorth, PageImage, PageChart,
                 PageRule>
        what;
    /// Where its template says so: {3} is the fourth item, {6, 1} the second of a stack. Empty: nowhere.
    std::vector<int> path = {};
};

struct Page {
    QSizeF mm{420, 297};
    std::vector<PageItem> items;  ///< from bottom to top
    QString title;                ///< its bookmark
};

}  // namespace liangdi::render
