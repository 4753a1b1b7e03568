#include "render/raster_reading.hpp"

#include <cpl_error.h>
#include <gdal_priv.h>
#include <gdalwarper.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

#include "geo/error.hpp"

namespace liangdi::render {

namespace {

/// GDAL's words are kept out of the standard error; the last one goes into the Error.
struct Quiet {
    Quiet() {
        static std::once_flag once;
        std::call_once(once, [] { GDALAllRegister(); });
        CPLPushErrorHandler(CPLQuietErrorHandler);
        CPLErrorReset();
    }
    ~Quiet() { CPLPopErrorHandler(); }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
};

[[noreturn]] void unreadable(const std::string& where) {
    const std::string why = CPLGetLastErrorMsg();
    throw Error("raster_unreadable", "the raster cannot be drawn" + (why.empty() ? "" : ": " + why), where);
}

OGRSpatialReference crs_of(const std::string& text) {
    OGRSpatialReference crs;
    crs.SetFromUserInput(text.c_str());
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

/// Whether the raster must be resampled before its rows run east and its columns north in the town's CRS.
bool to_warp(GDALDataset& dataset, const std::string& crs, const std::string& where) {
    double t[6];
    if (dataset.GetGeoTransform(t) != CE_None)
        throw Error("raster_unreadable", "the raster does not say where it lies; give it a world file (.tfw)",
                    where);
    if (t[2] != 0 || t[4] != 0 || t[1] <= 0 || t[5] >= 0) return true;
    const auto* own = dataset.GetSpatialRef();
    // Without a word on its CRS it is taken to be in the town's.
    return own && !crs.empty() && !own->IsSame(&*std::make_unique<OGRSpatialReference>(crs_of(crs)));
}

}  // namespace

void RasterReading::Close::operator()(GDALDataset* dataset) const {
    GDALClose(dataset);
}

RasterReading::RasterReading(const RasterLayer& layer) : where_(layer.file.string()) {
    const Quiet quiet;
    const std::string table = layer.table.empty() ? std::string() : "TABLE=" + layer.table;
    const char* options[] = {table.c_str(), nullptr};
    file_.reset(GDALDataset::Open(where_.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                  nullptr, table.empty() ? nullptr : options, nullptr));
    if (!file_ || file_->GetRasterCount() < 1) unreadable(where_);
    dataset_ = file_.get();
    if (to_warp(*file_, layer.crs, where_)) {
        char* wkt = nullptr;
        crs_of(layer.crs).exportToWkt(&wkt);
        constexpr double error_px = 0.125;
        shown_.reset(static_cast<GDALDataset*>(GDALAutoCreateWarpedVRT(
            file_.get(), nullptr, layer.crs.empty() ? nullptr : wkt, GRA_Bilinear, error_px, nullptr)));
        CPLFree(wkt);
        if (!shown_) unreadable(where_);
        dataset_ = shown_.get();
    }
    double t[6];
    dataset_->GetGeoTransform(t);
    origin_x_ = t[0], cell_x_ = t[1], origin_y_ = t[3], cell_y_ = -t[5];
    if (cell_x_ <= 0 || cell_y_ <= 0) unreadable(where_);
}

RasterReading::~RasterReading() {
    const Quiet quiet;
    shown_.reset();
    file_.reset();
}

geo::Box RasterReading::extent() const {
    return {origin_x_, origin_y_ - dataset_->GetRasterYSize() * cell_y_,
            origin_x_ + dataset_->GetRasterXSize() * cell_x_, origin_y_};
}

double RasterReading::cell_m() const {
    return cell_x_;
}

RasterReading::Window RasterReading::window(const geo::Box& box, double m_per_px, int margin) const {
    const double step_x = std::max(m_per_px, cell_x_), step_y = std::max(m_per_px, cell_y_);
    const geo::Box own = extent();
    Window w;
    w.box = {
        std::max(box.min_x - margin * step_x, own.min_x), std::max(box.min_y - margin * step_y, own.min_y),
        std::min(box.max_x + margin * step_x, own.max_x), std::min(box.max_y + margin * step_y, own.max_y)};
    if (w.box.min_x >= w.box.max_x || w.box.min_y >= w.box.max_y) return {};
    w.column = (w.box.min_x - origin_x_) / cell_x_;
    w.row = (origin_y_ - w.box.max_y) / cell_y_;
    w.columns = w.box.width() / cell_x_;
    w.rows = w.box.height() / cell_y_;
    w.width = std::max(1, static_cast<int>(std::ceil(w.box.width() / step_x - 1e-6)));
    w.height = std::max(1, static_cast<int>(std::ceil(w.box.height() / step_y - 1e-6)));
    return w;
}

int RasterReading::bands() const {
    return dataset_->GetRasterCount();
}

bool RasterReading::holds_numbers() const {
    return dataset_->GetRasterBand(1)->GetRasterDataType() != GDT_Byte && !paletted();
}

bool RasterReading::paletted() const {
    return dataset_->GetRasterBand(1)->GetColorTable() != nullptr;
}

std::array<unsigned char, 4> RasterReading::palette(unsigned char entry) const {
    const auto* table = dataset_->GetRasterBand(1)->GetColorTable();
    GDALColorEntry colour{};
    if (!table || !table->GetColorEntryAsRGB(entry, &colour)) return {};
    const auto byte = [](short value) {
        return static_cast<unsigned char>(std::clamp<short>(value, 0, 255));
    };
    return {byte(colour.c1), byte(colour.c2), byte(colour.c3), byte(colour.c4)};
}

template <class T>
std::vector<T> RasterReading::read(int band, const Window& window, bool nearest, int type, bool mask) const {
    const Quiet quiet;
    std::vector<T> out(static_cast<std::size_t>(window.width) * static_cast<std::size_t>(window.height));
    auto* from = dataset_->GetRasterBand(band);
    if (mask) from = from->GetMaskBand();
    GDALRasterIOExtraArg how;
    INIT_RASTERIO_EXTRA_ARG(how);
    const bool finer = window.columns > window.width || window.rows > window.height;
    how.eResampleAlg = nearest || mask ? GRIORA_NearestNeighbour : finer ? GRIORA_Average : GRIORA_Bilinear;
    how.bFloatingPointWindowValidity = TRUE;
    how.dfXOff = window.column, how.dfYOff = window.row;
    how.dfXSize = window.columns, how.dfYSize = window.rows;
    const int left = std::clamp(static_cast<int>(window.column), 0, from->GetXSize() - 1),
              top = std::clamp(static_cast<int>(window.row), 0, from->GetYSize() - 1);
    const int right = std::clamp(static_cast<int>(std::ceil(window.column + window.columns - 1e-9)), left + 1,
                                 from->GetXSize()),
              bottom = std::clamp(static_cast<int>(std::ceil(window.row + window.rows - 1e-9)), top + 1,
                                  from->GetYSize());
    if (from->RasterIO(GF_Read, left, top, right - left, bottom - top, out.data(), window.width,
                       window.height, static_cast<GDALDataType>(type), 0, 0, &how) != CE_None)
        unreadable(where_);
    return out;
}

std::vector<float> RasterReading::values(int band, const Window& window, bool nearest) const {
    return read<float>(band, window, nearest, GDT_Float32, false);
}
std::vector<unsigned char> RasterReading::bytes(int band, const Window& window, bool nearest) const {
    return read<unsigned char>(band, window, nearest, GDT_Byte, false);
}
std::vector<unsigned char> RasterReading::mask(const Window& window) const {
    return read<unsigned char>(1, window, true, GDT_Byte, true);
}

}  // namespace liangdi::render
