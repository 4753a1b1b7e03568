#pragma once

#include <QWidget>
#include <set>

#include "tasks/import_preview.hpp"
#include "tasks/import_targets.hpp"

class QComboBox;
class QLabel;
class QStandardItemModel;
class QTableWidget;

namespace liangdi::gui {

/// Step 3 of the import: what the file is, and where each of its columns goes.
class ImportFieldsPage : public QWidget {
    Q_OBJECT
  public:
    explicit ImportFieldsPage(QWidget* parent = nullptr);

    void show_aims(const std::vector<tasks::ImportAim>& aims);
    /// `mapping`: the one at hand, that of the preview or as somebody has changed it since.
    void show_mapping(const tasks::ImportPreview& preview, const exchange::FieldMapping& mapping,
                      const land::TownShape& town, const std::set<std::string>& by_hand);
    QComboBox* aim_field() const { return aim_; }
    QTableWidget* table() const { return table_; }
    QComboBox* target_field(int row) const;
    QString tag(int row) const;

  signals:
    void aim_wanted(const QString& aim);
    void target_wanted(const QString& column, const QString& target_key);  ///< empty key: nowhere

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void show_row(int row, const tasks::ImportPreview& preview, const exchange::FieldMapping& mapping,
                  const std::set<std::string>& by_hand);

    QComboBox* aim_;
    QLabel *from_, *doubts_;
    QTableWidget* table_;
    QStandardItemModel* choices_;
    std::vector<tasks::ImportTarget> targets_;
};

}  // namespace liangdi::gui
