#include "gui/shortcuts.hpp"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>
#include <QVariant>

namespace liangdi::gui {

namespace {

constexpr const char* defaults = "default_shortcuts";

QString settings_key(const QAction& action) {
    return "shortcuts/" + QString::fromLatin1(shortcut_name(action).toUtf8().toPercentEncoding());
}

void apply(QAction& action, const QList<QKeySequence>& keys) {
    action.setShortcuts(keys);
    const QString plain = action.iconText();
    action.setToolTip(
        keys.isEmpty() || keys.front().isEmpty()
            ? plain
            : QStringLiteral("%1 (%2)").arg(plain, keys.front().toString(QKeySequence::NativeText)));
}

QList<QKeySequence> keys_of(const QVariant& kept) {
    QList<QKeySequence> keys;
    for (const auto& text : kept.toStringList())
        if (const auto key = QKeySequence::fromString(text); !key.isEmpty()) keys << key;
    return keys;
}

}  // namespace

QList<QAction*> configurable_actions(const QMainWindow& window) {
    QList<QAction*> out;
    for (auto* action : window.actions())
        if (!action->isSeparator() && !action->menu() && !action->text().isEmpty()) out << action;
    return out;
}

QList<QKeySequence> default_shortcuts(const QAction& action) {
    return keys_of(action.property(defaults));
}

QString shortcut_name(const QAction& action) {
    if (!action.objectName().isEmpty()) return action.objectName();
    const QStringList keys = action.property(defaults).toStringList();
    return keys.isEmpty() ? action.text() : "key " + keys.front();
}

void load_shortcuts(const QMainWindow& window, bool remember) {
    const QSettings settings;
    for (auto* action : configurable_actions(window)) {
        action->setProperty(defaults,
                            QKeySequence::listToString(action->shortcuts()).split("; ", Qt::SkipEmptyParts));
        if (remember && settings.contains(settings_key(*action)))
            apply(*action, keys_of(settings.value(settings_key(*action))));
    }
}

QAction* conflicting_action(const QMainWindow& window, const QAction& action, const QKeySequence& key) {
    if (key.isEmpty()) return nullptr;
    // Also those that cannot be changed, as the modes of the rail.
    for (auto* other : window.findChildren<QAction*>()) {
        if (other == &action) continue;
        for (const auto& taken : other->shortcuts())
            if (!taken.isEmpty() &&
                (key.matches(taken) != QKeySequence::NoMatch || taken.matches(key) != QKeySequence::NoMatch))
                return other;
    }
    return nullptr;
}

void set_shortcut(QAction& action, const QKeySequence& key, bool remember) {
    apply(action, key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
    if (remember) QSettings().setValue(settings_key(action), QStringList{key.toString()});
}

void reset_shortcut(QAction& action, bool remember) {
    apply(action, default_shortcuts(action));
    if (remember) QSettings().remove(settings_key(action));
}

}  // namespace liangdi::gui
