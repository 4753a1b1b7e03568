#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "exchange/gdal_session.hpp"
#include "exchange/reader.hpp"

struct ArrowArray;
struct ArrowArrayStream;

namespace liangdi::exchange {

/// The rows of a large GeoPackage table as columns of many rows (the Arrow C stream interface), which GDAL
/// reads on threads of its own at half the cost of its features. Only what is plain is taken: where a batch
/// falls short or a geometry is missing, damaged or SpatiaLite's, none of which GDAL 3.6 tells from the
/// others here, it gives up, and whoever reads goes on from that row with features.
class ColumnRows {
  public:
    /// Nothing where the layer is small, its rows are large, or a column is neither a number nor text.
    static std::unique_ptr<ColumnRows> of(OGRLayer& layer, std::uint64_t file_bytes, std::int64_t count,
                                          bool north_first);
    ~ColumnRows();
    ColumnRows(const ColumnRows&) = delete;
    ColumnRows& operator=(const ColumnRows&) = delete;

    /// Cells and geometry of the next row. False at the end, and where it gives up.
    bool next(SourceRow& row);
    std::int64_t taken() const { return taken_; }
    /// Whether these were all rows. Else the caller goes on from taken().
    bool whole() const { return ended_ && taken_ == count_; }
    /// Ends the stream, which a layer has one of; next() is false from now on.
    void stop();

  private:
    enum class Kind : char { int32 = 'i', int64 = 'l', real = 'g', text = 'u' };
    ColumnRows(OGRLayer& layer, std::int64_t count, bool north_first);
    bool open();
    bool next_batch();

    OGRLayer& layer_;
    std::int64_t count_, taken_ = 0, at_ = 0;
    bool north_first_, ended_ = false;
    std::vector<Kind> kinds_;
    bool geometry_ = false;  ///< the column after those of kinds_
    std::unique_ptr<ArrowArrayStream, void (*)(ArrowArrayStream*)> stream_;
    std::unique_ptr<ArrowArray, void (*)(ArrowArray*)> batch_;
};

}  // namespace liangdi::exchange
