#include "render/coverage.hpp"

#include <QImage>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <random>

#include "catch.hpp"

using namespace liangdi::render;

namespace {

FeatureShape ring_of(const std::vector<QPointF>& points) {
    FeatureShape shape;
    shape.kind = FeatureShape::Kind::areas;
    shape.starts = {0};
    shape.points = points;
    shape.points.push_back(points.front());
    QPolygonF polygon(QList<QPointF>(points.begin(), points.end()));
    shape.box = polygon.boundingRect();
    return shape;
}

/// A star-shaped ring around a point, so that it never crosses itself.
FeatureShape random_ring(std::mt19937& random, double x, double y, double radius) {
    std::uniform_real_distribution<double> part(0.3, 1.0);
    std::vector<QPointF> points;
    const int corners = 3 + static_cast<int>(random() % 9);
    for (int i = 0; i < corners; ++i) {
        const double angle = 6.283185307179586 * i / corners, r = radius * part(random);
        points.emplace_back(x + r * std::cos(angle), y + r * std::sin(angle));
    }
    if (random() % 2) std::reverse(points.begin(), points.end());
    return ring_of(points);
}

double area_of(const FeatureShape& shape) {
    double twice = 0;
    for (std::size_t i = 1; i < shape.points.size(); ++i)
        twice +=
            shape.points[i - 1].x() * shape.points[i].y() - shape.points[i].x() * shape.points[i - 1].y();
    return std::abs(twice) / 2;
}

QImage taken(Coverage& coverage) {
    const QRect place = coverage.pixels();
    QImage image(place.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    coverage.lay_on({image.bits(), image.bytesPerLine(), place});
    return image;
}

double alpha_sum(const QImage& image) {
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) sum += qAlpha(image.pixel(x, y)) / 255.0;
    return sum;
}

}  // namespace

TEST_CASE("what a shape covers adds up to its area, whichever way its ring runs", "[coverage]") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> radius_px(0.2, 7.2), place_px(20, 21);
    for (int i = 0; i < 300; ++i) {
        const double radius = radius_px(random), x = place_px(random), y = place_px(random);
        const FeatureShape shape = random_ring(random, x, y, radius);
        REQUIRE(Coverage::takes(shape));
        Coverage coverage(QRect(0, 0, 40, 40));
        coverage.add(shape, Qt::red);
        // Alpha has 255 steps: half a step a pixel at most is lost by rounding.
        CHECK(alpha_sum(taken(coverage)) == Approx(area_of(shape)).margin(0.25));
    }
}

TEST_CASE("each pixel has the part that dense samples find", "[coverage]") {
    std::mt19937 random(11);
    constexpr int samples = 32;
    for (int i = 0; i < 20; ++i) {
        const FeatureShape shape = random_ring(random, 8.3, 7.9, 6);
        Coverage coverage(QRect(0, 0, 16, 16));
        coverage.add(shape, Qt::red);
        const QImage image = taken(coverage);
        for (int y = 0; y < 16; ++y)
            for (int x = 0; x < 16; ++x) {
                int inside = 0;
                for (int v = 0; v < samples; ++v)
                    for (int u = 0; u < samples; ++u)
                        inside += contains(shape, {x + (u + 0.5) / samples, y + (v + 0.5) / samples});
                CHECK(qAlpha(image.pixel(x, y)) / 255.0 ==
                      Approx(inside / double(samples * samples)).margin(0.02));
            }
    }
}

TEST_CASE("neighbours that share pixels leave no gap, in whatever order they come", "[coverage]") {
    Coverage coverage(QRect(0, 0, 10, 10));
    // 0.7 px cells over the whole picture: every pixel is shared.
    for (int r = 14; r >= 0; --r)
        for (int c = 0; c < 15; ++c) {
            const double x = c * 0.7, y = r * 0.7;
            coverage.add(ring_of({{x, y}, {x + 0.7, y}, {x + 0.7, y + 0.7}, {x, y + 0.7}}),
                         QColor(200, 100, 50));
        }
    const QImage image = taken(coverage);
    for (int y = 0; y < 10; ++y)
        for (int x = 0; x < 10; ++x) {
            CHECK(qAlpha(image.pixel(x, y)) == 255);
            CHECK(std::abs(qRed(image.pixel(x, y)) - 200) <= 1);
        }
}

TEST_CASE("a shape that reaches out of the pixels is cut, and nothing added is nothing drawn", "[coverage]") {
    Coverage coverage(QRect(0, 10, 10, 10));
    CHECK(alpha_sum(taken(coverage)) == 0);
    coverage.add(ring_of({{100, 100}, {101, 100}, {101, 101}}), Qt::red);
    CHECK(alpha_sum(taken(coverage)) == 0);
    coverage.add(ring_of({{-3, 7}, {5, 7}, {5, 12}, {-3, 12}}), Qt::red);
    const QImage image = taken(coverage);
    CHECK(alpha_sum(image) == Approx(5 * 2).margin(0.01));
    CHECK(qAlpha(image.pixel(4, 1)) == 255);
    CHECK(alpha_sum(taken(coverage)) == 0);  // starts anew
}
