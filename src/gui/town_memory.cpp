#include "gui/town_memory.hpp"

#include <QSettings>

namespace liangdi::gui {

QVariant TownMemory::value(const QString& name) const {
    if (file_id_.isEmpty()) return {};
    return on_disk_ ? QSettings().value(key(name)) : here_.value(key(name));
}

void TownMemory::set_value(const QString& name, const QVariant& value) {
    if (file_id_.isEmpty()) return;
    if (on_disk_) {
        QSettings().setValue(key(name), value);
    } else {
        here_[key(name)] = value;
    }
}

}  // namespace liangdi::gui
