#pragma once

#include <QFrame>
#include <string>
#include <vector>

#include "land/share.hpp"
#include "tasks/linking.hpp"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace liangdi::gui {

/// 关联: the household with a parcel (share typed) or a flat. The place is picked on the map or its code
/// typed.
class LinkForm : public QFrame {
    Q_OBJECT
  public:
    explicit LinkForm(QWidget* parent = nullptr);

    void begin(const std::string& household_code, const QString& household_name);
    void take_parcel(const std::string& code, const std::string& right_kind, land::Share registered);
    void take_building(const QString& name, const std::vector<std::string>& flats,
                       const std::string& chosen = {});
    QLineEdit* share_field() const { return share_; }

  signals:
    void submitted(const liangdi::tasks::LinkParams& params);
    void given_up();

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void check();
    void submit();

    std::string household_, parcel_, right_kind_ = "contract";
    land::Share registered_{0, 1};
    bool flat_ = false;
    QLabel *title_, *place_, *verdict_;
    QComboBox* flats_;
    QLineEdit* share_;
    QPushButton *done_, *give_up_;
};

}  // namespace liangdi::gui
