#include "gui/bar_chart.hpp"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <numeric>

#include "gui/look.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

constexpr int bar_row = 20, bar_height = 13, legend_row = 20, margin = 8, gap = 6;

double sum_of(const ChartRow& row) {
    return std::accumulate(row.values.begin(), row.values.end(), 0.0);
}

}  // namespace

BarChart::BarChart(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarChart::show_rows(std::vector<ChartSeries> series, std::vector<ChartRow> rows) {
    series_ = std::move(series);
    rows_ = std::move(rows);
    QStringList words;
    for (const auto& row : rows_) words << words_of(row);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    setFixedHeight(sizeHint().height());
    updateGeometry();
    update();
}

void BarChart::mark(qint64 id) {
    marked_ = id;
    update();
}

int BarChart::legend_height() const {
    if (series_.size() < 2) return 0;
    int x = margin, lines = 1;
    for (const auto& one : series_) {
        const int wide = 16 + fontMetrics().horizontalAdvance(one.name) + 12;
        if (x + wide > width() - margin && x > margin) {
            x = margin;
            ++lines;
        }
        x += wide;
    }
    return lines * legend_row;
}

QSize BarChart::sizeHint() const {
    return {320, legend_height() + static_cast<int>(rows_.size()) * bar_row + 2 * margin};
}

QRect BarChart::row_rect(int row) const {
    return {0, margin + legend_height() + row * bar_row, width(), bar_row};
}

QString BarChart::words_of(const ChartRow& row) const {
    QStringList parts;
    for (std::size_t i = 0; i < row.values.size() && i < series_.size(); ++i)
        if (row.values[i] != 0)
            parts << QStringLiteral("%1 %2").arg(series_[i].name).arg(row.values[i], 0, 'g', 10);
    return series_.size() < 2
               ? QStringLiteral("%1 %2").arg(row.name, row.total)
               : QStringLiteral("%1 %2 (%3)").arg(row.name, row.total, parts.join(QStringLiteral(", ")));
}

void BarChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokens_for(palette());
    const QFontMetrics metrics(font());
    if (series_.size() > 1) {
        int x = margin, y = margin;
        for (const auto& one : series_) {
            const int wide = 16 + metrics.horizontalAdvance(one.name) + 12;
            if (x + wide > width() - margin && x > margin) {
                x = margin;
                y += legend_row;
            }
            painter.fillRect(QRect(x, y + 4, 11, 11), one.colour);
            painter.setPen(t.text);
            painter.drawText(QRect(x + 16, y, wide, legend_row - 1), Qt::AlignVCenter | Qt::AlignLeft,
                             one.name);
            x += wide;
        }
    }
    int names = 0, totals = 0;
    double largest = 0;
    for (const auto& row : rows_) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        totals = std::max(totals, metrics.horizontalAdvance(row.total));
        largest = std::max(largest, sum_of(row));
    }
    names = std::min(names, width() / 3);
    const int left = margin + names + gap, room = std::max(10, width() - left - totals - gap - margin);
    for (int i = 0; i < static_cast<int>(rows_.size()); ++i) {
        const ChartRow& row = rows_[static_cast<std::size_t>(i)];
        const QRect line = row_rect(i);
        if (row.id != 0 && row.id == marked_) {
            painter.fillRect(line, t.selected);
            painter.fillRect(QRect(0, line.top(), 3, line.height()), t.accent);
        }
        painter.setPen(t.text);
        painter.drawText(QRect(margin, line.top(), names, line.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(row.name, Qt::ElideMiddle, names));
        double before = 0;
        for (std::size_t s = 0; s < row.values.size() && s < series_.size() && largest > 0; ++s) {
            const double from = before / largest * room;
            before += row.values[s];
            painter.fillRect(QRectF(left + from, line.top() + (bar_row - bar_height) / 2.0,
                                    before / largest * room - from, bar_height),
                             series_[s].colour);
        }
        const int end = left + (largest > 0 ? static_cast<int>(before / largest * room) : 0) + gap;
        painter.drawText(QRect(end, line.top(), totals + gap, line.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, row.total);
    }
}

void BarChart::mouseReleaseEvent(QMouseEvent* event) {
    for (int i = 0; i < static_cast<int>(rows_.size()); ++i)
        if (row_rect(i).contains(event->pos())) emit row_clicked(rows_[static_cast<std::size_t>(i)].id);
}

bool BarChart::event(QEvent* event) {
    if (event->type() == QEvent::Resize && series_.size() > 1) setFixedHeight(sizeHint().height());
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString words;
    for (int i = 0; i < static_cast<int>(rows_.size()); ++i)
        if (row_rect(i).contains(help->pos())) words = words_of(rows_[static_cast<std::size_t>(i)]);
    QToolTip::showText(help->globalPos(), words, this);
    return true;
}

}  // namespace liangdi::gui
