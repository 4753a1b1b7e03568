#include "gui/tables.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMimeData>
#include <QTableView>
#include <QTableWidget>

#include "gui/tokens.hpp"

namespace liangdi::gui {

void set_up_table(QTableWidget& table, const QStringList& headers) {
    table.setColumnCount(static_cast<int>(headers.size()));
    table.setHorizontalHeaderLabels(headers);
    set_up_view(table);
}

void set_up_view(QTableView& table) {
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setFixedHeight(row_height + 2);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(row_height);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setTextElideMode(Qt::ElideRight);
    table.setWordWrap(false);  // a word that is too long is cut, not left out
}

void set_cell(QTableWidget& table, int row, int column, const QString& text, Qt::Alignment alignment) {
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    table.setItem(row, column, item);
}

void fit_height(QTableWidget& table) {
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setFixedHeight(table.horizontalHeader()->height() + table.rowCount() * row_height + 2);
}

void SpreadsheetCopy::add(const QStringList& cells) {
    rows_ += QStringLiteral("<tr>");
    QStringList plain = cells;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        QString& cell = plain[i];
        cell.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
        const bool number =
            static_cast<std::size_t>(i) < is_number_.size() && is_number_[static_cast<std::size_t>(i)];
        rows_ += number ? QStringLiteral("<td>")
                        : QStringLiteral("<td sdnum=\"1033;0;@\" style='mso-number-format:\"\\@\"'>");
        rows_ += cell.toHtmlEscaped() + QStringLiteral("</td>");
    }
    rows_ += QStringLiteral("</tr>\n");
    lines_ += plain.join('\t') + '\n';
}

void SpreadsheetCopy::put_on_clipboard() const {
    auto* mime = new QMimeData;
    mime->setText(lines_);
    mime->setHtml(QStringLiteral("<table>\n") + rows_ + QStringLiteral("</table>"));
    QApplication::clipboard()->setMimeData(mime);
}

}  // namespace liangdi::gui
