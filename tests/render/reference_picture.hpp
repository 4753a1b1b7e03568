#pragma once

#include <QImage>
#include <algorithm>
#include <cstdlib>
#include <string>

#include "catch.hpp"

/// Pictures beside those that lie in references/. LIANGDI_REFERENCES=folder writes them there anew; look at
/// them before they take the place of the old ones.
namespace liangdi::test {

/// Share of pixels that differ clearly. Versions of Qt and FreeType move an edge by less.
inline double unlike(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) return 1;
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            different += std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                   std::abs(qBlue(p) - qBlue(q))}) > 60;
        }
    return static_cast<double>(different) / (a.width() * a.height());
}
inline constexpr double unlike_tolerance = 0.002;

inline QString reference_file(const std::string& folder, const std::string& name) {
    return QString::fromStdString(folder + "/" + name + ".png");
}

inline void check_reference(const QImage& picture, const std::string& name) {
    INFO(name);
    const QString write_to = qEnvironmentVariable("LIANGDI_REFERENCES");
    if (!write_to.isEmpty()) REQUIRE(picture.save(reference_file(write_to.toStdString(), name)));
    const QImage reference(reference_file(LIANGDI_RENDER_REFERENCES, name));
    REQUIRE_FALSE(reference.isNull());
    CHECK(unlike(picture, reference) < unlike_tolerance);
}

}  // namespace liangdi::test
