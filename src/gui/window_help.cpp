// The parts of MainWindow about helping families: a building's board, statistics, ground floors, 1+X.
#include <QDockWidget>
#include <QInputDialog>
#include <QMenu>

#include "gui/board_page.hpp"
#include "gui/help_dock.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/main_window.hpp"
#include "gui/statistics_page.hpp"
#include "gui/table_dock.hpp"

namespace liangdi::gui {

void MainWindow::connect_help() {
    board_ = new BoardPage(model_, selection_, jobs_);
    statistics_ = new StatisticsPage(model_, selection_, jobs_);
    help_ = new HelpDock(model_, jobs_);
    inspector_->addTab(board_, tr("Building"));
    inspector_->addTab(statistics_, tr("Statistics"));
    tabifyDockWidget(dock_of(table_),
                     add_dock("help", tr("Aid"), Qt::BottomDockWidgetArea, help_, /*headed=*/false));
    dock_of(table_)->raise();

    const auto show_card = [this](std::int64_t household) {
        bring_up(inspector_);
        inspector_->setCurrentIndex(0);
        selection_.choose_household(household);
    };
    connect(board_, &BoardPage::household_wanted, this, show_card);
    connect(help_, &HelpDock::household_wanted, this, show_card);
    connect(statistics_, &StatisticsPage::place_wanted, this, [this](const std::string& layer, qint64 id) {
        selection_.pick({{layer, id}}, {});
    });
    connect(help_, &HelpDock::reason_wanted, this, [this] {
        bool ok = false;
        const QString reason = QInputDialog::getText(
            this, tr("Ground floor"), tr("Why is the list opened? The history keeps the reason in clear."),
            QLineEdit::Normal, {}, &ok);
        if (ok) help_->show_ground_floor(reason);
    });

    const auto add = [this](const QString& words, auto slot) {
        auto* action = new QAction(words, this);
        connect(action, &QAction::triggered, this, slot);
        actions_.tool_menu->addAction(action);
    };
    actions_.tool_menu->addSeparator();
    add(tr("Building board"), [this] {
        bring_up(inspector_);
        inspector_->setCurrentWidget(board_);
    });
    add(tr("Statistics"), [this] {
        bring_up(inspector_);
        inspector_->setCurrentWidget(statistics_);
    });
    add(tr("Ground-floor flats"), [this] {
        bring_up(help_);
        help_->setCurrentIndex(0);
    });
    add(tr("1+X pairing"), [this] {
        bring_up(help_);
        help_->setCurrentIndex(1);
        help_->show_pairing();
    });
}

}  // namespace liangdi::gui
