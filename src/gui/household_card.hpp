#pragma once

#include <QWidget>
#include <optional>

#include "land/household_view.hpp"

class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace liangdi::gui {

class CardSections;
class LinkForm;
class PersonalPanel;

/// 住户卡: the family and its two places.
class HouseholdCard : public QWidget {
    Q_OBJECT
  public:
    explicit HouseholdCard(QWidget* parent = nullptr);

    void show_household(const land::HouseholdView& household, const QString& reference_date);
    void show_nothing();
    const std::optional<land::HouseholdView>& household() const { return household_; }

    LinkForm* link_form() const { return form_; }
    PersonalPanel* personal() const { return personal_; }
    QPushButton* link_button() const { return link_; }
    QPushButton* paper_button() const { return paper_; }
    QTableWidget* members() const { return members_; }
    QTableWidget* lands() const { return lands_; }
    QLabel* total() const { return total_; }
    CardSections* sections() const { return sections_; }

  signals:
    void homes_wanted();
    void lands_wanted();
    void parcel_wanted(const std::string& layer, std::int64_t id);  ///< double click on its row

  private:
    QWidget* side(const char* name, const char* head_name, const QString& head, QLabel*& text);
    void fill_members();
    void fill_lands();

    std::optional<land::HouseholdView> household_;
    QWidget* body_;
    QLabel *nothing_, *name_, *state_, *size_, *line_, *town_, *village_, *total_, *no_land_, *counting_;
    QTableWidget *members_, *lands_;
    QPushButton *to_lands_, *to_homes_, *link_, *paper_;
    LinkForm* form_;
    PersonalPanel* personal_;
    CardSections* sections_;
    int reference_year_ = 0;
};

}  // namespace liangdi::gui
