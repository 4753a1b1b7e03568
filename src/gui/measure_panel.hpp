#pragma once

#include <QFrame>

#include "geo/crs.hpp"
#include "gui/measure_tool.hpp"

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace liangdi::gui {

/// The figures of the measuring tool, on the map's upper left corner: each with its method, to be copied.
class MeasurePanel : public QFrame {
    Q_OBJECT
  public:
    explicit MeasurePanel(QWidget* map);

    void show_sketch(const MeasureTool& tool, const geo::Crs& crs);
    QString text() const;  ///< what [Copy] puts on the clipboard: a line a figure, with its method
    QPushButton* copy_button() const { return copy_; }
    QToolButton* kind_button(MeasureTool::Kind kind) const {
        return kind == MeasureTool::Kind::distance ? distance_ : area_;
    }

  signals:
    void kind_wanted(liangdi::gui::MeasureTool::Kind kind);
    void clear_wanted();

  private:
    struct Row {
        QString name, value, method;
    };
    std::vector<Row> rows_of(const MeasureTool& tool, const geo::Crs& crs);

    QToolButton *distance_, *area_;
    QGridLayout* grid_;
    QLabel *note_, *method_;
    QPushButton *copy_, *clear_;
    std::vector<Row> rows_;
    std::vector<std::array<QLabel*, 3>> labels_;
};

}  // namespace liangdi::gui
