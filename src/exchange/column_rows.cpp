#include "exchange/column_rows.hpp"

#include <ogr_recordbatch.h>

#include <array>
#include <span>

#include "exchange/gdal_geometry.hpp"

namespace liangdi::exchange {
namespace {

constexpr std::int64_t rows_a_batch = 1024;

// Below the first, the copies of the dataset that GDAL opens are not worth it. Above the second, a handful
// of batches in flight might not fit into a small office PC.
constexpr std::int64_t fewest_rows = 10'000, most_bytes_a_row = 16 << 10;

template <class T>
void release(T* held) {
    if (held->release) held->release(held);
    delete held;
}

template <class T>
T number(const ArrowArray& column, std::int64_t row) {
    return static_cast<const T*>(column.buffers[1])[column.offset + row];
}

geo::ByteView run(const ArrowArray& column, std::int64_t row) {
    const auto* ends = static_cast<const std::int32_t*>(column.buffers[1]) + column.offset;
    const auto* bytes = static_cast<const std::byte*>(column.buffers[2]);
    return {bytes + ends[row], bytes + ends[row + 1]};
}

bool is_null(const ArrowArray& column, std::int64_t row) {
    const auto* bits = static_cast<const std::uint8_t*>(column.buffers[0]);
    const std::int64_t bit = column.offset + row;
    return bits != nullptr && (bits[bit / 8] >> (bit % 8) & 1) == 0;
}

}  // namespace

ColumnRows::ColumnRows(OGRLayer& layer, std::int64_t count, bool north_first)
    : layer_(layer),
      count_(count),
      north_first_(north_first),
      stream_(nullptr, release),
      batch_(nullptr, release) {}

ColumnRows::~ColumnRows() {
    stop();
}

void ColumnRows::stop() {
    batch_.reset();
    if (!stream_) return;
    stream_.reset();
    layer_.ResetReading();  // ends the threads
}

std::unique_ptr<ColumnRows> ColumnRows::of(OGRLayer& layer, std::uint64_t file_bytes, std::int64_t count,
                                           bool north_first) {
    // The count is what the file claims: it may be anything.
    const auto bytes = static_cast<std::int64_t>(file_bytes);
    if (count < fewest_rows || count > bytes || bytes / most_bytes_a_row > count) return {};
    std::unique_ptr<ColumnRows> rows(new ColumnRows(layer, count, north_first));
    if (!rows->open()) return {};
    return rows;
}

bool ColumnRows::open() {
    std::unique_ptr<ArrowArrayStream, void (*)(ArrowArrayStream*)> stream(new ArrowArrayStream{}, release);
    const std::string batch = "MAX_FEATURES_IN_BATCH=" + std::to_string(rows_a_batch);
    const std::array<const char*, 3> options{batch.c_str(), "INCLUDE_FID=NO", nullptr};
    if (!layer_.GetArrowStream(stream.get(), const_cast<char**>(options.data()))) return false;
    std::unique_ptr<ArrowSchema, void (*)(ArrowSchema*)> schema(new ArrowSchema{}, release);
    if (stream->get_schema(stream.get(), schema.get()) != 0) return false;
    const OGRFeatureDefn& definition = *layer_.GetLayerDefn();
    const auto fields = static_cast<std::size_t>(definition.GetFieldCount());
    geometry_ = definition.GetGeomFieldCount() == 1;
    const std::span columns(schema->children, static_cast<std::size_t>(schema->n_children));
    if (columns.size() != fields + (geometry_ ? 1 : 0)) return false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string_view format = columns[i]->format;
        if (columns[i]->dictionary != nullptr) return false;
        if (i < fields && format != "i" && format != "l" && format != "g" && format != "u") return false;
        if (i < fields) kinds_.push_back(static_cast<Kind>(format.front()));
        if (i == fields && format != "z") return false;
    }
    stream_ = std::move(stream);
    return true;
}

bool ColumnRows::next_batch() {
    if (batch_ && batch_->length < rows_a_batch) {
        ended_ = true;
        return false;  // where it was not the last one, some rows are missing from it
    }
    const GdalMessages quiet;
    batch_.reset(new ArrowArray{});
    at_ = 0;
    if (stream_->get_next(stream_.get(), batch_.get()) != 0) return false;
    ended_ = batch_->release == nullptr;
    return !ended_ && batch_->length > 0;
}

bool ColumnRows::next(SourceRow& row) {
    if (!stream_) return false;
    if ((!batch_ || at_ == batch_->length) && !next_batch()) {
        stop();
        return false;
    }
    const std::span columns(batch_->children, kinds_.size() + (geometry_ ? 1 : 0));
    row = {};
    if (geometry_) {
        const ArrowArray& column = *columns.back();
        TakenGeometry taken;
        if (!is_null(column, at_)) taken = from_wkb(run(column, at_), north_first_);
        if (!taken.traits.present) {
            stop();
            return false;
        }
        put_geometry(std::move(taken), row);
    }
    row.cells.resize(kinds_.size());
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        const ArrowArray& column = *columns[i];
        if (is_null(column, at_)) continue;
        switch (kinds_[i]) {
            case Kind::int32:
                row.cells[i] = std::int64_t{number<std::int32_t>(column, at_)};
                break;
            case Kind::int64:
                row.cells[i] = number<std::int64_t>(column, at_);
                break;
            case Kind::real:
                row.cells[i] = number<double>(column, at_);
                break;
            case Kind::text:
                if (const auto bytes = run(column, at_); !bytes.empty())
                    row.cells[i].emplace<std::string>(reinterpret_cast<const char*>(bytes.data()),
                                                      bytes.size());
        }
    }
    ++at_;
    ++taken_;
    return true;
}

}  // namespace liangdi::exchange
