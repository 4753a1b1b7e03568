// Flow lines between two maps, as values and as pictures beside those in references/.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "reference_picture.hpp"
#include "render/flow_painter.hpp"
#include "render/flow_sheet.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

QString zh(const char* text) {
    return QString::fromUtf8(text);
}

/// Two maps of 500 x 400 m at 1 m a px: the town around (0, 0), the village around (9000, 0).
FlowScene scene(double px = 1) {
    FlowScene made;
    const QSize size(static_cast<int>(500 * px), static_cast<int>(400 * px));
    made.px = px;
    made.from_view = {{0, 0}, 1 / px, size, 96 * px};
    made.to_view = {{9000, 0}, 1 / px, size, 96 * px};
    made.from_rect = QRectF(0, 0, size.width(), size.height());
    made.to_rect = QRectF(510 * px, 0, size.width(), size.height());
    made.from = geo::Box{-60, -10, -20, 10};
    return made;
}

FlowLine line(geo::Point at, const char* name, double value) {
    return {at, zh(name), zh("17 户 · 124.36 亩"), value, false};
}

FlowScene mixed(double px = 1) {
    FlowScene made = scene(px);
    made.lines = {line({9000, 40}, "龙井村二组", 17), line({9100, 20}, "龙井村三组", 9),
                  line({9900, 500}, "龙井村一组", 8), line({9010, -900}, "红岩村一组", 1)};
    made.lines.push_back({{}, zh("其他 9 组"), zh("15 户 · 59.83 亩"), 15, true});
    return made;
}

}  // namespace

TEST_CASE("a ribbon is as wide as it says; what is wider than 24 px narrows all", "[render][flows]") {
    std::vector<FlowLine> lines{line({}, "a", 20), line({}, "b", 1)};
    CHECK(flow_px_a_unit(lines) == 1);
    CHECK(flow_width_px(20, 1) == 20);
    CHECK(flow_width_px(0.1, 1) == least_flow_px);
    lines.push_back(line({}, "c", 96));
    CHECK(flow_px_a_unit(lines) == 0.25);
    CHECK(flow_width_px(96, 0.25) == most_flow_px);
    lines.back().sum = true;  // what is left over says nothing of the others' width
    CHECK(flow_px_a_unit(lines) == 1);
    CHECK(flow_width_px(96, 1) == most_flow_px);
}

TEST_CASE("pills lie on the other map, none over another, and those off the map say which way",
          "[render][flows]") {
    const FlowScene made = mixed();
    const FlowPicture picture = flow_layout(made);
    REQUIRE(picture.pills.size() == 5);
    REQUIRE(picture.ribbons.size() == 5);
    for (std::size_t i = 0; i < picture.pills.size(); ++i) {
        CHECK(made.to_rect.contains(picture.pills[i].box));
        CHECK(pill_at(picture, picture.pills[i].box.center()) == i);
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(picture.pills[i].box.intersects(picture.pills[j].box));
        CHECK(picture.ribbons[i].to ==
              QPointF(picture.pills[i].box.left(), picture.pills[i].box.center().y()));
    }
    CHECK_FALSE(pill_at(picture, {100, 100}));
    // The first lies where its land is.
    CHECK_FALSE(picture.pills[0].off_map);
    CHECK(picture.pills[0].box.left() == Approx(760));
    CHECK(picture.pills[0].box.center().y() == Approx(160));
    CHECK_FALSE(picture.pills[0].at);
    CHECK(picture.pills[2].name.endsWith(QChar(u'↗')));
    CHECK(picture.pills[3].name.endsWith(QChar(u'↓')));
    CHECK(picture.pills[4].off_map);
    // They leave from the building's near side.
    for (const auto& ribbon : picture.ribbons) CHECK(ribbon.from.x() == Approx(230));
}

TEST_CASE("the other way round the pills end at their right", "[render][flows]") {
    FlowScene made = mixed();
    std::swap(made.from_rect, made.to_rect);
    std::swap(made.from_view, made.to_view);
    made.from = geo::Box{8990, -10, 9010, 10};
    for (auto& of : made.lines)
        if (of.at) of.at->x -= 9000;
    const FlowPicture picture = flow_layout(made);
    for (std::size_t i = 0; i < picture.pills.size(); ++i) {
        CHECK(made.to_rect.contains(picture.pills[i].box));
        CHECK(picture.ribbons[i].to.x() == picture.pills[i].box.right());
        CHECK(picture.ribbons[i].from.x() == Approx(510 + 240));
    }
}

TEST_CASE("twice the resolution is the same picture twice as large", "[render][flows]") {
    const FlowPicture once = flow_layout(mixed(1)), twice = flow_layout(mixed(2));
    REQUIRE(once.ribbons.size() == twice.ribbons.size());
    for (std::size_t i = 0; i < once.ribbons.size(); ++i) {
        CHECK(twice.ribbons[i].width_px == Approx(2 * once.ribbons[i].width_px));
        CHECK(std::abs(twice.ribbons[i].from.y() - 2 * once.ribbons[i].from.y()) < 0.01);
    }
}

TEST_CASE("a stacked bar is filled from end to end in proportion", "[render][flows]") {
    const std::vector<BarPart> parts{{zh("a"), 3}, {zh("b"), 1}, {zh("c"), 0}};
    const auto boxes = stacked_boxes({10, 5, 400, 20}, parts);
    REQUIRE(boxes.size() == 3);
    CHECK(boxes[0] == QRectF(10, 5, 300, 20));
    CHECK(boxes[1] == QRectF(310, 5, 100, 20));
    CHECK(boxes[2].width() == 0);
    CHECK(stacked_boxes({0, 0, 9, 9}, {{zh("a"), 0}})[0].width() == 0);
}

TEST_CASE("flow lines beside their reference pictures", "[render][flows]") {
    for (const int dpi : {96, 192}) {
        const double px = dpi / 96.0;
        QImage image(static_cast<int>(1010 * px), static_cast<int>(400 * px),
                     QImage::Format_ARGB32_Premultiplied);
        image.fill(paper_colour);
        QPainter painter(&image);
        painter.fillRect(QRectF(510 * px, 0, 500 * px, 400 * px), QColor(0xFC, 0xDD, 0x90));
        paint_flows(painter, flow_layout(mixed(px)));
        painter.end();
        test::check_reference(image, "flows-" + std::to_string(dpi));
        QImage bar(static_cast<int>(500 * px), static_cast<int>(24 * px),
                   QImage::Format_ARGB32_Premultiplied);
        QPainter on_bar(&bar);
        paint_stacked_bar(on_bar, bar.rect(),
                          {{zh("龙井村二组 17 户"), 17}, {zh("红岩村一组 5"), 5}, {zh("其他 9 组"), 15}}, px);
        on_bar.end();
        test::check_reference(bar, "flow-bar-" + std::to_string(dpi));
    }
}

TEST_CASE("a sheet of two maps shows heads, both maps, lines and the bar where its frame says",
          "[render][flows]") {
    FlowSheet sheet;
    sheet.size_px = {900, 500};
    const FlowFrame frame = flow_frame(sheet.size_px, sheet.dpi);
    CHECK(frame.town.right() < frame.village.left());
    CHECK(frame.village.right() == 899);
    CHECK(frame.bar.bottom() == 499);
    CHECK(frame.town.size().height() == frame.village.size().height());
    sheet.town.view = MapView::at_scale({0, 0}, 4000, frame.town.size());
    sheet.village.view = MapView::at_scale({9000, 0}, 4000, frame.village.size());
    sheet.from = geo::Box{-10, -10, 10, 10};
    sheet.lines = {line({9000, 0}, "龙井村二组", 17)};
    sheet.bar = {{zh("龙井村二组"), 17}};
    QImage image(sheet.size_px, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    paint_flow_sheet(painter, sheet, true);
    painter.end();
    CHECK(image.pixelColor(frame.town_head.center().x(), frame.town_head.bottom() - 1) ==
          QColor(0x1B, 0x5E, 0x8C));
    CHECK(image.pixelColor(frame.village_head.center().x(), frame.village_head.bottom() - 1) ==
          QColor(0x85, 0x53, 0x00));
    CHECK(image.pixelColor(frame.town.left() + 20, frame.town.top() + 20) == paper_colour);
    const QColor ribbon = image.pixelColor((frame.town.center().x() + frame.village.center().x()) / 2 + 60,
                                           frame.town.center().y());
    CHECK(ribbon.blue() > ribbon.green() + 30);
    CHECK(image.pixelColor(frame.bar.center()) == QColor(0x4A, 0x2A, 0x78));
}
