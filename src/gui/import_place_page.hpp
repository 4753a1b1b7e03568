#pragma once

#include <QWidget>

#include "gui/import_map.hpp"
#include "tasks/import_preview.hpp"

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace liangdi::gui {

class ChoiceCard;

/// Step 2 of the import: the encoding, with the first rows read in it, and the coordinate system, with the
/// file's shapes over the town.
class ImportPlacePage : public QWidget {
    Q_OBJECT
  public:
    explicit ImportPlacePage(std::vector<render::MapLayer> layers, QWidget* parent = nullptr);

    void show_preview(const tasks::ImportPreview& preview, const QString& file);
    QButtonGroup& encodings() const { return *encodings_; }
    QButtonGroup& frames() const { return *frames_; }
    QTableWidget* rows() const { return rows_; }
    QLineEdit* crs_field() const { return crs_; }
    QCheckBox* swap_field() const { return swap_; }
    ImportMap* map() const { return map_; }

  signals:
    void encoding_wanted(const QString& encoding);
    void frame_wanted(const QString& crs, bool swapped);
    void control_points_wanted();

  private:
    void show_encodings(const tasks::ImportPreview& preview);
    void show_frames(const tasks::ImportPreview& preview);
    void show_rows(const tasks::ImportPreview& preview);

    QButtonGroup *encodings_, *frames_;
    std::vector<ChoiceCard*> cards_;
    std::vector<std::pair<QString, bool>> frame_keys_;
    QLabel *encoding_head_, *frame_head_, *first_point_, *rows_head_;
    QVBoxLayout *encoding_box_, *frame_box_;
    QWidget* frame_tools_;
    QLineEdit* crs_;
    QCheckBox* swap_;
    QPushButton* control_;
    ImportMap* map_;
    QWidget* map_side_;
    QTableWidget* rows_;
};

}  // namespace liangdi::gui
