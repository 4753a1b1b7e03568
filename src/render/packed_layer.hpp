#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "land/feature_source.hpp"
#include "render/feature_shape.hpp"
#include "render/packed_format.hpp"

namespace liangdi::render {

/// A layer made ready for drawing: geometry in whole quanta, at several levels of generalisation, and the
/// attributes that its style reads. Lies in one block of bytes, in memory or in a mapped file, and never
/// changes; any number of threads may read it. Features are numbered along a space-filling curve.
class PackedLayer {
  public:
    /// `owner` keeps the block alive. Every offset is checked here, so that a damaged file is refused with
    /// Error{damaged} and never read beyond its end.
    PackedLayer(std::shared_ptr<const void> owner, std::span<const std::byte> block);

    std::size_t size() const { return ids_.size(); }
    const land::SourceState& state() const { return state_; }
    std::int64_t id(std::size_t feature) const { return ids_[feature]; }
    /// Rows that are not in it: their blobs can only be read another way.
    std::span<const std::int64_t> left_out() const { return left_out_; }

    /// Whether all these columns are there.
    bool has(std::span<const std::string> columns) const;
    std::size_t column(std::string_view name) const;  ///< must be there
    /// Values of a column are numbered; few columns have many.
    std::uint32_t value_number(std::size_t column, std::size_t feature) const {
        return columns_[column].numbers[feature];
    }
    std::uint32_t values_of(std::size_t column) const { return columns_[column].count; }
    land::Value value(std::size_t column, std::size_t feature) const;

    /// Calls `visit` with the number of each feature whose box meets `box`, until it returns false.
    template <class Visit>
    void each_in(const geo::Box& box, Visit visit) const {
        const PackedBox wanted = frame_.around(box);
        for (std::size_t block = 0; block < blocks_.size(); ++block) {
            if (!blocks_[block].meets(wanted)) continue;
            const std::size_t first = block * packed_block, end = std::min(first + packed_block, size());
            for (std::size_t i = first; i < end; ++i)
                if (boxes_[i].meets(wanted) && !visit(i)) return;
        }
    }

    /// The coarsest level that still draws `m_per_px` right.
    std::size_t level_for(double m_per_px) const;
    /// A feature in device px. False where the packed vertices are too coarse for this view: read the row.
    bool shape(std::size_t feature, std::size_t level, const MapView& view, FeatureShape& shape) const;

  private:
    struct Level {
        std::span<const std::uint32_t> parts;   ///< of each feature: its first part; one more at the end
        std::span<const std::uint32_t> starts;  ///< of each part: its first vertex; one more at the end
        std::span<const PackedVertex> vertices;
    };
    struct Column {
        std::string name;
        std::uint32_t count = 0;
        std::span<const std::uint32_t> numbers;  ///< of each feature: which value
        std::span<const std::uint64_t> offsets;  ///< of each value: where it begins; one more at the end
        std::span<const std::byte> bytes;
    };
    void check() const;

    std::shared_ptr<const void> owner_;
    land::SourceState state_;
    PackedFrame frame_;
    std::span<const std::int64_t> ids_, left_out_;
    std::span<const PackedBox> boxes_, blocks_;
    std::span<const PackedKind> kinds_;
    std::array<Level, packed_level_m.size()> levels_;
    std::vector<Column> columns_;
};

}  // namespace liangdi::render
