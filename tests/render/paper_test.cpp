#include "render/paper.hpp"

// std::shared_ptr everywhere, which is what qpdf 11 hands out (qpdf/PointerHolder.hh).
#define POINTERHOLDER_TRANSITION 4
#include <QImage>
#include <QPainter>
#include <cmath>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <random>
#include <sstream>

#include "../catch.hpp"
#include "../exchange/scratch.hpp"
#include "memory_source.hpp"
#include "render/page_map.hpp"
#include "render/pdf_book.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

constexpr geo::Point origin{576400, 2950200};
constexpr double side_m = 8, scale = 2000;

PolygonSymbol outlined() {
    PolygonSymbol symbol;
    symbol.fill = Fill{QColor(0xFF, 0xFE, 0xDD), {}};
    symbol.stroke = Stroke{};
    symbol.stroke->colour = QColor(0x5C, 0x4A, 0x2A, 150);  // as the parcel line beyond 1:10 000
    symbol.stroke->width = literal(0.5);
    return symbol;
}

PolygonSymbol hatched() {
    PolygonSymbol symbol = outlined();
    symbol.fill->pattern = Graphic{};
    symbol.fill->pattern->mark = Mark{"circle", Qt::black, {}};
    symbol.fill->pattern->size = literal(6);
    return symbol;
}

/// A page with `count` square parcels beside one another.
Page page_of_parcels(int count, const PolygonSymbol& symbol) {
    auto source = std::make_shared<test::MemorySource>();
    for (int i = 0; i < count; ++i) {
        const double x = origin.x - 150 + i % 25 * side_m, y = origin.y - 90 + i / 25 * side_m;
        const geo::Ring ring{{x, y}, {x + side_m, y}, {x + side_m, y + side_m}, {x, y + side_m}, {x, y}};
        source->add(geo::MultiPolygon{{ring, {}}});
    }
    Rule rule;
    rule.symbolizers = {symbol};
    MapLayer layer;
    layer.name = "parcel";
    layer.source = source;
    layer.style = {"parcel", "print", "", 0.28, {{{rule}}}};
    PageMap map;
    map.name = "main";
    map.centre = origin;
    map.scale = scale;
    map.map.background = Qt::white;
    map.map.layers.push_back(layer);
    Page page;
    page.mm = {210, 148};
    page.items.push_back({{10, 10, 190, 128}, map});
    return page;
}

struct Written {
    std::size_t objects = 0;
    int strokes = 0, curves = 0;
};

Written written(const Page& page) {
    const tests::Scratch folder;
    PdfBook book(folder / "page.pdf", {"纸", "", "", ""}, "EPSG:4544");
    book.add(page);
    book.close();
    QPDF pdf;
    pdf.processFile((folder / "page.pdf").c_str());
    Written out;
    out.objects = pdf.getAllObjects().size();
    Pl_Buffer content("content");
    QPDFPageDocumentHelper(pdf).getAllPages().at(0).pipeContents(&content);
    const auto buffer = content.getBufferSharedPointer();
    std::istringstream words(std::string(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()));
    for (std::string word; words >> word;) {
        out.strokes += word == "S" || word == "B*";  // alone, or with the fill
        out.curves += word == "c";
    }
    return out;
}

FeatureShape random_shape(std::mt19937& random) {
    std::uniform_real_distribution<double> place(-40, 40);
    std::uniform_int_distribution<int> count(1, 12);
    FeatureShape shape;
    shape.kind = FeatureShape::Kind::areas;
    for (int part = count(random); part > 0; --part) {
        shape.starts.push_back(shape.points.size());
        for (int i = count(random) + 2; i > 0; --i) shape.points.emplace_back(place(random), place(random));
        shape.points.push_back(shape.points[shape.starts.back()]);
    }
    return shape;
}

}  // namespace

TEST_CASE("a translucent outline is a stroke in a PDF, one for each parcel") {
    const Written few = written(page_of_parcels(0, outlined()));
    const Written many = written(page_of_parcels(300, outlined()));
    CHECK(many.strokes - few.strokes == 300);
    CHECK(many.curves == few.curves);
}

TEST_CASE("a page of hatched parcels has no more objects in its PDF than a page with one") {
    const Written one = written(page_of_parcels(1, hatched()));
    const Written many = written(page_of_parcels(300, hatched()));
    CHECK(many.objects == one.objects);
    CHECK(many.strokes - one.strokes == 299);
}

TEST_CASE("a pen on a picture stays as the style says") {
    QImage image(10, 10, QImage::Format_ARGB32_Premultiplied);
    const QPainter painter(&image);
    const QPen pen(QColor(10, 20, 30, 100), 2);
    CHECK(paper_pen(painter, pen) == pen);
}

TEST_CASE("a blended colour is the one that a painter makes") {
    const QColor colour(200, 40, 90, GENERATE(0, 1, 60, 128, 254, 255)), below(12, 250, 130);
    QImage image(1, 1, QImage::Format_RGB32);
    image.fill(below);
    QPainter painter(&image);
    painter.fillRect(image.rect(), colour);
    painter.end();
    const QColor made = image.pixelColor(0, 0), ours = blended(colour, below);
    CHECK(std::abs(made.red() - ours.red()) <= 1);
    CHECK(std::abs(made.green() - ours.green()) <= 1);
    CHECK(std::abs(made.blue() - ours.blue()) <= 1);
}

TEST_CASE("vertices on whole px: none further than half a px, none twice in a row, rings stay closed") {
    std::mt19937 random(20261126);
    for (int round = 0; round < 200; ++round) {
        const FeatureShape shape = random_shape(random), whole = on_whole_px(shape);
        REQUIRE(whole.parts() == shape.parts());
        for (std::size_t i = 0; i < shape.parts(); ++i) {
            const auto ring = shape.part(i), made = whole.part(i);
            REQUIRE(!made.empty());
            CHECK(made.front() == made.back());
            std::size_t at = 0;
            for (const QPointF& p : ring) {
                const QPointF near(std::round(p.x()), std::round(p.y()));
                if (made[at] != near) ++at;
                REQUIRE(at < made.size());
                CHECK(made[at] == near);
            }
            CHECK(at + 1 == made.size());
        }
    }
}
