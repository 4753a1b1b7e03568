#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "land/value.hpp"

namespace liangdi::land {

/// What the town file already holds, as an import or a link needs to ask it. The store implements it on a
/// snapshot; tests implement it in memory.
class Register {
  public:
    virtual ~Register() = default;

    /// Ids of the rows of `table` whose `column` holds exactly this text, smallest first (none, one, or
    /// several where a real register holds a code twice). For a table that extends another (household),
    /// columns of the base (party.code) are found as well.
    virtual std::vector<std::int64_t> ids_of(std::string_view table, std::string_view column,
                                             std::string_view text) = 0;

    /// Cells of one row in the order asked for; nothing where there is no such row.
    virtual std::optional<std::vector<Value>> row(std::string_view table, std::int64_t id,
                                                  const std::vector<std::string>& columns) = 0;

    /// Ids of rows of a child table that belong to a parent: children("area_record", "parcel", 17).
    virtual std::vector<std::int64_t> children(std::string_view table, std::string_view column,
                                               std::int64_t parent) = 0;
};

}  // namespace liangdi::land
