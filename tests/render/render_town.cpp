// Draws a made-up mini town and its village with the real styles: render_town DIR. To be looked at by people.
#include <fmt/format.h>

#include <QGuiApplication>
#include <QPainter>
#include <cmath>
#include <iostream>
#include <map>

#include "geo/error.hpp"
#include "memory_source.hpp"
#include "render/map_furniture.hpp"
#include "render/map_renderer.hpp"
#include "render/style_files.hpp"

using namespace liangdi;

namespace {

using Sources = std::map<std::string, std::shared_ptr<test::MemorySource>>;
constexpr double e0 = 576000, n0 = 2950000;

std::string text(const char* s) {
    return s;
}

/// A gentle bend over the whole town, so that nothing is parallel to the picture's edge.
geo::Point bent(double u, double v) {
    return {e0 + u + 0.00010 * (v - 300) * (v - 300), n0 + v + 60 * std::sin((u - 100) / 900.0)};
}
geo::MultiPolygon quad(double u, double v, double w, double h) {
    geo::Ring ring;
    for (int i = 0; i < 8; ++i) ring.push_back(bent(u + w * i / 8, v));
    for (int i = 0; i < 8; ++i) ring.push_back(bent(u + w, v + h * i / 8));
    for (int i = 0; i < 8; ++i) ring.push_back(bent(u + w - w * i / 8, v + h));
    for (int i = 0; i < 8; ++i) ring.push_back(bent(u, v + h - h * i / 8));
    ring.push_back(ring.front());
    return {{ring, {}}};
}
geo::MultiLineString way(double u1, double v1, double u2, double v2) {
    geo::LineString line;
    for (int i = 0; i <= 24; ++i) line.push_back(bent(u1 + (u2 - u1) * i / 24, v1 + (v2 - v1) * i / 24));
    return {line};
}

void add_town(Sources& s) {
    const char* communities[] = {"惠泽社区", "惠民社区", "恒大社区"};
    int building = 0, grid = 0;
    for (int c = 0; c < 3; ++c) {
        s["community"]->add(quad(c * 400, 0, 400, 600), {{"name", text(communities[c])}});
        for (int column = 0; column < 4; ++column)
            for (int row = 0; row < 3; ++row) {
                if (++grid > 35) continue;
                const double u = c * 400 + column * 100, v = row * 200;
                s["grid"]->add(quad(u, v, 100, 200),
                               {{"code", fmt::format("520524{:06d}{:03d}", c + 1, grid)},
                                {"name", fmt::format("网格{:02d}", grid)}});
                s["grid_tint"]->add(quad(u, v, 100, 200),
                                    {{"code", fmt::format("520524{:06d}{:03d}", c + 1, grid)}});
                const bool park = grid == 17;
                for (int b = 0; b < (park ? 0 : 3); ++b) {
                    const std::int64_t floors = 5 + (++building * 7) % 11;
                    s["building"]->add(quad(u + 22, v + 28 + b * 55, 56, 15),
                                       {{"name", fmt::format("{}号楼", building)},
                                        {"kind", text("residential")},
                                        {"floors", floors}});
                    for (int e = 0; e < 2; ++e)
                        s["entrance"]->add(bent(u + 36 + e * 28, v + 28 + b * 55 - 2));
                }
            }
    }
    s["building"]->add(
        quad(520, 470, 60, 40),
        {{"name", text("便民服务中心")}, {"kind", text("public")}, {"floors", std::int64_t{4}}});
    for (const auto& [name, kind, u, v] : {std::tuple{"惠民卫生室", "clinic", 590.0, 440.0},
                                           {"平远小学", "primary_school", 200.0, 195.0},
                                           {"农贸市场", "market", 860.0, 200.0},
                                           {"惠民停车场", "parking", 505.0, 540.0},
                                           {"公交站", "bus_stop", 702.0, 206.0}})
        s["facility"]->add(bent(u, v), {{"name", text(name)}, {"kind", text(kind)}});
    const auto street = [&](const char* name, const char* kind, double width, geo::MultiLineString line) {
        s["street"]->add(line, {{"name", text(name)}, {"kind", text(kind)}, {"width_m", width}});
    };
    street("平远大道", "main", 20, way(-120, 200, 1320, 200));
    street("同心大道", "main", 18, way(400, -120, 400, 720));
    street("北环路", "local", 12, way(-60, 600, 1260, 600));
    street("安居路", "local", 9, way(0, 400, 1200, 400));
    street("滨河路", "local", 9, way(-60, 0, 1260, 0));
    street("清河路", "local", 9, way(800, 0, 800, 600));
    street("学府路", "local", 7, way(600, 0, 600, 600));
    street("", "path", 3, way(300, 0, 300, 600));
    s["barrier"]->add(way(-200, -70, 1400, -90), {{"name", text("平远河")}, {"kind", text("river")}});
}

void add_village(Sources& s) {
    const char* classes[] = {"0101", "0103", "0101", "0103", "0201", "0404"};
    const char* woods[] = {"0301", "0305", "0301", "0307"};
    const char* status[] = {"self_farmed", "idle", "returned", "reclaimed"};
    s["village"]->add(quad(1500, 0, 360, 400), {{"village", text("龙井村")}, {"grp", text("二组")}});
    s["village"]->add(quad(1860, 0, 240, 400), {{"village", text("红岩村")}, {"grp", text("一组")}});
    int n = 0;
    for (int row = 0; row < 10; ++row)
        for (int k = 0; k < 10; ++k) {
            const double w = 60, u = 1500 + k * w, v = row * 40;
            if (row == 4 && k > 2 && k < 6) continue;
            ++n;
            const bool wood = row > 6;
            s[wood ? "woodland" : "farmland"]->add(
                quad(u, v, w, 40),
                {{"code", fmt::format("52052410100{:05d}", n)},
                 {"land_class", text(wood ? woods[(n * 5 + row) % 4] : classes[(n * 7 + row) % 6])},
                 {"use_status", text(status[n % 4])}});
        }
    for (int i = 0; i < 9; ++i) {
        s["homestead"]->add(quad(1685 + i * 19, 165, 15, 11),
                            {{"code", fmt::format("52052410100JC{:05d}", i + 1)},
                             {"land_class", text("0702")},
                             {"use_status", text(i % 4 == 3 ? "reclaimed" : "self_farmed")}});
        for (const auto& [du, dv] : {std::pair{0, 0}, {15, 0}, {15, 11}, {0, 11}})
            s["boundary_point"]->add(bent(1685 + i * 19 + du, 165 + dv),
                                     {{"code", fmt::format("J{}", i * 4 + 1)}});
    }
    s["street"]->add(way(1480, 184, 2120, 190),
                     {{"name", text("龙井路")}, {"kind", text("path")}, {"width_m", 4.0}});
    s["restriction"]->add(quad(1560, 0, 120, 120), {{"kind", text("basic_farmland")}});
}

void draw(const Sources& sources, const std::string& file, render::MapView view, const char* user_style,
          const std::map<std::string, std::vector<std::int64_t>>& selected = {}) {
    render::MapRequest request;
    request.view = view;
    if (std::string_view(user_style) == "print") request.background = Qt::white;
    for (const char* name :
         {"woodland", "farmland", "restriction", "barrier", "grid_tint", "street", "homestead", "building",
          "village", "grid", "community", "boundary_point", "entrance", "facility"}) {
        std::vector<std::int64_t> ids;
        if (const auto at = selected.find(name); at != selected.end()) ids = at->second;
        request.layers.push_back(
            {name, sources.at(name), render::layer_style(name, user_style), true, 1, ids});
    }
    render::MapReport report;
    QImage image = render::MapRenderer().to_image(request, &report);
    QPainter painter(&image);
    render::draw_furniture(painter, view, {true, true, {}});
    painter.end();
    image.save(QString::fromStdString(file));
    fmt::print("{}: 1:{:.0f}, {} features, {} labels, {} left out\n", file, view.scale(), report.features,
               report.labels_placed, report.labels_left_out);
    for (const auto& warning : report.warnings) fmt::print("  {}\n", warning);
}

}  // namespace

int main(int argc, char** argv) try {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const std::string dir = argc > 1 ? argv[1] : ".";
    Sources sources;
    for (const char* name :
         {"woodland", "farmland", "restriction", "barrier", "grid_tint", "street", "homestead", "building",
          "village", "grid", "community", "boundary_point", "entrance", "facility"})
        sources[name] = std::make_shared<test::MemorySource>();
    add_town(sources);
    add_village(sources);
    using render::MapView;
    const QSize size(1200, 800);
    draw(sources, dir + "/town.png", MapView::fit(sources["community"]->extent().grown(90), size), "screen",
         {{"building", {47}}});
    draw(sources, dir + "/near.png", MapView::at_scale(bent(520, 300), 1400, size), "screen");
    draw(sources, dir + "/village.png", MapView::fit(sources["village"]->extent().grown(20), size), "screen",
         {{"farmland", {33, 34}}});
    draw(sources, dir + "/homesteads.png", MapView::at_scale(bent(1770, 175), 800, size), "screen");
    draw(sources, dir + "/all.png", MapView::at_scale(bent(1000, 300), 18000, size), "screen");
    draw(sources, dir + "/print.png", MapView::at_scale(bent(600, 300), 5000, {2362, 1772}, 200), "print");
    return 0;
} catch (const liangdi::Error& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
