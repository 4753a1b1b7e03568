#include "exchange/elevation_writer.hpp"

#include <system_error>

#include "exchange/gdal_crs.hpp"
#include "exchange/gdal_session.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {

namespace fs = std::filesystem;

void write_elevation(const fs::path& file, const ElevationGrid& grid, const geo::Crs& crs) {
    register_gdal();
    const GdalMessages messages;
    const fs::path partial = file.string() + ".part";
    const auto refuse = [&](const std::string& why) {
        std::error_code ignored;
        fs::remove(partial, ignored);
        throw Error("not_writable", "the elevation model cannot be written: " + why, file.string());
    };
    auto* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    if (!driver) refuse("GDAL came without GeoTIFF");
    char* options[] = {const_cast<char*>("COMPRESS=DEFLATE"), const_cast<char*>("PREDICTOR=3"),
                       const_cast<char*>("TILED=YES"), nullptr};
    Dataset out(driver->Create(partial.c_str(), grid.columns, grid.rows, 1, GDT_Float32, options));
    if (!out) refuse(messages.text());
    double transform[6] = {grid.north_west.x, grid.cell_m, 0, grid.north_west.y, 0, -grid.cell_m};
    out->SetGeoTransform(transform);
    if (const auto srs = srs_of(crs)) out->SetSpatialRef(srs.get());
    auto* band = out->GetRasterBand(1);
    band->SetUnitType("m");
    const CPLErr written =
        band->RasterIO(GF_Write, 0, 0, grid.columns, grid.rows, const_cast<float*>(grid.heights_m.data()),
                       grid.columns, grid.rows, GDT_Float32, 0, 0, nullptr);
    out.reset();
    if (written != CE_None || messages.failed()) refuse(messages.text());
    std::error_code failed;
    fs::rename(partial, file, failed);
    if (failed) refuse(failed.message());
}

}  // namespace liangdi::exchange
