#pragma once

#include <QDialog>

#include "tasks/ledger.hpp"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace liangdi::gui {

/// Asks which ledger is written, for whom, and where to. It stays open, so that one after the other can be
/// written.
class LedgerForm : public QDialog {
    Q_OBJECT
  public:
    explicit LedgerForm(bool unlocked, QWidget* parent = nullptr);

    QComboBox* kind() const { return kind_; }
    QComboBox* level() const { return level_; }
    QComboBox* edition() const { return edition_; }
    QLineEdit* reason() const { return reason_; }
    QLineEdit* file() const { return file_; }
    QPushButton* ok() const { return ok_; }
    void show_refusal(const QString& words);  ///< empty hides it

  signals:
    void submitted(const tasks::LedgerParams& params, const QString& out);

  private:
    tasks::LedgerParams params() const;
    bool is_all() const;
    void check();
    void choose();
    void submit();

    bool unlocked_;
    QComboBox *kind_, *level_, *edition_;
    QLineEdit *reason_, *file_;
    QLabel *level_label_, *reason_label_, *hint_, *refusal_;
    QPushButton* ok_;
};

}  // namespace liangdi::gui
