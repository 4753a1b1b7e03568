// The parts of MainWindow that build the frame; main_window.cpp holds what it does.
#include <QAction>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/findings_dock.hpp"
#include "gui/first_run_page.hpp"
#include "gui/history_dock.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/jobs_dock.hpp"
#include "gui/layers_dock.hpp"
#include "gui/look.hpp"
#include "gui/main_window.hpp"
#include "gui/search_field.hpp"
#include "gui/sheet_list.hpp"
#include "gui/sheets_mode.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"
#include "gui/table_dock.hpp"
#include "gui/tokens.hpp"
#include "gui/two_places_view.hpp"

namespace liangdi::gui {

void MainWindow::build() {
    setMinimumSize(1280, 720);
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);

    auto* toolbar = make_toolbar(*this, actions_);
    search_ = new SearchField(model_, jobs_);
    // It gives way before the toolbar folds it away, where no key would reach it.
    search_->setMinimumWidth(search_width * 2 / 5);
    search_->setMaximumWidth(search_width);
    search_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    toolbar->addWidget(search_);
    lock_ = new QToolButton;
    lock_->setObjectName("chip");
    auto* lock_margin = new QWidget;
    auto* lock_row = new QHBoxLayout(lock_margin);
    lock_row->setContentsMargins(8, 0, 0, 0);
    lock_row->addWidget(lock_);
    toolbar->addWidget(lock_margin);
    addToolBar(Qt::TopToolBarArea, toolbar);

    canvas_ = new MapCanvas;
    first_run_ = new FirstRunPage;
    strip_ = new ToolStrip;
    error_ = new ErrorStrip;
    stack_ = new QStackedWidget;
    stack_->addWidget(first_run_);
    two_places_ = new TwoPlacesView(*canvas_);
    stack_->addWidget(two_places_);
    sheets_ = new SheetsMode(model_, jobs_);
    stack_->addWidget(sheets_);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip_);
    column->addWidget(error_);
    column->addWidget(stack_, 1);
    setCentralWidget(centre);

    // The rail is a toolbar, so that it stands outside of the docks at the window's edge.
    rail_ = make_rail();
    auto* rail_bar = new QToolBar(tr("Modes"));
    rail_bar->setObjectName("railbar");
    rail_bar->setMovable(false);
    rail_bar->setContextMenuPolicy(Qt::PreventContextMenu);
    rail_bar->setStyleSheet(QStringLiteral("QToolBar { padding: 0; border: none; spacing: 0; }"));
    rail_bar->layout()->setContentsMargins(0, 0, 0, 0);
    rail_bar->addWidget(rail_);
    addToolBar(Qt::LeftToolBarArea, rail_bar);

    layers_ = new LayersDock;
    inspector_ = new InspectorDock(model_, selection_, jobs_);
    history_ = new HistoryDock;
    findings_ = new FindingsDock;
    table_ = new TableDock(model_, jobs_);
    jobs_dock_ = new JobsDock(jobs_);
    auto* left = add_dock("layers", tr("Layers"), Qt::LeftDockWidgetArea, layers_, true);
    auto* right = add_dock("inspector", tr("Card and identify"), Qt::RightDockWidgetArea, inspector_, false);
    auto* bottom = add_dock("table", tr("Table"), Qt::BottomDockWidgetArea, table_, false);
    tabifyDockWidget(bottom,
                     add_dock("findings", tr("Findings"), Qt::BottomDockWidgetArea, findings_, false));
    tabifyDockWidget(bottom, add_dock("history", tr("History"), Qt::BottomDockWidgetArea, history_, false));
    tabifyDockWidget(bottom, add_dock("jobs", tr("Jobs"), Qt::BottomDockWidgetArea, jobs_dock_, false));
    bottom->raise();
    sheet_docks_ = {
        add_dock("sheet_pages", tr("Sheets"), Qt::LeftDockWidgetArea, &sheets_->list(), true),
        add_dock("sheet_item", tr("Item and atlas"), Qt::RightDockWidgetArea, sheets_->side(), false)};
    resizeDocks({left}, {left_dock_width}, Qt::Horizontal);
    resizeDocks({right}, {right_dock_width}, Qt::Horizontal);
    resizeDocks({bottom}, {bottom_dock_height}, Qt::Vertical);

    status_ = new StatusRow(jobs_);
    statusBar()->setFixedHeight(status_height);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->addWidget(status_, 1);
}

QWidget* MainWindow::make_rail() {
    auto* rail = new QWidget;
    rail->setObjectName("rail");
    rail->setAttribute(Qt::WA_StyledBackground);
    rail->setFixedWidth(rail_width);
    rail->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    auto* column = new QVBoxLayout(rail);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    for (auto* mode : {actions_.map_mode, actions_.two_places_mode, actions_.sheets_mode}) {
        auto* button = new QToolButton;
        // A word a line: the rail is narrow.
        mode->setIconText(QStringLiteral("%1\n%2").arg(QString(mode->text()).replace(' ', '\n'),
                                                       mode->shortcut().toString()));
        button->setDefaultAction(mode);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize({toolbar_icon, toolbar_icon});
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setMinimumHeight(70);
        column->addWidget(button);
    }
    column->addStretch();
    return rail;
}

QDockWidget* MainWindow::add_dock(const char* name, const QString& title, Qt::DockWidgetArea area,
                                  QWidget* widget, bool headed) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    auto* head = new QWidget;
    if (headed) {
        head->setObjectName("dockhead");
        head->setAttribute(Qt::WA_StyledBackground);
        auto* label = new QLabel(title);
        label->setObjectName("head");
        auto* close = new QToolButton;
        close->setText(QStringLiteral("✕"));
        close->setAutoRaise(true);
        close->setToolTip(tr("Hide; the Window menu brings it back"));
        close->setAccessibleName(tr("Hide"));
        connect(close, &QToolButton::clicked, dock, &QWidget::hide);
        auto* row = new QHBoxLayout(head);
        row->setContentsMargins(10, 2, 4, 2);
        row->addWidget(label);
        row->addStretch();
        row->addWidget(close);
    }
    dock->setTitleBarWidget(head);
    dock->setWidget(widget);
    addDockWidget(area, dock);
    actions_.window->addAction(dock->toggleViewAction());
    docks_.push_back(dock);
    return dock;
}

}  // namespace liangdi::gui
