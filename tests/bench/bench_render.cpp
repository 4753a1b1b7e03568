// Drawing of parcels from the town file and packed, against what tests/bench/render_peers.py measured of QGIS
// and Mapnik: bench_render TOWN.sqlite VIEWS OUT_DIR ROUNDS [PEERS.txt]
// VIEWS: one view a line, "name centre_x centre_y m_per_px width height outlined".
#include <fmt/format.h>
#include <sys/resource.h>

#include <QGuiApplication>
#include <QPainter>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>

#include "geo/error.hpp"
#include "render/feature_shape.hpp"
#include "render/layer_packing.hpp"
#include "render/map_renderer.hpp"
#include "render/packed_block.hpp"
#include "render/sld_reader.hpp"
#include "store/store.hpp"
#include "timing.hpp"

using namespace liangdi;
using render::MapRequest;

namespace {

constexpr double peers_px_mm = 25.4 / 96;

struct View {
    std::string name;
    render::MapView view;
    bool outlined = false;
};

std::vector<View> read_views(const std::string& file) {
    std::ifstream in(file);
    std::vector<View> views;
    View v;
    int width = 0, height = 0;
    while (in >> v.name >> v.view.centre.x >> v.view.centre.y >> v.view.m_per_px >> width >> height >>
           v.outlined) {
        v.view.size_px = {width, height};
        views.push_back(v);
    }
    return views;
}

/// The style of render_peers.py.
render::Style style_of(bool outlined) {
    render::Style style{"farmland", "screen", "", peers_px_mm, {}};
    const auto fill = [](const char* colour) {
        render::PolygonSymbol symbol;
        symbol.fill = render::Fill{QColor(colour), {}};
        return symbol;
    };
    render::Rule paddy, other, line;
    paddy.filter.emplace();
    paddy.filter->kind = render::Filter::Kind::equal;
    paddy.filter->operands = {render::property("land_class"), render::literal("0101")};
    paddy.symbolizers = {fill("#FCDD90")};
    other.otherwise = true;
    other.symbolizers = {fill("#FFFEDD")};
    style.passes = {{{paddy, other}}};
    if (outlined) {
        render::LineSymbol symbol;
        symbol.stroke.colour = QColor("#8A7B4F");
        symbol.stroke.width = render::literal(0.5);
        line.symbolizers = {symbol};
        style.passes.push_back({{line}});
    }
    return style;
}

/// Every vertex, one painter, four times as fine and without antialiasing: sixteen samples a pixel, no seams.
/// Fills only.
QImage supersampled(const MapRequest& request) {
    render::MapView fine = request.view;
    fine.m_per_px /= 4;
    fine.size_px *= 4;
    QImage image(fine.size_px, QImage::Format_RGB32);
    image.fill(request.background);
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    land::FeatureQuery query;
    query.box = fine.extent();
    query.attributes = {"land_class"};
    render::FeatureShape shape;
    request.layers[0].source->each(query, [&](const land::FeatureView& feature) {
        if (!render::read_shape(feature.blob, fine, shape, 0)) return true;
        painter.setBrush(QColor(render::to_label(feature.attributes[0]) == "0101" ? "#FCDD90" : "#FFFEDD"));
        painter.drawPath(render::path_of(shape, QRectF(-9e3, -9e3, 3e4, 3e4)));
        return true;
    });
    painter.end();
    return image.scaled(request.view.size_px, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

double rmse(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) return std::nan("");
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            for (const int d : {qRed(p) - qRed(q), qGreen(p) - qGreen(q), qBlue(p) - qBlue(q)}) sum += d * d;
        }
    return std::sqrt(sum / (3.0 * a.width() * a.height()));
}

template <class Work>
double median_ms(int rounds, Work work) {
    work();  // the first fills caches
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) times.push_back(bench::seconds(work) * 1000);
    return bench::median(times);
}

/// "QGIS full 3696" lines, by "QGIS full".
std::map<std::string, double> read_peers(const std::string& file) {
    std::map<std::string, double> times;
    std::ifstream in(file);
    std::string peer, view;
    double ms = 0;
    while (in >> peer >> view >> ms) times[peer + " " + view] = ms;
    return times;
}

/// One line of the table: how a picture was drawn, in what time, and how many times as fast as each peer.
struct Drawn {
    std::string how;
    double ms = 0;
    QImage picture;
};

Drawn draw(const std::string& how, const MapRequest& request, int rounds) {
    Drawn drawn{how, 0, {}};
    drawn.ms = median_ms(rounds, [&] { drawn.picture = render::MapRenderer().to_image(request); });
    return drawn;
}

/// Every round asks for colours that no round has asked for before.
Drawn draw_restyled(const MapRequest& asked, int rounds) {
    MapRequest request = asked;
    Drawn drawn{"Liangdi, packed, style changed", 0, {}};
    int shade = 0;
    drawn.ms = median_ms(rounds, [&] {
        for (auto& rule : request.layers[0].style.passes[0].rules)
            for (auto& symbolizer : rule.symbolizers)
                std::get<render::PolygonSymbol>(symbolizer).fill->colour = QColor(200, 100 + ++shade, 90);
        drawn.picture = render::MapRenderer().to_image(request);
    });
    drawn.picture = {};
    return drawn;
}

void measure(const View& v, MapRequest request, const std::shared_ptr<const render::PackedLayer>& packed,
             int rounds, const std::string& out, const std::map<std::string, double>& peers) {
    MapRequest from_file = request;
    request.layers[0].packed = packed;
    const std::vector<Drawn> ours{draw("Liangdi, from the file", from_file, rounds),
                                  draw("Liangdi, packed", request, rounds), draw_restyled(request, rounds)};
    const QImage reference = v.outlined ? QImage() : supersampled(request);
    const auto quality = [&](const QImage& picture) {
        return reference.isNull() || picture.isNull() ? std::string("-")
                                                      : fmt::format("{:.1f}", rmse(picture, reference));
    };
    const auto peer_ms = [&](const char* peer) {
        const auto at = peers.find(std::string(peer) + " " + v.name);
        return at == peers.end() ? std::nan("") : at->second;
    };
    for (const auto& drawn : ours) {
        fmt::print("| {} | {} | {:.0f} | {:.1f} | {:.1f} | {} |\n", v.name, drawn.how, drawn.ms,
                   peer_ms("QGIS") / drawn.ms, peer_ms("Mapnik") / drawn.ms, quality(drawn.picture));
        if (!drawn.picture.isNull())
            drawn.picture.save(QString::fromStdString(fmt::format(
                "{}/Liangdi-{}-{}.png", out, v.name, drawn.how.substr(drawn.how.rfind(' ') + 1))));
    }
    for (const char* peer : {"QGIS", "Mapnik"}) {
        const QImage theirs(QString::fromStdString(fmt::format("{}/{}-{}.png", out, peer, v.name)));
        fmt::print("| {} | {} | {:.0f} | | | {} |\n", v.name, peer, peer_ms(peer),
                   theirs.isNull() ? "-" : quality(theirs));
    }
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 5)
        return fmt::print(stderr, "usage: bench_render TOWN.sqlite VIEWS OUT_DIR ROUNDS [PEERS.txt]\n"), 2;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const store::Store town(argv[1]);
    const auto peers = argc > 5 ? read_peers(argv[5]) : std::map<std::string, double>();
    const auto source = town.features(*land::find_layer("farmland"));
    const std::string side_file = std::string(argv[3]) + "/packed";
    land::Progress silent;
    const double packing = bench::seconds(
        [&] { render::pack_layer(*source, render::properties_of(style_of(true)), side_file, silent); });
    std::shared_ptr<const render::PackedLayer> packed;
    const double opening = bench::seconds([&] { packed = render::open_packed(side_file); });
    fmt::print("packing: {:.1f} s, {} MB; opening what was packed: {:.0f} ms\n\n", packing,
               std::filesystem::file_size(side_file) >> 20, opening * 1000);
    fmt::print(
        "| view | drawn by | ms, median of {} | QGIS takes times that | Mapnik | RMSE, fills |\n"
        "|---|---|---|---|---|---|\n",
        argv[4]);
    for (const auto& v : read_views(argv[2])) {
        MapRequest request;
        request.view = v.view;
        request.layers.push_back({"farmland", source, style_of(v.outlined), true, 1, {}});
        measure(v, request, packed, std::atoi(argv[4]), argv[3], peers);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("\nlargest memory, with the supersampled references: {} MB\n", usage.ru_maxrss / 1024);
    return 0;
} catch (const std::exception& e) {
    fmt::print(stderr, "bench_render: {}\n", e.what());
    return 1;
}
