#include "geo/spatialite_blob.hpp"

#include <sqlite3.h>
// spatialite.h needs the names of sqlite3.h.
#include <spatialite.h>

#include <cstring>
#include <memory>
#include <string>

#include "catch.hpp"
#include "geo/areas.hpp"
#include "random_polygons.hpp"

using namespace liangdi::geo;
using namespace liangdi::tests;

namespace {

/// Real SpatiaLite in memory, to check our bytes against its own.
class Spatialite {
  public:
    Spatialite() : cache_(spatialite_alloc_connection()) {
        REQUIRE(sqlite3_open(":memory:", &db_) == SQLITE_OK);
        spatialite_init_ex(db_, cache_, 0);
    }
    ~Spatialite() {
        sqlite3_close(db_);
        spatialite_cleanup_ex(cache_);
    }
    Spatialite(const Spatialite&) = delete;
    Spatialite& operator=(const Spatialite&) = delete;

    Bytes blob(const char* sql, const Bytes& argument) {
        const Row row(db_, sql, argument);
        const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(row.statement, 0));
        return data ? Bytes(data, data + sqlite3_column_bytes(row.statement, 0)) : Bytes{};
    }
    double number(const char* sql, const Bytes& argument) {
        const Row row(db_, sql, argument);
        REQUIRE(sqlite3_column_type(row.statement, 0) != SQLITE_NULL);
        return sqlite3_column_double(row.statement, 0);
    }

  private:
    struct Row {
        Row(sqlite3* db, const char* sql, const Bytes& argument) {
            REQUIRE(sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) == SQLITE_OK);
            sqlite3_bind_blob(statement, 1, argument.data(), static_cast<int>(argument.size()),
                              SQLITE_TRANSIENT);
            REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
        }
        ~Row() { sqlite3_finalize(statement); }
        Row(const Row&) = delete;
        Row& operator=(const Row&) = delete;
        sqlite3_stmt* statement = nullptr;
    };
    sqlite3* db_ = nullptr;
    void* cache_;
};

template <class T>
void put(Bytes& out, T value) {
    std::byte raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    out.insert(out.end(), raw, raw + sizeof(T));
}

void put_points(Bytes& out, const std::vector<Point>& points) {
    put(out, static_cast<std::uint32_t>(points.size()));
    for (Point p : points) {
        put(out, p.x);
        put(out, p.y);
    }
}

void put_head(Bytes& out, std::uint32_t type) {
    out.push_back(std::byte{1});
    put(out, type);
}

/// Little-endian WKB (OGC 06-103r4 §8.2).
Bytes wkb(const Geometry& geometry) {
    Bytes out;
    if (const auto* p = std::get_if<Point>(&geometry)) {
        put_head(out, 1);
        put(out, p->x);
        put(out, p->y);
    } else if (const auto* lines = std::get_if<MultiLineString>(&geometry)) {
        put_head(out, 5);
        put(out, static_cast<std::uint32_t>(lines->size()));
        for (const LineString& line : *lines) {
            put_head(out, 2);
            put_points(out, line);
        }
    } else if (const auto* polygons = std::get_if<MultiPolygon>(&geometry)) {
        put_head(out, 6);
        put(out, static_cast<std::uint32_t>(polygons->size()));
        for (const Polygon& polygon : *polygons) {
            put_head(out, 3);
            put(out, static_cast<std::uint32_t>(1 + polygon.holes.size()));
            put_points(out, polygon.shell);
            for (const Ring& hole : polygon.holes) put_points(out, hole);
        }
    }
    return out;
}

Geometry random_geometry(Random& random) {
    const int kind = uniform_int(random, 0, 2);
    if (kind == 0) return Point{town.x + uniform(random, -1e4, 1e4), town.y + uniform(random, -1e4, 1e4)};
    if (kind == 1) {
        MultiLineString lines;
        const int parts = uniform_int(random, 1, 3);
        for (int i = 0; i < parts; ++i) lines.push_back(star(random, town, 5, 900));
        return lines;
    }
    return parcels(random);
}

struct Counter final : BlobSink {
    std::size_t points = 0, calls = 0, shells = 0;
    void point(Point) override { ++points, ++calls; }
    void line(std::span<const Point> p) override { points += p.size(), ++calls; }
    void ring(std::span<const Point> p, bool is_shell) override {
        points += p.size(), ++calls;
        shells += is_shell ? 1 : 0;
    }
};

/// All readers at once on any bytes; what they accept must hang together.
bool read_everything(const Bytes& bytes) {
    // A copy of exact size on the heap lets the sanitizer see every byte read too far.
    const std::unique_ptr<std::byte[]> exact(new std::byte[bytes.size()]);
    std::ranges::copy(bytes, exact.get());
    const ByteView view(exact.get(), bytes.size());
    Counter counter;
    const bool visited = visit_spatialite_blob(view, counter);
    const auto geometry = from_spatialite_blob(view);
    CHECK(visited == geometry.has_value());
    if (!visited) CHECK(counter.calls == 0);
    if (geometry) CHECK(point_count(*geometry) == counter.points);
    if (visited) CHECK(box_of_spatialite_blob(view).has_value());
    CHECK(box_of_spatialite_blob(view).has_value() == srid_of_spatialite_blob(view).has_value());
    return visited;
}

}  // namespace

TEST_CASE("our blobs are SpatiaLite's, byte by byte, and back") {
    Spatialite spatialite;
    Random random(7);
    for (int i = 0; i < 120; ++i) {
        const Geometry geometry = random_geometry(random);
        const Bytes ours = to_spatialite_blob(geometry, 4544);
        CHECK(ours == spatialite.blob("SELECT GeomFromWKB(?1, 4544)", wkb(geometry)));
        CHECK(wkb(geometry) == spatialite.blob("SELECT AsBinary(?1)", ours));
        CHECK(spatialite.number("SELECT Srid(?1)", ours) == 4544);
        CHECK(spatialite.number("SELECT MbrMaxY(?1)", ours) == box_of(geometry).max_y);
        if (const auto* polygons = std::get_if<MultiPolygon>(&geometry)) {
            CHECK(spatialite.number("SELECT ST_IsValid(?1)", ours) == 1);
            CHECK(spatialite.number("SELECT ST_Area(?1)", ours) ==
                  Approx(planar_area_m2(*polygons)).epsilon(1e-9));
        }
    }
}

TEST_CASE("a geometry comes back from its blob as it was") {
    Random random(8);
    for (int i = 0; i < 300; ++i) {
        const Geometry geometry = random_geometry(random);
        const Bytes blob = to_spatialite_blob(geometry, 4544);
        REQUIRE(from_spatialite_blob(blob).has_value());
        CHECK(*from_spatialite_blob(blob) == geometry);
        CHECK(box_of_spatialite_blob(blob) == box_of(geometry));
        CHECK(srid_of_spatialite_blob(blob) == 4544);
    }
}

TEST_CASE("empty geometries give no bytes, empty parts are left out") {
    CHECK(to_spatialite_blob(Geometry{}, 4544).empty());
    CHECK(to_spatialite_blob(MultiPolygon{}, 4544).empty());
    CHECK(to_spatialite_blob(MultiPolygon{Polygon{}}, 4544).empty());
    CHECK(to_spatialite_blob(MultiLineString{{}}, 4544).empty());
    const MultiPolygon one{rectangle({0, 0, 1, 1})};
    CHECK(to_spatialite_blob(MultiPolygon{Polygon{}, one[0]}, 4544) == to_spatialite_blob(one, 4544));
}

TEST_CASE("a hole whose shell is empty is not taken for a shell") {
    const MultiPolygon one{{rectangle({0, 0, 9, 9}).shell, {rectangle({1, 1, 2, 2}).shell}}};
    Bytes blob = to_spatialite_blob(one, 4544);
    constexpr std::size_t count_at = 43 + 4 + 1 + 4 + 4, points = 5 * sizeof(Point);  // of the shell's points
    std::fill_n(blob.begin() + count_at, 4, std::byte{0});
    blob.erase(blob.begin() + count_at + 4, blob.begin() + count_at + 4 + points);
    CHECK_FALSE(read_everything(blob));
}

TEST_CASE("single polygons and lines come back as multi geometries of one part") {
    Spatialite spatialite;
    const auto read = [&](const char* sql) { return from_spatialite_blob(spatialite.blob(sql, {})); };
    CHECK(read("SELECT GeomFromText('POLYGON((0 0,1 0,1 1,0 0))', 4544), ?1") ==
          Geometry{MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {}}}});
    CHECK(read("SELECT GeomFromText('LINESTRING(0 0,1 0)', 4544), ?1") ==
          Geometry{MultiLineString{{{0, 0}, {1, 0}}}});
    CHECK(read("SELECT GeomFromText('POINT(3 4)', 4544), ?1") == Geometry{Point{3, 4}});
}

TEST_CASE("blobs of other kinds are refused") {
    Spatialite spatialite;
    for (const char* sql :
         {"SELECT GeomFromText('POINTZ(1 2 3)', 4544), ?1",
          "SELECT GeomFromText('POLYGONZ((0 0 1,1 0 1,1 1 1,0 0 1))', 4544), ?1",
          "SELECT GeomFromText('MULTIPOLYGONM(((0 0 1,1 0 1,1 1 1,0 0 1)))', 4544), ?1",
          "SELECT GeomFromText('MULTILINESTRINGZM((0 0 1 1,1 0 1 1))', 4544), ?1",
          "SELECT GeomFromText('MULTIPOINT(1 2, 3 4)', 4544), ?1",
          "SELECT GeomFromText('GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(0 0, 1 1))', 4544), ?1",
          "SELECT CompressGeometry(GeomFromText('LINESTRING(0 0,1 0,2 2,3 0)', 4544)), ?1",
          "SELECT CompressGeometry(GeomFromText('POLYGON((0 0,1 0,1 1,0 0))', 4544)), ?1", "SELECT x'00', ?1",
          "SELECT x'', ?1"}) {
        INFO(sql);
        CHECK_FALSE(read_everything(spatialite.blob(sql, {})));
    }
    Bytes big_endian = to_spatialite_blob(Point{1, 2}, 4544);
    big_endian[1] = std::byte{0};
    CHECK_FALSE(read_everything(big_endian));
}

TEST_CASE("a blob cut anywhere is refused") {
    Random random(9);
    for (int i = 0; i < 10; ++i) {
        const Bytes blob = to_spatialite_blob(random_geometry(random), 4544);
        for (std::size_t size = 0; size < blob.size(); ++size)
            CHECK_FALSE(
                read_everything(Bytes(blob.begin(), blob.begin() + static_cast<std::ptrdiff_t>(size))));
        Bytes longer = blob;
        longer.push_back(std::byte{0xFE});
        CHECK_FALSE(read_everything(longer));
        // The end mark put on a cut blob does not make it whole.
        for (std::size_t size = 44; size < blob.size() - 1; size += 7) {
            Bytes cut(blob.begin(), blob.begin() + static_cast<std::ptrdiff_t>(size));
            cut.back() = std::byte{0xFE};
            CHECK_FALSE(read_everything(cut));
        }
    }
}

TEST_CASE("damaged bytes are read without harm") {
    Random random(10);
    int refused = 0;
    for (int i = 0; i < 4000; ++i) {
        Bytes blob = to_spatialite_blob(random_geometry(random), 4544);
        const int flips = uniform_int(random, 1, 4);
        for (int k = 0; k < flips; ++k) {
            // Half of the damage goes to the head and the first counts, where it does most.
            const auto last = static_cast<int>(blob.size()) - 1;
            const int at = uniform_int(random, 0, uniform_int(random, 0, 1) == 1 ? std::min(last, 60) : last);
            blob[static_cast<std::size_t>(at)] ^= static_cast<std::byte>(1 << uniform_int(random, 0, 7));
        }
        refused += read_everything(blob) ? 0 : 1;
    }
    CHECK(refused > 400);
}

TEST_CASE("a claimed count of millions is refused at once") {
    for (const std::size_t at : {std::size_t{43}, std::size_t{52}, std::size_t{56}})
        for (const std::int32_t count : {0x7FFFFFFF, -1, 0x10000000}) {
            Bytes blob = to_spatialite_blob(MultiPolygon{rectangle({0, 0, 1, 1})}, 4544);
            std::memcpy(blob.data() + at, &count, sizeof count);
            CHECK_FALSE(read_everything(blob));
        }
}
