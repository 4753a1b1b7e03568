#pragma once

#include <string>
#include <string_view>

namespace liangdi::store {

/// The SELECT whose columns are those of the ledger's form in order, on the date in ?1; of "allowance" the
/// sealed body comes first and the covered persons, which it holds, are missing. Throws Error{bad_ledger}.
const std::string& ledger_query(std::string_view kind);

}  // namespace liangdi::store
