// The parts of MainWindow about measuring, bookmarks and one's own keys: they write nothing into the town.
#include <QListWidget>
#include <QPushButton>

#include "gui/bookmark_panel.hpp"
#include "gui/ground_panel.hpp"
#include "gui/main_window.hpp"
#include "gui/measure_panel.hpp"
#include "gui/shortcuts.hpp"
#include "gui/shortcuts_dialog.hpp"
#include "gui/strips.hpp"
#include "gui/style_panel.hpp"

namespace liangdi::gui {

void MainWindow::connect_measuring() {
    measure_panel_ = new MeasurePanel(canvas_);
    measure_tool_.changed = [this] {
        if (canvas_->tool() == &measure_tool_) strip_->show_tool(measure_tool_);
        if (model_.is_open()) measure_panel_->show_sketch(measure_tool_, town_crs_);
    };
    const auto use = [this](MeasureTool::Kind kind) {
        measure_tool_.set_kind(kind);
        use_tool(measure_tool_);
        canvas_->setFocus();
    };
    connect(actions_.measure_distance, &QAction::triggered, this,
            [use] { use(MeasureTool::Kind::distance); });
    connect(actions_.measure_area, &QAction::triggered, this, [use] { use(MeasureTool::Kind::area); });
    connect(measure_panel_, &MeasurePanel::kind_wanted, this, use);
    connect(measure_panel_, &MeasurePanel::clear_wanted, this, [this] { measure_tool_.clear(); });
}

void MainWindow::show_measuring(const Tool& tool) {
    const bool measuring = &tool == &measure_tool_;
    if (measuring) {
        close_map_cards();
        (measure_tool_.kind() == MeasureTool::Kind::distance ? actions_.measure_distance
                                                             : actions_.measure_area)
            ->setChecked(true);
        if (model_.is_open()) measure_panel_->show_sketch(measure_tool_, town_crs_);
    } else {
        measure_tool_.clear();
    }
    measure_panel_->setVisible(measuring);
}

void MainWindow::connect_shortcuts() {
    load_shortcuts(*this, options_.remember);
    connect(actions_.shortcuts, &QAction::triggered, this, [this] {
        auto* dialog = findChild<ShortcutsDialog*>();
        if (!dialog) dialog = new ShortcutsDialog(*this, options_.remember);
        dialog->show();
        dialog->raise();
        dialog->activateWindow();
    });
}

void MainWindow::connect_bookmarks() {
    bookmark_panel_ = new BookmarkPanel(canvas_);
    const auto add = [this] {
        close_map_cards();
        bookmark_panel_->add(canvas_->view().extent());
    };
    connect(actions_.add_bookmark, &QAction::triggered, this, add);
    connect(bookmark_panel_, &BookmarkPanel::add_wanted, this, add);
    connect(actions_.show_bookmarks, &QAction::triggered, this, [this] {
        close_map_cards();
        bookmark_panel_->show();
        bookmark_panel_->raise();
        bookmark_panel_->bookmarks().empty() ? bookmark_panel_->add_button()->setFocus()
                                             : bookmark_panel_->list()->setFocus();
    });
    connect(bookmark_panel_, &BookmarkPanel::go_wanted, this,
            [this](const geo::Box& box) { canvas_->show_box(box, 0); });
    connect(bookmark_panel_, &BookmarkPanel::bookmarks_changed, this, [this] {
        memory_.set_value(QStringLiteral("bookmarks"), to_variant(bookmark_panel_->bookmarks()));
    });
    connect(bookmark_panel_, &BookmarkPanel::closed, canvas_, [this] { canvas_->setFocus(); });
}

void MainWindow::town_memory_changed() {
    const bool open = model_.is_open();
    town_crs_ = open ? model_.project()->crs() : geo::Crs();
    memory_.open(open ? QString::fromStdString(model_.project()->file_id()) : QString());
    measure_tool_.clear();
    close_map_cards();
    ground_panel_->show_layers(ground_layers_of(memory_.value(QStringLiteral("ground"))));
    ground_changed();
    bookmark_panel_->show_bookmarks(bookmarks_of(memory_.value(QStringLiteral("bookmarks"))));
}

/// The uppermost card that lies on the map; false where there is none.
bool MainWindow::close_map_card() {
    for (QWidget* card : {static_cast<QWidget*>(bookmark_panel_), static_cast<QWidget*>(ground_panel_),
                          static_cast<QWidget*>(style_panel_)}) {
        if (!card->isVisible()) continue;
        card->hide();
        return true;
    }
    return false;
}

/// One lies on the map at a time.
void MainWindow::close_map_cards() {
    for (QWidget* card : {static_cast<QWidget*>(measure_panel_), static_cast<QWidget*>(bookmark_panel_),
                          static_cast<QWidget*>(ground_panel_)})
        card->hide();
    style_panel_->give_up();
}

}  // namespace liangdi::gui
