#include "gui/select_tool.hpp"

#include "gui/map_canvas.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {
constexpr double least_drag_px = 4;
}

bool SelectTool::is_box() const {
    return drag_ && (drag_->to.px - drag_->from.px).manhattanLength() >= least_drag_px;
}

void SelectTool::press(const CanvasEvent& event) {
    if (event.button == Qt::LeftButton) drag_ = Drag{event, event};
}

void SelectTool::move(const CanvasEvent& event) {
    if (!drag_) return;
    drag_->to = event;
    context_.canvas().update();
}

void SelectTool::release(const CanvasEvent& event) {
    if (!drag_ || event.button != Qt::LeftButton) return;
    drag_->to = event;
    const Drag drag = *drag_;
    const bool box = is_box();
    drag_.reset();
    context_.canvas().update();
    if (!box) {
        context_.pick_at(event.px, pick_mode(event.modifiers));
        return;
    }
    geo::Box ground;
    ground.add(drag.from.ground);
    ground.add(drag.to.ground);
    context_.pick_in(ground, pick_mode(event.modifiers));
}

bool SelectTool::escape() {
    if (!drag_) return false;
    drag_.reset();
    context_.canvas().update();
    return true;
}

void SelectTool::paint(QPainter& painter) const {
    if (!is_box()) return;
    const QColor accent = light_tokens.accent;  // the paper is light in both palettes
    QColor fill = accent;
    fill.setAlpha(30);
    painter.setPen(QPen(accent, 1.5, Qt::DashLine));
    painter.setBrush(fill);
    painter.drawRect(QRectF(drag_->from.px, drag_->to.px).normalized());
}

}  // namespace liangdi::gui
