// The parts of MainWindow about the sheets.
#include <QAction>
#include <QMenu>

#include "gui/captions.hpp"
#include "gui/main_window.hpp"
#include "gui/paper_view.hpp"
#include "gui/sheet_list.hpp"
#include "gui/sheets_mode.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"

namespace liangdi::gui {

void MainWindow::connect_sheets() {
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
