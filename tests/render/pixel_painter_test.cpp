#include "render/pixel_painter.hpp"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <random>

#include "catch.hpp"

using namespace liangdi::render;

namespace {

FeatureShape shape_of(const std::vector<std::vector<QPointF>>& parts, FeatureShape::Kind kind) {
    FeatureShape shape;
    shape.kind = kind;
    QPolygonF all;
    for (const auto& part : parts) {
        shape.starts.push_back(shape.points.size());
        shape.points.insert(shape.points.end(), part.begin(), part.end());
        all += QPolygonF(QList<QPointF>(part.begin(), part.end()));
    }
    shape.box = all.boundingRect();
    return shape;
}

std::vector<QPointF> random_ring(std::mt19937& random, QPointF centre, double radius) {
    std::uniform_real_distribution<double> part(0.4, 1.0);
    std::vector<QPointF> points;
    const int corners = 3 + static_cast<int>(random() % 20);
    for (int i = 0; i < corners; ++i) {
        const double angle = 6.283185307179586 * i / corners, r = radius * part(random);
        points.push_back(centre + QPointF(r * std::cos(angle), r * std::sin(angle)));
    }
    points.push_back(points.front());
    if (random() % 2) std::reverse(points.begin(), points.end());
    return points;
}

struct Sheet {
    QImage image{160, 120, QImage::Format_ARGB32_Premultiplied};
    PixelPainter painter;
    Sheet() : painter({image.bits(), image.bytesPerLine(), image.rect()}) { image.fill(Qt::transparent); }
    double ink() const {
        double sum = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) sum += qAlpha(image.pixel(x, y)) / 255.0;
        return sum;
    }
};

/// The same by Qt, eight times as fine and without antialiasing.
QImage by_samples(const FeatureShape& shape, const QPen& pen, const QBrush& brush) {
    constexpr int fine = 8;
    QImage image(160 * fine, 120 * fine, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(fine, fine);
    painter.setPen(pen);
    painter.setBrush(brush);
    painter.drawPath(path_of(shape, QRectF(-1000, -1000, 3000, 3000)));
    painter.end();
    return image.scaled(160, 120, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

int largest_difference(const QImage& a, const QImage& b) {
    int most = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            most = std::max(most, std::abs(qAlpha(a.pixel(x, y)) - qAlpha(b.pixel(x, y))));
    return most;
}

}  // namespace

TEST_CASE("fills cover what samples of the area cover, holes and all, also beyond the picture", "[pixels]") {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> x(-20, 180), y(-20, 140), radius(3, 90);
    for (int i = 0; i < 120; ++i) {
        const QPointF centre(x(random), y(random));
        const double r = radius(random);
        std::vector<std::vector<QPointF>> rings{random_ring(random, centre, r)};
        if (random() % 2) rings.push_back(random_ring(random, centre, r / 3));
        const FeatureShape shape = shape_of(rings, FeatureShape::Kind::areas);
        Sheet sheet;
        REQUIRE(sheet.painter.takes_fill(shape));
        sheet.painter.fill(shape, Qt::red);
        // 64 samples a pixel are never further off than a few of them along an edge.
        CHECK(largest_difference(sheet.image, by_samples(shape, Qt::NoPen, Qt::red)) < 60);
    }
}

TEST_CASE("a hairline has the ink of its length and width, and only where it lies", "[pixels]") {
    std::mt19937 random(2);
    std::uniform_real_distribution<double> x(5, 155), y(5, 115), width(0.2, PixelPainter::widest_px);
    for (int i = 0; i < 300; ++i) {
        const QPointF a(x(random), y(random)), b(x(random), y(random));
        const double w = width(random), length = std::hypot(b.x() - a.x(), b.y() - a.y());
        if (length < 10) continue;
        const FeatureShape shape = shape_of({{a, b}}, FeatureShape::Kind::lines);
        Sheet sheet;
        sheet.painter.stroke(shape, w, Qt::black);
        CHECK(sheet.ink() == Approx(w * length).epsilon(0.03).margin(0.3));
        CHECK(largest_difference(sheet.image,
                                 by_samples(shape, QPen(Qt::black, w, Qt::SolidLine, Qt::FlatCap), {})) < 90);
    }
}

TEST_CASE("a hairline that leaves the picture is cut there and nowhere else", "[pixels]") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> far(-4000, 4000);
    for (int i = 0; i < 300; ++i) {
        const QPointF inner(80, 60), outer(far(random), far(random));
        const FeatureShape shape = shape_of({{outer, inner}}, FeatureShape::Kind::lines);
        Sheet sheet;
        sheet.painter.stroke(shape, 1, Qt::black);
        CHECK(largest_difference(sheet.image,
                                 by_samples(shape, QPen(Qt::black, 1, Qt::SolidLine, Qt::FlatCap), {})) < 90);
    }
}

TEST_CASE("opaque paper stays opaque, whatever is laid over it", "[pixels]") {
    std::mt19937 random(4);
    Sheet sheet;
    sheet.image.fill(QColor(245, 244, 236));
    for (int i = 0; i < 400; ++i) {
        QColor colour = QColor::fromRgb(static_cast<QRgb>(random()));
        colour.setAlpha(random() % 2 ? 255 : static_cast<int>(random() % 256));
        const QPointF centre(QPoint(static_cast<int>(random() % 160), static_cast<int>(random() % 120)));
        const FeatureShape shape = shape_of({random_ring(random, centre, 40)}, FeatureShape::Kind::areas);
        if (random() % 2)
            sheet.painter.fill(shape, colour);
        else
            sheet.painter.stroke(shape, 0.8, colour);
    }
    int translucent = 0;
    for (int y = 0; y < 120; ++y)
        for (int x = 0; x < 160; ++x) translucent += qAlpha(sheet.image.pixel(x, y)) != 255;
    CHECK(translucent == 0);
}

TEST_CASE("many coats of the paper's own colour leave it as it was", "[pixels]") {
    const QColor paper(245, 244, 236);
    Sheet sheet;
    sheet.image.fill(paper);
    std::mt19937 random(5);
    for (int i = 0; i < 500; ++i)
        sheet.painter.stroke(shape_of({random_ring(random, {80, 60}, 50)}, FeatureShape::Kind::areas), 0.6,
                             paper);
    for (int y = 0; y < 120; ++y)
        for (int x = 0; x < 160; ++x) {
            const QColor now = sheet.image.pixelColor(x, y);
            REQUIRE(std::abs(now.red() - paper.red()) <= 2);
            REQUIRE(std::abs(now.blue() - paper.blue()) <= 2);
        }
}
