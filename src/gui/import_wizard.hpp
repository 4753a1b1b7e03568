#pragma once

#include <QDialog>
#include <filesystem>
#include <optional>
#include <set>

#include "gui/job_runner.hpp"
#include "gui/project_model.hpp"
#include "render/map_request.hpp"
#include "tasks/import_preview.hpp"
#include "tasks/import_source.hpp"

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace liangdi::gui {

class ImportCheckPage;
class ImportFieldsPage;
class ImportFilePage;
class ImportPlacePage;

/// 导入: one window, four steps, live on the first 200 rows. Nothing is written before the button of the last
/// step; what it writes is one entry of the history. Several files go one after the other.
class ImportWizard : public QDialog {
    Q_OBJECT
  public:
    enum Step { file, place, fields, check, step_count };

    ImportWizard(ProjectModel& model, JobRunner& jobs, std::vector<render::MapLayer> layers,
                 std::vector<std::filesystem::path> files, QWidget* parent = nullptr);

    Step step() const;
    void go_to(Step step);  ///< no further than what is filled in allows
    bool busy() const { return previewing_ != 0 || job_ != 0; }
    const std::optional<tasks::ImportPreview>& preview() const { return preview_; }
    const exchange::FieldMapping& mapping() const { return mapping_; }
    const std::optional<tasks::ImportOutcome>& checked() const { return checked_; }
    QString reason() const;  ///< why Next is disabled, empty where it is not

    ImportFilePage& file_page() { return *file_page_; }
    ImportPlacePage& place_page() { return *place_page_; }
    ImportFieldsPage& fields_page() { return *fields_page_; }
    ImportCheckPage& check_page() { return *check_page_; }
    QPushButton* next_button() const { return next_; }
    QPushButton* back_button() const { return back_; }
    QPushButton* cancel_button() const { return cancel_; }
    QToolButton* step_button(Step step) const { return steps_.at(static_cast<std::size_t>(step)); }

    void reject() override;  ///< a running job is stopped first; the window closes at the next Esc
    void check_again();      ///< the records were unlocked

  signals:
    void imported(const QString& file, const liangdi::tasks::ImportOutcome& outcome);
    void files_wanted();
    void unlock_wanted();

  public slots:
    void take_files(std::vector<std::filesystem::path> files);

  private:
    QWidget* make_head();
    QWidget* make_foot();
    void connect_pages();
    void read_preview();
    void take_preview(tasks::ImportPreview preview);
    void show_mapping();
    void show_state();  ///< buttons, heads and reasons
    QString missing(Step step) const;
    void next();
    tasks::ImportParams params() const;
    void run(bool dry);
    void take_outcome(tasks::ImportOutcome outcome, bool dry);
    void take_control_points();
    void keep_mapping();
    std::filesystem::path source() const;

    ProjectModel& model_;
    JobRunner& jobs_;
    std::vector<std::filesystem::path> files_;
    std::size_t done_ = 0;
    tasks::PreviewWish wish_;
    std::optional<tasks::ImportPreview> preview_;
    exchange::FieldMapping mapping_;
    std::set<std::string> by_hand_;  // columns whose target somebody has chosen
    std::optional<tasks::ImportOutcome> checked_;
    QString problem_;
    quint64 previewing_ = 0, job_ = 0;
    std::uint64_t asked_ = 0;
    bool importing_ = false;

    QLabel *facts_, *note_, *reason_;
    QStackedWidget* pages_;
    ImportFilePage* file_page_;
    ImportPlacePage* place_page_;
    ImportFieldsPage* fields_page_;
    ImportCheckPage* check_page_;
    std::vector<QToolButton*> steps_;
    QPushButton *keep_, *cancel_, *back_, *next_;
};

}  // namespace liangdi::gui
