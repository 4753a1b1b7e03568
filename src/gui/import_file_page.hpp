#pragma once

#include <QWidget>
#include <filesystem>

#include "tasks/import_preview.hpp"

class QComboBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace liangdi::gui {

/// Step 1 of the import: which file, which of its layers, and what is wrong with it as a whole.
class ImportFilePage : public QWidget {
    Q_OBJECT
  public:
    explicit ImportFilePage(QWidget* parent = nullptr);

    /// `done` of them are in the town already; the next one is the one at hand.
    void show_files(const std::vector<std::filesystem::path>& files, std::size_t done);
    void show_preview(const std::filesystem::path& file, const tasks::ImportPreview& preview);
    void show_problem(const QString& words);  ///< why the file cannot be read
    QListWidget* files() const { return files_; }
    QComboBox* layer_field() const { return layer_; }
    QPushButton* choose_button() const { return choose_; }

  signals:
    void choose_wanted();
    void layer_wanted(const QString& layer);

  private:
    QListWidget* files_;
    QPushButton* choose_;
    QComboBox* layer_;
    QLabel *format_, *rows_, *shapes_, *size_, *changed_, *problem_, *remarks_, *none_;
    QWidget* facts_;
};

}  // namespace liangdi::gui
