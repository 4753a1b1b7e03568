#pragma once

#include <span>
#include <string_view>

/// Which texts of the town a search looks in.
namespace liangdi::store {

/// The kinds of things that are found, in the order in which they are shown.
enum class FoundKind {
    household,
    person,
    contract_household,
    flat,
    building,
    village,
    parcel,
    certificate,
    contract,
    cooperative,
    organisation,  ///< companies and collectives
    officer,
    facility,
    business,
    community,
    grid,
    street,
};
inline constexpr int found_kind_count = 17;
std::string_view to_text(FoundKind kind);  ///< "contract_household"

struct SearchEntries {
    FoundKind kind;
    const char* table;  ///< whose rows are found
    const char* field;
    /// A row (id, text) for each row that has such a text; `x.id` is the row, and "WHERE" stands in it, so
    /// that " AND x.id=?" may follow.
    const char* sql;
    bool is_name = false;  ///< is found by its pinyin initials too
};
/// By kind.
std::span<const SearchEntries> search_entries();

/// Tables that share their ids are one to the index: a household is a party.
std::string_view search_family(std::string_view table);

}  // namespace liangdi::store
