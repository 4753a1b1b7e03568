#include "render/raster_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/raster_reading.hpp"

namespace liangdi::render {

namespace {

QImage coloured(const RasterReading& raster, const RasterReading::Window& window) {
    QImage image(window.width, window.height, QImage::Format_ARGB32);
    const int bands = raster.bands();
    const bool paletted = raster.paletted();
    std::array<std::vector<unsigned char>, 4> channels;
    channels[0] = raster.bytes(1, window, paletted);
    if (!paletted && bands >= 3) {
        channels[1] = raster.bytes(2, window);
        channels[2] = raster.bytes(3, window);
    }
    // An alpha band, a value for nothing, or a mask beside the file: GDAL knows.
    channels[3] = raster.mask(window);
    for (int y = 0; y < window.height; ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < window.width; ++x) {
            const auto i = static_cast<std::size_t>(y) * static_cast<std::size_t>(window.width) + x;
            if (paletted) {
                const auto [red, green, blue, alpha] = raster.palette(channels[0][i]);
                pixel[x] = qRgba(red, green, blue, std::min(alpha, channels[3][i]));
            } else if (bands >= 3) {
                pixel[x] = qRgba(channels[0][i], channels[1][i], channels[2][i], channels[3][i]);
            } else {
                pixel[x] = qRgba(channels[0][i], channels[0][i], channels[0][i], channels[3][i]);
            }
        }
    }
    return image;
}

/// Light from the north-west, 45° high, on the slopes that B. Horn's eight neighbours give. Light is nothing,
/// shadow is black: level ground stays as it is.
QImage shaded(const RasterReading& raster, const RasterReading::Window& window) {
    const auto heights = raster.values(1, window);
    const auto known = raster.mask(window);
    const double cell_x = window.box.width() / window.width, cell_y = window.box.height() / window.height;
    const auto at = [&](int x, int y) {
        return static_cast<std::size_t>(std::clamp(y, 0, window.height - 1)) *
                   static_cast<std::size_t>(window.width) +
               static_cast<std::size_t>(std::clamp(x, 0, window.width - 1));
    };
    QImage image(window.width, window.height, QImage::Format_ARGB32);
    for (int y = 0; y < window.height; ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < window.width; ++x) {
            pixel[x] = 0;
            if (!known[at(x, y)]) continue;
            const auto h = [&](int dx, int dy) {
                const std::size_t i = at(x + dx, y + dy);
                return static_cast<double>(heights[known[i] ? i : at(x, y)]);
            };
            const double east =
                (h(1, -1) + 2 * h(1, 0) + h(1, 1) - h(-1, -1) - 2 * h(-1, 0) - h(-1, 1)) / (8 * cell_x);
            const double north =
                (h(-1, -1) + 2 * h(0, -1) + h(1, -1) - h(-1, 1) - 2 * h(0, 1) - h(1, 1)) / (8 * cell_y);
            // The unit normal (-east, -north, 1) against the light (-1/2, 1/2, sqrt 1/2); level ground gets
            // sqrt 1/2.
            const double light =
                (east / 2 - north / 2 + std::sqrt(0.5)) / std::sqrt(1 + east * east + north * north);
            const double level = std::sqrt(0.5);
            if (light < level) {
                pixel[x] =
                    qRgba(0, 0, 0, static_cast<int>(std::lround(255 * (1 - std::max(light, 0.0) / level))));
            } else {
                pixel[x] =
                    qRgba(255, 255, 255, static_cast<int>(std::lround(255 * (light - level) / (1 - level))));
            }
        }
    }
    return image;
}

}  // namespace

RasterPicture raster_picture(const RasterLayer& layer, const MapView& view) {
    const RasterReading raster(layer);
    // A slope needs its neighbours.
    const auto window = raster.window(view.extent(), view.m_per_px, 2);
    if (window.empty()) return {};
    RasterPicture picture;
    picture.image =
        layer.kind == RasterLayer::Kind::hillshade ? shaded(raster, window) : coloured(raster, window);
    picture.image.convertTo(QImage::Format_ARGB32_Premultiplied);
    picture.target = QRectF(view.to_px({window.box.min_x, window.box.max_y}),
                            view.to_px({window.box.max_x, window.box.min_y}));
    picture.opacity = layer.opacity;
    return picture;
}

}  // namespace liangdi::render
