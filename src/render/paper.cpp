#include "render/paper.hpp"

#include <QPaintEngine>
#include <QPainter>
#include <cmath>

namespace liangdi::render {

bool on_paper(const QPainter& painter) {
    const QPaintEngine* engine = painter.paintEngine();
    return engine && engine->type() == QPaintEngine::Pdf;
}

QColor blended(QColor colour, QColor below) {
    const float part = colour.alphaF();
    const auto mix = [part](float a, float b) { return a * part + b * (1 - part); };
    return QColor::fromRgbF(mix(colour.redF(), below.redF()), mix(colour.greenF(), below.greenF()),
                            mix(colour.blueF(), below.blueF()));
}

QPen paper_pen(const QPainter& painter, QPen pen, QColor below) {
    if (pen.style() != Qt::NoPen && on_paper(painter) && pen.brush().style() == Qt::SolidPattern &&
        !pen.brush().isOpaque())
        pen.setColor(blended(pen.color(), below));
    return pen;
}

FeatureShape on_whole_px(FeatureShape shape) {
    std::vector<QPointF> points;
    points.reserve(shape.points.size());
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < shape.parts(); ++i) {
        starts.push_back(points.size());
        for (const QPointF& p : shape.part(i)) {
            const QPointF whole(std::round(p.x()), std::round(p.y()));
            if (points.size() == starts.back() || points.back() != whole) points.push_back(whole);
        }
    }
    shape.points = std::move(points);
    shape.starts = std::move(starts);
    return shape;
}

QPainterPath on_whole_px(QPainterPath path) {
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPointF at = path.elementAt(i);
        path.setElementPositionAt(i, std::round(at.x()), std::round(at.y()));
    }
    return path;
}

}  // namespace liangdi::render
