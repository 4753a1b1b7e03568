#include <gdal_priv.h>

#include <QPainter>
#include <cmath>
#include <cstdio>
#include <filesystem>

#include "../catch.hpp"
#include "../exchange/scratch.hpp"
#include "geo/error.hpp"
#include "memory_source.hpp"
#include "render/geo_tiff.hpp"
#include "render/page_legend.hpp"
#include "render/page_map.hpp"
#include "render/page_painter.hpp"
#include "render/pdf_book.hpp"
#include "render/png_file.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

constexpr geo::Point origin{576400, 2950200};

Style dot_style() {
    PointSymbol symbol;
    symbol.graphic.mark = Mark{"circle", Qt::black, {}};
    symbol.graphic.size = literal(6);
    Rule rule;
    rule.title = "点 Point";
    rule.symbolizers = {symbol};
    return {"dot", "print", "", 0.28, {{{rule}}}};
}

/// A page with dots on the ground, at that scale.
Page page_with_dots(const std::vector<geo::Point>& dots, double scale) {
    auto source = std::make_shared<test::MemorySource>();
    for (const auto& dot : dots) source->add(dot);
    PageMap map;
    map.name = "main";
    map.centre = origin;
    map.scale = scale;
    map.map.background = Qt::white;
    MapLayer layer;
    layer.name = "dot";
    layer.source = source;
    layer.style = dot_style();
    map.map.layers.push_back(layer);
    map.inner_mm = map.outer_mm = map.gap_mm = 0;
    Page page;
    page.mm = {210, 148};
    page.title = QStringLiteral("测量");
    page.items.push_back({{13.3, 17.7, 170, 110}, map});
    return page;
}

/// The middle of the dark px in a box of the picture, px.
QPointF dark_middle(const QImage& image, const QRectF& box) {
    double x = 0, y = 0, weight = 0;
    for (int row = static_cast<int>(box.top()); row < box.bottom(); ++row) {
        for (int column = static_cast<int>(box.left()); column < box.right(); ++column) {
            const double dark = 255 - qGray(image.pixel(column, row));
            if (dark < 40) continue;
            x += dark * (column + 0.5);
            y += dark * (row + 0.5);
            weight += dark;
        }
    }
    REQUIRE(weight > 0);
    return {x / weight, y / weight};
}

/// Distances between dots, in mm on the picture, against the ground divided by the scale.
void check_ruler(const QImage& image, double dpi, const Page& page, const std::vector<geo::Point>& dots,
                 double scale) {
    const auto& item = page.items.front();
    const auto& map = std::get<PageMap>(item.what);
    const double k = dpi / 25.4;
    std::vector<QPointF> found;
    for (const auto& dot : dots) {
        const QPointF at = map_place_mm(item.mm, map, dot);
        const QPointF px = dark_middle(image, QRectF((at - QPointF(2, 2)) * k, QSizeF(4, 4) * k)) / k;
        CHECK(std::hypot(px.x() - at.x(), px.y() - at.y()) < 0.1);
        found.push_back(px);
    }
    for (std::size_t a = 0; a < dots.size(); ++a) {
        for (std::size_t b = a + 1; b < dots.size(); ++b) {
            const double ground = std::hypot(dots[a].x - dots[b].x, dots[a].y - dots[b].y) / scale * 1000;
            const double paper = std::hypot(found[a].x() - found[b].x(), found[a].y() - found[b].y());
            CAPTURE(scale, ground, paper);
            CHECK(std::abs(ground - paper) < 0.1);
        }
    }
}

std::vector<geo::Point> dots_for(double scale) {
    const double m = scale / 1000;  // a mm
    return {{origin.x - 80 * m, origin.y - 50 * m},
            {origin.x + 79.7 * m, origin.y + 48.3 * m},
            {origin.x + 11.1 * m, origin.y - 3.9 * m}};
}

}  // namespace

TEST_CASE("a ruler on the picture measures the ground divided by the scale, to 0.1 mm") {
    const double scale = GENERATE(500.0, 1000.0, 2000.0, 5000.0, 10000.0, 50000.0);
    const double dpi = GENERATE(150.0, 300.0, 600.0);
    const auto dots = dots_for(scale);
    const Page page = page_with_dots(dots, scale);
    check_ruler(page_image(page, dpi), dpi, page, dots, scale);
}

TEST_CASE("a ruler on the PDF measures the same") {
    if (std::system("pdftoppm -v >/dev/null 2>&1") != 0) {
        WARN("pdftoppm is not installed; the PDF is not measured");
        return;
    }
    const tests::Scratch folder;
    const double scale = 1000;
    const auto dots = dots_for(scale);
    const Page page = page_with_dots(dots, scale);
    PdfBook book(folder / "ruler.pdf", {"尺", "", "", ""}, "EPSG:4544");
    book.add(page);
    book.close();
    const std::string command = "pdftoppm -r 600 -png -singlefile '" + (folder / "ruler.pdf").string() +
                                "' '" + (folder / "ruler").string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    const QImage image(QString::fromStdString((folder / "ruler.png").string()));
    REQUIRE_FALSE(image.isNull());
    CHECK(std::abs(image.width() - 210 / 25.4 * 600) < 2);
    check_ruler(image, 600, page, dots, scale);
}

TEST_CASE("a GeoTIFF of the page lies on the ground where its map says") {
    const tests::Scratch folder;
    const double scale = 2000, dpi = 150;
    const auto dots = dots_for(scale);
    const Page page = page_with_dots(dots, scale);
    write_geotiff(page_image(page, dpi), page, "EPSG:4544", folder / "页.tif");
    auto* dataset = GDALDataset::FromHandle(GDALOpen((folder / "页.tif").c_str(), GA_ReadOnly));
    REQUIRE(dataset != nullptr);
    double t[6];
    REQUIRE(dataset->GetGeoTransform(t) == CE_None);
    REQUIRE(dataset->GetSpatialRef() != nullptr);
    CHECK(std::string(dataset->GetSpatialRef()->GetAuthorityCode(nullptr)) == "4544");
    const auto& item = page.items.front();
    for (const auto& dot : dots) {
        const QPointF mm = map_place_mm(item.mm, std::get<PageMap>(item.what), dot);
        const QPointF px = mm * dpi / 25.4;
        CHECK(std::abs(t[0] + px.x() * t[1] - dot.x) < 0.2 * scale / 1000);
        CHECK(std::abs(t[3] + px.y() * t[5] - dot.y) < 0.2 * scale / 1000);
    }
    GDALClose(dataset);
}

TEST_CASE("a book that is not closed leaves nothing behind") {
    const tests::Scratch folder;
    {
        PdfBook book(folder / "half.pdf", {}, "");
        book.add(page_with_dots({origin}, 1000));
    }
    CHECK(std::filesystem::is_empty(folder.folder()));
    PdfBook empty(folder / "empty.pdf", {}, "");
    CHECK_THROWS(empty.close());
}

TEST_CASE("the legend names what lies in the map and nothing else") {
    const double scale = 1000;
    auto source = std::make_shared<test::MemorySource>();
    source->add(geo::Point{origin.x, origin.y}, {{"kind", std::string("a")}});
    source->add(geo::Point{origin.x + 5000, origin.y}, {{"kind", std::string("b")}});
    Style style = dot_style();
    const auto rule_for = [&](const std::string& kind, const std::string& title) {
        Rule rule = dot_style().passes.front().rules.front();
        rule.title = title;
        rule.filter = Filter{Filter::Kind::equal, {property("kind"), literal(kind)}, {}};
        return rule;
    };
    style.passes.front().rules = {rule_for("a", "甲 First"), rule_for("b", "乙 Second")};
    style.passes.push_back({{rule_for("a", "甲符号 First")}});
    MapLayer layer;
    layer.source = source;
    layer.style = style;
    const geo::Box here{origin.x - 100, origin.y - 100, origin.x + 100, origin.y + 100};
    const auto entries = legend_of({layer}, here, scale, land::Language::zh);
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().title == "甲");
    CHECK(entries.front().style.passes.size() == 2);  // with the symbols that belong to it
    const auto all = legend_of({layer}, here.grown(9000), scale, land::Language::en);
    REQUIRE(all.size() == 2);
    CHECK(all.back().title == "Second");
}

TEST_CASE("a line whose box covers the map, but which passes it by, is not in the legend") {
    auto source = std::make_shared<test::MemorySource>();
    source->add(geo::MultiLineString{{{origin.x - 500, origin.y + 50}, {origin.x - 50, origin.y + 500}}});
    Style style;
    style.passes = {{{Rule{}}}};
    style.passes.front().rules.front().title = "河流 River";
    style.passes.front().rules.front().symbolizers = {LineSymbol{}};
    MapLayer layer;
    layer.source = source;
    layer.style = style;
    const auto names = [&](const geo::Box& box) {
        return legend_of({layer}, box, 1000, land::Language::zh).size();
    };
    const geo::Box box{origin.x - 400, origin.y - 100, origin.x + 100, origin.y + 400};
    CHECK(names(box) == 1);  // cut by it
    const geo::Box beside{origin.x - 200, origin.y - 100, origin.x + 100, origin.y + 200};
    CHECK(names(beside) == 0);
    CHECK(names(beside.grown(80)) == 1);
}

TEST_CASE("a page as PNG is read back px for px, with its dots an inch; what cannot be written is an error") {
    const tests::Scratch folder;
    const Page page = page_with_dots(dots_for(1000), 1000);
    const QImage image = page_image(page, GENERATE(72.0, 300.0));
    write_png(image, folder / "页.png");
    const QImage back(QString::fromStdString((folder / "页.png").string()));
    CHECK(back.convertToFormat(image.format()) == image);
    CHECK(back.dotsPerMeterX() == image.dotsPerMeterX());
    CHECK_THROWS_AS(write_png(image, folder / "no" / "page.png"), Error);
    CHECK_THROWS_AS(write_png(QImage(), folder / "none.png"), Error);
    if (std::filesystem::exists("/dev/full")) CHECK_THROWS_AS(write_png(image, "/dev/full"), Error);
}
