#pragma once

#include <QWidget>

#include "tasks/atlas.hpp"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace liangdi::gui {

/// What the atlas export asks: one file or many, of which kind, where. The pages are those that the list
/// shows.
class AtlasForm : public QWidget {
    Q_OBJECT
  public:
    explicit AtlasForm(QWidget* parent = nullptr);

    void show_pages(int listed, int all);
    /// Where the file goes that nobody has named: a folder and a name without extension.
    void propose(const QString& folder, const QString& name);
    /// Sheet, filter and the sheets' params are the caller's to fill in.
    tasks::AtlasParams params() const;
    void set_busy(bool busy);
    void show_result(const QString& words);
    void show_refusal(const QString& words);

    QLineEdit* target() const { return target_; }
    QComboBox* kind() const { return kind_; }
    QSpinBox* dpi() const { return dpi_; }
    QCheckBox* resume() const { return resume_; }
    QPushButton* start_button() const { return start_; }

  signals:
    void start_wanted();

  private:
    void browse();
    void show_kind();

    QComboBox* kind_;
    QSpinBox* dpi_;
    QCheckBox* resume_;
    QLineEdit* target_;
    QLabel *pages_, *result_, *refusal_, *dpi_label_;
    QPushButton* start_;
    QString folder_, name_;
    bool typed_ = false;
};

}  // namespace liangdi::gui
