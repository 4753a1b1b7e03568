#pragma once

#include <QWidget>
#include <map>
#include <optional>

#include "land/flows.hpp"
#include "render/flow_layout.hpp"
#include "tasks/two_places.hpp"

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QTableWidget;

namespace liangdi::gui {

/// One bar over the whole width, its parts beside each other.
class StackedBar : public QWidget {
    Q_OBJECT
  public:
    using QWidget::QWidget;
    void set_lines(const std::vector<render::FlowLine>& lines);

  signals:
    void part_clicked(int line);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

  private:
    int part_at(const QPointF& position) const;  ///< -1: none
    std::vector<render::FlowLine> lines_;
};

/// Under the two maps: the legend, from where it is seen, what the width of the lines means, and all flows as
/// one bar with a table as its twin.
class TwoPlacesPanel : public QWidget {
    Q_OBJECT
  public:
    explicit TwoPlacesPanel(QWidget* parent = nullptr);

    land::FlowMeasure measure() const;
    /// What may be looked from, and from what it is.
    void show_levels(const std::map<land::PlaceKind, tasks::PlaceRef>& around, land::PlaceKind now);
    void show_flows(const tasks::TwoPlaces& places, const std::vector<render::FlowLine>& lines);
    void show_nothing();
    void show_legend(const std::vector<render::MapLayer>& layers);

    QPushButton* level_button(land::PlaceKind kind) const { return levels_.at(kind); }
    QRadioButton* by_households() const { return by_households_; }
    QRadioButton* by_mu() const { return by_mu_; }
    QLabel* caption() const { return caption_; }
    QLabel* statuses() const { return statuses_; }
    QLabel* width_words() const { return width_words_; }
    StackedBar* bar() const { return bar_; }
    QTableWidget* table() const { return table_; }
    QPushButton* table_button() const { return table_button_; }

  signals:
    void level_wanted(liangdi::land::PlaceKind kind);
    void measure_changed();
    void line_wanted(int line);

  private:
    void add_entry(QHBoxLayout& row, const render::Style& style, const std::string& title);
    void fill_table(const tasks::TwoPlaces& places);

    QWidget *legend_, *sample_;
    QLabel *width_words_, *caption_, *statuses_;
    std::map<land::PlaceKind, QPushButton*> levels_;
    QButtonGroup* level_group_;
    QRadioButton *by_households_, *by_mu_;
    StackedBar* bar_;
    QPushButton* table_button_;
    QTableWidget* table_;
};

}  // namespace liangdi::gui
