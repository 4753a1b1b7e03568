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

/// What the town's tables refuse within one row (their CHECK constraints): said before the database would
/// say it and throw the whole import away. `cell` gives the row's values as they would be; `touched` tells
/// the columns that this import writes, others are not looked at.
std::optional<BrokenRule> broken_rule(const land::TableShape& table,
                                      const std::function<land::Value(const std::string&)>& cell,
                                      const std::function<bool(const std::string&)>& touched);

}  // namespace liangdi::exchange
