#include "render/map_font.hpp"

#include <fmt/format.h>

#include <QFontInfo>
#include <algorithm>
#include <cmath>

namespace liangdi::render {

QFont map_font(const Font& font, double px, std::vector<std::string>& warnings) {
    const QString family = font.family.empty() ? map_font_family : QString::fromStdString(font.family);
    QFont result(family);
    result.setPixelSize(std::max(1, static_cast<int>(std::lround(font.size * px))));
    result.setBold(font.bold);
    result.setItalic(font.italic);
    // The same shapes at every resolution, and no drift between halo and text.
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setStyleStrategy(QFont::PreferAntialias);
    if (QFontInfo(result).family() != family) {
        std::string warning = fmt::format(
            "the font {} is not installed; the system's {} is used. "
            "Install fonts-wqy-microhei.",
            family.toStdString(), QFontInfo(result).family().toStdString());
        if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end())
            warnings.push_back(std::move(warning));
    }
    return result;
}

QFont furniture_font(double size, bool bold, double px) {
    std::vector<std::string> ignored;
    return map_font({"", size, bold, false}, px, ignored);
}

}  // namespace liangdi::render
