#pragma once

#include "render/style.hpp"

namespace liangdi::render {

/// What a style file of somebody else means for a layer here. Its style "screen" is the layer's, or the first
/// one where it has none of that name; paper follows where it has no "print"; the sheets' own styles ("own",
/// "index" …) are those of `house`. Labels get rules of their own, so that they can be switched off.
/// Throws Error{no_style} where the file holds none.
std::vector<Style> adopted(std::vector<Style> read, const std::vector<Style>& house);

}  // namespace liangdi::render
