#pragma once

#include <QMainWindow>
#include <filesystem>

#include "gui/job_runner.hpp"
#include "gui/map_canvas.hpp"
#include "gui/pan_tool.hpp"
#include "gui/pick_tool.hpp"
#include "gui/project_model.hpp"
#include "gui/select_tool.hpp"
#include "gui/selection_model.hpp"
#include "gui/window_actions.hpp"
#include "tasks/feature_card.hpp"
#include "tasks/find.hpp"
#include "tasks/linking.hpp"
#include "tasks/matching.hpp"
#include "tasks/row_place.hpp"

class QDockWidget;
class QLabel;
class QToolButton;
class QStackedWidget;

namespace liangdi::gui {

class ErrorStrip;
class FindingsDock;
class FirstRunPage;
class HistoryDock;
class IdleLock;
class InspectorDock;
class JobsDock;
class LayersDock;
class SearchField;
class SheetsMode;
class StatusRow;
class TableDock;
class ToolStrip;
enum class KeyAction;

struct WindowOptions {
    bool remember = true;  ///< dock positions and recent files; off in tests and for pictures
    std::string actor;     ///< empty: the system's user
};

/// The frame of design/window.md. It wires; what is done is in the tasks, what is shown in the docks.
class MainWindow : public QMainWindow, private ToolContext {
    Q_OBJECT
  public:
    explicit MainWindow(const WindowOptions& options = {});
    ~MainWindow() override;

    void open_town(const std::filesystem::path& file);  ///< an Error goes to the strip
    /// Makes the sample town under `folder` and opens it; opens it only where it is there already.
    void open_sample(const std::filesystem::path& folder, int scale = 1);
    void find_household(const QString& code_or_name);
    void match_list(const QString& file);  ///< and shows the review

    void show_household_places(
        bool of_land);  ///< of the chosen household: zooms to its parcels or its buildings

    bool settled() const;  ///< nothing is being read or drawn
    MapCanvas& map() { return *canvas_; }
    ProjectModel& model() { return model_; }
    SelectionModel& selection() { return selection_; }
    JobRunner& jobs() { return jobs_; }
    const WindowActions& actions() const { return actions_; }
    InspectorDock& inspector() { return *inspector_; }
    LayersDock& layers_dock() { return *layers_; }
    HistoryDock& history_dock() { return *history_; }
    FindingsDock& findings_dock() { return *findings_; }
    TableDock& table_dock() { return *table_; }
    JobsDock& jobs_dock() { return *jobs_dock_; }
    StatusRow& status() { return *status_; }
    ErrorStrip& error_strip() { return *error_; }
    SheetsMode& sheets() { return *sheets_; }
    ToolStrip& tool_strip() { return *strip_; }
    SearchField& search_box() { return *search_; }
    IdleLock& idle_lock() { return *idle_lock_; }
    QToolButton& lock_chip() { return *lock_; }

    /// Arranges docks and middle; never the selection or the data.
    enum class Mode { map, sheets };
    void set_mode(Mode mode);
    Mode mode() const { return mode_; }

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void build();
    QWidget* make_rail();
    QDockWidget* add_dock(const char* name, const QString& title, Qt::DockWidgetArea area, QWidget* widget,
                          bool headed);
    void connect_actions();
    void connect_parts();
    void connect_docks();
    QDockWidget* dock_of(QWidget* widget) const;
    void bring_up(QWidget* widget);  ///< its dock, before others of the same place
    void check_town();
    void check_ended(quint64 job);
    /// Zooms to a row's place, or to `at`, and selects what shows it.
    void go_to(const std::string& table, std::int64_t id, const std::optional<geo::Point>& at);
    void choose_rows(const std::string& table, const std::vector<std::int64_t>& ids);
    void take_rows(const std::vector<tasks::RowPlace>& places);
    void show_chosen_rows();  ///< the selection, in the table

    void town_changed();
    void rows_changed();
    void read_layer_facts(bool show_town);
    void pack_layers();
    void show_steps();
    void show_selection();
    void use_tool(Tool& tool);
    void escape();
    void new_town();
    void choose_town();
    void reverse(bool undo);
    void link(const tasks::LinkParams& params);
    void begin_link();
    void end_link();
    void show_found(const tasks::Found& found);
    void take_place(const FeatureRef& feature);
    void choose_of_many(const std::vector<tasks::HouseholdLine>& lines);
    void connect_sealed();
    void lock_clicked();
    void show_lock();
    void lock_sealed();
    void ask_unlock();
    void ask_full();
    void connect_sheets();
    void show_mode();   ///< middle, docks and commands of the mode
    void show_docks();  ///< those of the mode, unless F9 hides them
    void show_sheet_steps();
    void print();
    void connect_keys();
    void connect_ledgers();
    void ask_ledger();
    void show_review(tasks::MatchReview review);
    void ask_keys(KeyAction action);
    void show_recovery_key(const QString& town, std::string& recovery_key);  ///< wipes it
    void remember_file(const QString& file);
    void show_recent();

    // ToolContext
    MapCanvas& canvas() override { return *canvas_; }
    void pick_at(QPointF px, PickMode mode) override;
    void pick_in(const geo::Box& ground, PickMode mode) override;
    void apply_pick(std::vector<FeatureRef> features, std::vector<FeatureRef> also_here, PickMode mode);

    WindowOptions options_;
    ProjectModel model_;
    SelectionModel selection_;
    WindowActions actions_;
    MapCanvas* canvas_ = nullptr;
    SelectTool select_tool_{*this};
    PanTool pan_tool_{*this};
    PickTool pick_tool_{*this};
    Tool* tool_before_link_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    FirstRunPage* first_run_ = nullptr;
    ToolStrip* strip_ = nullptr;
    ErrorStrip* error_ = nullptr;
    StatusRow* status_ = nullptr;
    LayersDock* layers_ = nullptr;
    InspectorDock* inspector_ = nullptr;
    HistoryDock* history_ = nullptr;
    FindingsDock* findings_ = nullptr;
    TableDock* table_ = nullptr;
    JobsDock* jobs_dock_ = nullptr;
    quint64 checking_ = 0;  // the job
    std::uint64_t rows_asked_ = 0;
    bool from_table_ = false;  // the selection that is being made is the table's own
    SearchField* search_ = nullptr;
    QToolButton* lock_ = nullptr;
    IdleLock* idle_lock_ = nullptr;
    QWidget* rail_ = nullptr;
    std::vector<QDockWidget*> docks_;
    SheetsMode* sheets_ = nullptr;
    Mode mode_ = Mode::map;
    std::vector<QDockWidget*> sheet_docks_, closed_docks_;  // of docks_; closed by the user in the other mode
    geo::Box town_box_, full_box_;
    JobRunner jobs_;  // last: its jobs end before what they deliver to
};

}  // namespace liangdi::gui
