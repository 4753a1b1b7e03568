// Dragging the map of a town with all its layers and styles: bench_pan TOWN.sqlite VIEWS CACHE_FOLDER
// VIEWS as in bench_render. Frames: mouse moves with the map repainted after each, while pictures are drawn
// beside it. Right content: from the last move to the picture of that very view.
#include <fmt/format.h>
#include <sys/resource.h>

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <cmath>
#include <fstream>

#include "gui/map_canvas.hpp"
#include "timing.hpp"

using namespace liangdi;

namespace {

constexpr int moves = 120, moves_a_turn = 4;

void move_to(gui::MapCanvas& map, QPoint at) {
    QMouseEvent event(QEvent::MouseMove, QPointF(at), map.mapToGlobal(QPointF(at)), Qt::NoButton,
                      Qt::MiddleButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&map, &event);
}

bool settle(gui::MapCanvas& map) {
    return QTest::qWaitFor([&] { return map.settled(); }, 60000);
}

void measure(gui::MapCanvas& map, const std::string& name, const char* how) {
    if (!settle(map)) throw Error("timeout", "the map did not come", name);
    std::vector<double> frames, contents;
    QPoint at(960, 540);
    QTest::mousePress(&map, Qt::MiddleButton, {}, at);
    for (int i = 1; i <= moves; ++i) {
        at += QPoint(i % 40 < 20 ? 7 : -6, i % 30 < 15 ? 3 : -4);
        frames.push_back(bench::seconds([&] {
            move_to(map, at);
            map.repaint();
        }));
        if (i % moves_a_turn == 0) QCoreApplication::processEvents();
        if (i % 30 == 0) contents.push_back(bench::seconds([&] { settle(map); }));
    }
    QTest::mouseRelease(&map, Qt::MiddleButton, {}, at);
    fmt::print("| {} | {} | {:.1f} | {:.0f} | {:.0f} |\n", name, how, bench::median(frames) * 1000,
               1 / bench::median(frames), bench::median(contents) * 1000);
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 4) return fmt::print(stderr, "usage: bench_pan TOWN.sqlite VIEWS CACHE_FOLDER\n"), 2;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    tasks::OpenParams town;
    town.town = argv[1];
    auto project = tasks::open_project(town);
    gui::MapCanvas map;
    map.resize(1920, 1080);
    map.show();
    map.set_layers(tasks::map_layers(project));
    fmt::print(
        "| view | drawn | ms a frame | frames a second | ms to the right content |\n|---|---|---|---|---|\n");
    for (const bool packed : {false, true}) {
        if (packed) {
            land::Progress silent;
            tasks::PackParams params;
            params.folder = argv[3];
            map.set_packed(tasks::pack_layers(map.layers(), params, silent));
        }
        std::ifstream in(argv[2]);
        std::string name;
        render::MapView view;
        int width = 0, height = 0, outlined = 0;
        while (in >> name >> view.centre.x >> view.centre.y >> view.m_per_px >> width >> height >> outlined) {
            map.set_view(view);
            measure(map, name, packed ? "packed" : "from the file");
        }
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("\nlargest memory: {} MB\n", usage.ru_maxrss / 1024);
    return 0;
} catch (const std::exception& e) {
    fmt::print(stderr, "bench_pan: {}\n", e.what());
    return 1;
}
