#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// What reads bytes that come from outside. Each target must give a value or throw liangdi::Error, whatever
/// the bytes are: anything else (another exception, a crash, a sanitizer's report) is a fault.
namespace liangdi::fuzz {

using Input = std::span<const std::uint8_t>;

void blob(Input bytes);       ///< geo: the geometry of a town file's row
void changeset(Input bytes);  ///< store: an entry of the history, raw and as a zstd part
void sld(Input bytes);        ///< render: a style that somebody made elsewhere
void mapping(Input bytes);    ///< exchange: a field mapping

/// Sound inputs to begin from.
std::vector<std::string> blob_seeds();
std::vector<std::string> changeset_seeds();
std::vector<std::string> sld_seeds();
std::vector<std::string> mapping_seeds();

}  // namespace liangdi::fuzz
