#pragma once

#include <QByteArray>
#include <string>
#include <vector>

#include "render/style.hpp"

namespace liangdi::render {

/// An SLD 1.1 file of these styles, one NamedLayer for those of a layer that follow each other: read_sld
/// reads exactly them back, and QGIS and GeoServer read what they know of it. Drawings are named, not held:
/// they must lie beside the file (save_styles). A rule that is hidden lies beyond every scale
/// (sld_parts.hpp). Throws Error{unwritable_style} naming style and rule where the format has no way to say
/// something.
QByteArray write_sld(const std::vector<Style>& styles);

}  // namespace liangdi::render
