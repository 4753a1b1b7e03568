// The parts of MainWindow about the docks below the map: table, findings, jobs, and the way from a row to its
// place.
#include <QDockWidget>
#include <QTableView>

#include "gui/captions.hpp"
#include "gui/findings_dock.hpp"
#include "gui/jobs_dock.hpp"
#include "gui/main_window.hpp"
#include "gui/paper_view.hpp"
#include "gui/sheets_mode.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"
#include "gui/table_dock.hpp"
#include "land/feature_source.hpp"
#include "tasks/check.hpp"
#include "tasks/row_place.hpp"

namespace liangdi::gui {

namespace {

constexpr double around_m = 60;  // the neighbours say where it is

std::vector<FeatureRef> features_of(const tasks::Selection& selection) {
    std::vector<FeatureRef> out;
    for (const auto& [layer, ids] : selection.ids)
        for (const auto id : ids) out.push_back({layer, id});
    return out;
}

}  // namespace

void MainWindow::connect_docks() {
    connect(actions_.check_town, &QAction::triggered, this, &MainWindow::check_town);
    connect(findings_, &FindingsDock::check_wanted, this, &MainWindow::check_town);
    connect(actions_.next_finding, &QAction::triggered, this, [this] { findings_->go(1); });
    connect(actions_.previous_finding, &QAction::triggered, this, [this] { findings_->go(-1); });
    connect(findings_, &FindingsDock::go_wanted, this,
            [this](const land::Finding& finding) { go_to(finding.table, finding.id, finding.at); });
    connect(findings_, &FindingsDock::title_changed, dock_of(findings_), &QWidget::setWindowTitle);
    connect(table_, &TableDock::title_changed, dock_of(table_), &QWidget::setWindowTitle);
    connect(jobs_dock_, &JobsDock::running_changed, this, [this](int running) {
        dock_of(jobs_dock_)->setWindowTitle(running ? tr("Jobs %1").arg(running) : tr("Jobs"));
    });
    connect(actions_.show_table, &QAction::triggered, this, [this] {
        bring_up(table_);
        table_->view()->setFocus();
    });
    connect(actions_.focus_map, &QAction::triggered, this, [this] {
        if (mode_ == Mode::sheets) {
            sheets_->paper().setFocus(Qt::ShortcutFocusReason);
        } else {
            canvas_->setFocus(Qt::ShortcutFocusReason);
        }
    });
    connect(table_, &TableDock::note, status_, &StatusRow::show_message);
    connect(table_, &TableDock::go_wanted, this,
            [this](const QString& table, qint64 id) { go_to(table.toStdString(), id, {}); });
    connect(table_, &TableDock::chosen, this,
            [this](const QString& table, const std::vector<std::int64_t>& ids) {
                choose_rows(table.toStdString(), ids);
            });
}

QDockWidget* MainWindow::dock_of(QWidget* widget) const {
    for (auto* dock : docks_)
        if (dock->widget() == widget) return dock;
    return nullptr;
}

void MainWindow::bring_up(QWidget* widget) {
    dock_of(widget)->show();
    dock_of(widget)->raise();
}

void MainWindow::check_town() {
    if (!model_.is_open() || checking_ != 0) return;
    tasks::CheckParams params;
    params.chinese = speaks_chinese();
    findings_->set_busy(true);
    const auto project = model_.project();
    checking_ = jobs_.run(
        JobRunner::Kind::shown, tr("Check the town"), this,
        [project, params](land::Progress& progress) { return tasks::check(*project, params, progress); },
        [this, project, chinese = params.chinese](tasks::CheckOutcome outcome) {
            if (!model_.is_open() || project->store != model_.project()->store) return;
            status_->show_message(outcome.count == 0 ? tr("✓ The check found nothing wrong.")
                                                     : tr("The check found %n finding(s)", nullptr,
                                                          static_cast<int>(outcome.count)));
            findings_->show_outcome(std::move(outcome), chinese);
            bring_up(findings_);
        });
}

void MainWindow::check_ended(quint64 job) {
    if (job != checking_) return;
    checking_ = 0;
    findings_->set_busy(false);
}

void MainWindow::go_to(const std::string& table, std::int64_t id, const std::optional<geo::Point>& at) {
    if (!model_.is_open()) return;
    if (id == 0 && !at) {
        error_->show_note(tr("This finding is about the table as a whole and has no place of its own."));
        return;
    }
    jobs_.run(
        JobRunner::Kind::quiet, tr("Find"), this,
        [project = model_.project(), table, id](land::Progress&) {
            return tasks::row_place(*project, table, id);
        },
        [this, at](const tasks::RowPlace& place) {
            error_->hide();
            take_rows({place});
            geo::Box box = place.box;
            if (at) {
                box = {};
                box.add(*at);
            }
            if (box.empty()) {
                error_->show_note(tr("This row has no place on the map yet."));
                return;
            }
            show_ground(box.grown(around_m));
        });
}

void MainWindow::choose_rows(const std::string& table, const std::vector<std::int64_t>& ids) {
    const std::uint64_t asked = ++rows_asked_;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Select"), this,
        [project = model_.project(), table, ids](land::Progress& progress) {
            std::vector<tasks::RowPlace> places;
            for (const auto id : ids) {
                progress.at("select", static_cast<std::int64_t>(places.size()), 0);
                places.push_back(tasks::row_place(*project, table, id));
            }
            return places;
        },
        [this, asked, table, ids](const std::vector<tasks::RowPlace>& places) {
            if (asked != rows_asked_) return;
            if (canvas_->tool() != &pick_tool_) return take_rows(places);
            // A link is being made: the row is its place, not a new selection.
            for (const auto& place : places)
                for (const auto& feature : features_of(place.on_map))
                    take_place(feature, table == "flat" ? ids.front() : 0);
        });
}

void MainWindow::take_rows(const std::vector<tasks::RowPlace>& places) {
    std::vector<FeatureRef> features;
    for (const auto& place : places)
        for (auto& feature : features_of(place.on_map)) features.push_back(std::move(feature));
    // The table said so itself: what it has chosen stays, whatever shows it on the map.
    from_table_ = true;
    if (places.size() == 1 && places.front().household) {
        selection_.choose_household(*places.front().household);
    } else {
        selection_.pick(std::move(features), {});
    }
    from_table_ = false;
}

void MainWindow::show_chosen_rows() {
    if (from_table_) return;
    const std::string table = table_->table_name();
    std::vector<std::int64_t> ids;
    if (selection_.household()) {
        if (table == "household") ids.push_back(*selection_.household());
    } else {
        for (const auto& feature : selection_.features()) {
            const auto* layer = land::find_layer(feature.layer);
            if (layer && layer->table == table) ids.push_back(feature.id);
        }
    }
    table_->show_chosen(ids);
}

}  // namespace liangdi::gui
