#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QMainWindow;
class QPushButton;
class QTableWidget;

namespace liangdi::gui {

/// 快捷键: every command with its key. A key that another command has is refused in words; not modal, so that
/// it can be tried at once.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
  public:
    ShortcutsDialog(QMainWindow& window, bool remember);

    QTableWidget* table() const { return table_; }
    QLineEdit* filter_field() const { return filter_; }
    QKeySequenceEdit* key_field(const QAction* action) const;
    QPushButton* reset_button() const { return reset_; }
    QString refusal() const;

  private:
    void fill();
    void take(QAction* action, QKeySequenceEdit* edit);
    void filter(const QString& text);

    QMainWindow& window_;
    bool remember_;
    QLineEdit* filter_;
    QTableWidget* table_;
    QLabel* refusal_;
    QPushButton* reset_;
    QList<QAction*> actions_;
};

}  // namespace liangdi::gui
