// What is seen while the map moves: the last picture at its new place at once, the new one as soon as it is
// there.
#include <QTest>
#include <QWheelEvent>
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "catch.hpp"
#include "gui/picture_worker.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {

/// What the widget shows now, without a turn of the event loop: no new picture can arrive meanwhile.
QImage shown(gui::MapCanvas& map) {
    return map.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// Places well within the map, away from the scale bar and the north arrow in its corners.
std::vector<QPoint> places_in(const QImage& image) {
    std::vector<QPoint> places;
    for (int y = image.height() / 4; y < image.height() * 3 / 4; y += 7)
        for (int x = image.width() / 4; x < image.width() * 3 / 4; x += 7) places.emplace_back(x, y);
    return places;
}

render::Style filled() {
    render::PolygonSymbol symbol;
    symbol.fill = render::Fill{Qt::red, {}};
    render::Rule rule;
    rule.symbolizers = {symbol};
    return {"test", "screen", "", 25.4 / 96, {{{rule}}}};
}

/// Gives features until it is told to end, or the drawing is stopped.
struct Gate final : land::FeatureSource {
    mutable std::mutex mutex;
    mutable std::condition_variable changed;
    mutable std::int64_t begun = 0;
    std::atomic<bool> open = false;

    geo::Box extent() const override { return {}; }
    std::int64_t count() const override { return 1; }
    void each(const land::FeatureQuery&,
              const std::function<bool(const land::FeatureView&)>& visit) const override {
        {
            const std::lock_guard lock(mutex);
            ++begun;
        }
        changed.notify_all();
        geo::Box box;
        box.add(geo::Point{0, 0});
        box.add(geo::Point{10, 10});
        const geo::Bytes blob = geo::to_spatialite_blob(geo::MultiPolygon{geo::rectangle(box)}, 4544);
        do {
            if (!visit({1, blob, {}})) return;
        } while (!open);
    }
    void wait_until_begun() const {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return begun > 0; });
    }
};

render::MapRequest request_of(std::shared_ptr<const land::FeatureSource> source) {
    render::MapRequest request;
    request.view = render::MapView{{5, 5}, 0.1, {100, 100}, 96};
    request.layers.push_back({"test", std::move(source), filled(), true, 1, {}});
    return request;
}

/// The numbers of the pictures, taken in this thread.
struct Drawn {
    std::vector<quint64> numbers;
    QObject receiver;
    explicit Drawn(gui::PictureWorker& worker) {
        QObject::connect(
            &worker, &gui::PictureWorker::drawn, &receiver,
            [this](const QImage&, const render::MapView&, quint64 number) { numbers.push_back(number); });
    }
};

}  // namespace

TEST_CASE("while the map is dragged the old picture is at its new place in the very next frame", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.look_at(town.in_building, 1000);
    auto& map = open.map();
    const QImage before = shown(map);
    QPoint at(200, 200);
    QTest::mousePress(&map, Qt::MiddleButton, {}, at);
    QPoint moved;
    for (const QPoint step : {QPoint(13, 4), QPoint(30, -21), QPoint(-8, 9)}) {
        moved += step;
        QMouseEvent move(QEvent::MouseMove, QPointF(at + moved), map.mapToGlobal(QPointF(at + moved)),
                         Qt::NoButton, Qt::MiddleButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&map, &move);
        const QImage now = shown(map);
        int others = 0, painted = 0;
        for (const QPoint place : places_in(before)) {
            others += now.pixelColor(place + moved) != before.pixelColor(place);
            painted += before.pixelColor(place) != render::paper_colour;
        }
        CHECK(others == 0);
        CHECK(painted > 20);
    }
    CHECK_FALSE(map.settled());
    QTest::mouseRelease(&map, Qt::MiddleButton, {}, at + moved);
    REQUIRE(open.settle());
    // And the new picture shows there what it showed before.
    const QImage after = shown(map);
    const QPoint middle = before.rect().center();
    CHECK(after.pixelColor(middle + moved + QPoint(6, 6)) == before.pixelColor(middle + QPoint(6, 6)));
}

TEST_CASE("while the wheel turns the old picture is scaled about the cursor in the very next frame",
          "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    open.look_at(town.in_building, 1000);
    auto& map = open.map();
    const QImage before = shown(map);
    const QPoint cursor = before.rect().center();
    QWheelEvent event(QPointF(cursor), map.mapToGlobal(QPointF(cursor)), {}, {0, 240}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&map, &event);
    const QImage now = shown(map);
    CHECK_FALSE(map.settled());
    int near = 0, all = 0;
    for (const QPoint place : places_in(now)) {
        const QPoint then = cursor + (place - cursor) / 2.25;
        const QColor a = now.pixelColor(place), b = before.pixelColor(then);
        near += std::abs(a.red() - b.red()) < 40 && std::abs(a.green() - b.green()) < 40;
        ++all;
    }
    CHECK(near > all * 9 / 10);
    CHECK(open.settle());
}

TEST_CASE("a picture of another scale stops the one that is being drawn", "[gui]") {
    const auto endless = std::make_shared<Gate>(), quick = std::make_shared<Gate>();
    quick->open = true;
    gui::PictureWorker worker;
    const Drawn drawn(worker);
    worker.ask(request_of(endless), 1, true);
    endless->wait_until_begun();
    worker.ask(request_of(quick), 2, true);
    REQUIRE(test::wait_for([&] { return !drawn.numbers.empty(); }));
    CHECK(drawn.numbers == std::vector<quint64>{2});
}

TEST_CASE("a drag lets the running picture end and then draws the newest only", "[gui]") {
    const auto slow = std::make_shared<Gate>(), quick = std::make_shared<Gate>();
    quick->open = true;
    gui::PictureWorker worker;
    const Drawn drawn(worker);
    worker.ask(request_of(slow), 1, true);
    slow->wait_until_begun();
    for (quint64 number = 2; number <= 5; ++number) worker.ask(request_of(quick), number, false);
    CHECK(drawn.numbers.empty());
    slow->open = true;
    REQUIRE(test::wait_for([&] { return drawn.numbers.size() >= 2; }));
    CHECK(drawn.numbers == std::vector<quint64>{1, 5});
}

TEST_CASE("when the drag ends, a picture that a newer one waits for is stopped, the newest is not", "[gui]") {
    const auto endless = std::make_shared<Gate>(), last = std::make_shared<Gate>();
    gui::PictureWorker worker;
    const Drawn drawn(worker);
    worker.ask(request_of(endless), 1, true);
    endless->wait_until_begun();
    worker.ask(request_of(last), 2, false);
    worker.stop_outdated();
    last->wait_until_begun();
    worker.stop_outdated();
    last->open = true;
    REQUIRE(test::wait_for([&] { return !drawn.numbers.empty(); }));
    CHECK(drawn.numbers == std::vector<quint64>{2});
}

TEST_CASE("a worker that goes stops what it draws", "[gui]") {
    const auto endless = std::make_shared<Gate>();
    {
        gui::PictureWorker worker;
        worker.ask(request_of(endless), 1, true);
        endless->wait_until_begun();
    }
    CHECK(endless.use_count() == 1);
}
