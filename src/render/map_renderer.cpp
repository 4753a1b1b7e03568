#include "render/map_renderer.hpp"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <exception>
#include <functional>
#include <iterator>
#include <thread>

#include "geo/error.hpp"
#include "render/band_painting.hpp"
#include "render/label_painter.hpp"

namespace liangdi::render {

namespace {

constexpr double screen_px_mm = 25.4 / 96;
constexpr int least_band_px = 128, most_bands = 8;

void stop_if_asked(const MapRequest& request) {
    if (request.stop.stop_requested()) throw Cancelled{};
}

template <class T>
void append(std::vector<T>& to, std::vector<T>&& more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void join(BandRest& all, BandRest&& more) {
    all.report += more.report;
    all.unreadable.merge(more.unreadable);
    append(all.labels, std::move(more.labels));
    append(all.obstacles, std::move(more.obstacles));
    append(all.selected, std::move(more.selected));
}

struct PlacedLabel {
    const LabelCandidate* label;
    std::size_t place;
};

/// In one pass over all bands.
std::vector<PlacedLabel> placed_labels(const MapRequest& request, BandRest& rest) {
    const QRectF frame(QPointF(0, 0), QSizeF(request.view.size_px));
    std::vector<LabelRequest> requests;
    requests.reserve(rest.labels.size());
    for (const auto& label : rest.labels) requests.push_back(label.request);
    stop_if_asked(request);
    const std::vector<int> places = place_labels(requests, rest.obstacles, frame);
    std::vector<PlacedLabel> placed;
    for (std::size_t i = 0; i < rest.labels.size(); ++i)
        if (places[i] != not_placed) placed.push_back({&rest.labels[i], static_cast<std::size_t>(places[i])});
    rest.report.labels_placed += static_cast<int>(placed.size());
    rest.report.labels_left_out += static_cast<int>(rest.labels.size() - placed.size());
    return placed;
}

/// Labels, then the selection, above everything; of those only what may reach into `rows` of the picture.
void paint_above(const MapRequest& request, const BandRest& rest, const std::vector<PlacedLabel>& labels,
                 const QRectF& rows, QPainter& painter) {
    for (const auto& [label, place] : labels) {
        stop_if_asked(request);
        if (label_reach(*label, place).intersects(rows)) draw_label(painter, *label, place);
    }
    stop_if_asked(request);
    draw_selection(painter, rest.selected, request.view.dpi / 25.4 * screen_px_mm, clip_for(request.view),
                   rows);
}

MapReport report_of(BandRest rest) {
    rest.report.unreadable = static_cast<std::int64_t>(rest.unreadable.size());
    return std::move(rest.report);
}

std::vector<Band> bands_of(int height) {
    const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int count = std::clamp(height / least_band_px, 1, std::min(threads, most_bands));
    std::vector<Band> bands;
    for (int i = 0; i < count; ++i) {
        const int top = height * i / count, bottom = height * (i + 1) / count;
        bands.push_back({top, bottom - top, i == 0, i + 1 == count});
    }
    return bands;
}

Ground ground_of(const MapRequest& request) {
    Ground ground;
    for (const auto& raster : request.rasters) {
        stop_if_asked(request);
        ground.rasters.push_back(raster_picture(raster, request.view));
    }
    for (const auto& layer : request.layers) {
        stop_if_asked(request);
        ground.readings.push_back(reading_of(layer, request.view.scale()));
    }
    return ground;
}

/// Paints bands of the picture, each on a thread and onto its own rows; the painter counts in px of the
/// whole. The first failure is thrown when all have ended.
void in_bands(QImage& image, const std::vector<Band>& bands,
              const std::function<void(std::size_t, QPainter&, const Pixels&)>& paint) {
    std::vector<std::exception_ptr> failures(bands.size());
    uchar* const pixels = image.bits();
    const qsizetype bytes_per_line = image.bytesPerLine();
    const auto paint_band = [&](std::size_t i) {
        try {
            uchar* const first_row = pixels + bands[i].top * bytes_per_line;
            QImage rows(first_row, image.width(), bands[i].height, bytes_per_line, image.format());
            QPainter painter(&rows);
            set_hints(painter);
            painter.translate(0, -bands[i].top);
            paint(i, painter, {first_row, bytes_per_line, bands[i].pixels(image.size())});
        } catch (...) {
            failures[i] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < bands.size(); ++i) threads.emplace_back(paint_band, i);
        paint_band(0);
    }
    for (const auto& failure : failures)
        if (failure) std::rethrow_exception(failure);
}

}  // namespace

MapReport& MapReport::operator+=(const MapReport& more) {
    features += more.features;
    unreadable += more.unreadable;
    labels_placed += more.labels_placed;
    labels_left_out += more.labels_left_out;
    for (const auto& warning : more.warnings)
        if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end())
            warnings.push_back(warning);
    return *this;
}

MapReport MapRenderer::paint(const MapRequest& request, QPainter& painter) const {
    painter.save();
    painter.setClipRect(QRectF(QPointF(0, 0), QSizeF(request.view.size_px)), Qt::IntersectClip);
    set_hints(painter);
    struct Restore {
        QPainter& painter;
        ~Restore() { painter.restore(); }
    } const restore{painter};
    const Band whole{0, request.view.size_px.height(), true, true};
    const Ground ground = ground_of(request);
    BandRest rest = BandPainting(request, ground, whole, painter, {}).paint();
    paint_above(request, rest, placed_labels(request, rest), QRectF(whole.pixels(request.view.size_px)),
                painter);
    return report_of(std::move(rest));
}

QImage MapRenderer::to_image(const MapRequest& request, MapReport* report) const {
    QImage image(request.view.size_px, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) throw Error("no_memory", "the picture is too large. Choose fewer pixels.");
    const int dots_per_m = static_cast<int>(std::lround(request.view.dpi / 0.0254));
    image.setDotsPerMeterX(dots_per_m);
    image.setDotsPerMeterY(dots_per_m);
    const std::vector<Band> bands = bands_of(image.height());
    std::vector<BandRest> rests(bands.size());
    const Ground ground = ground_of(request);
    in_bands(image, bands, [&](std::size_t i, QPainter& painter, const Pixels& pixels) {
        rests[i] = BandPainting(request, ground, bands[i], painter, pixels).paint();
    });
    BandRest all;
    for (auto& rest : rests) join(all, std::move(rest));
    const std::vector<PlacedLabel> labels = placed_labels(request, all);
    in_bands(image, bands, [&](std::size_t, QPainter& painter, const Pixels& pixels) {
        paint_above(request, all, labels, QRectF(pixels.place), painter);
    });
    MapReport made = report_of(std::move(all));
    if (report) *report = std::move(made);
    return image;
}

}  // namespace liangdi::render
