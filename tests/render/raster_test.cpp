// Rasters under the map: made here with GDAL, at known places and in known colours.
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <QTemporaryDir>
#include <cmath>
#include <functional>
#include <set>

#include "catch.hpp"
#include "geo/error.hpp"
#include "memory_source.hpp"
#include "render/contour_source.hpp"
#include "render/feature_shape.hpp"
#include "render/map_renderer.hpp"
#include "render/raster_picture.hpp"
#include "render/sld_reader.hpp"
#include "render/style_files.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

constexpr double west = 576000, north = 2950000;
constexpr int side = 200;  // cells

struct Made {
    std::string driver = "GTiff";
    int bands = 1;
    GDALDataType type = GDT_Byte;
    double cell_m = 1;
    int epsg = 4544;
    std::vector<std::string> options = {};
    bool overviews = false;
};

/// `value(band, column, row)` gives the cells.
std::filesystem::path raster(const QTemporaryDir& folder, const QString& name, const Made& made,
                             const std::function<double(int, int, int)>& value) {
    GDALAllRegister();
    const std::string file = folder.filePath(name).toStdString();
    auto* memory = GetGDALDriverManager()->GetDriverByName("MEM")->Create("", side, side, made.bands,
                                                                          made.type, nullptr);
    double transform[6] = {west, made.cell_m, 0, north, 0, -made.cell_m};
    if (made.epsg == 4326) {
        // About the same place in degrees.
        OGRSpatialReference town, world;
        town.importFromEPSG(4544);
        world.importFromEPSG(4326);
        town.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        world.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        auto* to = OGRCreateCoordinateTransformation(&town, &world);
        double x = west, y = north, x2 = west + side, y2 = north - side;
        REQUIRE(to->Transform(1, &x, &y));
        REQUIRE(to->Transform(1, &x2, &y2));
        OGRCoordinateTransformation::DestroyCT(to);
        transform[0] = x, transform[1] = (x2 - x) / side, transform[3] = y, transform[5] = (y2 - y) / side;
    }
    memory->SetGeoTransform(transform);
    OGRSpatialReference crs;
    crs.importFromEPSG(made.epsg);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);  // MBTiles is warped while it is written
    memory->SetSpatialRef(&crs);
    for (int band = 1; band <= made.bands; ++band) {
        std::vector<double> cells(side * side);
        for (int row = 0; row < side; ++row)
            for (int column = 0; column < side; ++column)
                cells[static_cast<std::size_t>(row * side + column)] = value(band, column, row);
        REQUIRE(memory->GetRasterBand(band)->RasterIO(GF_Write, 0, 0, side, side, cells.data(), side, side,
                                                      GDT_Float64, 0, 0, nullptr) == CE_None);
    }
    char** options = nullptr;
    for (const auto& option : made.options) options = CSLAddString(options, option.c_str());
    auto* driver = GetGDALDriverManager()->GetDriverByName(made.driver.c_str());
    REQUIRE(driver);
    auto* written = driver->CreateCopy(file.c_str(), memory, FALSE, options, nullptr, nullptr);
    CSLDestroy(options);
    REQUIRE(written);
    if (made.overviews) {
        int factors[] = {2, 4, 8};
        CHECK(written->BuildOverviews("AVERAGE", 3, factors, 0, nullptr, nullptr, nullptr) == CE_None);
    }
    GDALClose(written);
    GDALClose(memory);
    return file;
}

/// Four quarters: red, green, blue, white from the upper left on.
double quarters(int band, int column, int row) {
    const int quarter = (row < side / 2 ? 0 : 2) + (column < side / 2 ? 0 : 1);
    const bool on[4][3] = {
        {true, false, false}, {false, true, false}, {false, false, true}, {true, true, true}};
    return band == 4 || on[quarter][band - 1] ? 255 : 0;
}

struct Sheet {
    MapRequest request;
    QImage image;
    explicit Sheet(double dpi, double m_per_style_px = 1) {
        const double times = dpi / 96;
        const int px = static_cast<int>(300 * times);
        request.view =
            MapView{{west + side / 2.0, north - side / 2.0}, m_per_style_px / times, {px, px}, dpi};
    }
    void draw(const RasterLayer& layer) {
        request.rasters = {layer};
        image = MapRenderer().to_image(request);
    }
    QColor at(double column, double row) const {  // cells of 1 m
        const QPointF px = request.view.to_px({west + column, north - row});
        return image.pixelColor(static_cast<int>(px.x()), static_cast<int>(px.y()));
    }
    bool near(double column, double row, QColor colour, int by = 12) const {
        const QColor c = at(column, row);
        return std::abs(c.red() - colour.red()) <= by && std::abs(c.green() - colour.green()) <= by &&
               std::abs(c.blue() - colour.blue()) <= by;
    }
};

RasterLayer picture_of(const std::filesystem::path& file, const std::string& crs = "EPSG:4544") {
    return {file, RasterLayer::Kind::picture, 1, crs, {}};
}

}  // namespace

TEST_CASE("a picture lies where its file says, in its colours, at every resolution and through overviews",
          "[raster]") {
    const QTemporaryDir folder;
    std::filesystem::path file;
    int epsg = 4544;
    SECTION("GeoTIFF") {
        file = raster(folder, "a.tif", {"GTiff", 3}, quarters);
    }
    SECTION("GeoTIFF with an opacity") {
        file = raster(folder, "b.tif", {"GTiff", 4}, quarters);
    }
    SECTION("GeoTIFF with overviews") {
        file = raster(folder, "c.tif", {"GTiff", 3, GDT_Byte, 1, 4544, {"TILED=YES"}, true}, quarters);
    }
    SECTION("GeoTIFF of another CRS") {
        file = raster(folder, "d.tif", {"GTiff", 3, GDT_Byte, 1, 4326}, quarters);
        epsg = 4326;
    }
    SECTION("GeoPackage") {
        file = raster(folder, "e.gpkg", {"GPKG", 3, GDT_Byte, 1, 4544, {"TILE_FORMAT=PNG"}}, quarters);
    }
    SECTION("MBTiles, which are tiles of the web's Mercator") {
        file = raster(folder, "f.mbtiles",
                      {"MBTiles",
                       4,
                       GDT_Byte,
                       1,
                       4326,
                       {"TILE_FORMAT=PNG", "ZOOM_LEVEL_STRATEGY=UPPER", "RESAMPLING=NEAREST"}},
                      quarters);
        epsg = 3857;
    }
    for (const double dpi : {96.0, 192.0})
        for (const double m_per_px : {0.2, 1.0, 3.0}) {
            INFO(dpi << " dpi, " << m_per_px << " m a px, EPSG:" << epsg);
            Sheet sheet(dpi, m_per_px);
            sheet.draw(picture_of(file));
            const double far = m_per_px < 1 ? 8 : 60;  // from the middle, within the view
            CHECK(sheet.near(100 - far, 100 - far, Qt::red));
            CHECK(sheet.near(100 + far, 100 - far, QColor(0, 255, 0)));
            CHECK(sheet.near(100 - far, 100 + far, Qt::blue));
            CHECK(sheet.near(100 + far, 100 + far, Qt::white));
            if (m_per_px >= 1) {
                CHECK(sheet.near(-20, 100, paper_colour, 0));
                CHECK(sheet.near(100, 220, paper_colour, 0));
            }
            // The edge between two quarters lies where it should, to a px or a cell.
            const double px = std::max(m_per_px * 96 / dpi, 1.0) * 1.5;
            CHECK(sheet.near(100 - far, 100 - px - 0.5, Qt::red, 60));
            CHECK(sheet.near(100 - far, 100 + px + 0.5, Qt::blue, 60));
        }
}

TEST_CASE("palettes, grey pictures and cells without a value", "[raster]") {
    const QTemporaryDir folder;
    const auto grey =
        raster(folder, "grey.tif", {}, [](int, int column, int) { return column < 100 ? 40 : 200; });
    Sheet sheet(96);
    sheet.draw(picture_of(grey));
    CHECK(sheet.near(50, 50, QColor(40, 40, 40)));
    CHECK(sheet.near(150, 50, QColor(200, 200, 200)));
    {
        auto* file = GDALDataset::Open(grey.c_str(), GDAL_OF_UPDATE);
        REQUIRE(file);
        file->GetRasterBand(1)->SetNoDataValue(200);
        GDALClose(file);
    }
    sheet.draw(picture_of(grey));
    CHECK(sheet.near(50, 50, QColor(40, 40, 40)));
    CHECK(sheet.near(150, 50, paper_colour, 0));

    const auto paletted =
        raster(folder, "palette.tif", {}, [](int, int column, int) { return column < 100 ? 1 : 2; });
    {
        auto* file = GDALDataset::Open(paletted.c_str(), GDAL_OF_UPDATE);
        REQUIRE(file);
        GDALColorTable colours;
        const GDALColorEntry violet{120, 0, 200, 255}, brown{140, 90, 20, 255};
        colours.SetColorEntry(1, &violet);
        colours.SetColorEntry(2, &brown);
        file->GetRasterBand(1)->SetColorTable(&colours);
        GDALClose(file);
    }
    sheet.draw(picture_of(paletted));
    CHECK(sheet.near(50, 50, QColor(120, 0, 200), 0));
    CHECK(sheet.near(150, 50, QColor(140, 90, 20), 0));

    auto half = picture_of(paletted);
    half.opacity = 0.5;
    sheet.draw(half);
    CHECK(sheet.near(50, 50, QColor((120 + 245) / 2, 244 / 2, (200 + 236) / 2), 2));
}

TEST_CASE("hillshade: slopes to the south-east are dark, to the north-west light, level ground is left",
          "[raster]") {
    const QTemporaryDir folder;
    // A roof whose ridge runs from south-west to north-east, on a plain.
    const auto file = raster(folder, "heights.tif", {"GTiff", 1, GDT_Float32}, [](int, int column, int row) {
        const double across = (column + row - side) / 1.5;  // to the south-east
        return 1500 + std::max(0.0, 30 - std::abs(across));
    });
    for (const double dpi : {96.0, 192.0}) {
        Sheet sheet(dpi);
        RasterLayer layer{file, RasterLayer::Kind::hillshade, 1, "EPSG:4544", {}};
        sheet.draw(layer);
        const int plain = sheet.at(30, 60).lightness(), paper = paper_colour.lightness();
        CHECK(std::abs(plain - paper) <= 1);
        CHECK(sheet.at(109, 109).lightness() < paper - 60);
        CHECK(sheet.at(91, 91).lightness() > paper);
        layer.opacity = hillshade_opacity;
        const int dark = sheet.at(109, 109).lightness();
        sheet.draw(layer);
        CHECK(sheet.at(109, 109).lightness() > dark);
        CHECK(sheet.at(109, 109).lightness() < paper - 20);
    }
}

TEST_CASE("contours lie at their heights, at every interval, and every fifth is an index line", "[raster]") {
    const QTemporaryDir folder;
    const auto height = [](double x, double y) {  // of the ground
        const double dx = x - (west + 90), dy = y - (north - 110);
        return 1500 + 80 * std::exp(-(dx * dx + dy * dy) / 5000);
    };
    const auto file = raster(folder, "heights.tif", {"GTiff", 1, GDT_Float32}, [&](int, int column, int row) {
        return height(west + column + 0.5, north - row - 0.5);
    });
    for (const double interval : {5.0, 20.0}) {
        const auto source =
            contour_source({file, RasterLayer::Kind::hillshade, 1, "EPSG:4544", {}}, interval);
        std::set<double> levels;
        land::FeatureQuery query;
        query.attributes = {"height_m", "is_index"};
        source->each(query, [&](const land::FeatureView& feature) {
            const double level = std::get<double>(feature.attributes[0]);
            levels.insert(level);
            CHECK(std::fmod(level, interval) == Approx(0).margin(1e-9));
            CHECK(std::get<std::int64_t>(feature.attributes[1]) == (std::fmod(level, 5 * interval) < 1e-9));
            const auto geometry = geo::from_spatialite_blob(feature.blob);
            REQUIRE(geometry);
            for (const auto& line : std::get<geo::MultiLineString>(*geometry))
                for (const auto& p : line) CHECK(height(p.x, p.y) == Approx(level).epsilon(0).margin(0.4));
            return true;
        });
        CHECK(static_cast<double>(levels.size()) >= 80 / interval - 1);
        CHECK(source->count() >= static_cast<std::int64_t>(levels.size()));
    }
    CHECK_THROWS_AS(contour_source({file, {}, 1, "", {}}, 0), Error);

    for (const double dpi : {96.0, 192.0}) {
        Sheet sheet(dpi);
        sheet.request.layers.push_back({"contour",
                                        contour_source({file, {}, 1, "EPSG:4544", {}}, 20),
                                        layer_style("contour"),
                                        true,
                                        1,
                                        {}});
        sheet.image = MapRenderer().to_image(sheet.request);
        // Between two lines there is paper, on one there is its ink: somewhere within a px of where it must
        // lie.
        const auto darkest_about = [&](double x, double y) {
            int least = 255;
            for (double d = -1.5; d <= 1.5; d += 0.25)
                least = std::min(least, sheet.at(x + d, y).lightness());
            return least;
        };
        const double level = 1540, out = std::sqrt(-5000 * std::log((level - 1500) / 80));
        CHECK(darkest_about(90 + out, 110) < paper_colour.lightness() - 20);
        CHECK(sheet.near(90, 110, paper_colour, 0));
    }
}

TEST_CASE("what cannot be read as a raster is said with its file", "[raster]") {
    const QTemporaryDir folder;
    MapRequest request;
    request.view = MapView{{west, north}, 1, {100, 100}, 96};
    request.rasters = {picture_of(folder.filePath("none.tif").toStdString())};
    try {
        MapRenderer().to_image(request);
        FAIL("drawn");
    } catch (const Error& e) {
        CHECK(e.code() == "raster_unreadable");
        CHECK_THAT(e.where(), Catch::Matchers::ContainsSubstring("none.tif"));
    }
}

TEST_CASE("a raster beside the view draws nothing", "[raster]") {
    const QTemporaryDir folder;
    const auto file = raster(folder, "a.tif", {"GTiff", 3}, quarters);
    MapRequest request;
    request.view = MapView{{west + 5000, north}, 1, {100, 100}, 96};
    request.rasters = {picture_of(file)};
    const QImage image = MapRenderer().to_image(request);
    CHECK(image.pixelColor(50, 50) == paper_colour);
    CHECK(image.pixelColor(0, 99) == paper_colour);
}
