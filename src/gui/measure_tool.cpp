#include "gui/measure_tool.hpp"

#include <QPainterPath>

#include "gui/map_canvas.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

QString MeasureTool::name() const {
    return kind_ == Kind::distance ? tr("Measure a distance") : tr("Measure an area");
}

QString MeasureTool::prompt() const {
    return tr(
        "Click adds a corner, double click or Enter ends, Backspace takes the last corner back; Ins "
        "adds one at the map's centre");
}

void MeasureTool::tell() {
    context_.canvas().update();
    if (changed) changed();
}

void MeasureTool::set_kind(Kind kind) {
    kind_ = kind;
    if (ended_ && kind == Kind::area && corners_.size() < 3) ended_ = false;
    tell();
}

geo::LineString MeasureTool::shown() const {
    geo::LineString line = corners_;
    if (!ended_ && !line.empty() && hover_ && !(*hover_ == line.back())) line.push_back(*hover_);
    return line;
}

void MeasureTool::add(const geo::Point& ground) {
    if (ended_) clear();
    corner_escaped_ = false;
    if (corners_.empty() || !(corners_.back() == ground)) corners_.push_back(ground);
    hover_ = ground;
    tell();
}

bool MeasureTool::take_back() {
    if (corners_.empty()) return false;
    ended_ = false;
    corners_.pop_back();
    tell();
    return true;
}

void MeasureTool::end() {
    if (corners_.size() < (kind_ == Kind::distance ? 2u : 3u)) return;
    ended_ = true;
    hover_.reset();
    tell();
}

void MeasureTool::clear() {
    corners_.clear();
    hover_.reset();
    ended_ = corner_escaped_ = false;
    tell();
}

void MeasureTool::press(const CanvasEvent& event) {
    if (event.button == Qt::LeftButton) add(event.ground);
    if (event.button == Qt::RightButton) end();
}

void MeasureTool::move(const CanvasEvent& event) {
    hover_ = event.ground;
    if (!ended_ && !corners_.empty()) tell();
}

void MeasureTool::double_click(const CanvasEvent& event) {
    // Its first click has added the corner already.
    event.button == Qt::LeftButton ? end() : press(event);
}

bool MeasureTool::key(int key, const geo::Point& centre) {
    switch (key) {
        case Qt::Key_Backspace:
            take_back();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            end();
            return true;
        case Qt::Key_Insert:
            add(centre);
            return true;
        default:
            return false;
    }
}

bool MeasureTool::escape() {
    if (corners_.empty()) return false;
    if (!ended_ && !corner_escaped_ && corners_.size() > 1) {
        take_back();
        corner_escaped_ = true;
    } else {
        clear();
    }
    return true;
}

void MeasureTool::paint(QPainter& painter) const {
    const auto line = shown();
    if (line.empty()) return;
    const auto& view = context_.canvas().view();
    const double px = view.dpi / 96;
    QPolygonF path, fixed;
    for (const auto& corner : line) path << view.to_px(corner);
    for (const auto& corner : corners_) fixed << view.to_px(corner);
    const QColor ink = light_tokens.accent;  // the paper is light in both palettes
    const bool area = kind_ == Kind::area;
    if (area && path.size() > 2) {
        QColor fill = ink;
        fill.setAlpha(40);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(path);
    }
    painter.setBrush(Qt::NoBrush);
    if (area && ended_) fixed << fixed.front();
    for (const auto& [colour, width] : {std::pair(QColor(Qt::white), 5.0), std::pair(ink, 2.2)}) {
        painter.setPen(QPen(colour, width * px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(fixed);
        if (ended_) continue;
        painter.setPen(QPen(colour, width * px * 0.8, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF(path.mid(fixed.size() - 1)));
        if (area && path.size() > 2) painter.drawLine(path.back(), path.front());
    }
    painter.setPen(QPen(ink, 1.4 * px));
    painter.setBrush(Qt::white);
    for (const auto& corner : fixed) painter.drawRect(QRectF(corner - QPointF(3, 3) * px, QSizeF(6, 6) * px));
}

}  // namespace liangdi::gui
