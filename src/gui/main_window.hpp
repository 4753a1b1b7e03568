#pragma once

#include <QMainWindow>
#include <filesystem>

#include "gui/job_runner.hpp"
#include "gui/map_canvas.hpp"
#include "gui/measure_tool.hpp"
#include "gui/pan_tool.hpp"
#include "gui/pick_tool.hpp"
#include "gui/project_model.hpp"
#include "gui/select_tool.hpp"
#include "gui/selection_model.hpp"
#include "gui/town_memory.hpp"
#include "gui/window_actions.hpp"
#include "land/flows.hpp"
#include "tasks/feature_card.hpp"
#include "tasks/find.hpp"
#include "tasks/linking.hpp"
#include "tasks/matching.hpp"
#include "tasks/row_place.hpp"

class QDockWidget;
class QLabel;
class QToolButton;
class QActionGroup;
class QStackedWidget;

namespace liangdi::gui {

class BoardPage;
class BookmarkPanel;
class ErrorStrip;
class FindingsDock;
class FirstRunPage;
class GroundPanel;
class HelpDock;
class HistoryDock;
class IdleLock;
class InspectorDock;
class JobsDock;
class LayersDock;
class MeasurePanel;
class SearchField;
class StatisticsPage;
class SheetsMode;
class StatusRow;
class StylePanel;
class TableDock;
class ToolStrip;
class TwoPlacesView;
class VillageTools;
enum class KeyAction;

/// A mode arranges docks and map; it never changes what the mouse does, the data, or the selection.
enum class Mode { map, two_places, sheets };

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
    /// The window for it; without files it asks for some. A folder with a load.json is loaded as a whole.
    void import_files(std::vector<std::filesystem::path> files);
    void match_list(const QString& file);  ///< and shows the review
    void write_card(const QString& file);  ///< of the household on the card, on A4

    void show_household_places(
        bool of_land);  ///< of the chosen household: zooms to its parcels or its buildings

    void set_mode(Mode mode);
    /// "building:47" as tasks::place_named reads it: selects it. An Error goes to the strip.
    void choose_place(const QString& place);
    Mode mode() const { return mode_; }
    TwoPlacesView& two_places() { return *two_places_; }
    BoardPage& board_page() { return *board_; }
    StatisticsPage& statistics_page() { return *statistics_; }
    HelpDock& help_dock() { return *help_; }

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
    MeasurePanel& measure_panel() { return *measure_panel_; }
    BookmarkPanel& bookmark_panel() { return *bookmark_panel_; }
    GroundPanel& ground_panel() { return *ground_panel_; }
    StylePanel& style_panel() { return *style_panel_; }
    void load_style(const QString& file);  ///< into the style panel, which must be open
    void save_style(const QString& file);  ///< as the panel shows it
    void add_ground_file(const std::filesystem::path& file) { add_ground(file); }
    const MeasureTool& measure_tool() const { return measure_tool_; }

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
    void connect_two_places();
    void connect_help();
    void read_two_places(bool fit);  ///< of the selection; `fit`: the maps move to what belongs to it
    MapCanvas& map_in_use() const;
    void show_ground(const geo::Box& box);
    void connect_modes();
    void save_modes();
    void keep_docks();  ///< as they stand, for the next time in this mode
    void enter_two_places(const render::MapView& before);
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
    /// While a link is being made: this place, and of a building this flat (0: it is still to be chosen).
    void take_place(const FeatureRef& feature, std::int64_t flat = 0);
    void choose_of_many(const std::vector<tasks::HouseholdLine>& lines);
    void connect_sealed();
    void lock_clicked();
    void show_lock();
    void lock_sealed();
    void ask_unlock();
    void ask_full();
    void connect_sheets();
    void show_mode();   ///< middle and commands of the mode
    void show_docks();  ///< those of the mode, unless F9 hides them
    void show_sheet_steps();
    void print();
    void connect_keys();
    void connect_ledgers();
    void ask_ledger();
    void save_card();
    void show_review(tasks::MatchReview review);
    void ask_keys(KeyAction action);
    void show_recovery_key(const QString& town, std::string& recovery_key);  ///< wipes it
    void connect_import();
    void connect_shortcuts();
    void connect_styles();
    void change_style(const std::string& layer);
    void show_style(const std::string& layer, const render::Style& style);
    void keep_style();
    void tell_unread_styles();
    void connect_ground();
    void add_ground(const std::filesystem::path& file);
    void ground_changed();
    void load_folder(const std::filesystem::path& folder);
    void connect_measuring();
    void show_measuring(const Tool& tool);
    void connect_bookmarks();
    void town_memory_changed();
    bool close_map_card();
    void close_map_cards();
    void remember_file(const QString& file);
    void show_recent();

    // ToolContext
    MapCanvas& canvas() override { return *canvas_; }
    void pick_at(QPointF px, PickMode mode) override;
    void pick_in(const geo::Box& ground, PickMode mode) override;
    void pick_on(MapCanvas& map, QPointF px, PickMode mode);
    void pick_box_on(MapCanvas& map, const geo::Box& ground, PickMode mode);
    void take_place_on(MapCanvas& map, QPointF px);
    void apply_pick(std::vector<FeatureRef> features, std::vector<FeatureRef> also_here, PickMode mode);

    WindowOptions options_;
    ProjectModel model_;
    SelectionModel selection_;
    WindowActions actions_;
    MapCanvas* canvas_ = nullptr;
    SelectTool select_tool_{*this};
    PanTool pan_tool_{*this};
    PickTool pick_tool_{*this};
    MeasureTool measure_tool_{*this};
    MeasurePanel* measure_panel_ = nullptr;
    BookmarkPanel* bookmark_panel_ = nullptr;
    GroundPanel* ground_panel_ = nullptr;
    StylePanel* style_panel_ = nullptr;
    std::uint64_t ground_asked_ = 0;
    TownMemory memory_;
    geo::Crs town_crs_;
    Tool* tool_before_link_ = nullptr;
    TwoPlacesView* two_places_ = nullptr;
    BoardPage* board_ = nullptr;
    StatisticsPage* statistics_ = nullptr;
    HelpDock* help_ = nullptr;
    std::unique_ptr<VillageTools> village_tools_;
    std::vector<QWidget*> two_places_chips_;
    Mode mode_ = Mode::map;
    std::map<Mode, QByteArray> mode_docks_;  // as they were left
    bool docks_shown_ = false;
    std::optional<land::PlaceKind> level_;  // from where the two places are looked at; none: the selection
    const MapCanvas* picked_on_ = nullptr;  // the map that was clicked stays where it is
    std::uint64_t places_asked_ = 0;
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
    std::vector<QDockWidget*> sheet_docks_;  // of docks_
    geo::Box town_box_, full_box_;
    JobRunner jobs_;  // last: its jobs end before what they deliver to
};

}  // namespace liangdi::gui
