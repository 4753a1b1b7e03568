// The parts of MainWindow that start tasks: open, sample, new, find, link, undo and redo.
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

#include "gui/captions.hpp"
#include "gui/first_run_page.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/link_form.hpp"
#include "gui/main_window.hpp"
#include "gui/paper_view.hpp"
#include "gui/search_field.hpp"
#include "gui/sheets_mode.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"
#include "gui/two_places_view.hpp"
#include "tasks/feature_card.hpp"
#include "tasks/load.hpp"
#include "tasks/past.hpp"
#include "tasks/sample.hpp"

namespace liangdi::gui {

namespace fs = std::filesystem;

namespace {
fs::path path_of(const QString& file) {
    return fs::path(file.toStdString());
}
QString town_filter() {
    return QCoreApplication::translate("liangdi::gui::MainWindow", "Town files (*.sqlite)");
}
}  // namespace

void MainWindow::connect_actions() {
    const auto on = [this](QAction* action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(actions_.new_town, [this] { new_town(); });
    on(actions_.open, [this] { choose_town(); });
    const auto sample = [this] {
        open_sample(path_of(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)) / "sample");
    };
    on(actions_.open_sample, sample);
    on(actions_.close_town, [this] { model_.close(); });
    on(actions_.all_saved, [this] {
        status_->show_message(tr("Everything is on disk: each edit is saved the moment it is made."));
    });
    on(actions_.quit, [this] { close(); });
    on(actions_.undo,
       [this] { mode_ == Mode::sheets ? sheets_->document().history().undo() : reverse(true); });
    on(actions_.redo,
       [this] { mode_ == Mode::sheets ? sheets_->document().history().redo() : reverse(false); });
    on(actions_.select_none, [this] { selection_.clear(); });
    on(actions_.zoom_in,
       [this] { mode_ == Mode::sheets ? sheets_->paper().zoom_by(1.25) : map_in_use().zoom(1.5); });
    on(actions_.zoom_out,
       [this] { mode_ == Mode::sheets ? sheets_->paper().zoom_by(0.8) : map_in_use().zoom(1 / 1.5); });
    on(actions_.full_extent,
       [this] { mode_ == Mode::sheets ? sheets_->paper().fit() : map_in_use().show_box(full_box_); });
    on(actions_.town_extent, [this] { canvas_->show_box(town_box_); });
    on(actions_.previous_view, [this] { map_in_use().previous_view(); });
    on(actions_.next_view, [this] { map_in_use().next_view(); });
    on(actions_.refresh, [this] {
        model_.look_for_changes();
        canvas_->refresh();
        two_places_->village().refresh();
    });
    on(actions_.hide_docks, [this] { show_docks(); });
    on(actions_.full_screen, [this](bool full) { full ? showFullScreen() : showNormal(); });
    on(actions_.search, [this] {
        search_->setFocus();
        search_->selectAll();
    });
    on(actions_.select_tool, [this] { use_tool(select_tool_); });
    on(actions_.pan_tool, [this] { use_tool(pan_tool_); });
    on(actions_.escape, [this] { escape(); });
    on(actions_.about, [this] {
        QMessageBox::about(
            this, tr("About Liangdi"),
            tr("Liangdi %1\nThe flat in the new town and the land in the village, on one map, in one file.")
                .arg(QApplication::applicationVersion()));
    });
    connect(first_run_, &FirstRunPage::sample_wanted, this, sample);
    connect(first_run_, &FirstRunPage::new_wanted, this, &MainWindow::new_town);
    connect(first_run_, &FirstRunPage::open_wanted, this, &MainWindow::choose_town);
    connect(first_run_, &FirstRunPage::recent_wanted, this,
            [this](const QString& file) { open_town(path_of(file)); });
}

void MainWindow::open_town(const fs::path& file) {
    try {
        error_->hide();
        model_.open(file, options_.actor);
        remember_file(QFileInfo(q(file.string())).absoluteFilePath());
        if (const auto& copy = model_.project()->store->upgraded_copy(); !copy.empty()) {
            error_->show_note(
                tr("This file came from an older Liangdi and was upgraded. The file as it was is kept as %1.")
                    .arg(q(copy)));
        }
    } catch (const Error& error) {
        error_->show_error(tr("Opening %1").arg(q(file.filename().string())), error);
    }
}

void MainWindow::choose_town() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a town"), {}, town_filter());
    if (!file.isEmpty()) open_town(path_of(file));
}

void MainWindow::open_sample(const fs::path& folder, int scale) {
    const fs::path town = folder / "平远新城.sqlite";
    if (fs::exists(town)) {
        open_town(town);
        return;
    }
    actions_.open_sample->setEnabled(false);
    first_run_->sample_button()->setEnabled(false);
    const auto may_again = [this] {
        actions_.open_sample->setEnabled(true);
        first_run_->sample_button()->setEnabled(true);
    };
    const std::string actor = options_.actor;
    connect(&jobs_, &JobRunner::cancelled, this, may_again, Qt::SingleShotConnection);
    connect(&jobs_, &JobRunner::failed, this, may_again, Qt::SingleShotConnection);
    jobs_.run(
        JobRunner::Kind::shown, tr("Making the sample town"), this,
        [folder, town, scale, actor](land::Progress& progress) {
            const fs::path sources = folder / "sources";
            std::error_code ignored;
            fs::remove_all(sources, ignored);  // of a run that was cut off
            fs::create_directories(folder);
            try {
                tasks::SampleParams sample;
                sample.folder = sources;
                sample.scale = scale;
                tasks::sample(sample, progress);
                tasks::LoadParams load;
                load.town = town;
                load.folder = sources;
                load.actor = actor;
                tasks::load(load, progress);
            } catch (...) {
                fs::remove_all(sources, ignored);
                throw;
            }
            return town;
        },
        [this, may_again](const fs::path& made) {
            may_again();
            open_town(made);
        });
}

void MainWindow::find_household(const QString& text) {
    if (text.isEmpty() || !model_.is_open()) return;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Find"), this,
        [project = model_.project(), wanted = text.toStdString()](land::Progress&) {
            return tasks::household_lines(*project, tasks::households_named(*project, wanted));
        },
        [this, text](const std::vector<tasks::HouseholdLine>& lines) {
            if (lines.empty()) {
                error_->show_note(
                    tr("No household has the code or the name “%1”. Type the whole code or the whole name.")
                        .arg(text));
            } else if (lines.size() == 1) {
                error_->hide();
                selection_.choose_household(lines.front().id);
            } else {
                choose_of_many(lines);
            }
        });
}

void MainWindow::show_found(const tasks::Found& found) {
    error_->hide();
    std::vector<FeatureRef> places;
    for (const auto& place : found.on_map) places.push_back({place.layer, place.id});
    if (found.household) {
        selection_.choose_household(*found.household);  // its card; the map shows its places
    } else {
        selection_.pick(std::move(places), {});
    }
    if (found.box.empty()) {
        error_->show_note(tr("“%1” has no place on the map yet.").arg(q(found.caption)));
        return;
    }
    constexpr double around_m = 60;  // the neighbours say where it is
    if (!two_places_->is_active() || !found.household) show_ground(found.box.grown(around_m));
    canvas_->setFocus();
}

void MainWindow::choose_of_many(const std::vector<tasks::HouseholdLine>& lines) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& line : lines) {
        menu->addAction(QStringLiteral("%1 · %2 · %3").arg(q(line.name), q(line.code), q(line.flat)), this,
                        [this, id = line.id] { selection_.choose_household(id); });
    }
    menu->popup(search_->mapToGlobal(QPoint(0, search_->height())));
}

void MainWindow::reverse(bool undo) {
    if (!model_.is_open()) return;
    jobs_.run(
        JobRunner::Kind::shown, undo ? tr("Undo") : tr("Redo"), this,
        [project = model_.project(), undo](land::Progress& progress) {
            return undo ? tasks::undo(*project, {}, progress) : tasks::redo(*project, {}, progress);
        },
        [this, undo](const store::Reversed& reversed) {
            model_.look_for_changes();
            const QString words = why_caption(reversed.what);
            status_->show_message(undo ? tr("Undone: %1").arg(words) : tr("Done again: %1").arg(words));
        });
}

void MainWindow::link(const tasks::LinkParams& params) {
    jobs_.run(
        JobRunner::Kind::shown, tr("Link"), this,
        [project = model_.project(), params](land::Progress&) { return tasks::link(*project, params); },
        [this](const tasks::LinkResult& result) {
            end_link();
            model_.look_for_changes();
            if (result.seq == 0) {
                status_->show_message(tr("This link was there already; nothing was changed."));
                return;
            }
            status_->show_message(why_caption(result.what));
            QStringList notes;
            const auto language = speaks_chinese() ? land::Language::zh : land::Language::en;
            for (std::size_t i = 0; i < result.findings.size(); ++i)
                if (result.findings[i].severity != land::Severity::note)
                    notes << q(result.words[i].in(language));
            if (!notes.isEmpty()) error_->show_note(notes.join("\n"));
        });
}

void MainWindow::take_place(const FeatureRef& feature, std::int64_t flat) {
    struct Place {
        std::optional<tasks::FeatureCard> card;
        tasks::ParcelRights rights;
        std::vector<std::string> flats;
        std::string flat;
    };
    jobs_.run(
        JobRunner::Kind::quiet, tr("Link"), this,
        [project = model_.project(), feature, flat](land::Progress&) {
            Place place{tasks::feature_card(*project, feature.layer, feature.id), {}, {}, {}};
            if (flat != 0) place.flat = tasks::code_of_row(*project, "flat", flat);
            if (!place.card) return place;
            if (place.card->table == "parcel")
                place.rights = tasks::rights_on_parcel(*project, place.card->code);
            if (place.card->table == "building") place.flats = tasks::flats_of_building(*project, feature.id);
            return place;
        },
        [this](const Place& place) {
            LinkForm& form = *inspector_->card()->link_form();
            if (!place.card || canvas_->tool() != &pick_tool_) return;
            if (place.card->table == "parcel")
                form.take_parcel(place.card->code, place.rights.right_kind, place.rights.share);
            if (place.card->table == "building")
                form.take_building(q(place.card->name), place.flats, place.flat);
        });
}

void MainWindow::remember_file(const QString& file) {
    if (!options_.remember) return;
    QSettings settings;
    QStringList recent = settings.value("files/recent").toStringList();
    recent.removeAll(file);
    recent.prepend(file);
    settings.setValue("files/recent", recent.mid(0, 8));
    show_recent();
}

void MainWindow::show_recent() {
    QStringList files;
    if (options_.remember) {
        for (const auto& file : QSettings().value("files/recent").toStringList()) {
            if (QFileInfo::exists(file)) files << file;
        }
    }
    first_run_->show_recent(files);
    actions_.recent->clear();
    actions_.recent->setEnabled(!files.isEmpty());
    for (const auto& file : files)
        actions_.recent->addAction(file, this, [this, file] { open_town(path_of(file)); });
}

}  // namespace liangdi::gui
