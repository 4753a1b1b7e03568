#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace liangdi::plugins {

/// Without blanks at both ends: ASCII blanks, no-break space, ideographic space, a stray byte order mark.
std::string_view trim(std::string_view text);

/// Full-width letters, digits and signs (U+FF01 to U+FF5E) as ASCII, the ideographic space as a blank,
/// 【】 and 〔〕 as []. Everything else is as it was.
std::string half_width(std::string_view text);

/// The trimmed fields between the commas; empty ones stay. One field at least.
void split(std::string_view text, std::vector<std::string_view>& fields);

/// The whole text as a finite decimal number, full-width digits accepted; else nothing. No locale.
std::optional<double> decimal(std::string_view text);
std::optional<std::int64_t> integer(std::string_view text);

/// The first run of digits in the text ("35带", "第 ３ 度带"), where there is one of at most 9 digits.
std::optional<int> first_integer(std::string_view text);

/// One field of a comma text: the comma becomes "，", line ends become blanks, since neither can be escaped.
/// `changed` is set where that was needed.
std::string writable(std::string_view text, bool& changed);

}  // namespace liangdi::plugins
