#pragma once

#include <QHash>
#include <QString>
#include <QVariant>

namespace liangdi::gui {

/// What a user keeps beside a town for himself (bookmarks, pictures under the map): in his own settings, by
/// the town's file id, so that a moved or renamed file finds it again. Not in the town file: it is no data of
/// the town, and one's own convenience must not stand between another's edit and its undo.
class TownMemory {
  public:
    explicit TownMemory(bool on_disk) : on_disk_(on_disk) {}

    void open(const QString& file_id) { file_id_ = file_id; }  ///< empty: no town
    QVariant value(const QString& name) const;
    void set_value(const QString& name, const QVariant& value);

  private:
    QString key(const QString& name) const { return "towns/" + file_id_ + "/" + name; }

    bool on_disk_;
    QString file_id_;
    QHash<QString, QVariant> here_;  // where nothing is to be remembered beyond this window
};

}  // namespace liangdi::gui
