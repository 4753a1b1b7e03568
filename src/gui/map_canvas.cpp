#include "gui/map_canvas.hpp"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

#include "gui/tool.hpp"
#include "render/map_furniture.hpp"

namespace liangdi::gui {

namespace {
bool same_view(const render::MapView& a, const render::MapView& b) {
    return a.centre == b.centre && a.m_per_px == b.m_per_px && a.size_px == b.size_px;
}
}  // namespace

MapCanvas::MapCanvas(QWidget* parent) : QWidget(parent) {
    setMinimumSize(480, 360);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Map"));
    view_.dpi = 96 * devicePixelRatioF();
    connect(&worker_, &PictureWorker::drawn, this, &MapCanvas::take_picture, Qt::QueuedConnection);
    connect(&worker_, &PictureWorker::failed, this, &MapCanvas::failed, Qt::QueuedConnection);
}

void MapCanvas::set_layers(std::vector<render::MapLayer> layers) {
    layers_ = std::move(layers);
    picture_ = {};
    past_views_.clear();
    ask_for_picture(Redraw::stop_running);
}

void MapCanvas::set_packed(const tasks::PackedLayers& packed) {
    for (auto& layer : layers_)
        if (const auto found = packed.find(layer.name); found != packed.end()) layer.packed = found->second;
}

void MapCanvas::set_ground(tasks::Ground ground) {
    ground_ = std::move(ground);
    ask_for_picture(Redraw::stop_running);
}

void MapCanvas::set_layer_visible(const std::string& name, bool visible) {
    for (auto& layer : layers_) {
        if (layer.name == name) layer.visible = visible;
    }
    ask_for_picture(Redraw::stop_running);
}

void MapCanvas::set_layer_style(const std::string& name, const render::Style& style) {
    for (auto& layer : layers_)
        if (layer.name == name) layer.style = style;
    ask_for_picture(Redraw::stop_running);
}

void MapCanvas::set_selection(const tasks::Selection& selection) {
    bool other = false;
    for (auto& layer : layers_) {
        const auto found = selection.ids.find(layer.name);
        const auto ids = found == selection.ids.end() ? std::vector<std::int64_t>() : found->second;
        other = other || layer.highlighted != ids;
        layer.highlighted = ids;
    }
    if (other) ask_for_picture(Redraw::stop_running);
}

void MapCanvas::refresh() {
    ask_for_picture(Redraw::stop_running);
}

void MapCanvas::set_view(const render::MapView& view, Redraw redraw) {
    render::MapView wanted = view;
    wanted.size_px = view_.size_px;
    wanted.dpi = view_.dpi;
    wanted_box_.reset();
    if (same_view(wanted, view_)) return;
    view_ = wanted;
    ask_for_picture(redraw);
    emit view_changed();
}

void MapCanvas::show_box(const geo::Box& box, double margin_px) {
    if (box.empty()) return;
    set_view(render::MapView::fit(box, view_.size_px, view_.dpi, margin_px * devicePixelRatioF()));
    if (picture_.isNull()) {  // until the first picture the window may still be given its size
        wanted_box_ = box;
        wanted_margin_px_ = margin_px;
    }
}

void MapCanvas::zoom(double factor) {
    set_view(view_.zoomed(QPointF(view_.size_px.width(), view_.size_px.height()) / 2, factor));
}

void MapCanvas::previous_view() {
    if (const auto view = past_views_.previous()) set_view(*view);
}
void MapCanvas::next_view() {
    if (const auto view = past_views_.next()) set_view(*view);
}

void MapCanvas::set_tool(Tool* tool) {
    tool_ = tool;
    show_cursor();
    update();
}

bool MapCanvas::cancel_pan() {
    if (!pan_) return false;
    const auto back = pan_->from_view;
    pan_.reset();
    set_view(back);
    show_cursor();
    return true;
}

void MapCanvas::show_cursor() {
    if (pan_) {
        setCursor(Qt::ClosedHandCursor);
    } else if (space_held_) {
        setCursor(Qt::OpenHandCursor);
    } else {
        setCursor(tool_ ? tool_->cursor() : QCursor(Qt::ArrowCursor));
    }
}

void MapCanvas::ask_for_picture(Redraw redraw) {
    update();
    if (layers_.empty()) {
        worker_.stop();
        settled_ = true;
        return;
    }
    settled_ = false;
    render::MapRequest request;
    request.layers = layers_;
    tasks::insert_contours(request.layers, ground_.contours);
    request.rasters = ground_.rasters;
    request.view = view_;
    worker_.ask(std::move(request), ++last_asked_, redraw == Redraw::stop_running);
}

void MapCanvas::take_picture(const QImage& image, const render::MapView& view, quint64 number) {
    if (layers_.empty()) return;
    picture_ = image;
    picture_view_ = view;
    settled_ = number == last_asked_;
    if (settled_ && !pan_) past_views_.visit(view_);
    update();
    emit drawn();
}

void MapCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), render::paper_colour);
    const double ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    if (!picture_.isNull()) {
        const double scale = picture_view_.m_per_px / view_.m_per_px;
        const QPointF corner = view_.to_px(picture_view_.to_ground({0, 0}));
        painter.setRenderHint(QPainter::SmoothPixmapTransform, scale != 1);
        painter.drawImage(QRectF(corner, QSizeF(picture_view_.size_px) * scale), picture_,
                          QRectF(QPointF(0, 0), QSizeF(picture_.size())));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (!layers_.empty()) render::draw_furniture(painter, view_, {true, true, {}});
    if (tool_) tool_->paint(painter);
    if (by_keyboard_ && hasFocus() && !layers_.empty()) paint_cross(painter);
}

void MapCanvas::paint_cross(QPainter& painter) const {
    const double px = view_.dpi / 96, arm = 12 * px, gap = 3 * px;
    const QPointF at = QPointF(view_.size_px.width(), view_.size_px.height()) / 2;
    for (const auto& [colour, width] :
         {std::pair(QColor(Qt::white), 4.0), std::pair(QColor(Qt::black), 1.6)}) {
        painter.setPen(QPen(colour, width * px));
        for (const QPointF& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(at + way * gap, at + way * arm);
    }
}

/// As a click there: a tool does not care who pressed.
void MapCanvas::pick_at_centre(Qt::KeyboardModifiers modifiers) {
    if (!tool_ || layers_.empty()) return;
    const QPointF px = QPointF(view_.size_px.width(), view_.size_px.height()) / 2;
    const CanvasEvent at{px, view_.to_ground(px), Qt::LeftButton, Qt::LeftButton,
                         modifiers & ~Qt::KeypadModifier};
    tool_->press(at);
    tool_->release(at);
}

void MapCanvas::resizeEvent(QResizeEvent*) {
    const double ratio = devicePixelRatioF();
    view_ = view_.resized((QSizeF(size()) * ratio).toSize());
    view_.dpi = 96 * ratio;
    if (wanted_box_) {
        const auto box = *wanted_box_;
        view_ = render::MapView::fit(box, view_.size_px, view_.dpi, wanted_margin_px_ * ratio);
    }
    ask_for_picture(Redraw::stop_running);
    emit view_changed();
}

CanvasEvent MapCanvas::canvas_event(const QMouseEvent& event) const {
    const QPointF px = event.position() * devicePixelRatioF();
    return {px, view_.to_ground(px), event.button(), event.buttons(), event.modifiers()};
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
    const CanvasEvent at = canvas_event(*event);
    by_keyboard_ = false;
    if (event->button() == Qt::MiddleButton || (space_held_ && event->button() == Qt::LeftButton)) {
        pan_ = Pan{at.px, view_};
        show_cursor();
    } else if (tool_ && !layers_.empty()) {
        tool_->press(at);
    }
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton || space_held_ || !tool_ || layers_.empty()) {
        mousePressEvent(event);
    } else {
        tool_->double_click(canvas_event(*event));
    }
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
    const CanvasEvent at = canvas_event(*event);
    if (pan_) {
        set_view(pan_->from_view.panned(at.px - pan_->from_px), Redraw::let_finish);
    } else if (tool_ && !layers_.empty()) {
        tool_->move(at);
    }
    emit cursor_moved(view_.to_ground(at.px));
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const CanvasEvent at = canvas_event(*event);
    if (pan_) {
        set_view(pan_->from_view.panned(at.px - pan_->from_px), Redraw::let_finish);
        pan_.reset();
        show_cursor();
        if (settled_) past_views_.visit(view_);
    } else if (tool_ && !layers_.empty()) {
        tool_->release(at);
    }
    worker_.stop_outdated();
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
    if (layers_.empty() || event->angleDelta().y() == 0) return;
    constexpr double step_deg8 = 120;  // one notch of a common wheel
    const double factor = std::pow(1.5, event->angleDelta().y() / step_deg8);
    set_view(view_.zoomed(event->position() * devicePixelRatioF(), factor));
    if (pan_) pan_ = Pan{event->position() * devicePixelRatioF(), view_};
    event->accept();
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
    const double step = 80 * devicePixelRatioF();
    const auto pan = [this](double x, double y) {
        by_keyboard_ = true;
        set_view(view_.panned({x, y}), Redraw::let_finish);
    };
    if (tool_ && !layers_.empty() && tool_->key(event->key(), view_.centre)) return;
    switch (event->key()) {
        case Qt::Key_Space:
            if (!event->isAutoRepeat()) {
                space_held_ = true;
                show_cursor();
            }
            return;
        case Qt::Key_Left:
            return pan(step, 0);
        case Qt::Key_Right:
            return pan(-step, 0);
        case Qt::Key_Up:
            return pan(0, step);
        case Qt::Key_Down:
            return pan(0, -step);
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoom(1.5);
        case Qt::Key_Minus:
            return zoom(1 / 1.5);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return pick_at_centre(event->modifiers());
        default:
            QWidget::keyPressEvent(event);
    }
}

void MapCanvas::focusInEvent(QFocusEvent* event) {
    // By Tab or F8: whoever came so moves on by keys.
    by_keyboard_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    update();
}

void MapCanvas::focusOutEvent(QFocusEvent*) {
    space_held_ = false;
    show_cursor();
    update();
}

void MapCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space) {
        QWidget::keyReleaseEvent(event);
    } else if (!event->isAutoRepeat()) {
        space_held_ = false;
        show_cursor();
    }
}

}  // namespace liangdi::gui
