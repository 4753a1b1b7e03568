#pragma once

#include <QWidget>

#include "gui/map_canvas.hpp"
#include "gui/pan_tool.hpp"

class QLabel;

namespace liangdi::gui {

/// Draws shapes over the map and pans it.
class ShapesTool final : public PanTool {
  public:
    using PanTool::PanTool;
    void set_shapes(std::vector<geo::Geometry> shapes) { shapes_ = std::move(shapes); }
    void paint(QPainter& painter) const override;

  private:
    std::vector<geo::Geometry> shapes_;
};

/// 落点预览: the sample of a file over the town, in the chosen frame.
class ImportMap : public QWidget, private ToolContext {
    Q_OBJECT
  public:
    explicit ImportMap(std::vector<render::MapLayer> layers, QWidget* parent = nullptr);

    /// `box`: of the shapes; the map shows it, and the town with it where that is not far.
    void show_shapes(std::vector<geo::Geometry> shapes, const geo::Box& box, const geo::Box& town,
                     const QString& words);
    MapCanvas& canvas() override { return *canvas_; }
    QString words() const;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fit();
    void pick_at(QPointF, PickMode) override {}
    void pick_in(const geo::Box&, PickMode) override {}

    MapCanvas* canvas_;
    ShapesTool tool_{*this};
    QLabel* words_;
    geo::Box shown_;
};

}  // namespace liangdi::gui
