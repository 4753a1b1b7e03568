#pragma once

#include <string>
#include <string_view>

namespace liangdi::land {

/// "张三丰" -> "张*": the first character stays, whatever the length, so that the number of characters tells
/// nothing (design/map-style.md, public edition). Names of groups are not masked: ask is_personal first.
std::string mask_name(std::string_view utf8);

/// Whether a party of this kind is a person or a family, by its kind in the table party.
bool is_personal(std::string_view party_kind);

}  // namespace liangdi::land
