// Packed layers: whatever they draw, and whatever has changed since, the picture is that of the rows.
#include "render/packed_layer.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <cmath>
#include <random>

#include "catch.hpp"
#include "geo/error.hpp"
#include "memory_source.hpp"
#include "render/generalise.hpp"
#include "render/layer_packing.hpp"
#include "render/layer_reading.hpp"
#include "render/map_renderer.hpp"
#include "render/packed_block.hpp"
#include "render/sld_reader.hpp"

using namespace liangdi;
using namespace liangdi::render;
using test::MemorySource;

namespace {

constexpr double east = 576000, north = 2950000, side_m = 2000;

Style style() {
    return read_sld(
               QByteArray::fromStdString(test::sld_of(
                   R"(<se:Rule><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName>
                      <ogc:Literal>a</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><se:PolygonSymbolizer><se:Fill>
                      <se:SvgParameter name="fill">#C04020</se:SvgParameter></se:Fill></se:PolygonSymbolizer></se:Rule>
                      <se:Rule><se:ElseFilter/><se:PolygonSymbolizer><se:Fill>
                      <se:SvgParameter name="fill">#2040C0</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
                      <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#103010</se:SvgParameter>
                      <se:SvgParameter name="stroke-width"><ogc:PropertyName>width</ogc:PropertyName>
                      </se:SvgParameter></se:Stroke></se:LineSymbolizer></se:Rule>
                      <se:Rule><se:MaxScaleDenominator>20000</se:MaxScaleDenominator><se:TextSymbolizer><se:Label>
                      <ogc:PropertyName>name</ogc:PropertyName></se:Label></se:TextSymbolizer></se:Rule>)")),
               "test")
        .at(0);
}

geo::Ring ring_about(std::mt19937& random, double x, double y, double radius, bool backward) {
    std::uniform_real_distribution<double> part(0.6, 1.0);
    const int corners = 4 + static_cast<int>(random() % 40);
    geo::Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 6.283185307179586 * i / corners, r = radius * part(random);
        ring.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    if (backward) std::reverse(ring.begin(), ring.end());
    return ring;
}

/// Areas with holes and several parts, and lines; each in a cell of its own, because features that overlap
/// may be drawn in any order. One in thirty is large, so that its vertices are coarser than the others'.
geo::Geometry some_geometry(std::mt19937& random, int cell) {
    const bool large = cell % 30 == 29;
    const double size = large ? 400 : 60;
    const int across = large ? 8 : 30, number = large ? cell / 30 : cell;
    const double x = east + (number % across + 0.5) * size;
    const double y = north + (large ? side_m + 100 : 0) + (number / across + 0.5) * size;
    std::uniform_real_distribution<double> part(0.1, 1);
    const double radius = size / 2 * 0.95 * part(random);
    if (random() % 5 == 0) {
        geo::LineString line;
        for (int i = 0; i < 8; ++i)
            line.push_back({x + (i - 4) * radius / 4, y + (part(random) - 0.5) * radius});
        return geo::MultiLineString{line};
    }
    if (random() % 4 == 0)
        return geo::MultiPolygon{{ring_about(random, x - radius / 2, y, radius / 2, random() % 2), {}},
                                 {ring_about(random, x + radius / 2, y, radius / 2, random() % 2), {}}};
    geo::MultiPolygon areas{{ring_about(random, x, y, radius, random() % 2), {}}};
    if (random() % 3 == 0) areas[0].holes.push_back(ring_about(random, x, y, radius / 3, random() % 2));
    return areas;
}

MemorySource::Attributes some_attributes(std::mt19937& random) {
    return {{"class", random() % 3 ? land::Value(std::string(random() % 2 ? "a" : "b")) : land::Value()},
            {"width", random() % 2 ? land::Value(0.5 + static_cast<double>(random() % 3))
                                   : land::Value(std::int64_t{1})},
            {"name", std::string("地块") + std::to_string(random() % 500)}};
}

std::shared_ptr<MemorySource> some_source(std::mt19937& random, int count) {
    auto source = std::make_shared<MemorySource>();
    for (int i = 0; i < count; ++i) source->add(some_geometry(random, i), some_attributes(random));
    return source;
}

std::shared_ptr<const PackedLayer> packed_of(const MemorySource& source,
                                             const std::filesystem::path& file = {}) {
    land::Progress silent;
    return pack_layer(source, properties_of(style()), file, silent);
}

struct Drawn {
    QImage image;
    MapReport report;
};
Drawn drawn(std::shared_ptr<const MemorySource> source, std::shared_ptr<const PackedLayer> packed,
            double m_per_px, double dpi = 96) {
    MapRequest request;
    request.view = MapView{{east + side_m / 2, north + side_m / 2}, m_per_px, {700, 500}, dpi};
    request.layers.push_back({"test", std::move(source), style(), true, 1, {3, 17}, std::move(packed)});
    request.labels = m_per_px < 1;  // at coarser levels a label may find another place
    Drawn drawn;
    drawn.image = MapRenderer().to_image(request, &drawn.report);
    return drawn;
}

/// Pixels that differ by more than an edge that lies a third of a px beside.
double unlike(const QImage& a, const QImage& b) {
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            different += std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                   std::abs(qBlue(p) - qBlue(q))}) > 130;
        }
    return static_cast<double>(different) / (a.width() * a.height());
}

}  // namespace

TEST_CASE("a packed layer draws what its rows draw, at every level", "[packed]") {
    std::mt19937 random(1);
    const auto source = some_source(random, 900);
    const auto packed = packed_of(*source);
    REQUIRE(packed);
    CHECK(packed->size() == 900);
    for (const double dpi : {96.0, 192.0})
        for (const double m_per_px : {0.02, 0.3, 1.0, 2.5, 8.0, 30.0, 120.0}) {
            const auto rows = drawn(source, nullptr, m_per_px, dpi),
                       quick = drawn(source, packed, m_per_px, dpi);
            INFO(m_per_px << " m a px, " << dpi << " dpi");
            CHECK(quick.report.features == rows.report.features);
            CHECK(quick.report.unreadable == 0);
            CHECK(quick.report.labels_placed == rows.report.labels_placed);
            CHECK(unlike(quick.image, rows.image) < 0.004);
        }
    CHECK(drawn(source, packed, 8).report.features > 850);
}

TEST_CASE("rows that were changed, added or removed after packing are drawn as they are now", "[packed]") {
    std::mt19937 random(2);
    const auto source = some_source(random, 300);
    const auto packed = packed_of(*source);
    for (int i = 0; i < 60; ++i) {
        const auto id = static_cast<std::int64_t>(1 + random() % 200);
        switch (random() % 3) {
            case 0:
                source->add(some_geometry(random, 300 + i), some_attributes(random));
                break;
            case 1:
                source->change(id, some_geometry(random, static_cast<int>(id) - 1), some_attributes(random));
                break;
            default:
                source->remove(200 + i);
        }
        if (i % 10 != 9) continue;
        const auto rows = drawn(source, nullptr, 3), quick = drawn(source, packed, 3);
        CHECK(quick.report.features == rows.report.features);
        CHECK(unlike(quick.image, rows.image) < 0.004);
    }
}

TEST_CASE("a packed layer of other rows, or without a column of the style, is left aside", "[packed]") {
    std::mt19937 random(3);
    const auto source = some_source(random, 50);
    MapLayer layer{"test", source, style(), true, 1, {}, packed_of(*source)};
    CHECK(reading_of(layer, 10000).packed);
    land::Progress silent;
    layer.packed = pack_layer(*source, {"class"}, {}, silent);
    CHECK_FALSE(reading_of(layer, 10000).packed);

    struct Other final : land::FeatureSource {
        geo::Box extent() const override { return {}; }
        std::int64_t count() const override { return 0; }
        void each(const land::FeatureQuery&,
                  const std::function<bool(const land::FeatureView&)>&) const override {}
    };
    layer.packed = packed_of(*source);
    layer.source = std::make_shared<Other>();
    CHECK_FALSE(reading_of(layer, 10000).packed);
    CHECK_FALSE(pack_layer(*layer.source, {}, {}, silent));
}

TEST_CASE("a geometry that cannot be read is counted once, wherever in the picture it lies",
          "[packed][bands]") {
    std::mt19937 random(4);
    const auto source = some_source(random, 20);
    const double low = north + side_m / 2 - 150,
                 high = north + side_m / 2 + 150;  // in the last and first band
    geo::Bytes broken = geo::to_spatialite_blob(test::square(east + side_m / 2, low, 10), 4544);
    broken[39] = std::byte{0x77};  // a class that is not drawn, under a sound header
    geo::Box box{east + side_m / 2, low, east + side_m / 2 + 10, low + 10};
    source->add_blob(box, broken);
    box.max_y = high;  // meets every band
    source->add_blob(box, {std::byte{1}, std::byte{2}});
    CHECK(drawn(source, nullptr, 1).report.unreadable == 2);
    const auto packed = packed_of(*source);
    CHECK(packed->left_out().size() == 2);
    CHECK(drawn(source, packed, 1).report.unreadable == 2);
}

TEST_CASE("values come back from a packed layer as they were", "[packed]") {
    std::mt19937 random(5);
    const auto source = some_source(random, 400);
    const auto names = properties_of(style());
    const auto packed = packed_of(*source);
    PackedRules rules(*packed, style(), 5000, names);
    for (std::size_t i = 0; i < packed->size(); ++i) {
        land::FeatureQuery query;
        query.ids = {packed->id(i)};
        query.attributes = names;
        source->each(query, [&](const land::FeatureView& feature) {
            const auto values = rules.values_of(i);
            CHECK(std::equal(values.begin(), values.end(), feature.attributes.begin(),
                             feature.attributes.end()));
            return true;
        });
    }
}

TEST_CASE("a damaged file of a packed layer is refused or read, never read beyond its end", "[packed]") {
    std::mt19937 random(6);
    const auto source = some_source(random, 40);
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("packed").toStdString();
    const auto packed = packed_of(*source, file);
    REQUIRE(packed);
    CHECK(packed->state() == *source->state());
    CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::others_all) ==
          std::filesystem::perms::none);
    QFile in(QString::fromStdString(file.string()));
    REQUIRE(in.open(QIODevice::ReadOnly));
    const QByteArray sound = in.readAll();
    const auto write = [&](const QByteArray& bytes) {
        QFile out(folder.filePath("other"));
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    };
    const std::filesystem::path other = folder.filePath("other").toStdString();
    int refused = 0;
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes = sound;
        if (i % 4 == 0)
            bytes.truncate(static_cast<qsizetype>(random() % sound.size()));
        else  // the offsets and counts are what matters: mostly near the front, and runs of ones
            for (int k = 0; k < 1 + i % 3; ++k)
                bytes[static_cast<qsizetype>(random() % sound.size())] =
                    static_cast<char>(random() % 2 ? 0xFF : random());
        write(bytes);
        const auto opened = open_packed(other);
        refused += !opened;
        if (!opened) continue;
        FeatureShape shape;
        const MapView view{{east, north}, 1, {100, 100}, 96};
        opened->each_in({east - 1e5, north - 1e5, east + 1e5, north + 1e5}, [&](std::size_t feature) {
            for (std::size_t level = 0; level < packed_level_m.size(); ++level)
                opened->shape(feature, level, view, shape);
            if (opened->has(std::vector<std::string>{"name"})) opened->value(opened->column("name"), feature);
            return true;
        });
    }
    CHECK(refused >= 500);
    write(sound);
    CHECK(open_packed(other));
    CHECK_FALSE(open_packed(folder.filePath("none").toStdString()));
}

TEST_CASE("what generalising leaves out lies within the tolerance of what it keeps", "[packed]") {
    std::mt19937 random(8);
    const auto to_line = [](GridPoint p, GridPoint a, GridPoint b) {
        const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
        const double t =
            length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
        return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
    };
    for (int i = 0; i < 500; ++i) {
        std::vector<GridPoint> line;
        const int count = 2 + static_cast<int>(random() % 60);
        for (int k = 0; k < count; ++k)
            line.push_back({k * 200 + static_cast<int>(random() % 300), static_cast<int>(random() % 2000)});
        const bool closed = random() % 2;
        if (closed) line.push_back(line.front());
        const double tolerance = 10 + static_cast<double>(random() % 700);
        auto kept = line;
        generalise(kept, tolerance);
        REQUIRE(kept.size() >= 2);
        CHECK(kept.front() == line.front());
        CHECK(kept.back() == line.back());
        if (closed && line.size() > 4) CHECK(kept.size() >= 4);
        for (const GridPoint p : line) {
            double nearest = 1e300;
            for (std::size_t k = 1; k < kept.size(); ++k)
                nearest = std::min(nearest, to_line(p, kept[k - 1], kept[k]));
            CHECK(nearest <= tolerance + 1e-6);
        }
    }
}
