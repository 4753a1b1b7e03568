#include "render/page_table.hpp"

#include <algorithm>
#include <numeric>

#include "render/page_text.hpp"

namespace liangdi::render {

namespace {

const QColor bar_colour{0xE8, 0xEB, 0xE6}, row_line{0xB9, 0xBD, 0xB4}, head_colour{0x3A, 0x40, 0x46};
constexpr double cell_gap = 0.5;    ///< between cells, parts of the character size on each side
constexpr double head_size = 0.92;  ///< of the rows' size
constexpr double closing_gap = 2;   ///< above the closing lines, parts of the character size

QString text_of(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

bool has_head(const land::TextTable& table) {
    return std::ranges::any_of(table.columns, [](const auto& c) { return !c.caption.empty(); });
}

/// A row may be shorter than the head; what is missing is empty.
QString cell(const std::vector<std::string>& row, std::size_t column) {
    return column < row.size() ? text_of(row[column]) : QString();
}

/// Columns that need less than their part keep what they need; the others share the rest.
std::vector<double> fitted(std::vector<double> wanted, double width) {
    double all = std::accumulate(wanted.begin(), wanted.end(), 0.0);
    if (all <= 0)
        return std::vector<double>(wanted.size(),
                                   width / static_cast<double>(std::max<std::size_t>(1, wanted.size())));
    if (all <= width) {
        const double more = (width - all) / static_cast<double>(wanted.size());
        for (auto& w : wanted) w += more;
        return wanted;
    }
    std::vector<double> out(wanted.size(), 0);
    std::vector<std::size_t> open(wanted.size());
    std::iota(open.begin(), open.end(), 0);
    double left = width;
    while (!open.empty()) {
        const double part = left / static_cast<double>(open.size());
        const auto narrow =
            std::stable_partition(open.begin(), open.end(), [&](std::size_t i) { return wanted[i] > part; });
        if (narrow == open.end()) {
            for (const std::size_t i : open) out[i] = part;
            break;
        }
        for (auto i = narrow; i != open.end(); ++i) {
            out[*i] = wanted[*i];
            left -= wanted[*i];
        }
        open.erase(narrow, open.end());
    }
    return out;
}

double row_height(const std::vector<std::string>& row, const std::vector<double>& column_mm,
                  const QFont& font, double size_mm, double row_mm) {
    double height = 0;
    for (std::size_t c = 0; c < column_mm.size(); ++c) {
        const QString text = cell(row, c);
        if (text.isEmpty()) continue;
        height = std::max(height, text_height_mm(text, font, column_mm[c] - 2 * cell_gap * size_mm));
    }
    const double one = text_height_mm(QStringLiteral("测"), font, 1000);
    return height <= one * 1.01 ? row_mm : height + row_mm - one;
}

std::vector<std::string> captions(const land::TextTable& table) {
    std::vector<std::string> out;
    for (const auto& column : table.columns) out.push_back(column.caption);
    return out;
}

/// As wide as their contents, together as wide as the table.
std::vector<double> widths_of(const PageTable& page_table, double width_mm) {
    const auto& table = page_table.table;
    const double size = page_table.size_mm;
    const QFont font = page_font(size, false), bold = page_font(size, true);
    const QFont head = page_font(size * head_size, false);
    std::vector<double> wanted;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        double width =
            std::max(text_width_mm(text_of(table.columns[c].caption), head), table.columns[c].least * size);
        for (const auto& row : table.rows) width = std::max(width, text_width_mm(cell(row, c), font));
        width = std::max(width, text_width_mm(cell(table.total, c), bold));
        wanted.push_back(width + 2 * cell_gap * size + 0.1);
    }
    return fitted(std::move(wanted), width_mm);
}

}  // namespace

double TableFrame::height_mm() const {
    return heading_mm + head_mm + std::accumulate(row_mm.begin(), row_mm.end(), 0.0) + total_mm + closing_mm;
}

double heading_bar_mm(double size_mm) {
    return size_mm * 2.1;
}

void paint_heading(QPainter& painter, const QRectF& mm, const QString& heading, double size_mm) {
    painter.fillRect(page_units(mm), bar_colour);
    draw_text(painter, mm.adjusted(size_mm * 0.8, 0, -size_mm * 0.5, 0), heading,
              {size_mm * 1.1, true, Align::left, page_ink, 0, true});
}

TableFrame table_frame(const PageTable& page_table, double width_mm) {
    const auto& table = page_table.table;
    const double size = page_table.size_mm;
    const QFont font = page_font(size, false), bold = page_font(size, true);
    const QFont head = page_font(size * head_size, false);
    TableFrame frame;
    frame.column_mm = page_table.column_mm.empty() ? widths_of(page_table, width_mm) : page_table.column_mm;
    frame.heading_mm = table.heading.empty() ? 0 : heading_bar_mm(size);
    if (has_head(table))
        frame.head_mm = row_height(captions(table), frame.column_mm, head, size, page_table.row_mm);
    for (const auto& row : table.rows)
        frame.row_mm.push_back(row_height(row, frame.column_mm, font, size, page_table.row_mm));
    if (!table.total.empty())
        frame.total_mm = row_height(table.total, frame.column_mm, bold, size, page_table.row_mm);
    if (!table.closing.empty())
        frame.closing_mm =
            closing_gap * size + text_height_mm(text_of(table.closing), font, width_mm - 2 * cell_gap * size);
    return frame;
}

std::size_t rows_that_fit(const TableFrame& frame, double height_mm, std::size_t first) {
    const double end = frame.total_mm + frame.closing_mm;
    double used = frame.heading_mm + frame.head_mm;
    std::size_t last = first;
    while (last < frame.row_mm.size() && used + frame.row_mm[last] <= height_mm) used += frame.row_mm[last++];
    // What ends the table is a riddle alone on a page: a row goes with it.
    if (last == frame.row_mm.size() && used + end > height_mm && last > first) --last;
    return last - first;
}

SplitTable split_table(const PageTable& table, std::size_t count, const QString& continued) {
    SplitTable out{table, table};
    const auto at = static_cast<std::ptrdiff_t>(std::min(count, table.table.rows.size()));
    out.first.table.rows.erase(out.first.table.rows.begin() + at, out.first.table.rows.end());
    out.first.table.total.clear();
    out.first.table.closing.clear();
    out.rest.table.rows.erase(out.rest.table.rows.begin(), out.rest.table.rows.begin() + at);
    const std::string mark = continued.toStdString();
    if (!out.rest.table.heading.ends_with(mark)) out.rest.table.heading += mark;
    return out;
}

void paint_table(QPainter& painter, const QRectF& mm, const PageTable& page_table) {
    const auto& table = page_table.table;
    const double size = page_table.size_mm;
    const TableFrame frame = table_frame(page_table, mm.width());
    double y = mm.top();
    if (!table.heading.empty()) {
        paint_heading(painter, {mm.left(), y, mm.width(), frame.heading_mm}, text_of(table.heading), size);
        y += frame.heading_mm;
    }
    const auto line = [&](double width_mm, const QColor& colour) {
        painter.setPen(QPen(colour, width_mm * page_units_a_mm, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(mm.left(), y) * page_units_a_mm, QPointF(mm.right(), y) * page_units_a_mm);
    };
    const auto row = [&](const std::vector<std::string>& cells, double height, double size_mm, bool bold,
                         const QColor& colour) {
        double x = mm.left();
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const QRectF box(x + cell_gap * size, y, frame.column_mm[c] - 2 * cell_gap * size, height);
            draw_text(painter, box, cell(cells, c),
                      {size_mm, bold, table.columns[c].right ? Align::right : Align::left, colour, 0, true});
            x += frame.column_mm[c];
        }
        y += height;
    };
    if (frame.head_mm > 0) {
        row(captions(table), frame.head_mm, size * head_size, false, head_colour);
        line(0.25, page_ink);
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        row(table.rows[r], frame.row_mm[r], size, false, page_ink);
        line(0.12, row_line);
    }
    if (!table.total.empty()) {
        line(0.25, page_ink);
        row(table.total, frame.total_mm, size, true, page_ink);
    }
    if (frame.closing_mm > 0) {
        const double gap = closing_gap * size;
        draw_text(
            painter,
            {mm.left() + cell_gap * size, y + gap, mm.width() - 2 * cell_gap * size, frame.closing_mm - gap},
            text_of(table.closing), {size, false, Align::left, page_ink, 0, false});
    }
}

}  // namespace liangdi::render
