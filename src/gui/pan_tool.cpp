#include "gui/pan_tool.hpp"

#include "gui/map_canvas.hpp"

namespace liangdi::gui {

void PanTool::press(const CanvasEvent& event) {
    if (event.button != Qt::LeftButton) return;
    drag_ = Drag{event.px, context_.canvas().view()};
    context_.canvas().setCursor(cursor());
}

void PanTool::move(const CanvasEvent& event) {
    // From the drag's beginning each time: small steps would add up their rounding.
    if (drag_)
        context_.canvas().set_view(drag_->from_view.panned(event.px - drag_->from_px),
                                   MapCanvas::Redraw::let_finish);
}

void PanTool::release(const CanvasEvent& event) {
    if (!drag_ || event.button != Qt::LeftButton) return;
    move(event);
    drag_.reset();
    context_.canvas().setCursor(cursor());
}

bool PanTool::escape() {
    if (!drag_) return false;
    context_.canvas().set_view(drag_->from_view);
    drag_.reset();
    context_.canvas().setCursor(cursor());
    return true;
}

}  // namespace liangdi::gui
