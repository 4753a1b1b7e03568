#include "render/geo_tiff.hpp"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <memory>

#include "geo/file_error.hpp"
#include "render/page_map.hpp"

namespace liangdi::render {

namespace {

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

}  // namespace

void write_geotiff(const QImage& picture, const Page& page, const std::string& crs,
                   const std::filesystem::path& file) {
    GDALAllRegister();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    if (!driver) cannot_write("the GeoTIFF", file);
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    const int width = rgb.width(), height = rgb.height();
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    options.SetNameValue("PREDICTOR", "2");
    options.SetNameValue("TILED", "YES");
    options.SetNameValue("PHOTOMETRIC", "RGB");
    std::unique_ptr<GDALDataset, CloseDataset> dataset(
        driver->Create(file.c_str(), width, height, 3, GDT_Byte, options.List()));
    if (!dataset) cannot_write("the GeoTIFF", file);
    for (const auto& item : page.items) {
        const auto* map = std::get_if<PageMap>(&item.what);
        if (!map || map->name != "main") continue;
        // The paper's upper left corner on the ground, and the ground under a px.
        const QPointF middle = map_box_mm(item.mm, *map).center();
        const double m_per_mm = map->scale / 1000, m_per_px = page.mm.width() / width * m_per_mm;
        double transform[6] = {map->centre.x - middle.x() * m_per_mm, m_per_px, 0,
                               map->centre.y + middle.y() * m_per_mm, 0,        -m_per_px};
        dataset->SetGeoTransform(transform);
        OGRSpatialReference reference;
        if (reference.SetFromUserInput(crs.c_str()) == OGRERR_NONE) dataset->SetSpatialRef(&reference);
    }
    dataset->SetMetadataItem("TIFFTAG_DOCUMENTNAME", page.title.toUtf8().constData());
    // RasterIO does not change what it writes, but its parameter is not const.
    auto* pixels = const_cast<uchar*>(rgb.constBits());
    if (dataset->RasterIO(GF_Write, 0, 0, width, height, pixels, width, height, GDT_Byte, 3, nullptr, 3,
                          rgb.bytesPerLine(), 1, nullptr) != CE_None)
        cannot_write("the GeoTIFF", file);
    dataset->FlushCache();
    if (CPLGetLastErrorType() == CE_Failure) cannot_write("the GeoTIFF", file);
}

}  // namespace liangdi::render
