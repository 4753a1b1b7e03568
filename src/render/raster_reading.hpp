#pragma once

#include <QRectF>
#include <array>
#include <memory>
#include <vector>

#include "render/map_view.hpp"
#include "render/raster_layer.hpp"

class GDALDataset;

namespace liangdi::render {

/// An open raster in the town's CRS, north up. For one thread.
class RasterReading {
  public:
    /// Throws Error{raster_unreadable}, with GDAL's word why.
    explicit RasterReading(const RasterLayer& layer);
    ~RasterReading();
    RasterReading(const RasterReading&) = delete;
    RasterReading& operator=(const RasterReading&) = delete;

    geo::Box extent() const;
    double cell_m() const;  ///< width of a cell

    /// A part of the raster at a resolution.
    struct Window {
        double column = 0, row = 0, columns = 0, rows = 0;  ///< cells of the raster
        int width = 0, height = 0;                          ///< in which they are read
        geo::Box box;
        bool empty() const { return width < 1 || height < 1; }
    };
    /// What lies in the box, grown by `margin` cells of the result, with at most one result cell a `m_per_px`
    /// and never finer than the raster.
    Window window(const geo::Box& box, double m_per_px, int margin = 0) const;

    int bands() const;
    bool paletted() const;
    bool holds_numbers() const;  ///< its first band is no picture: 16 bits or more, no palette
    /// One band of a window, through the overviews. `nearest` where values may not be mixed.
    std::vector<float> values(int band, const Window& window, bool nearest = false) const;
    std::vector<unsigned char> bytes(int band, const Window& window, bool nearest = false) const;
    /// 0 where the raster has no value, 255 where it has.
    std::vector<unsigned char> mask(const Window& window) const;
    /// Red, green, blue, alpha of a palette's entry.
    std::array<unsigned char, 4> palette(unsigned char entry) const;

  private:
    struct Close {
        void operator()(GDALDataset* dataset) const;
    };
    template <class T>
    std::vector<T> read(int band, const Window& window, bool nearest, int type, bool mask) const;

    std::unique_ptr<GDALDataset, Close> file_,
        shown_;  // shown: what is read, where that is not the file itself
    GDALDataset* dataset_ = nullptr;
    std::string where_;
    double origin_x_ = 0, origin_y_ = 0, cell_x_ = 1, cell_y_ = 1;
};

}  // namespace liangdi::render
