#pragma once

#include <QCoreApplication>
#include <functional>

#include "gui/tool.hpp"

namespace liangdi::gui {

/// 关联: a click names a parcel or a building to the link form; the selection stays as it is.
class PickTool final : public Tool {
    Q_DECLARE_TR_FUNCTIONS(liangdi::gui::PickTool)
  public:
    using Tool::Tool;
    QString name() const override { return tr("Link"); }
    QString prompt() const override {
        return tr("Click the parcel or the building to link; Esc lays this tool down");
    }
    QCursor cursor() const override { return Qt::CrossCursor; }
    void release(const CanvasEvent& event) override {
        if (event.button == Qt::LeftButton && picked) picked(event.px);
    }
    std::function<void(QPointF px)> picked;
};

}  // namespace liangdi::gui
