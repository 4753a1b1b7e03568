#pragma once

#include <QRect>
#include <QRgb>
#include <cstdint>

namespace liangdi::render {

/// Pixels that are painted on without a QPainter; they stay somebody else's. Format_ARGB32_Premultiplied.
struct Pixels {
    uchar* first_row = nullptr;  ///< null: none, the device is no picture
    qsizetype bytes_per_line = 0;
    QRect place;  ///< in the coordinates of the shapes

    QRgb* row(int y) const { return reinterpret_cast<QRgb*>(first_row + (y - place.top()) * bytes_per_line); }
};

/// Each channel times part / 255, rounded: parts that add up to 255 leave nothing out, also of the opacity.
inline QRgb scaled(QRgb colour, std::uint32_t part) {
    std::uint32_t red_blue = (colour & 0xFF00FFU) * part;
    red_blue = ((red_blue + ((red_blue >> 8) & 0xFF00FFU) + 0x800080U) >> 8) & 0xFF00FFU;
    std::uint32_t alpha_green = ((colour >> 8) & 0xFF00FFU) * part;
    alpha_green = (alpha_green + ((alpha_green >> 8) & 0xFF00FFU) + 0x800080U) & 0xFF00FF00U;
    return red_blue | alpha_green;
}

/// A premultiplied colour over another one.
inline QRgb over(QRgb below, QRgb colour) {
    return colour + scaled(below, 255 - static_cast<std::uint32_t>(qAlpha(colour)));
}

}  // namespace liangdi::render
