#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;
class QMainWindow;

namespace liangdi::gui {

/// The commands of a window whose keys people may change, in the order of the menus.
QList<QAction*> configurable_actions(const QMainWindow& window);

/// Under which its own keys are kept: its object name, else the key that it came with.
QString shortcut_name(const QAction& action);
QList<QKeySequence> default_shortcuts(const QAction& action);

/// Notes each action's keys as they come, then takes those that the user has set before (settings,
/// "shortcuts/…"). Once, when the window is built.
void load_shortcuts(const QMainWindow& window, bool remember);

/// Another command that would answer to the key, or whose key begins so; null where there is none.
QAction* conflicting_action(const QMainWindow& window, const QAction& action, const QKeySequence& key);

/// Sets the key (empty: none) and the tooltip, and keeps it. The caller has looked for conflicts.
void set_shortcut(QAction& action, const QKeySequence& key, bool remember);
void reset_shortcut(QAction& action, bool remember);

}  // namespace liangdi::gui
