#pragma once

#include <QLineEdit>
#include <QTimer>

#include "tasks/table_page.hpp"

class QCompleter;
class QStandardItemModel;

namespace liangdi::gui {

/// Types the row that a cell refers to: what fits is listed under it while one types, Enter takes the
/// uppermost. Who made it brings the list (wanted, show_choices).
class ReferenceField : public QLineEdit {
    Q_OBJECT
  public:
    explicit ReferenceField(QWidget* parent = nullptr);

    /// The row that the cell refers to now.
    void begin(const QString& code, const QString& words);
    /// Of the row that is meant: what was chosen; what was typed where nothing was.
    QString code() const;
    /// Those that fit `text`; too late where something else stands there by now.
    void show_choices(const QString& text, const std::vector<tasks::RowChoice>& choices);
    QCompleter* completer_list() const { return list_; }

  signals:
    void wanted(const QString& text);
    void chosen();  ///< one of the list: the cell is done

  private:
    QStandardItemModel* rows_;
    QCompleter* list_;
    QTimer typing_;
    QString code_, words_;  // they belong together
};

}  // namespace liangdi::gui
