#include "gui/bookmarks.hpp"

#include <algorithm>
#include <cmath>

namespace liangdi::gui {

QVariant to_variant(const std::vector<Bookmark>& bookmarks) {
    QVariantList all;
    for (const auto& bookmark : bookmarks) {
        const auto& box = bookmark.box;
        all.append(QVariant(QVariantList{bookmark.name, box.min_x, box.min_y, box.max_x, box.max_y}));
    }
    return all;
}

std::vector<Bookmark> bookmarks_of(const QVariant& kept) {
    std::vector<Bookmark> out;
    for (const auto& one : kept.toList()) {
        const QVariantList parts = one.toList();
        if (parts.size() != 5 || parts[0].toString().isEmpty()) continue;
        const geo::Box box{parts[1].toDouble(), parts[2].toDouble(), parts[3].toDouble(),
                           parts[4].toDouble()};
        if (!box.empty() && std::isfinite(box.width()) && std::isfinite(box.height()))
            out.push_back({parts[0].toString(), box});
    }
    return out;
}

QString free_name(const std::vector<Bookmark>& bookmarks, const QString& stem) {
    for (int i = 1;; ++i) {
        const QString name = QStringLiteral("%1 %2").arg(stem).arg(i);
        if (std::ranges::none_of(bookmarks, [&](const Bookmark& b) { return b.name == name; })) return name;
    }
}

}  // namespace liangdi::gui
