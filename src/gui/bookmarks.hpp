#pragma once

#include <QString>
#include <QVariant>
#include <vector>

#include "geo/geometry.hpp"

namespace liangdi::gui {

/// 书签: a place to come back to, by a name of one's own.
struct Bookmark {
    QString name;
    geo::Box box;  ///< town CRS
    friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

QVariant to_variant(const std::vector<Bookmark>& bookmarks);
/// Entries that are no bookmark (somebody's hand in the settings) are left out.
std::vector<Bookmark> bookmarks_of(const QVariant& kept);

/// The first of "书签 1", "书签 2" … that is free.
QString free_name(const std::vector<Bookmark>& bookmarks, const QString& stem);

}  // namespace liangdi::gui
