#include "render/packed_layer.hpp"

#include <cstring>

#include "geo/error.hpp"

namespace liangdi::render {

namespace {

[[noreturn]] void damaged() {
    throw Error("damaged", "the map cache is damaged; it is made again");
}

/// Hands out the sections of a block one after another.
class Sections {
  public:
    explicit Sections(std::span<const std::byte> block) : rest_(block) {
        const auto magic = take(packed_magic.size());
        if (std::memcmp(magic.data(), packed_magic.data(), magic.size()) != 0) damaged();
        left_ = number();
    }

    template <class T>
    std::span<const T> next() {
        if (left_-- == 0) damaged();
        const std::uint64_t bytes = number();
        if (bytes % sizeof(T) != 0 || bytes > rest_.size()) damaged();
        const auto section = take(bytes);
        take(std::min<std::size_t>((8 - bytes % 8) % 8, rest_.size()));
        // Sections begin at multiples of 8 of a block that is itself aligned.
        return {reinterpret_cast<const T*>(section.data()), bytes / sizeof(T)};
    }
    std::string text() {
        const auto bytes = next<char>();
        return {bytes.begin(), bytes.end()};
    }
    void end() const {
        if (left_ != 0 || !rest_.empty()) damaged();
    }
    std::uint64_t left() const { return left_; }

  private:
    std::span<const std::byte> take(std::size_t bytes) {
        if (bytes > rest_.size()) damaged();
        const auto taken = rest_.first(bytes);
        rest_ = rest_.subspan(bytes);
        return taken;
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    std::span<const std::byte> rest_;
    std::uint64_t left_ = 0;
};

/// Offsets into something of `size`: from 0 up to it, never back.
template <class T>
bool are_offsets(std::span<const T> offsets, std::size_t count, std::size_t size) {
    if (offsets.size() != count + 1 || offsets.front() != 0 || offsets.back() != size) return false;
    return std::is_sorted(offsets.begin(), offsets.end());
}

}  // namespace

PackedLayer::PackedLayer(std::shared_ptr<const void> owner, std::span<const std::byte> block)
    : owner_(std::move(owner)) {
    Sections sections(block);
    const auto frame = sections.next<PackedFrame>();
    if (frame.size() != 1) damaged();
    frame_ = frame[0];
    state_.rows = sections.text();
    state_.sha256 = sections.text();
    const auto seq = sections.next<std::int64_t>();
    if (seq.size() != 1) damaged();
    state_.seq = seq[0];
    const std::string names = sections.text();
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find('\n', at), names.size());
        columns_.push_back({names.substr(at, end - at), 0, {}, {}, {}});
        at = end + 1;
    }
    ids_ = sections.next<std::int64_t>();
    left_out_ = sections.next<std::int64_t>();
    boxes_ = sections.next<PackedBox>();
    blocks_ = sections.next<PackedBox>();
    kinds_ = sections.next<PackedKind>();
    for (auto& level : levels_) {
        level.parts = sections.next<std::uint32_t>();
        level.starts = sections.next<std::uint32_t>();
        level.vertices = sections.next<PackedVertex>();
    }
    for (auto& column : columns_) {
        column.numbers = sections.next<std::uint32_t>();
        column.offsets = sections.next<std::uint64_t>();
        column.bytes = sections.next<std::byte>();
        if (column.offsets.empty()) damaged();
        column.count = static_cast<std::uint32_t>(column.offsets.size() - 1);
    }
    sections.end();
    check();
}

void PackedLayer::check() const {
    const std::size_t n = size();
    if (!(frame_.quantum_m > 0) || boxes_.size() != n || kinds_.size() != n ||
        blocks_.size() != (n + packed_block - 1) / packed_block)
        damaged();
    for (const PackedKind kind : kinds_)
        if (kind.kind > static_cast<std::uint8_t>(FeatureShape::Kind::areas) || kind.shift > 16) damaged();
    for (const auto& level : levels_)
        if (level.starts.empty() || !are_offsets(level.parts, n, level.starts.size() - 1) ||
            !are_offsets(level.starts, level.starts.size() - 1, level.vertices.size()))
            damaged();
    for (const auto& column : columns_) {
        if (column.numbers.size() != n || !are_offsets(column.offsets, column.count, column.bytes.size()))
            damaged();
        for (const std::uint32_t number : column.numbers)
            if (number >= column.count) damaged();
    }
}

bool PackedLayer::has(std::span<const std::string> columns) const {
    return std::all_of(columns.begin(), columns.end(), [&](const std::string& name) {
        return std::any_of(columns_.begin(), columns_.end(), [&](const Column& c) { return c.name == name; });
    });
}

std::size_t PackedLayer::column(std::string_view name) const {
    const auto at =
        std::find_if(columns_.begin(), columns_.end(), [&](const Column& c) { return c.name == name; });
    return static_cast<std::size_t>(at - columns_.begin());
}

land::Value PackedLayer::value(std::size_t column, std::size_t feature) const {
    const Column& c = columns_[column];
    const std::uint32_t number = c.numbers[feature];
    const auto bytes = c.bytes.subspan(c.offsets[number], c.offsets[number + 1] - c.offsets[number]);
    if (bytes.empty()) return land::Null{};
    const auto rest = bytes.subspan(1);
    const auto as_number = [&](auto value) {
        std::memcpy(&value, rest.data(), std::min(rest.size(), sizeof value));
        return value;
    };
    switch (static_cast<char>(bytes[0])) {
        case 'i':
            return as_number(std::int64_t{});
        case 'r':
            return as_number(double{});
        default:
            return std::string(reinterpret_cast<const char*>(rest.data()), rest.size());
    }
}

std::size_t PackedLayer::level_for(double m_per_px) const {
    std::size_t level = 0;
    while (level + 1 < packed_level_m.size() && packed_level_m[level + 1] <= unseen_px * m_per_px) ++level;
    return level;
}

bool PackedLayer::shape(std::size_t feature, std::size_t at_level, const MapView& view,
                        FeatureShape& shape) const {
    const PackedKind kind = kinds_[feature];
    if (frame_.quantum_m * (1U << kind.shift) > unseen_px * view.m_per_px) return false;
    const Level& level = levels_[at_level];
    const PackedBox& box = boxes_[feature];
    const double px_x = frame_.quantum_m / view.m_per_px, px_y = -px_x;
    const QPointF corner = view.to_px(
        {frame_.origin_x + box.min_x * frame_.quantum_m, frame_.origin_y + box.min_y * frame_.quantum_m});
    const double step_x = px_x * (1U << kind.shift), step_y = px_y * (1U << kind.shift);
    const std::uint32_t first_part = level.parts[feature], end_part = level.parts[feature + 1];
    const std::uint32_t first = level.starts[first_part], end = level.starts[end_part];

    shape.kind = static_cast<FeatureShape::Kind>(kind.kind);
    shape.starts.clear();
    for (std::uint32_t part = first_part; part < end_part; ++part)
        shape.starts.push_back(level.starts[part] - first);
    shape.points.resize(end - first);
    QPointF* point = shape.points.data();
    double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
    for (std::uint32_t i = first; i < end; ++i) {
        const PackedVertex v = level.vertices[i];
        const double x = corner.x() + v.x * step_x, y = corner.y() + v.y * step_y;
        left = std::min(left, x), right = std::max(right, x);
        top = std::min(top, y), bottom = std::max(bottom, y);
        *point++ = {x, y};
    }
    shape.box = end > first ? QRectF(QPointF(left, top), QPointF(right, bottom)) : QRectF();
    return true;
}

}  // namespace liangdi::render
