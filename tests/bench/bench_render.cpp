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

/// Wall time, and the processor time of all threads: that depends less on what else the machine does.
struct Ms {
    double wall = std::nan(""), processor = std::nan("");
};

double processor_ms() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

template <class Work>
Ms median_ms(int rounds, Work work) {
    work();  // the first fills caches
    std::vector<double> walls, processor;
    for (int i = 0; i < rounds; ++i) {
        const double before = processor_ms();
        walls.push_back(bench::seconds(work) * 1000);
        processor.push_back(processor_ms() - before);
    }
    return {bench::median(walls), bench::median(processor)};
}

/// "QGIS full 3696 3650" lines, by "QGIS full".
std::map<std::string, Ms> read_peers(const std::string& file) {
    std::map<std::string, Ms> times;
    std::ifstream in(file);
    std::string peer, view;
    Ms ms;
    while (in >> peer >> view >> ms.wall >> ms.processor) times[peer + " " + view] = ms;
    return times;
}

/// One line of the table: how a picture was drawn, in what time, and how many times as fast as each peer.
struct Drawn {
    std::string how;
    Ms ms;
    QImage picture;
};

Drawn draw(const std::string& how, const MapRequest& request, int rounds) {
    Drawn drawn{how, {}, {}};
    drawn.ms = median_ms(rounds, [&] { drawn.picture = render::MapRenderer().to_image(request); });
    return drawn;
}

/// Every round asks for colours that no round has asked for before.
Drawn draw_restyled(const MapRequest& asked, int rounds) {
    MapRequest request = asked;
    Drawn drawn{"Liangdi, packed, style changed", {}, {}};
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
             int rounds, const std::string& out, const std::map<std::string, Ms>& peers) {
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
        return at == peers.end() ? Ms{} : at->second;
    };
    for (const auto& drawn : ours) {
        const auto times_as_fast = [&](const char* peer) {
            const Ms theirs = peer_ms(peer);
            return fmt::format("{:.1f} ({:.1f})", theirs.wall / drawn.ms.wall,
                               theirs.processor / drawn.ms.processor);
        };
        fmt::print("| {} | {} | {:.0f} ({:.0f}) | {} | {} | {} |\n", v.name, drawn.how, drawn.ms.wall,
                   drawn.ms.processor, times_as_fast("QGIS"), times_as_fast("Mapnik"),
                   quality(drawn.picture));
        if (!drawn.picture.isNull())
            drawn.picture.save(QString::fromStdString(fmt::format(
                "{}/Liangdi-{}-{}.png", out, v.name, drawn.how.substr(drawn.how.rfind(' ') + 1))));
    }
    for (const char* peer : {"QGIS", "Mapnik"}) {
        const QImage theirs(QString::fromStdString(fmt::format("{}/{}-{}.png", out, peer, v.name)));
        fmt::print("| {} | {} | {:.0f} ({:.0f}) | | | {} |\n", v.name, peer, peer_ms(peer).wall,
                   peer_ms(peer).processor, theirs.isNull() ? "-" : quality(theirs));
    }
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 5)
        return fmt::print(stderr, "usage: bench_render TOWN.sqlite VIEWS OUT_DIR ROUNDS [PEERS.txt]\n"), 2;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const store::Store town(argv[1]);
    const auto peers = argc > 5 ? read_peers(argv[5]) : std::map<std::string, Ms>();
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
        "ms are medians of {}, wall time and, in brackets, processor time of all threads\n\n"
        "| view | drawn by | ms | QGIS takes times that | Mapnik | RMSE, fills |\n"
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
