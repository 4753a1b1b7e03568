#pragma once

#include <QWidget>

#include "tasks/personal_values.hpp"

class QLabel;
class QPushButton;
class QTableWidget;

namespace liangdi::gui {

/// On the household card: the personal values, locked, masked or, for a stated reason, in full.
class PersonalPanel : public QWidget {
    Q_OBJECT
  public:
    explicit PersonalPanel(QWidget* parent = nullptr);

    void show_locked();
    void show_values(const tasks::PersonalAnswer& answer, land::Disclosure disclosure);

    QTableWidget* table() const { return table_; }
    QPushButton* button() const { return button_; }  ///< unlock, show in full, or mask again
    QString words() const;

  signals:
    void unlock_wanted();
    void full_wanted();
    void mask_wanted();

  private:
    enum class State { locked, masked, full } state_ = State::locked;
    QLabel *glyph_, *words_;
    QTableWidget* table_;
    QPushButton* button_;
};

}  // namespace liangdi::gui
