#pragma once

#include <QString>

#include "tasks/import_preview.hpp"
#include "tasks/import_targets.hpp"

/// The window's words for what an import names in English or by codes.
namespace liangdi::gui {

/// "CGCS2000 / 3-degree Gauss-Kruger CM 105E" -> CGCS2000 / 3° 带 105°E; the EPSG code behind it.
QString crs_caption(const geo::Crs& crs);
QString encoding_caption(const std::string& encoding);  ///< "GB18030" -> GBK（GB18030）
QString distance_caption(double m);                     ///< "31.4 km"
QString format_caption(const std::string& driver);      ///< "ESRI Shapefile" -> Shapefile
QString frame_title(const tasks::FrameChoice& frame);
QString frame_detail(const tasks::FrameChoice& frame);      ///< where the file would lie
QString target_caption(const tasks::ImportTarget& target);  ///< 地块 · 编码; 面积 · 登记 · 亩
QString target_words(const tasks::ImportTarget& target);    ///< how the column is read
/// What a finding of an import means, by its rule; the finding's own words where the rule is not known.
QString import_finding_caption(const land::Finding& finding);
QString import_mend_caption(const land::Finding& finding);  ///< what to do about it, in the window

}  // namespace liangdi::gui
