#pragma once

#include <memory>
#include <vector>

#include "land/edit.hpp"
#include "store/id_block.hpp"
#include "store/reference_check.hpp"
#include "store/row_layout.hpp"

namespace liangdi::store {

/// Rows to be added, each as a changeset holds it: one run of bytes that can be handed from thread to thread,
/// written into the history as it is, and bound to a statement without being copied again.
struct RowBlock {
    struct Row {
        std::size_t table = 0;  ///< its place among the layouts
        std::size_t size = 0;   ///< bytes, of which the rows' follow each other
    };
    geo::Bytes bytes;
    std::vector<Row> rows;
};

/// Makes such rows of an edit's: gives them their ids, fills in what is not said, checks that the columns
/// will hold the values just as they are, and kind and SRID of a geometry (which the triggers would else do).
/// Uses no connection, so it can work on a thread of its own.
class RowEncoder {
  public:
    RowEncoder(const std::vector<RowLayout>& layouts, IdBlock& ids);
    ~RowEncoder();
    RowEncoder(const RowEncoder&) = delete;
    RowEncoder& operator=(const RowEncoder&) = delete;

    /// Throws Error{bad_edit}.
    void add(land::Insert& row, RowBlock& block);
    /// A row that was there before, with its own id.
    void add_again(land::Insert& row, RowBlock& block);
    const ReferenceCheck& references() const { return references_; }

  private:
    struct Plan;
    Plan& plan_for(const land::Insert& row);
    void encode(land::Insert& row, std::int64_t id, RowBlock& block);
    void settle(const RowLayout::Column& column, land::Value& value);

    const std::vector<RowLayout>& layouts_;
    IdBlock& ids_;
    std::vector<std::unique_ptr<Plan>> plans_;  ///< those in use stand near the front
    ReferenceCheck references_;
};

}  // namespace liangdi::store
