// The parts of MainWindow about its modes, and about the sheets.
#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>
#include <QStackedWidget>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/first_run_page.hpp"
#include "gui/main_window.hpp"
#include "gui/paper_view.hpp"
#include "gui/sheet_list.hpp"
#include "gui/sheets_mode.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"

namespace liangdi::gui {

void MainWindow::connect_sheets() {
    connect(actions_.map_mode, &QAction::triggered, this, [this] { set_mode(Mode::map); });
    connect(actions_.sheets_mode, &QAction::triggered, this, [this] { set_mode(Mode::sheets); });
    connect(actions_.print, &QAction::triggered, this, &MainWindow::print);
    for (auto* action : sheets_->menu()) {
        if (!action) {
            actions_.sheets->addSeparator();
            continue;
        }
        actions_.sheets->addAction(action);
        addAction(action);
    }
    connect(sheets_, &SheetsMode::error, error_, &ErrorStrip::show_error);
    connect(sheets_, &SheetsMode::note, error_, &ErrorStrip::show_note);
    connect(sheets_, &SheetsMode::message, status_, &StatusRow::show_message);
    connect(sheets_, &SheetsMode::history_changed, this, &MainWindow::show_steps);
    connect(sheets_, &SheetsMode::prompt_changed, this, [this] {
        if (mode_ == Mode::sheets) strip_->show_prompt(tr("Sheet"), sheets_->prompt());
    });
    // Page and selection stay in step where the page is about a row.
    connect(sheets_, &SheetsMode::row_chosen, this, [this](const QString& table, qint64 id) {
        if (table == QStringLiteral("household")) {
            selection_.choose_household(id);
        } else if (land::find_layer(table.toStdString())) {
            selection_.pick({{table.toStdString(), id}}, {});
        }
    });
    connect(&selection_, &SelectionModel::changed, this, [this] {
        if (mode_ != Mode::sheets) return;
        if (selection_.household()) sheets_->show_row("household", *selection_.household(), false);
        if (selection_.features().size() == 1)
            sheets_->show_row(selection_.features().front().layer, selection_.features().front().id, false);
    });
}

void MainWindow::set_mode(Mode mode) {
    if (mode == mode_ || (mode != Mode::map && !model_.is_open())) return;
    if (!actions_.hide_docks->isChecked()) {
        // What the user has closed in the mode that is left stays closed when it comes back.
        for (auto* dock : docks_) {
            const bool of_sheets = std::ranges::find(sheet_docks_, dock) != sheet_docks_.end();
            if (of_sheets != (mode_ == Mode::sheets)) continue;
            std::erase(closed_docks_, dock);
            if (dock->isHidden()) closed_docks_.push_back(dock);
        }
    }
    mode_ = mode;
    show_mode();
    show_steps();
    show_selection();
    if (mode_ == Mode::sheets) {
        sheets_->paper().setFocus();
    } else {
        strip_->show_tool(*canvas_->tool());
        canvas_->setFocus();
    }
}

void MainWindow::show_mode() {
    const bool open = model_.is_open();
    if (!open) mode_ = Mode::map;
    const bool sheets = mode_ == Mode::sheets;
    (sheets ? actions_.sheets_mode : actions_.map_mode)->setChecked(true);
    stack_->setCurrentWidget(!open    ? static_cast<QWidget*>(first_run_)
                             : sheets ? static_cast<QWidget*>(sheets_)
                                      : canvas_);
    show_docks();
    sheets_->set_active(sheets);
    for (auto* action : {actions_.select_tool, actions_.pan_tool, actions_.town_extent,
                         actions_.previous_view, actions_.next_view})
        action->setEnabled(open && !sheets);
    if (sheets) strip_->show_prompt(tr("Sheet"), sheets_->prompt());
}

void MainWindow::show_docks() {
    const bool shown = model_.is_open() && !actions_.hide_docks->isChecked();
    setUpdatesEnabled(false);  // else each dock that goes moves all others once
    for (auto* dock : docks_) {
        const bool of_sheets = std::ranges::find(sheet_docks_, dock) != sheet_docks_.end();
        const bool closed = std::ranges::find(closed_docks_, dock) != closed_docks_.end();
        dock->setVisible(shown && of_sheets == (mode_ == Mode::sheets) && !closed);
    }
    setUpdatesEnabled(true);
}

void MainWindow::show_sheet_steps() {
    const auto& history = sheets_->document().history();
    actions_.undo->setEnabled(history.canUndo());
    actions_.redo->setEnabled(history.canRedo());
    const auto words = [](const QString& verb, const QString& what, const QString& key) {
        return what.isEmpty() ? tr("%1: nothing (%2)").arg(verb, key)
                              : tr("%1 on the template: %2 (%3)").arg(verb, what, key);
    };
    actions_.undo->setToolTip(words(tr("Undo"), history.undoText(), QStringLiteral("Ctrl+Z")));
    actions_.redo->setToolTip(words(tr("Redo"), history.redoText(), QStringLiteral("Ctrl+Shift+Z")));
}

void MainWindow::print() {
    if (!model_.is_open()) return;
    if (mode_ == Mode::sheets) {
        sheets_->print();
        return;
    }
    set_mode(Mode::sheets);
    if (selection_.household() && sheets_->show_row("household", *selection_.household(), true)) return;
    for (const auto& feature : selection_.features())
        if (sheets_->show_row(feature.layer, feature.id, true)) return;
}

}  // namespace liangdi::gui
