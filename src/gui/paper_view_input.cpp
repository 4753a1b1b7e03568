// What PaperView does with mouse and keys; paper_view.cpp holds what it shows, paper_view_paint.cpp how it
// looks.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "gui/paper_look.hpp"
#include "gui/paper_view.hpp"
#include "render/page_map.hpp"

namespace liangdi::gui {

namespace {

constexpr double least_box_mm = 1;

double whole(double mm) {
    return std::round(mm);
}

}  // namespace

QRectF PaperView::dragged(QPointF mm, Qt::KeyboardModifiers modifiers) const {
    QPointF by = mm - drag_->from_mm;
    QRectF box = drag_->box;
    if (drag_->kind == Drag::Kind::move) {
        if (modifiers & Qt::ShiftModifier)  // straight
            (std::abs(by.x()) > std::abs(by.y()) ? by.ry() : by.rx()) = 0;
        if (by.x() != 0) box.moveLeft(whole(box.left() + by.x()));
        if (by.y() != 0) box.moveTop(whole(box.top() + by.y()));
        return box;
    }
    const int handle = drag_->handle;
    if (handle == 0 || handle == 6 || handle == 7)
        box.setLeft(std::min(whole(box.left() + by.x()), box.right() - least_box_mm));
    if (handle == 2 || handle == 3 || handle == 4)
        box.setRight(std::max(whole(box.right() + by.x()), box.left() + least_box_mm));
    if (handle == 0 || handle == 1 || handle == 2)
        box.setTop(std::min(whole(box.top() + by.y()), box.bottom() - least_box_mm));
    if (handle == 4 || handle == 5 || handle == 6)
        box.setBottom(std::max(whole(box.bottom() + by.y()), box.top() + least_box_mm));
    return box;
}

void PaperView::show_cursor(QPointF view) {
    if (space_held_ || (drag_ && drag_->kind == Drag::Kind::pan)) {
        viewport()->setCursor(drag_ ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        return;
    }
    if (inside_) {
        const auto* found = item(selected_);
        const bool over = found && found->mm.contains(to_mm(view));
        viewport()->setCursor(!over ? Qt::ArrowCursor : drag_ ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        return;
    }
    static constexpr Qt::CursorShape shapes[] = {
        Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor, Qt::SizeHorCursor,
        Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor, Qt::SizeHorCursor};
    const int handle = handle_at(view);
    const auto under = item_at(to_mm(view));
    viewport()->setCursor(handle >= 0                    ? shapes[handle]
                          : under && *under == selected_ ? Qt::SizeAllCursor
                                                         : Qt::ArrowCursor);
}

void PaperView::mousePressEvent(QMouseEvent* event) {
    if (!page_) return;
    const QPointF view = event->position();
    Drag drag;
    drag.from_view = view;
    drag.from_mm = to_mm(view);
    drag.scroll = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
    if (event->button() == Qt::MiddleButton || (space_held_ && event->button() == Qt::LeftButton)) {
        drag.kind = Drag::Kind::pan;
        drag_ = drag;
        show_cursor(view);
        return;
    }
    if (event->button() != Qt::LeftButton) return;
    if (inside_) {
        const auto* found = item(selected_);
        if (found && found->mm.contains(drag.from_mm)) {
            drag.kind = Drag::Kind::map;
            drag_ = drag;
            show_cursor(view);
            return;
        }
        inside_ = false;  // a click beside the map leaves it
        emit inside_changed();
    }
    drag.handle = handle_at(view);
    if (drag.handle >= 0) {
        drag.kind = Drag::Kind::resize;
    } else {
        select(item_at(drag.from_mm).value_or(ItemPath()));
        if (selected_.empty()) return;
    }
    if (const auto box = frame_of(selected_)) {
        drag.box = drag.now = *box;
        drag_ = drag;
    }
    show_cursor(view);
    viewport()->update();
}

void PaperView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF view = event->position();
    cursor_mm_ = to_mm(view);
    cursor_known_ = true;
    viewport()->update();
    if (!drag_) {
        hovered_ = item_at(cursor_mm_).value_or(ItemPath());
        show_cursor(view);
        return;
    }
    const QPointF by = view - drag_->from_view;
    switch (drag_->kind) {
        case Drag::Kind::pan:
            horizontalScrollBar()->setValue(drag_->scroll.x() - static_cast<int>(by.x()));
            verticalScrollBar()->setValue(drag_->scroll.y() - static_cast<int>(by.y()));
            break;
        case Drag::Kind::press:
            if (std::abs(by.x()) + std::abs(by.y()) < 4) break;  // a click that shook
            drag_->kind = Drag::Kind::move;
            [[fallthrough]];
        case Drag::Kind::move:
        case Drag::Kind::resize:
            drag_->now = dragged(cursor_mm_, event->modifiers());
            break;
        case Drag::Kind::map:
            drag_->map_mm = cursor_mm_ - drag_->from_mm;
            break;
    }
}

void PaperView::mouseReleaseEvent(QMouseEvent* event) {
    if (!drag_) return;
    const Drag drag = *drag_;
    drag_.reset();
    show_cursor(event->position());
    viewport()->update();
    if (drag.kind == Drag::Kind::map && !drag.map_mm.isNull()) move_map(drag.map_mm, 1, false);
    if ((drag.kind == Drag::Kind::move || drag.kind == Drag::Kind::resize) && drag.now != drag.box)
        emit box_wanted({selected_.front()}, drag.now, false);
}

void PaperView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!page_ || event->button() != Qt::LeftButton) return;
    if (inside_) {
        mousePressEvent(event);
        return;
    }
    select(item_at(to_mm(event->position())).value_or(ItemPath()));
    if (inner_map()) {
        drag_.reset();
        enter_map();
        show_cursor(event->position());
    } else if (const auto* found = item(selected_);
               found && std::holds_alternative<render::PageText>(found->what)) {
        emit text_wanted();
    }
}

/// `by_mm`: the map's picture moves so far on the paper; then its scale's denominator is divided.
void PaperView::move_map(QPointF by_mm, double factor, bool repeated) {
    const auto* map = inner_map();
    if (!map) return;
    const Preview before = preview_.value_or(Preview{{}, 1, {map->centre, map->scale}});
    render::MapPageView view = before.view;
    view.scale = before.view.scale / factor;
    if (factor != 1) {  // two figures: 1:1 250, 1:13 000
        const double step = std::pow(10, std::floor(std::log10(view.scale)) - 1);
        view.scale = std::max(10.0, std::round(view.scale / step) * step);
        factor = before.view.scale / view.scale;
    }
    view.centre.x -= by_mm.x() / 1000 * before.view.scale;
    view.centre.y += by_mm.y() / 1000 * before.view.scale;
    preview_ = Preview{(before.by_mm + by_mm) * factor, before.factor * factor, view};
    viewport()->update();
    emit map_wanted(selected_, view, repeated);
}

void PaperView::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (notches == 0 && event->angleDelta().x() == 0) return;
    const QPointF at = event->position();
    if (event->modifiers() & Qt::ControlModifier) {
        const QPointF held = to_mm(at);
        set_zoom(zoom_ * std::pow(1.25, notches));
        const QPointF off = to_view(held) - at;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() +
                                        static_cast<int>(std::lround(off.x())));
        verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(off.y())));
    } else if (const auto* found = item(selected_); inside_ && found && found->mm.contains(to_mm(at))) {
        move_map({}, std::pow(1.25, notches), true);
    } else {
        auto* bar = event->modifiers() & Qt::ShiftModifier ? horizontalScrollBar() : verticalScrollBar();
        bar->setValue(bar->value() - static_cast<int>(notches * 72));
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() -
                                        static_cast<int>(event->angleDelta().x() * 0.6));
    }
    event->accept();
}

void PaperView::arrow(int key, Qt::KeyboardModifiers modifiers, bool repeated) {
    const QPointF by(key == Qt::Key_Left    ? -1
                     : key == Qt::Key_Right ? 1
                                            : 0,
                     key == Qt::Key_Up     ? -1
                     : key == Qt::Key_Down ? 1
                                           : 0);
    if (inside_) {
        constexpr double step_mm = 5;
        move_map(-by * step_mm, 1, repeated);
        return;
    }
    auto box = frame_of(selected_);
    if (!box) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(by.x() * 48));
        verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(by.y() * 48));
        return;
    }
    if (modifiers & Qt::ShiftModifier) {
        box->setWidth(std::max(least_box_mm, box->width() + by.x()));
        box->setHeight(std::max(least_box_mm, box->height() + by.y()));
    } else {
        box->translate(by);
    }
    emit box_wanted({selected_.front()}, *box, repeated);
}

void PaperView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
            arrow(event->key(), event->modifiers(), true);
            return;
        case Qt::Key_Delete:
            if (!selected_.empty()) emit removal_wanted(selected_);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (inner_map()) {
                enter_map();
            } else if (!selected_.empty()) {
                emit text_wanted();
            }
            return;
        case Qt::Key_Plus:
        case Qt::Key_Minus:
            if (inside_) move_map({}, event->key() == Qt::Key_Plus ? 1.25 : 0.8, true);
            return;
        case Qt::Key_Space:
            if (!event->isAutoRepeat()) {
                space_held_ = true;
                show_cursor(viewport()->mapFromGlobal(QCursor::pos()));
            }
            return;
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

void PaperView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        space_held_ = false;
        show_cursor(viewport()->mapFromGlobal(QCursor::pos()));
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

void PaperView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    if (fitted_) {
        fit();
    } else {
        place_scroll_bars();
    }
}

void PaperView::showEvent(QShowEvent* event) {
    QAbstractScrollArea::showEvent(event);
    if (fitted_) fit();
}

bool PaperView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) {
        cursor_known_ = false;
        hovered_.clear();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

}  // namespace liangdi::gui
