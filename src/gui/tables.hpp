#pragma once

#include <QStringList>
#include <utility>
#include <vector>

class QTableView;
class QTableWidget;

namespace liangdi::gui {

/// A list as the window shows them: whole rows are selected, nothing is edited in place, no row numbers.
void set_up_table(QTableWidget& table, const QStringList& headers);
void set_up_view(QTableView& table);  ///< the same for a list with a model of its own
void set_cell(QTableWidget& table, int row, int column, const QString& text,
              Qt::Alignment alignment = Qt::AlignLeft);
/// As high as all of its rows, for tables inside of a card that scrolls as a whole.
void fit_height(QTableWidget& table);

/// Rows on their way to a spreadsheet: as lines with tabs, a tab or line end inside a cell becoming a blank;
/// and as a table that says which columns are text, since a code of 19 digits must not become a number.
class SpreadsheetCopy {
  public:
    explicit SpreadsheetCopy(std::vector<bool> is_number) : is_number_(std::move(is_number)) {}
    void add(const QStringList& cells);
    const QString& lines() const { return lines_; }
    void put_on_clipboard() const;  ///< in the UI thread

  private:
    std::vector<bool> is_number_;
    QString lines_, rows_;
};

}  // namespace liangdi::gui
