// What PaperView shows and where; paper_view_input.cpp holds what it does, paper_view_paint.cpp how it looks.
#include "gui/paper_view.hpp"

#include <QScreen>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "gui/paper_look.hpp"
#include "render/page_map.hpp"

namespace liangdi::gui {

namespace {

constexpr double least_zoom = 0.05, most_zoom = 16;
constexpr double most_picture_px = 24e6;  // beyond it the picture is scaled: 100 MB are enough
constexpr double thin_mm = 1.2;           // a line is taken hold of that far beside it

}  // namespace

PaperView::PaperView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(480, 300);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Page"));
    setAccessibleDescription(
        tr("Arrow keys move the chosen item by 1 mm, with Shift its lower right corner; Del takes it off"));
}

void PaperView::show_page(const render::Page& page, const render::PageTemplate& sheet) {
    const bool other_size = !page_ || page_->mm != page.mm;
    page_ = page;
    sheet_ = sheet;
    if (!selected_.empty() && !frame_of(selected_)) select({});
    if (inside_ && !inner_map()) {
        inside_ = false;
        emit inside_changed();
    }
    if (other_size && fitted_) {
        fit();
    } else {
        place_scroll_bars();
    }
    viewport()->update();
}

void PaperView::show_picture(const QImage& image) {
    picture_ = image;
    preview_.reset();
    viewport()->update();
}

void PaperView::show_template(const render::PageTemplate& sheet) {
    sheet_ = sheet;
    if (!selected_.empty() && !frame_of(selected_)) select({});
    viewport()->update();
}

void PaperView::clear() {
    page_.reset();
    picture_ = {};
    drag_.reset();
    preview_.reset();
    inside_ = false;
    select({});
    viewport()->update();
}

double PaperView::px_per_mm() const {
    // Screens of virtual machines tell nonsense about their size.
    double dpi = screen() ? screen()->physicalDotsPerInch() : 96;
    if (!(dpi >= 50 && dpi <= 400)) dpi = logicalDpiX();
    return dpi / 25.4 * zoom_;
}

double PaperView::wanted_dpi() const {
    const double dpi = px_per_mm() * 25.4 * devicePixelRatioF();
    if (!page_) return dpi;
    const double inches2 = page_->mm.width() * page_->mm.height() / 25.4 / 25.4;
    return std::min(dpi, std::sqrt(most_picture_px / inches2));
}

QPointF PaperView::origin() const {
    const QSizeF paper = (page_ ? page_->mm : QSizeF(297, 210)) * px_per_mm();
    const auto along = [](double room, double length, const QScrollBar& bar) {
        const double free = room - paper_look::ruler_px - length;
        if (free > 2 * paper_look::desk_margin_px) return paper_look::ruler_px + free / 2;
        return paper_look::ruler_px + paper_look::desk_margin_px - double(bar.value());
    };
    return {std::round(along(viewport()->width(), paper.width(), *horizontalScrollBar())),
            std::round(along(viewport()->height(), paper.height(), *verticalScrollBar()))};
}

QPointF PaperView::to_mm(QPointF view) const {
    return (view - origin()) / px_per_mm();
}
QPointF PaperView::to_view(QPointF mm) const {
    return origin() + mm * px_per_mm();
}

void PaperView::place_scroll_bars() {
    const QSizeF paper = (page_ ? page_->mm : QSizeF(0, 0)) * px_per_mm();
    const auto set = [](QScrollBar& bar, double room, double length) {
        const double over = length + 2 * paper_look::desk_margin_px + paper_look::ruler_px - room;
        bar.setRange(0, std::max(0, static_cast<int>(std::ceil(over))));
        bar.setPageStep(static_cast<int>(room));
        bar.setSingleStep(24);
    };
    set(*horizontalScrollBar(), viewport()->width(), paper.width());
    set(*verticalScrollBar(), viewport()->height(), paper.height());
}

void PaperView::set_zoom(double zoom) {
    fitted_ = false;
    zoom = std::clamp(zoom, least_zoom, most_zoom);
    if (zoom == zoom_) return;
    const QPointF middle(viewport()->width() / 2.0, viewport()->height() / 2.0);
    const QPointF held = to_mm(middle);
    zoom_ = zoom;
    place_scroll_bars();
    const QPointF off = to_view(held) - middle;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(std::lround(off.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(off.y())));
    viewport()->update();
    emit zoom_changed();
}

void PaperView::zoom_by(double factor) {
    set_zoom(zoom_ * factor);
}

void PaperView::fit() {
    fitted_ = true;
    if (!page_) return;
    const double room_x = viewport()->width() - paper_look::ruler_px - 2 * paper_look::desk_margin_px;
    const double room_y = viewport()->height() - paper_look::ruler_px - 2 * paper_look::desk_margin_px;
    const double one = px_per_mm() / zoom_;
    zoom_ = std::clamp(std::min(room_x / page_->mm.width(), room_y / page_->mm.height()) / one, least_zoom,
                       most_zoom);
    place_scroll_bars();
    viewport()->update();
    emit zoom_changed();
}

const render::PageItem* PaperView::item(const ItemPath& path) const {
    if (!page_ || path.empty()) return nullptr;
    const auto found = std::ranges::find(page_->items, path, &render::PageItem::path);
    return found == page_->items.end() ? nullptr : &*found;
}

std::optional<QRectF> PaperView::frame_of(const ItemPath& path) const {
    if (!page_ || path.empty()) return {};
    const auto first = static_cast<std::size_t>(path.front());
    if (first >= sheet_.items.size()) return {};
    if (path.size() > 1 && !item(path)) return {};
    return sheet_.items[first].mm;
}

std::optional<ItemPath> PaperView::item_at(QPointF mm) const {
    if (!page_) return {};
    for (auto found = page_->items.rbegin(); found != page_->items.rend(); ++found) {
        if (found->path.empty()) continue;
        QRectF box = found->mm;
        if (box.width() < thin_mm) box.adjust(-thin_mm, 0, thin_mm, 0);
        if (box.height() < thin_mm) box.adjust(0, -thin_mm, 0, thin_mm);
        if (box.contains(mm)) return found->path;
    }
    return {};
}

std::array<QPointF, 8> PaperView::handles(const QRectF& mm) const {
    const QRectF box(to_view(mm.topLeft()), to_view(mm.bottomRight()));
    const QPointF middle = box.center();
    return {box.topLeft(),     QPointF(middle.x(), box.top()),
            box.topRight(),    QPointF(box.right(), middle.y()),
            box.bottomRight(), QPointF(middle.x(), box.bottom()),
            box.bottomLeft(),  QPointF(box.left(), middle.y())};
}

int PaperView::handle_at(QPointF view) const {
    const auto box = frame_of(selected_);
    if (!box || inside_) return -1;
    const auto all = handles(*box);
    // Corners before edges: on a small box they lie over them.
    for (const int i : {4, 0, 2, 6, 1, 3, 5, 7}) {
        const QPointF off = view - all[static_cast<std::size_t>(i)];
        if (std::max(std::abs(off.x()), std::abs(off.y())) <= paper_look::handle_reach_px) return i;
    }
    return -1;
}

void PaperView::select(const ItemPath& path) {
    if (path == selected_) return;
    selected_ = path;
    if (inside_) {
        inside_ = false;
        emit inside_changed();
    }
    viewport()->update();
    emit selected_changed();
}

const render::PageMap* PaperView::inner_map() const {
    const auto* found = item(selected_);
    return found ? std::get_if<render::PageMap>(&found->what) : nullptr;
}

void PaperView::enter_map() {
    if (!inner_map() || inside_) return;
    inside_ = true;
    setFocus();
    viewport()->update();
    emit inside_changed();
}

bool PaperView::escape() {
    if (drag_ && drag_->kind != Drag::Kind::press) {
        drag_.reset();
        viewport()->update();
        return true;
    }
    drag_.reset();
    if (inside_) {
        inside_ = false;
        viewport()->update();
        emit inside_changed();
        return true;
    }
    if (selected_.empty()) return false;
    select({});
    return true;
}

/// Moves the edges that are held to whole mm of the page, so that boxes come to lie on one another.

}  // namespace liangdi::gui
