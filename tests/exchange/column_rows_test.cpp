// A large GeoPackage comes in columns; whatever is in it, it must come as GDAL's features give it.
#include <ogrsf_frmts.h>

#include <cmath>
#include <fstream>

#include "catch.hpp"
#include "exchange/column_rows.hpp"
#include "exchange/gdal_session.hpp"
#include "exchange/reader.hpp"
#include "scratch.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using exchange::Reader;
using exchange::SourceRow;

namespace {

constexpr int rows = 12'500;  // twelve whole batches and a piece

std::unique_ptr<OGRGeometry> shape(int i) {
    const double x = 570'000 + 40.0 * (i % 100), y = 2'950'000 + 25.0 * (i / 100);
    const auto ring_of = [](double left, double low, double size) {
        auto ring = std::make_unique<OGRLinearRing>();
        for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}})
            ring->addPoint(left + size * dx, low + size * dy);
        return ring;
    };
    auto polygon = std::make_unique<OGRPolygon>();
    polygon->addRingDirectly(ring_of(x, y, 20).release());
    if (i % 7 == 0) polygon->addRingDirectly(ring_of(x + 5, y + 5, 3).release());
    if (i % 5 != 0) return polygon;
    auto several = std::make_unique<OGRMultiPolygon>();
    several->addGeometryDirectly(polygon.release());
    if (i % 3 == 0) {
        auto part = std::make_unique<OGRPolygon>();
        part->addRingDirectly(ring_of(x + 22, y, 2).release());
        several->addGeometryDirectly(part.release());
    }
    return several;
}

/// Parcels with texts, numbers and empty cells, then changed by these statements.
std::filesystem::path parcels(const Scratch& scratch, const std::vector<std::string>& changes = {},
                              const std::vector<OGRFieldType>& more = {}) {
    exchange::register_gdal();
    const exchange::GdalMessages quiet;
    const std::filesystem::path file = scratch / "地块.gpkg";
    const exchange::Dataset out(
        GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference srs;
    srs.importFromEPSG(4544);
    OGRLayer* layer = out->CreateLayer("parcels", &srs, wkbUnknown, nullptr);
    std::vector<OGRFieldType> types{OFTString, OFTInteger, OFTInteger64, OFTReal};
    types.insert(types.end(), more.begin(), more.end());
    for (const OGRFieldType type : types) {
        OGRFieldDefn field(("f" + std::to_string(layer->GetLayerDefn()->GetFieldCount())).c_str(), type);
        REQUIRE(layer->CreateField(&field) == OGRERR_NONE);
    }
    out->StartTransaction();
    for (int i = 0; i < rows; ++i) {
        const exchange::Feature feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        if (i % 11 != 0) feature->SetField(0, i % 13 == 0 ? "" : ("测试𠮷地" + std::to_string(i)).c_str());
        if (i % 3 != 0) feature->SetField(1, i - 6000);
        if (i % 4 != 0) feature->SetField(2, GIntBig{1} << (i % 62));
        if (i % 5 != 0) feature->SetField(3, i * 0.1);
        feature->SetGeometryDirectly(shape(i).release());
        REQUIRE(layer->CreateFeature(feature.get()) == OGRERR_NONE);
    }
    out->CommitTransaction();
    for (const std::string& change : changes) out->ExecuteSQL(change.c_str(), nullptr, nullptr);
    return file;
}

std::vector<SourceRow> all(const std::filesystem::path& file, bool as_features) {
    const Reader reader(file, {.encoding = {}, .as_features = as_features});
    std::vector<SourceRow> out;
    reader.each(reader.layer(), [&](const SourceRow& row) { return out.push_back(row), true; });
    return out;
}

/// The first row that is not the same, or -1.
std::int64_t first_difference(const std::vector<SourceRow>& a, const std::vector<SourceRow>& b) {
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (i >= a.size() || i >= b.size()) return static_cast<std::int64_t>(i);
        const exchange::GeometryTraits &s = a[i].traits, &t = b[i].traits;
        const bool same =
            a[i].row == b[i].row && a[i].cells == b[i].cells && a[i].geometry == b[i].geometry &&
            a[i].geometry_problem == b[i].geometry_problem && a[i].row_problem == b[i].row_problem &&
            s.present == t.present && s.empty == t.empty && s.curved == t.curved && s.heights == t.heights &&
            s.measures == t.measures && s.collection == t.collection && s.not_finite == t.not_finite;
        if (!same) return static_cast<std::int64_t>(i);
    }
    return -1;
}

std::string sql_blob(const OGRGeometry& geometry) {
    std::string out = "x'4750000100000000";  // GP, version 0, little endian without a box, SRS 0
    std::vector<unsigned char> wkb(static_cast<std::size_t>(geometry.WkbSize()));
    geometry.exportToWkb(wkbNDR, wkb.data(), wkbVariantIso);
    for (const unsigned char byte : wkb) {
        constexpr std::string_view digits = "0123456789abcdef";
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out + "'";
}

std::string set_geometry(const char* wkt, int fid) {
    OGRGeometry* made = nullptr;
    CAPTURE(wkt);
    REQUIRE(OGRGeometryFactory::createFromWkt(wkt, nullptr, &made) == OGRERR_NONE);
    const std::unique_ptr<OGRGeometry> geometry(made);
    // Well-known text has no word for what is no number: -7777 stands for it.
    struct Spoil final : OGRDefaultGeometryVisitor {
        using OGRDefaultGeometryVisitor::visit;
        void visit(OGRPoint* point) override {
            if (point->getX() == -7777) point->setX(std::nan(""));
            if (point->getY() == -7777) point->setY(HUGE_VAL);
        }
    } spoil;
    if (std::string_view(wkt).find("-7777") != std::string_view::npos) geometry->accept(&spoil);
    return "UPDATE parcels SET geom=" + sql_blob(*geometry) + " WHERE fid=" + std::to_string(fid);
}

/// How many rows come in columns before the stream gives up or ends.
std::int64_t in_columns(const std::filesystem::path& file, bool* whole = nullptr) {
    const exchange::Dataset dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    const auto columns = exchange::ColumnRows::of(*dataset->GetLayer(0), std::filesystem::file_size(file),
                                                  dataset->GetLayer(0)->GetFeatureCount(), false);
    if (!columns) return -1;
    SourceRow row;
    while (columns->next(row)) {
    }
    if (whole) *whole = columns->whole();
    return columns->taken();
}

}  // namespace

TEST_CASE("rows in columns are the rows that features give") {
    const Scratch scratch;
    const auto file = parcels(scratch);
    bool whole = false;
    CHECK(in_columns(file, &whole) == rows);
    CHECK(whole);
    CHECK(first_difference(all(file, false), all(file, true)) == -1);
    CHECK(all(file, false).size() == rows);
}

TEST_CASE("whatever stands in a row, it comes as its feature gives it") {
    // Each kind of oddity with the row at which columns give up, 0 where they need not.
    const auto [change, gives_up_at] = GENERATE(table<std::string, int>({
        {"UPDATE parcels SET geom=NULL WHERE fid=7000", 7000},
        {"UPDATE parcels SET geom=NULL WHERE fid=100", 100},  // among those that come as features anyway
        {"UPDATE parcels SET geom=NULL WHERE fid=512", 512},  // the last of them
        {"UPDATE parcels SET geom=NULL WHERE fid=513", 513},
        {"UPDATE parcels SET geom=x'47500001' WHERE fid=7000", 7000},
        {"UPDATE parcels SET geom=x'475000010000000001030000000100000004' WHERE fid=7000", 7000},
        {"UPDATE parcels SET geom=x'4750000100000000' WHERE fid=7000", 7000},
        {"UPDATE parcels SET geom='no geometry' WHERE fid=7000", 7000},
        {"DELETE FROM parcels WHERE fid=7000", 0},
        {"UPDATE parcels SET fid=9000000 WHERE fid=7000", 0},
        {"UPDATE parcels SET f1='text in a number', f2='12 and more', f3='x', f0=x'414243' WHERE fid=7000",
         0},
        {"UPDATE parcels SET f0='a' || char(0) || 'b' WHERE fid=7000", 0},
        {"UPDATE parcels SET f1=5000000000, f2=1.5, f3=9e999 WHERE fid=7000", 0},
        {"UPDATE gpkg_ogr_contents SET feature_count=11000", 0},
        {"UPDATE gpkg_ogr_contents SET feature_count=13000", 0},
        {"UPDATE gpkg_ogr_contents SET feature_count=9223372036854775807", 0},
    }));
    const Scratch scratch;
    const auto file = parcels(scratch, {change});
    CAPTURE(change);
    CHECK(first_difference(all(file, false), all(file, true)) == -1);
    if (gives_up_at > 0) CHECK(in_columns(file) == gives_up_at - 1);
}

TEST_CASE("shapes of every kind come in columns as features give them") {
    const Scratch scratch;
    const auto file = parcels(
        scratch, {set_geometry("POINT (570000 2950000)", 11), set_geometry("POINT EMPTY", 12),
                  set_geometry("POLYGON EMPTY", 13), set_geometry("MULTIPOLYGON EMPTY", 14),
                  set_geometry("POLYGON ((0 0,9 0,9 9))", 15), set_geometry("LINESTRING (0 0,9 0,9 9)", 16),
                  set_geometry("MULTILINESTRING ((0 0,9 0),(1 1,2 2))", 17),
                  set_geometry("MULTIPOINT ((0 0),(1 1))", 18),
                  set_geometry("POLYGON Z ((0 0 1,9 0 1,9 9 1,0 0 1))", 19),
                  set_geometry("POLYGON M ((0 0 1,9 0 1,9 9 1,0 0 1))", 20),
                  set_geometry("CURVEPOLYGON (CIRCULARSTRING (0 0,4 0,4 4,0 4,0 0))", 21),
                  set_geometry("GEOMETRYCOLLECTION (POINT (1 1),LINESTRING (0 0,1 1))", 22),
                  set_geometry("MULTIPOLYGON (EMPTY,((0 0,9 0,9 9,0 0)))", 23),
                  set_geometry("POLYGON ((-7777 0,9 0,9 9,-7777 0))", 24),
                  set_geometry("MULTIPOLYGON (((0 0,9 0,9 9,0 0),(1 -7777,2 1,2 2,1 -7777)))", 25),
                  set_geometry("TRIANGLE ((0 0,9 0,9 9,0 0))", 26)});
    CHECK(in_columns(file) == rows);
    const auto in_columns_too = all(file, false);
    CHECK(in_columns_too[18].traits.heights);
    CHECK(in_columns_too[23].traits.not_finite);
    CHECK(in_columns_too[24].traits.not_finite);
    CHECK(first_difference(in_columns_too, all(file, true)) == -1);
}

TEST_CASE("columns that are neither numbers nor text are left to features") {
    const Scratch scratch;
    const OGRFieldType type = GENERATE(OFTDate, OFTDateTime, OFTBinary);
    const auto file = parcels(scratch, {"UPDATE parcels SET f4='2015-03-05' WHERE fid % 2"}, {type});
    CHECK(in_columns(file) == -1);
    CHECK(first_difference(all(file, false), all(file, true)) == -1);
}

TEST_CASE("a new reading of a layer ends the one before, and stopping half way leaves nothing running") {
    const Scratch scratch;
    const auto file = parcels(scratch);
    const Reader reader(file);
    SourceRow row;
    const auto first = reader.rows(reader.layer());
    for (int i = 0; i < 3000; ++i) REQUIRE(first(row));
    const auto second = reader.rows(reader.layer());
    std::int64_t n = 0;
    while (second(row)) CHECK(row.row == ++n);
    CHECK(n == rows);
    const auto third = reader.rows(reader.layer());
    for (int i = 0; i < 2000; ++i) REQUIRE(third(row));
}

TEST_CASE("a GeoPackage cut short gives the rows it has, in columns or not, and says what it lacks") {
    const Scratch scratch;
    const auto file = parcels(scratch);
    const auto size = std::filesystem::file_size(file);
    for (const double share : {0.9, 0.5, 0.2}) {
        std::filesystem::resize_file(file, static_cast<std::uintmax_t>(static_cast<double>(size) * share));
        CAPTURE(share);
        try {
            const auto rows_of_features = all(file, true);
            CHECK(first_difference(all(file, false), rows_of_features) == -1);
        } catch (const std::exception& refused) {
            CHECK_THROWS_WITH(all(file, false), refused.what());
        }
    }
}

TEST_CASE("a GeoPackage with destroyed pages gives what is before them, in columns or not") {
    const Scratch scratch;
    const auto file = parcels(scratch);
    const auto size = std::filesystem::file_size(file);
    const double share = GENERATE(0.3, 0.5, 0.6);
    std::fstream(file, std::ios::in | std::ios::out | std::ios::binary)
        .seekp(static_cast<std::streamoff>(static_cast<double>(size) * share))
        .write(std::string(20'000, '\xEE').data(), 20'000);
    CAPTURE(share);
    const auto in_features = all(file, true);
    CHECK(first_difference(all(file, false), in_features) == -1);
    CHECK(in_features.size() < rows);
    CHECK_FALSE(in_features.back().row_problem.empty());
}
