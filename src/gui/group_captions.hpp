#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>

namespace liangdi::gui {

/// A sealed group in words: "disabled" -> 残疾人; itself where the office has named another one.
inline QString group_caption(const std::string& group) {
    const auto say = [](const char* words) { return QCoreApplication::translate("Group", words); };
    if (group == "left_behind_child") return say(QT_TRANSLATE_NOOP("Group", "Left-behind children"));
    if (group == "empty_nest_elderly") return say(QT_TRANSLATE_NOOP("Group", "Elderly living alone"));
    if (group == "disabled") return say(QT_TRANSLATE_NOOP("Group", "Disabled"));
    return QString::fromStdString(group);
}

}  // namespace liangdi::gui
