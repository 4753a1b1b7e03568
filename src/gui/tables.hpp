#pragma once

#include <QStringList>

class QTableWidget;

namespace liangdi::gui {

/// A list as the window shows them: whole rows are selected, nothing is edited in place, no row numbers.
void set_up_table(QTableWidget& table, const QStringList& headers);
void set_cell(QTableWidget& table, int row, int column, const QString& text,
              Qt::Alignment alignment = Qt::AlignLeft);
/// As high as all of its rows, for tables inside of a card that scrolls as a whole.
void fit_height(QTableWidget& table);

}  // namespace liangdi::gui
