#pragma once

#include <QTimer>
#include <QWidget>

#include "gui/sheet_document.hpp"
#include "gui/sheet_worker.hpp"

class QAction;
class QComboBox;
class QLabel;
class QPrinter;
class QTabWidget;
class QToolButton;

namespace liangdi::gui {

class AtlasForm;
class ItemForm;
class JobRunner;
class PaperView;
class ProjectModel;
class SheetList;

/// The mode 图纸: the paper in the middle, the list of pages left of it and the forms right of it, which
/// stand in docks of the window. It wires them; the pages are made by SheetWorker.
class SheetsMode : public QWidget {
    Q_OBJECT
  public:
    SheetsMode(ProjectModel& model, JobRunner& jobs, QWidget* parent = nullptr);
    ~SheetsMode() override;

    /// Nothing is read or painted before the mode is looked at.
    void set_active(bool active);
    bool active() const { return active_; }
    void town_changed();
    void rows_changed();

    /// The page about that row: of the template that is open, or else of the first one about such rows.
    /// False where there is none.
    bool show_row(const std::string& table, std::int64_t id, bool other_template);
    void step_page(int by);  ///< to the next page, of the same subject first
    void set_edition(const std::string& edition);
    void set_language(land::Language language);
    void print();
    bool escape();
    void add_item(const QString& kind);

    bool settled() const;
    const tasks::SheetParams& params() const { return params_; }
    const std::optional<DrawnPage>& drawn() const { return drawn_; }
    /// The page that is shown, as it would be printed.
    const render::Page* page() const;

    QWidget* side() const;  ///< the tabs right of the paper
    SheetList& list() { return *list_; }
    PaperView& paper() { return *paper_; }
    ItemForm& item_form() { return *item_form_; }
    AtlasForm& atlas_form() { return *atlas_form_; }
    SheetDocument& document() { return document_; }
    QToolButton* edition_button(bool for_public) const { return for_public ? public_ : staff_; }

    /// Commands for the window's menu, in its order; nullptr: a line.
    std::vector<QAction*> menu() const;

    /// Prints without asking: what print() does once the dialog is answered.
    void print_on(std::shared_ptr<QPrinter> printer, const std::vector<PageWish>& wishes);

  signals:
    void error(const QString& doing, const liangdi::Error& error);
    void note(const QString& words);     ///< to be read
    void message(const QString& words);  ///< goes after a while
    void row_chosen(const QString& table, qint64 id);
    void history_changed();
    void prompt_changed();

  public:
    QString prompt() const;  ///< for the tool strip

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void build();
    QWidget* make_top_row();
    QWidget* make_bottom_row();
    void make_actions();
    void connect_parts();
    void connect_editing();
    void load_templates();
    void open_template(const tasks::SheetTemplate& sheet);
    void reload();
    void take_subjects(const std::vector<tasks::SheetSubject>& subjects);
    void take_page(const DrawnPage& page);
    void ask_page();
    void ask_thumbnails();
    PageWish wish_of(const tasks::SheetSubject& subject) const;
    void params_changed();
    void show_item();
    void show_state();
    void remove_item(const tasks::ItemPath& path);
    void add_image_file();
    void save_as();
    void remove_template();
    void copy_picture();
    void show_atlas();
    void make_atlas();
    std::vector<PageWish> listed_wishes() const;

    ProjectModel& model_;
    JobRunner& jobs_;
    SheetDocument document_;
    tasks::SheetParams params_;
    bool active_ = false, stale_ = true;
    int part_ = 0;
    std::optional<tasks::SheetSubject> subject_;  ///< whose page is wanted
    std::optional<std::int64_t> subject_to_come_;
    std::optional<DrawnPage> drawn_;
    quint64 asked_ = 0, atlas_job_ = 0;
    bool page_pending_ = false, subjects_pending_ = false;
    QTimer zoom_pause_, sight_pause_;

    SheetList* list_;
    PaperView* paper_;
    ItemForm* item_form_;
    AtlasForm* atlas_form_;
    QTabWidget* side_;
    QToolButton *staff_, *public_, *add_, *copy_, *print_, *atlas_;
    QComboBox* language_;
    QLabel *page_label_, *zoom_label_;
    QAction *previous_action_, *next_action_, *save_as_action_, *remove_action_, *copy_action_,
        *atlas_action_, *fit_action_, *true_size_action_;
    SheetWorker worker_;  // last: it ends before what it delivers to
};

}  // namespace liangdi::gui
