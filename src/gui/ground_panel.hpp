#pragma once

#include "gui/map_card.hpp"

#include <QFrame>
#include <QVariant>

#include "tasks/ground.hpp"

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSlider;

namespace liangdi::gui {

QVariant to_variant(const std::vector<tasks::GroundLayer>& layers);
std::vector<tasks::GroundLayer> ground_layers_of(const QVariant& kept);

/// 底图: imagery and heights under the town's layers, the uppermost first, on the map's upper left corner.
/// Ticked ones show; opacity, order and the distance of contours are of the chosen one.
class GroundPanel : public MapCard {
    Q_OBJECT
  public:
    explicit GroundPanel(QWidget* map);

    void show_layers(std::vector<tasks::GroundLayer> layers);  ///< from bottom to top
    const std::vector<tasks::GroundLayer>& layers() const { return layers_; }
    void add(tasks::GroundLayer layer);  ///< pictures on top, heights on top of all
    void show_problem(const QString& words);
    void ask_address();
    QString problem() const;

    QListWidget* list() const { return list_; }
    QSlider* opacity_field() const { return opacity_; }
    QDoubleSpinBox* interval_field() const { return interval_; }
    QPushButton* up_button() const { return up_; }
    QPushButton* remove_button() const { return remove_; }
    QLineEdit* address_field() const { return address_; }

  signals:
    void layers_changed();  ///< to be drawn and kept
    void picture_wanted();
    void heights_wanted();
    void address_given(const QString& address);

  private:
    void fill(int current);
    void show_current();
    std::size_t index_of(int row) const { return layers_.size() - 1 - static_cast<std::size_t>(row); }
    tasks::GroundLayer* current();
    void move_current(int by);

    QListWidget* list_;
    QLabel *none_, *problem_, *opacity_words_, *interval_words_;
    QSlider* opacity_;
    QDoubleSpinBox* interval_;
    QPushButton *up_, *down_, *remove_;
    QLineEdit* address_;
    std::vector<tasks::GroundLayer> layers_;
};

}  // namespace liangdi::gui
