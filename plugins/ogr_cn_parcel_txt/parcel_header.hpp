#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace liangdi::plugins {

/// A line `key=value` of [属性描述], both trimmed.
struct HeaderItem {
    std::string key, value;
    std::int64_t line = 0;
};

/// Split at the first "=" (or "＝"); nothing where there is none.
std::optional<HeaderItem> parse_header_line(std::string_view text);

/// A key of the standard header, the ASCII name that the creation option HEADER_<name> has, and what the
/// writer puts where nobody says anything.
struct HeaderKey {
    const char* key;
    const char* option;
    const char* otherwise;
};
/// In the order of the file.
const std::vector<HeaderKey>& header_keys();

/// The first item under one of the keys; null if none.
const HeaderItem* find_item(const std::vector<HeaderItem>& header, std::initializer_list<const char*> keys);

}  // namespace liangdi::plugins
