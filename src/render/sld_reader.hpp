#pragma once

#include <QByteArray>
#include <filesystem>
#include <string>
#include <vector>

#include "render/style.hpp"

namespace liangdi::render {

/// Reads every se:FeatureTypeStyle of every sld:UserStyle of an SLD 1.1 file (OGC 05-078r4, 05-077r4).
///
/// Understood: NamedLayer, UserStyle, FeatureTypeStyle, Rule with Min/MaxScaleDenominator, Filter and
/// ElseFilter, Polygon-, Line-, Point- and TextSymbolizer with uom pixel or metre, Stroke, Fill, GraphicFill,
/// Mark, ExternalGraphic (SVG beside the file), Font, Halo, Point- and LinePlacement; Filter Encoding 1.1
/// comparisons and logic; se:Substring, StringLength, Concatenate. Beyond the standard, as GeoServer and
/// QGIS write them: se:Priority and se:Graphic in a TextSymbolizer, VendorOption charSpacing, goodnessOfFit,
/// minGroupDistance, labelObstacle; and our own labelAnchor=above (outside an area's top edge).
///
/// A style called "print" counts px of 0.28 mm, every other one px of 1/96 inch.
/// Throws Error{bad_style} naming the element and the line for anything else: nothing is skipped in silence.
/// `where` names the file in messages, `directory` is where its drawings lie.
std::vector<Style> read_sld(const QByteArray& xml, const std::string& where,
                            const std::filesystem::path& directory = {});

}  // namespace liangdi::render
