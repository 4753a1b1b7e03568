#include "catch.hpp"
#include "geo/error.hpp"
#include "memory_source.hpp"
#include "render/map_renderer.hpp"
#include "render/sld_reader.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

/// Gives features without end and asks for a stop after some of them.
struct Endless final : land::FeatureSource {
    std::stop_source* stop = nullptr;
    std::int64_t stop_after = 0;
    mutable std::int64_t given = 0;

    geo::Box extent() const override { return {}; }
    std::int64_t count() const override { return 1'000'000; }
    void each(const land::FeatureQuery&,
              const std::function<bool(const land::FeatureView&)>& visit) const override {
        const geo::Bytes blob = geo::to_spatialite_blob(test::square(10, 10, 50), 4544);
        while (given < count()) {
            if (++given > stop_after) stop->request_stop();
            if (!visit({given, blob, {}})) return;
        }
    }
};

Style plain() {
    return read_sld(QByteArray::fromStdString(test::sld_of(
                        "<se:Rule><se:PolygonSymbolizer><se:Fill/></se:PolygonSymbolizer></se:Rule>")),
                    "test")
        .at(0);
}

}  // namespace

TEST_CASE("a stop in the middle of a layer ends the picture at the next feature", "[cancel]") {
    std::stop_source stop;
    auto source = std::make_shared<Endless>();
    source->stop = &stop;
    source->stop_after = 100;
    MapRequest request;
    request.view = MapView{{50, 50}, 1, {100, 100}, 96};
    request.layers.push_back({"test", source, plain(), true, 1, {}});
    request.stop = stop.get_token();
    CHECK_THROWS_AS(MapRenderer().to_image(request), Cancelled);
    CHECK(source->given <= 102);
}

TEST_CASE("a picture that is stopped before it begins reads nothing", "[cancel]") {
    std::stop_source stop;
    stop.request_stop();
    auto source = std::make_shared<Endless>();
    source->stop = &stop;
    MapRequest request;
    request.layers.push_back({"test", source, plain(), true, 1, {}});
    request.stop = stop.get_token();
    CHECK_THROWS_AS(MapRenderer().to_image(request), Cancelled);
    CHECK(source->given == 0);
}
