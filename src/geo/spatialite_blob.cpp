#include "geo/spatialite_blob.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>

#include "geo/error.hpp"

// Layout (gg_wkb.c): 00, byte order 01, int32 SRID, 4 doubles min_x min_y max_x max_y, 7C, int32 class, data,
// FE. point: x y. line: int32 n, n points. polygon: int32 rings, each as a line. collection: int32 n, then
// for each part 69, int32 class, data.
namespace liangdi::geo {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they lie in the blob");
static_assert(sizeof(Point) == 2 * sizeof(double), "points are copied as they lie in the blob");

constexpr std::byte start{0x00}, little_endian{0x01}, mbr_end{0x7C}, entity{0x69}, end{0xFE};
constexpr std::size_t header_size = 43;  // up to and with the class

enum Class : std::int32_t {
    point_class = 1,
    line_class = 2,
    polygon_class = 3,
    multi_line_class = 5,
    multi_polygon_class = 6
};

template <class T>
void put(Bytes& bytes, T value) {
    const auto raw = std::bit_cast<std::array<std::byte, sizeof(T)>>(value);
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}

void put_count(Bytes& bytes, std::size_t count) {
    if (count > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
        throw Error("geometry_too_large",
                    "A geometry has more parts or points than a SpatiaLite blob can hold.");
    put(bytes, static_cast<std::int32_t>(count));
}

void put_points(Bytes& bytes, const std::vector<Point>& points) {
    put_count(bytes, points.size());
    const auto raw = std::as_bytes(std::span(points));
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}

void put_polygon(Bytes& bytes, const Polygon& polygon) {
    std::size_t rings = 1;
    for (const Ring& hole : polygon.holes) rings += hole.empty() ? 0 : 1;
    put_count(bytes, rings);
    put_points(bytes, polygon.shell);
    for (const Ring& hole : polygon.holes)
        if (!hole.empty()) put_points(bytes, hole);
}

/// Reads forward and never past the end; after the first failure everything fails.
class Reader {
  public:
    explicit Reader(ByteView bytes) : rest_(bytes) {}

    template <class T>
    T take() {
        T value{};
        if (!has(sizeof(T))) return value;
        std::memcpy(&value, rest_.data(), sizeof(T));
        rest_ = rest_.subspan(sizeof(T));
        return value;
    }

    /// A count of things that take at least `least_bytes` each, so that a false count is refused at once.
    std::size_t take_count(std::size_t least_bytes) {
        const auto count = take<std::int32_t>();
        if (count < 0 || static_cast<std::size_t>(count) > rest_.size() / least_bytes) ok_ = false;
        return ok_ ? static_cast<std::size_t>(count) : 0;
    }

    ByteView take_bytes(std::size_t size) {
        if (!has(size)) return {};
        const ByteView taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }

    void expect(bool condition) { ok_ = ok_ && condition; }
    bool ok() const { return ok_; }
    bool done() const { return ok_ && rest_.empty(); }

  private:
    bool has(std::size_t size) {
        if (rest_.size() < size) ok_ = false;
        return ok_;
    }
    ByteView rest_;
    bool ok_ = true;
};

bool has_plain_header(ByteView blob) {
    return blob.size() > header_size && blob[0] == start && blob[1] == little_endian && blob[38] == mbr_end &&
           blob.back() == end;
}

/// Hands out points; without a sink it only checks the structure.
/// The body of a SpatiaLite blob and that of well-known binary differ in the byte that stands before each
/// part of a collection, and in nothing else.
class Walker {
  public:
    Walker(ByteView body, BlobSink* sink, std::byte before_part)
        : reader_(body), sink_(sink), before_part_(before_part) {}

    bool walk() {
        const auto type = reader_.take<std::int32_t>();
        if (type == multi_line_class || type == multi_polygon_class) {
            const std::size_t parts = reader_.take_count(9);
            for (std::size_t i = 0; i < parts && reader_.ok(); ++i) {
                reader_.expect(reader_.take<std::byte>() == before_part_);
                reader_.expect(reader_.take<std::int32_t>() ==
                               (type == multi_line_class ? line_class : polygon_class));
                if (reader_.ok()) part(type == multi_line_class ? line_class : polygon_class);
            }
        } else {
            part(type);
        }
        return reader_.done();
    }

  private:
    void part(std::int32_t type) {
        if (type == point_class) {
            const auto p = reader_.take<Point>();
            if (sink_ && reader_.ok()) sink_->point(p);
        } else if (type == line_class) {
            if (points() && sink_) sink_->line(buffer_);
        } else if (type == polygon_class) {
            const std::size_t rings = reader_.take_count(4);
            for (std::size_t i = 0; i < rings && reader_.ok(); ++i) {
                const bool some = points();
                if (i == 0 && rings > 1) reader_.expect(some);  // a hole must not pass for its shell
                if (some && sink_) sink_->ring(buffer_, i == 0);
            }
        } else {
            reader_.expect(false);
        }
    }

    /// False also for no points at all: such rings and lines are passed over.
    bool points() {
        const std::size_t count = reader_.take_count(sizeof(Point));
        const ByteView raw = reader_.take_bytes(count * sizeof(Point));
        if (!reader_.ok() || count == 0) return false;
        if (sink_) {
            buffer_.resize(count);
            std::memcpy(buffer_.data(), raw.data(), raw.size());
        }
        return true;
    }

    Reader reader_;
    BlobSink* sink_;
    std::byte before_part_;
    std::vector<Point> buffer_;
};

ByteView body_of(ByteView blob) {
    return blob.subspan(header_size - 4, blob.size() - header_size + 3);
}

class Builder final : public BlobSink {
  public:
    explicit Builder(Geometry& out) : out_(out) {}
    void point(Point p) override { out_ = p; }
    void line(std::span<const Point> points) override {
        std::get<MultiLineString>(out_).emplace_back(points.begin(), points.end());
    }
    void ring(std::span<const Point> points, bool is_shell) override {
        auto& polygons = std::get<MultiPolygon>(out_);
        if (is_shell || polygons.empty()) polygons.emplace_back();
        Ring ring(points.begin(), points.end());
        if (polygons.back().shell.empty())
            polygons.back().shell = std::move(ring);
        else
            polygons.back().holes.push_back(std::move(ring));
    }

  private:
    Geometry& out_;
};

/// The structure is checked before anything is handed out: a sink never gets half a geometry.
bool visit(ByteView body, BlobSink& sink, std::byte before_part) {
    return Walker(body, nullptr, before_part).walk() && Walker(body, &sink, before_part).walk();
}

std::optional<Geometry> built(ByteView body, std::byte before_part) {
    const auto type = Reader(body).take<std::int32_t>();
    Geometry geometry;
    if (type == line_class || type == multi_line_class) geometry = MultiLineString{};
    if (type == polygon_class || type == multi_polygon_class) geometry = MultiPolygon{};
    Builder builder(geometry);
    if (!visit(body, builder, before_part)) return {};
    return geometry;
}

}  // namespace

Bytes to_spatialite_blob(const Geometry& geometry, int srid) {
    Bytes bytes;
    if (is_empty(geometry)) return bytes;
    bytes.reserve(header_size + 1 + point_count(geometry) * sizeof(Point) + 64);
    const Box box = box_of(geometry);
    bytes.push_back(start);
    bytes.push_back(little_endian);
    put(bytes, static_cast<std::int32_t>(srid));
    for (double d : {box.min_x, box.min_y, box.max_x, box.max_y}) put(bytes, d);
    bytes.push_back(mbr_end);

    if (const auto* p = std::get_if<Point>(&geometry)) {
        put(bytes, point_class);
        put(bytes, *p);
    } else if (const auto* lines = std::get_if<MultiLineString>(&geometry)) {
        put(bytes, multi_line_class);
        std::size_t parts = 0;
        for (const LineString& line : *lines) parts += line.empty() ? 0 : 1;
        put_count(bytes, parts);
        for (const LineString& line : *lines) {
            if (line.empty()) continue;
            bytes.push_back(entity);
            put(bytes, line_class);
            put_points(bytes, line);
        }
    } else if (const auto* polygons = std::get_if<MultiPolygon>(&geometry)) {
        put(bytes, multi_polygon_class);
        std::size_t parts = 0;
        for (const Polygon& polygon : *polygons) parts += polygon.shell.empty() ? 0 : 1;
        put_count(bytes, parts);
        for (const Polygon& polygon : *polygons) {
            if (polygon.shell.empty()) continue;
            bytes.push_back(entity);
            put(bytes, polygon_class);
            put_polygon(bytes, polygon);
        }
    }
    bytes.push_back(end);
    return bytes;
}

bool visit_spatialite_blob(ByteView blob, BlobSink& sink) {
    if (!has_plain_header(blob)) return false;
    return visit(body_of(blob), sink, entity);
}

std::optional<Geometry> from_spatialite_blob(ByteView blob) {
    if (!has_plain_header(blob)) return {};
    return built(body_of(blob), entity);
}

std::optional<Geometry> from_wkb(ByteView wkb) {
    if (wkb.empty() || wkb[0] != little_endian) return {};
    return built(wkb.subspan(1), little_endian);
}

std::optional<Box> box_of_spatialite_blob(ByteView blob) {
    if (!has_plain_header(blob)) return {};
    Reader reader(blob.subspan(6));
    Box box;
    for (double* d : {&box.min_x, &box.min_y, &box.max_x, &box.max_y}) *d = reader.take<double>();
    return box;
}

std::optional<int> srid_of_spatialite_blob(ByteView blob) {
    if (!has_plain_header(blob)) return {};
    return Reader(blob.subspan(2)).take<std::int32_t>();
}

}  // namespace liangdi::geo
