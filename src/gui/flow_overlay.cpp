#include "gui/flow_overlay.hpp"

#include <QMouseEvent>
#include <QPainter>

#include "gui/map_canvas.hpp"
#include "render/flow_painter.hpp"

namespace liangdi::gui {

FlowOverlay::FlowOverlay(MapCanvas& town, MapCanvas& village, QWidget* parent)
    : QWidget(parent), town_(town), village_(village) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Flow lines between town and villages"));
    for (auto* map : {&town_, &village_}) {
        map->installEventFilter(this);
        connect(map, &MapCanvas::view_changed, this, qOverload<>(&QWidget::update));
    }
}

void FlowOverlay::set_flows(std::vector<render::FlowLine> lines, const std::optional<geo::Box>& from,
                            bool from_town) {
    lines_ = std::move(lines);
    from_ = from;
    from_town_ = from_town;
    QStringList words;
    for (const auto& line : lines_) words << line.name + QStringLiteral(" ") + line.figures;
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

render::FlowPicture FlowOverlay::picture() const {
    const double ratio = devicePixelRatioF();
    const auto rect_of = [&](const MapCanvas& map) {
        return QRectF(QPointF(map.mapTo(parentWidget(), QPoint(0, 0)) - pos()) * ratio,
                      QSizeF(map.size()) * ratio);
    };
    render::FlowScene scene;
    scene.from_view = from_town_ ? town_.view() : village_.view();
    scene.to_view = from_town_ ? village_.view() : town_.view();
    scene.from_rect = rect_of(from_town_ ? town_ : village_);
    scene.to_rect = rect_of(from_town_ ? village_ : town_);
    scene.from = from_;
    scene.lines = lines_;
    scene.px = ratio;
    return render::flow_layout(scene);
}

void FlowOverlay::paintEvent(QPaintEvent*) {
    if (lines_.empty()) return;
    QPainter painter(this);
    const double ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    QRegion maps;
    for (const auto* map : {&town_, &village_})
        maps += QRect(map->mapTo(parentWidget(), QPoint(0, 0)) - pos(), map->size());
    painter.setClipRect(
        QRectF(QPointF(maps.boundingRect().topLeft()) * ratio, QSizeF(maps.boundingRect().size()) * ratio));
    render::paint_flows(painter, picture());
}

std::optional<std::size_t> FlowOverlay::pill_under(const MapCanvas& map, const QPointF& position) const {
    if (!isVisible() || lines_.empty()) return {};
    const QPointF here = QPointF(map.mapTo(parentWidget(), QPoint(0, 0)) - pos()) + position;
    return render::pill_at(picture(), here * devicePixelRatioF());
}

bool FlowOverlay::eventFilter(QObject* object, QEvent* event) {
    auto* map = object == &town_ ? &town_ : &village_;
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) update();
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        pressed_ = mouse->button() == Qt::LeftButton ? pill_under(*map, mouse->position()) : std::nullopt;
        return pressed_.has_value();
    }
    if (event->type() == QEvent::MouseButtonRelease && pressed_) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const auto line = *pressed_;
        pressed_.reset();
        if (pill_under(*map, mouse->position()) == line) emit pill_clicked(static_cast<int>(line));
        return true;
    }
    if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->buttons() != Qt::NoButton) return pressed_.has_value();
        const bool over = pill_under(*map, mouse->position()).has_value();
        if (over && !over_pill_) cursor_before_ = map->cursor();
        if (over != over_pill_) map->setCursor(over ? QCursor(Qt::PointingHandCursor) : cursor_before_);
        over_pill_ = over;
    }
    return false;
}

}  // namespace liangdi::gui
