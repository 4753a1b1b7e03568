#pragma once

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QObject;
class QToolBar;

namespace liangdi::gui {

/// Every command of the window; menus, toolbar and keys all use these.
struct WindowActions {
    explicit WindowActions(QMainWindow& window);

    QAction *new_town, *open, *open_sample, *close_town, *all_saved, *lock, *quit;
    QAction *change_passphrase, *add_officer, *remove_officer, *recover, *new_recovery_key;
    QAction *undo, *redo, *select_none;
    QAction *zoom_in, *zoom_out, *full_extent, *town_extent, *previous_view, *next_view, *refresh,
        *hide_docks, *full_screen;
    QAction *show_table, *focus_map;
    QAction* search;
    QAction *check_town, *next_finding, *previous_finding;
    QAction *ledgers, *match_list;
    QAction *select_tool, *pan_tool;
    QAction *import, *renew_key, *shortcuts;
    QAction* layer_style;
    QAction *show_ground, *add_picture, *add_heights, *add_tiles;
    QAction *measure_distance, *measure_area;
    QAction *add_bookmark, *show_bookmarks;
    QAction* escape;
    QAction* about;
    QAction *map_mode, *two_places_mode, *sheets_mode;
    QAction* print;
    QActionGroup* tools;
    QMenu *recent, *keys, *sheets, *view, *tool_menu, *window;

    void enable_for_town(bool open);
};

/// The toolbar of all modes; the search box comes at its right end.
QToolBar* make_toolbar(QMainWindow& window, const WindowActions& actions);

}  // namespace liangdi::gui
