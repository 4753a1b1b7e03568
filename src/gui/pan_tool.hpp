#pragma once

#include <QCoreApplication>
#include <optional>

#include "gui/tool.hpp"
#include "render/map_view.hpp"

namespace liangdi::gui {

/// 平移: a drag moves the map.
class PanTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(liangdi::gui::PanTool)
  public:
    using Tool::Tool;
    QString name() const override { return tr("Pan"); }
    QString prompt() const override {
        return tr("Drag the map; in any tool: middle button, or Space and drag");
    }
    QCursor cursor() const override { return drag_ ? Qt::ClosedHandCursor : Qt::OpenHandCursor; }
    void press(const CanvasEvent& event) override;
    void move(const CanvasEvent& event) override;
    void release(const CanvasEvent& event) override;
    bool escape() override;  ///< puts the map back to where the drag began

  private:
    struct Drag {
        QPointF from_px;
        render::MapView from_view;
    };
    std::optional<Drag> drag_;
};

}  // namespace liangdi::gui
