#include "render/contour_source.hpp"

#include <gdal_alg.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/error.hpp"
#include "render/raster_reading.hpp"

namespace liangdi::render {

namespace {

constexpr double most_cells = 4e6, no_height = -1e9;

struct Contour {
    geo::Box box;
    geo::Bytes blob;
    double height_m = 0;
    bool is_index = false;
};

class ContourSource final : public land::FeatureSource {
  public:
    ContourSource(const RasterLayer& heights, double interval_m) : interval_m_(interval_m) {
        const RasterReading raster(heights);
        const geo::Box extent = raster.extent();
        const double coarse = std::sqrt(extent.width() * extent.height() / most_cells);
        const auto window = raster.window(extent, std::max(coarse, raster.cell_m()));
        auto values = raster.values(1, window);
        const auto known = raster.mask(window);
        for (std::size_t i = 0; i < values.size(); ++i)
            if (!known[i]) values[i] = static_cast<float>(no_height);
        west_ = window.box.min_x, north_ = window.box.max_y;
        cell_x_ = window.box.width() / window.width, cell_y_ = window.box.height() / window.height;
        const auto generator =
            GDAL_CG_Create(window.width, window.height, TRUE, no_height, interval_m, 0, take, this);
        std::vector<double> row(static_cast<std::size_t>(window.width));
        for (int y = 0; y < window.height; ++y) {
            std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(y) * window.width, window.width,
                        row.begin());
            GDAL_CG_FeedLine(generator, row.data());
        }
        GDAL_CG_Destroy(generator);
    }

    geo::Box extent() const override {
        geo::Box box;
        for (const auto& contour : contours_) box.add(contour.box);
        return box;
    }
    std::int64_t count() const override { return static_cast<std::int64_t>(contours_.size()); }
    void each(const land::FeatureQuery& query,
              const std::function<bool(const land::FeatureView&)>& visit) const override {
        std::vector<land::Value> values(query.attributes.size());
        const auto give = [&](std::size_t i) {
            const Contour& contour = contours_[i];
            if (query.box && !query.box->intersects(contour.box)) return true;
            for (std::size_t k = 0; k < values.size(); ++k) {
                values[k] = land::Null{};
                if (query.attributes[k] == "height_m") values[k] = contour.height_m;
                if (query.attributes[k] == "is_index") values[k] = std::int64_t{contour.is_index};
            }
            return visit({static_cast<std::int64_t>(i) + 1, contour.blob, values});
        };
        if (query.ids.empty()) {
            for (std::size_t i = 0; i < contours_.size(); ++i)
                if (!give(i)) return;
            return;
        }
        for (const auto id : query.ids)
            if (id >= 1 && id <= count() && !give(static_cast<std::size_t>(id) - 1)) return;
    }

  private:
    static CPLErr take(double level, int points, double* x, double* y, void* self) {
        static_cast<ContourSource*>(self)->add(level, points, x, y);
        return CE_None;
    }
    void add(double level, int points, const double* x, const double* y) {
        geo::LineString line;
        for (int i = 0; i < points; ++i) line.push_back({west_ + x[i] * cell_x_, north_ - y[i] * cell_y_});
        if (line.size() < 2) return;
        const geo::Geometry geometry = geo::MultiLineString{std::move(line)};
        const auto number = std::llround(level / interval_m_);
        contours_.push_back(
            {geo::box_of(geometry), geo::to_spatialite_blob(geometry, 0), level, number % 5 == 0});
    }

    double interval_m_, west_ = 0, north_ = 0, cell_x_ = 1, cell_y_ = 1;
    std::vector<Contour> contours_;
};

}  // namespace

std::shared_ptr<const land::FeatureSource> contour_source(const RasterLayer& heights, double interval_m) {
    if (!(interval_m > 0)) throw Error("bad_interval", "the interval of contours is a height above 0 m");
    return std::make_shared<ContourSource>(heights, interval_m);
}

}  // namespace liangdi::render
