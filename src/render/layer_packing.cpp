#include "render/layer_packing.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "geo/error.hpp"
#include "render/generalise.hpp"
#include "render/packed_block.hpp"

namespace liangdi::render {

namespace {

constexpr std::size_t most_vertices = 100'000'000;  // 2 GB while packing
constexpr std::size_t most_left_out = 10'000;       // each of them is read by its id for every picture

/// Values of one column, each kept once.
class ColumnPacking {
  public:
    void add(const land::Value& value) {
        std::string bytes;
        if (const auto* text = std::get_if<std::string>(&value)) {
            bytes = "t" + *text;
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            bytes.assign(1, 'i').append(reinterpret_cast<const char*>(whole), sizeof *whole);
        } else if (const auto* real = std::get_if<double>(&value)) {
            bytes.assign(1, 'r').append(reinterpret_cast<const char*>(real), sizeof *real);
        }
        const auto [at, fresh] = known_.try_emplace(bytes, static_cast<std::uint32_t>(offsets_.size() - 1));
        if (fresh) {
            bytes_ += bytes;
            offsets_.push_back(bytes_.size());
        }
        numbers_.push_back(at->second);
    }
    void write(BlockWriter& block, const std::vector<std::uint32_t>& order) const {
        std::vector<std::uint32_t> numbers(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) numbers[i] = numbers_[order[i]];
        block.section(std::span<const std::uint32_t>(numbers));
        block.section(std::span<const std::uint64_t>(offsets_));
        block.section(std::span<const char>(bytes_));
    }

  private:
    std::unordered_map<std::string, std::uint32_t> known_;
    std::vector<std::uint32_t> numbers_;
    std::vector<std::uint64_t> offsets_{0};
    std::string bytes_;
};

/// What is read, in the order of reading: whole quanta, every vertex.
struct Reading final : geo::BlobSink {
    explicit Reading(const PackedFrame& in) : frame(in) {}

    void point(geo::Point p) override { take(std::span(&p, 1), FeatureShape::Kind::points); }
    void line(std::span<const geo::Point> points) override { take(points, FeatureShape::Kind::lines); }
    void ring(std::span<const geo::Point> points, bool /*is_shell*/) override {
        take(points, FeatureShape::Kind::areas);
    }
    void take(std::span<const geo::Point> points, FeatureShape::Kind kind) {
        const std::size_t before = vertices.size();
        for (const geo::Point& p : points)
            if (std::isfinite(p.x) && std::isfinite(p.y)) vertices.push_back({frame.x(p.x), frame.y(p.y)});
        if (vertices.size() == before) return;
        kind_now = kind;
        ends.push_back(vertices.size());
    }
    void begin() { kind_now = FeatureShape::Kind::none; }
    void finish(std::int64_t id) {
        ids.push_back(id);
        kinds.push_back({static_cast<std::uint8_t>(kind_now), 0});
        part_ends.push_back(ends.size());
    }
    std::size_t first_part(std::size_t feature) const { return feature ? part_ends[feature - 1] : 0; }
    std::size_t first_vertex(std::size_t part) const { return part ? ends[part - 1] : 0; }

    PackedFrame frame;
    FeatureShape::Kind kind_now = FeatureShape::Kind::none;
    std::vector<GridPoint> vertices;
    std::vector<std::size_t> ends;       // of each part
    std::vector<std::size_t> part_ends;  // of each feature
    std::vector<std::int64_t> ids, left_out;
    std::vector<PackedKind> kinds;
};

PackedBox box_of(const Reading& all, std::size_t feature) {
    PackedBox box = PackedBox::none();
    const std::size_t first = all.first_part(feature), end = all.part_ends[feature];
    for (std::size_t i = all.first_vertex(first); i < (end ? all.ends[end - 1] : 0); ++i) {
        const GridPoint p = all.vertices[i];
        box.add({p.x, p.y, p.x, p.y});
    }
    return first == end ? PackedBox{} : box;
}

/// Where a point lies along Hilbert's curve over a square of 2^16 cells a side.
std::uint32_t along_curve(std::uint32_t x, std::uint32_t y) {
    std::uint32_t along = 0;
    for (std::uint32_t side = 1U << 15; side; side >>= 1) {
        const std::uint32_t right = (x & side) ? 1 : 0, upper = (y & side) ? 1 : 0;
        along += side * side * ((3 * right) ^ upper);
        if (!upper) {
            if (right) x = 0xFFFF - x, y = 0xFFFF - y;
            std::swap(x, y);
        }
    }
    return along;
}

std::vector<std::uint32_t> order_of(const std::vector<PackedBox>& boxes) {
    PackedBox all = PackedBox::none();
    for (const auto& box : boxes) all.add(box);
    const double width = std::max(static_cast<double>(all.max_x) - all.min_x, 1.0),
                 height = std::max(static_cast<double>(all.max_y) - all.min_y, 1.0);
    const auto cell = [](double from, double to, double least, double size) {
        return static_cast<std::uint32_t>(((from + to) / 2 - least) / size * 0xFFFF);
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places(boxes.size());
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        const PackedBox& b = boxes[i];
        places[i] = {
            along_curve(cell(b.min_x, b.max_x, all.min_x, width), cell(b.min_y, b.max_y, all.min_y, height)),
            i};
    }
    std::sort(places.begin(), places.end());
    std::vector<std::uint32_t> order(boxes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = places[i].second;
    return order;
}

void write_level(BlockWriter& block, const Reading& all, const std::vector<std::uint32_t>& order,
                 const std::vector<PackedBox>& boxes, const std::vector<PackedKind>& kinds,
                 double tolerance_m) {
    std::vector<std::uint32_t> parts{0}, starts{0};
    std::vector<PackedVertex> vertices;
    parts.reserve(order.size() + 1);
    starts.reserve(all.ends.size() + 1);
    std::vector<GridPoint> line;
    for (std::size_t n = 0; n < order.size(); ++n) {
        const std::size_t feature = order[n];
        const PackedBox& box = boxes[n];
        const int shift = kinds[n].shift;
        for (std::size_t part = all.first_part(feature); part < all.part_ends[feature]; ++part) {
            line.assign(all.vertices.begin() + static_cast<std::ptrdiff_t>(all.first_vertex(part)),
                        all.vertices.begin() + static_cast<std::ptrdiff_t>(all.ends[part]));
            if (tolerance_m > 0) generalise(line, tolerance_m / all.frame.quantum_m);
            for (const GridPoint p : line)
                vertices.push_back(
                    {static_cast<std::uint16_t>((static_cast<std::int64_t>(p.x) - box.min_x) >> shift),
                     static_cast<std::uint16_t>((static_cast<std::int64_t>(p.y) - box.min_y) >> shift)});
            starts.push_back(static_cast<std::uint32_t>(vertices.size()));
        }
        parts.push_back(static_cast<std::uint32_t>(starts.size() - 1));
    }
    block.section(std::span<const std::uint32_t>(parts));
    block.section(std::span<const std::uint32_t>(starts));
    block.section(std::span<const PackedVertex>(vertices));
}

template <class T>
std::vector<T> ordered(const std::vector<T>& values, const std::vector<std::uint32_t>& order) {
    std::vector<T> out(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) out[i] = values[order[i]];
    return out;
}

void write_block(BlockWriter& block, Reading& all, const land::SourceState& state,
                 const std::vector<std::string>& columns, const std::vector<ColumnPacking>& values,
                 land::Progress& progress) {
    std::vector<PackedBox> boxes(all.ids.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        boxes[i] = box_of(all, i);
        const std::int64_t longest = std::max(static_cast<std::int64_t>(boxes[i].max_x) - boxes[i].min_x,
                                              static_cast<std::int64_t>(boxes[i].max_y) - boxes[i].min_y);
        while ((longest >> all.kinds[i].shift) > 0xFFFF) ++all.kinds[i].shift;
    }
    const auto order = order_of(boxes);
    boxes = ordered(boxes, order);
    const auto kinds = ordered(all.kinds, order);
    std::vector<PackedBox> blocks((boxes.size() + packed_block - 1) / packed_block, PackedBox::none());
    for (std::size_t i = 0; i < boxes.size(); ++i) blocks[i / packed_block].add(boxes[i]);
    std::string names;
    for (const auto& column : columns) names += column + "\n";

    block.section(std::span<const PackedFrame>(&all.frame, 1));
    block.section(std::span<const char>(state.rows));
    block.section(std::span<const char>(state.sha256));
    block.section(std::span<const std::int64_t>(&state.seq, 1));
    block.section(std::span<const char>(names));
    block.section(std::span<const std::int64_t>(ordered(all.ids, order)));
    block.section(std::span<const std::int64_t>(all.left_out));
    block.section(std::span<const PackedBox>(boxes));
    block.section(std::span<const PackedBox>(blocks));
    block.section(std::span<const PackedKind>(kinds));
    for (const double tolerance_m : packed_level_m) {
        progress.at("packing the map", 0, 0);
        write_level(block, all, order, boxes, kinds, tolerance_m);
    }
    for (const auto& column : values) column.write(block, order);
}

PackedFrame frame_of(const geo::Box& extent) {
    PackedFrame frame;
    if (extent.empty()) return frame;
    const geo::Point centre = extent.centre();
    frame.origin_x = centre.x;
    frame.origin_y = centre.y;
    // What is edited later may lie outside: half of the numbers are left for it.
    while (std::max(extent.width(), extent.height()) / frame.quantum_m > 2e9) frame.quantum_m *= 2;
    return frame;
}

}  // namespace

std::shared_ptr<const PackedLayer> pack_layer(const land::FeatureSource& source,
                                              const std::vector<std::string>& columns,
                                              const std::filesystem::path& file, land::Progress& progress) {
    const auto state = source.state();  // before the rows: what comes between is read again
    if (!state) return nullptr;
    Reading all(frame_of(source.extent()));
    std::vector<ColumnPacking> values(columns.size());
    land::FeatureQuery query;
    query.attributes = columns;
    const std::int64_t count = source.count();
    bool too_large = false;
    source.each(query, [&](const land::FeatureView& feature) {
        if (all.ids.size() % 1024 == 0)
            progress.at("reading the map", static_cast<std::int64_t>(all.ids.size()), count);
        all.begin();
        if (!geo::visit_spatialite_blob(feature.blob, all)) {
            all.left_out.push_back(feature.id);
            too_large = all.left_out.size() > most_left_out;
            return !too_large;
        }
        all.finish(feature.id);
        for (std::size_t i = 0; i < columns.size(); ++i) values[i].add(feature.attributes[i]);
        too_large = all.vertices.size() > most_vertices;
        return !too_large;
    });
    if (too_large) return nullptr;
    BlockWriter block(file, packed_magic, 10 + 3 * packed_level_m.size() + 3 * columns.size());
    write_block(block, all, *state, columns, values, progress);
    return block.finish();
}

}  // namespace liangdi::render
