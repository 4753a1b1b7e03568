#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace liangdi::exchange {

/// How much a decoded text looks like text that people write, 0 to 1: the mean over its characters beyond
/// ASCII, where common Han characters count most, rare ones little, and broken bytes nothing. Text read in
/// the wrong encoding is full of rare characters. 1 where all of it is ASCII, since then it says nothing.
/// `encoding` says which characters are common: of Big5 the traditional ones as well.
double legibility(std::string_view utf8, const std::string& encoding);

/// The encodings that Chinese offices meet: "GB18030", "UTF-8", "Big5".
const std::vector<std::string>& office_encodings();

}  // namespace liangdi::exchange
