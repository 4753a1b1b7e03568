#pragma once

#include <functional>
#include <optional>
#include <string>

#include "land/table_shape.hpp"
#include "land/value.hpp"

namespace liangdi::exchange {

struct BrokenRule {
    std::string column;
    land::Value value;
    std::string reason, mend;
};

/// What the town's tables refuse (their CHECK constraints): said before the database would say it and throw
/// the whole import away. Of one value:
std::optional<BrokenRule> broken_value(const land::TableShape& table, const land::ColumnShape& column,
                                       const land::Value& value);

bool is_span_end(std::string_view column);  ///< contract_from, contract_to

/// Of a span that has `column` as one of its ends. `cell` gives the row's values as they would be.
std::optional<BrokenRule> broken_span(const land::TableShape& table, const std::string& column,
                                      const std::function<land::Value(const std::string&)>& cell);

}  // namespace liangdi::exchange
