#include "gui/import_map.hpp"

#include <QEvent>
#include <QLabel>
#include <QPainterPath>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

void add_line(QPainterPath& path, const std::vector<geo::Point>& line, const render::MapView& view) {
    QPolygonF points;
    for (const auto& point : line) points << view.to_px(point);
    path.addPolygon(points);
}

}  // namespace

void ShapesTool::paint(QPainter& painter) const {
    const auto& view = context_.canvas().view();
    const double px = view.dpi / 96;
    QPainterPath areas, lines;
    areas.setFillRule(Qt::OddEvenFill);
    std::vector<QPointF> points;
    for (const auto& shape : shapes_) {
        if (const auto* point = std::get_if<geo::Point>(&shape)) points.push_back(view.to_px(*point));
        if (const auto* parts = std::get_if<geo::MultiLineString>(&shape))
            for (const auto& line : *parts) add_line(lines, line, view);
        if (const auto* polygons = std::get_if<geo::MultiPolygon>(&shape))
            for (const auto& polygon : *polygons) {
                add_line(areas, polygon.shell, view);
                for (const auto& hole : polygon.holes) add_line(areas, hole, view);
            }
    }
    const QColor ink = light_tokens.accent;  // the paper is light in both palettes
    QColor fill = ink;
    fill.setAlpha(50);
    painter.setBrush(Qt::NoBrush);
    painter.strokePath(areas, QPen(Qt::white, 3.5 * px));
    painter.strokePath(lines, QPen(Qt::white, 4 * px));
    painter.setPen(QPen(ink, 1.4 * px));
    painter.setBrush(fill);
    painter.drawPath(areas);
    painter.strokePath(lines, QPen(ink, 1.8 * px));
    painter.setPen(QPen(Qt::white, px));
    painter.setBrush(ink);
    for (const auto& point : points) painter.drawEllipse(point, 3.5 * px, 3.5 * px);
}

ImportMap::ImportMap(std::vector<render::MapLayer> layers, QWidget* parent)
    : QWidget(parent), canvas_(new MapCanvas), words_(new QLabel) {
    canvas_->setMinimumSize(320, 200);
    canvas_->setAccessibleName(tr("Where the file would lie"));
    for (auto& layer : layers) layer.highlighted.clear();
    canvas_->set_layers(std::move(layers));
    canvas_->set_tool(&tool_);
    canvas_->installEventFilter(this);
    words_->setObjectName("muted");
    words_->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(canvas_, 1);
    column->addWidget(words_);
}

void ImportMap::show_shapes(std::vector<geo::Geometry> shapes, const geo::Box& box, const geo::Box& town,
                            const QString& words) {
    words_->setText(words);
    words_->setVisible(!words.isEmpty());
    tool_.set_shapes(std::move(shapes));
    shown_ = box.empty() ? town : box;
    // A file that does not lie here is shown with the town, so that one sees how far it is.
    if (!box.empty() && !town.empty() && !box.intersects(town)) shown_.add(town);
    fit();
    canvas_->update();
}

/// A page that was never shown has no size yet: what is to be seen is fitted again when it gets one.
void ImportMap::fit() {
    if (shown_.empty()) return;
    canvas_->show_box(shown_.grown(std::max(shown_.width(), shown_.height()) * 0.05 + 10));
}

bool ImportMap::eventFilter(QObject* watched, QEvent* event) {
    if (watched == canvas_ && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &ImportMap::fit, Qt::QueuedConnection);  // after the canvas's own
    return QWidget::eventFilter(watched, event);
}

QString ImportMap::words() const {
    return words_->text();
}

}  // namespace liangdi::gui
