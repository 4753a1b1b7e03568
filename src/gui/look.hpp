#pragma once

#include <QFont>
#include <QIcon>
#include <QString>

class QApplication;

namespace liangdi::gui {

/// Style, palette, font and icon theme for the whole program.
void set_up_look(QApplication& application);

/// `language`: "zh_CN", "en", or empty for the system's: Chinese where it says nothing (C, POSIX), English
/// for every language but Chinese. Takes the translations out of the program itself.
void set_up_language(QApplication& application, const QString& language = {});

/// An icon of the breeze theme by its name.
QIcon icon(const char* name);

QFont bold(QFont font);
QFont sized(QFont font, double pt);

}  // namespace liangdi::gui
