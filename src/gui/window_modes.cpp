// The parts of MainWindow about its modes: each has its own middle, docks and commands.
#include <QDockWidget>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <algorithm>

#include "gui/findings_dock.hpp"
#include "gui/first_run_page.hpp"
#include "gui/help_dock.hpp"
#include "gui/history_dock.hpp"
#include "gui/jobs_dock.hpp"
#include "gui/layers_dock.hpp"
#include "gui/main_window.hpp"
#include "gui/paper_view.hpp"
#include "gui/sheets_mode.hpp"
#include "gui/strips.hpp"
#include "gui/table_dock.hpp"
#include "gui/two_places_view.hpp"

namespace liangdi::gui {

namespace {

struct ModeSetting {
    Mode mode;
    const char* key;
};
constexpr ModeSetting mode_settings[] = {{Mode::map, "window/docks"},
                                         {Mode::two_places, "window/docks-two-places"},
                                         {Mode::sheets, "window/docks-sheets"}};

}  // namespace

void MainWindow::connect_modes() {
    connect(actions_.map_mode, &QAction::triggered, this, [this] { set_mode(Mode::map); });
    connect(actions_.two_places_mode, &QAction::triggered, this, [this] { set_mode(Mode::two_places); });
    connect(actions_.sheets_mode, &QAction::triggered, this, [this] { set_mode(Mode::sheets); });
    if (!options_.remember) return;
    const QSettings settings;
    for (const auto& [mode, key] : mode_settings) mode_docks_[mode] = settings.value(key).toByteArray();
}

void MainWindow::save_modes() {
    keep_docks();
    QSettings settings;
    for (const auto& [mode, key] : mode_settings) settings.setValue(key, mode_docks_[mode]);
    settings.setValue("window/two-places", two_places_->splitter().saveState());
}

void MainWindow::set_mode(Mode mode) {
    const bool possible = mode == Mode::map || model_.is_open();
    if (mode == mode_ || !possible) {
        show_mode();  // a button that was pressed shows the mode that is
        return;
    }
    keep_docks();
    const render::MapView before = canvas_->view();
    mode_ = mode;
    show_mode();
    show_docks();
    show_steps();
    show_selection();
    if (mode_ == Mode::sheets) {
        sheets_->paper().setFocus();
        return;
    }
    strip_->show_tool(*canvas_->tool());
    if (mode_ == Mode::two_places) enter_two_places(before);
    canvas_->setFocus();
}

void MainWindow::enter_two_places(const render::MapView& before) {
    // The extent stays: where the one map showed villages, the map of the villages goes on from there.
    const bool in_town = town_box_.empty() || town_box_.grown(500).contains(before.centre);
    if (in_town) {
        two_places_->village().show_box(full_box_);
    } else {
        two_places_->village().set_view(before);
        canvas_->show_box(town_box_);
    }
    read_two_places(true);
}

void MainWindow::show_mode() {
    const bool open = model_.is_open();
    const bool sheets = open && mode_ == Mode::sheets, two = open && mode_ == Mode::two_places;
    (sheets ? actions_.sheets_mode : two ? actions_.two_places_mode : actions_.map_mode)->setChecked(true);
    stack_->setCurrentWidget(!open    ? static_cast<QWidget*>(first_run_)
                             : sheets ? static_cast<QWidget*>(sheets_)
                                      : two_places_);
    sheets_->set_active(sheets);
    two_places_->set_active(two);
    for (auto* chip : two_places_chips_) chip->setVisible(two);
    for (auto* action : {actions_.select_tool, actions_.pan_tool, actions_.town_extent,
                         actions_.previous_view, actions_.next_view})
        action->setEnabled(open && !sheets);
    if (sheets) strip_->show_prompt(tr("Sheet"), sheets_->prompt());
}

void MainWindow::keep_docks() {
    if (docks_shown_) mode_docks_[mode_] = saveState();
}

void MainWindow::show_docks() {
    const bool shown = model_.is_open() && !actions_.hide_docks->isChecked();
    setUpdatesEnabled(false);  // else each dock that goes moves all others once
    if (!shown) {
        keep_docks();
        for (auto* dock : docks_) dock->hide();
    } else {
        const bool sheets = mode_ == Mode::sheets;
        const auto of_sheets = [this](QDockWidget* dock) {
            return std::ranges::find(sheet_docks_, dock) != sheet_docks_.end();
        };
        const QByteArray& known = mode_docks_[mode_];
        if (known.isEmpty() || !restoreState(known)) {
            for (auto* dock : docks_) dock->setVisible(of_sheets(dock) == sheets);
            if (mode_ == Mode::two_places)
                for (QWidget* widget :
                     std::initializer_list<QWidget*>{layers_, history_, findings_, table_, jobs_dock_, help_})
                    dock_of(widget)->hide();
        }
        for (auto* dock : docks_)
            if (of_sheets(dock) != sheets) dock->hide();
    }
    docks_shown_ = shown;
    setUpdatesEnabled(true);
}

}  // namespace liangdi::gui
