#pragma once

#include <QCoreApplication>
#include <optional>

#include "gui/tool.hpp"

namespace liangdi::gui {

/// 选择: a click takes what lies under it, a drag what meets the box; Shift adds, Ctrl takes away.
class SelectTool final : public Tool {
    Q_DECLARE_TR_FUNCTIONS(liangdi::gui::SelectTool)
  public:
    using Tool::Tool;
    QString name() const override { return tr("Select"); }
    QString prompt() const override {
        return tr("Click selects, Shift adds, Ctrl removes, drag a box for several");
    }
    void press(const CanvasEvent& event) override;
    void move(const CanvasEvent& event) override;
    void release(const CanvasEvent& event) override;
    bool escape() override;
    void paint(QPainter& painter) const override;

  private:
    bool is_box() const;
    struct Drag {
        CanvasEvent from, to;
    };
    std::optional<Drag> drag_;
};

}  // namespace liangdi::gui
