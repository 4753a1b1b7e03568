#include "render/map_renderer.hpp"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <exception>
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

/// Labels in one pass over all bands, then the selection, above everything.
MapReport finish(const MapRequest& request, BandRest rest, QPainter& painter) {
    rest.report.unreadable = static_cast<std::int64_t>(rest.unreadable.size());
    const QRectF frame(QPointF(0, 0), QSizeF(request.view.size_px));
    std::vector<LabelRequest> requests;
    requests.reserve(rest.labels.size());
    for (const auto& label : rest.labels) requests.push_back(label.request);
    stop_if_asked(request);
    const std::vector<int> places = place_labels(requests, rest.obstacles, frame);
    for (std::size_t i = 0; i < rest.labels.size(); ++i) {
        stop_if_asked(request);
        if (places[i] == not_placed) {
            ++rest.report.labels_left_out;
            continue;
        }
        ++rest.report.labels_placed;
        draw_label(painter, rest.labels[i], static_cast<std::size_t>(places[i]));
    }
    stop_if_asked(request);
    draw_selection(painter, rest.selected, request.view.dpi / 25.4 * screen_px_mm, clip_for(request.view));
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

/// Paints a band onto its own rows of the picture. No two bands touch the same row.
BandRest paint_band(const MapRequest& request, const Ground& ground, const Band& band, uchar* first_row,
                    qsizetype bytes_per_line) {
    QImage rows(first_row + band.top * bytes_per_line, request.view.size_px.width(), band.height,
                bytes_per_line, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&rows);
    set_hints(painter);
    painter.translate(0, -band.top);
    const Pixels pixels{first_row + band.top * bytes_per_line, bytes_per_line,
                        band.pixels(request.view.size_px)};
    return BandPainting(request, ground, band, painter, pixels).paint();
}

/// All bands, each on a thread; the first failure is thrown when all have ended.
BandRest paint_bands(const MapRequest& request, QImage& image) {
    const std::vector<Band> bands = bands_of(image.height());
    std::vector<BandRest> rests(bands.size());
    std::vector<std::exception_ptr> failures(bands.size());
    uchar* const pixels = image.bits();
    const qsizetype bytes_per_line = image.bytesPerLine();
    const Ground ground = ground_of(request);
    const auto paint = [&](std::size_t i) {
        try {
            rests[i] = paint_band(request, ground, bands[i], pixels, bytes_per_line);
        } catch (...) {
            failures[i] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < bands.size(); ++i) threads.emplace_back(paint, i);
        paint(0);
    }
    for (const auto& failure : failures)
        if (failure) std::rethrow_exception(failure);
    BandRest all;
    for (auto& rest : rests) join(all, std::move(rest));
    return all;
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
    return finish(request, BandPainting(request, ground, whole, painter, {}).paint(), painter);
}

QImage MapRenderer::to_image(const MapRequest& request, MapReport* report) const {
    QImage image(request.view.size_px, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) throw Error("no_memory", "the picture is too large. Choose fewer pixels.");
    const int dots_per_m = static_cast<int>(std::lround(request.view.dpi / 0.0254));
    image.setDotsPerMeterX(dots_per_m);
    image.setDotsPerMeterY(dots_per_m);
    BandRest rest = paint_bands(request, image);
    QPainter painter(&image);
    set_hints(painter);
    MapReport made = finish(request, std::move(rest), painter);
    painter.end();
    if (report) *report = std::move(made);
    return image;
}

}  // namespace liangdi::render
