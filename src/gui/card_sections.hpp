#pragma once

#include <QWidget>
#include <map>

#include "land/household_sheet.hpp"

class QTableWidget;
class QToolButton;
class QVBoxLayout;

namespace liangdi::gui {

/// What stands below land and home on the household card: the two responsibility chains, open, and then
/// agreements, payments, work, school, documents and history, folded. What is folded stays folded for the
/// next household.
class CardSections : public QWidget {
    Q_OBJECT
  public:
    explicit CardSections(QWidget* parent = nullptr);

    void show_sheet(const land::HouseholdSheet& sheet);
    /// By the section's name; null where the household has none such.
    QToolButton* head(const std::string& name) const;
    QTableWidget* table(const std::string& name) const;

  private:
    void fill(const std::string& name);

    struct Part {
        QToolButton* head = nullptr;
        QWidget* body = nullptr;
        QTableWidget* table = nullptr;
        bool filled = false;
    };
    land::HouseholdSheet sheet_;
    std::map<std::string, Part> parts_;
    std::map<std::string, bool> open_;
    QVBoxLayout* column_;
    QWidget* body_ = nullptr;
};

}  // namespace liangdi::gui
