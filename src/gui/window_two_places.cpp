// The parts of MainWindow about 两地, town and village side by side.
#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include "gui/captions.hpp"
#include "gui/findings_dock.hpp"
#include "gui/help_dock.hpp"
#include "gui/history_dock.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/jobs_dock.hpp"
#include "gui/layers_dock.hpp"
#include "gui/look.hpp"
#include "gui/main_window.hpp"
#include "gui/place_of_selection.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"
#include "gui/table_dock.hpp"
#include "gui/two_places_view.hpp"
#include "gui/village_tools.hpp"

namespace liangdi::gui {

namespace {

struct PlacesAnswer {
    std::map<land::PlaceKind, tasks::PlaceRef> around;
    tasks::TwoPlaces places;
};

}  // namespace

void MainWindow::connect_two_places() {
    village_tools_ = std::make_unique<VillageTools>(
        two_places_->village(),
        [this](QPointF px, PickMode mode) { pick_on(two_places_->village(), px, mode); },
        [this](const geo::Box& box, PickMode mode) { pick_box_on(two_places_->village(), box, mode); },
        [this](QPointF px) { take_place_on(two_places_->village(), px); });
    MapCanvas& village = two_places_->village();
    connect(&village, &MapCanvas::failed, canvas_, &MapCanvas::failed);
    connect(&village, &MapCanvas::cursor_moved, status_, &StatusRow::show_position);
    const auto show_scale = [this] { status_->show_scale(map_in_use().view().scale()); };
    connect(&village, &MapCanvas::view_changed, this, show_scale);
    connect(two_places_, &TwoPlacesView::map_entered, this, show_scale);
    connect(&selection_, &SelectionModel::changed, this, [this] { read_two_places(true); });
    connect(&two_places_->panel(), &TwoPlacesPanel::level_wanted, this, [this](land::PlaceKind kind) {
        level_ = kind;
        read_two_places(true);
    });
    connect(&two_places_->panel(), &TwoPlacesPanel::measure_changed, this,
            [this] { read_two_places(false); });

    auto* lines = new QAction(tr("Flow lines"), this);
    lines->setCheckable(true);
    lines->setChecked(true);
    lines->setShortcut(QKeySequence(QStringLiteral("F7")));
    auto* lock = new QAction(tr("Lock the scales"), this);
    lock->setCheckable(true);
    connect(lines, &QAction::toggled, two_places_, &TwoPlacesView::show_lines);
    connect(lock, &QAction::toggled, two_places_, &TwoPlacesView::lock_scales);
    actions_.view->addSeparator();
    for (auto* action : {lines, lock}) {
        actions_.view->addAction(action);
        addAction(action);
        auto* chip = new QToolButton;
        chip->setObjectName("chip");
        chip->setCheckable(true);
        const auto say = [chip, action] {
            const QString key = action->shortcut().toString(QKeySequence::NativeText);
            chip->setText(tr("%1: %2").arg(key.isEmpty() ? action->text() : action->text() + " " + key,
                                           action->isChecked() ? tr("on") : tr("off")));
            chip->setChecked(action->isChecked());
        };
        connect(action, &QAction::toggled, chip, say);
        connect(chip, &QToolButton::clicked, action, &QAction::trigger);
        say();
        strip_->add_chip(chip);
        two_places_chips_.push_back(chip);
        chip->hide();
    }
    if (options_.remember) {
        const QSettings settings;
        two_places_->splitter().restoreState(settings.value("window/two-places").toByteArray());
    }
}

void MainWindow::read_two_places(bool fit) {
    if (!two_places_->is_active() || !model_.is_open()) return;
    const auto asked = ++places_asked_;
    const auto base = place_of(selection_);
    if (!base) {
        level_.reset();
        two_places_->show_nothing();
        strip_->show_selection(selection_.empty() ? QString() : tr("Selected: nothing that has two places"));
        return;
    }
    const MapCanvas* clicked = picked_on_;
    picked_on_ = nullptr;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Two places"), this,
        [project = model_.project(), base = *base, level = level_,
         by = two_places_->panel().measure()](land::Progress& progress) {
            PlacesAnswer answer{tasks::places_around(*project, base), {}};
            const auto wanted = level ? answer.around.find(*level) : answer.around.end();
            answer.places = tasks::two_places(*project, wanted == answer.around.end() ? base : wanted->second,
                                              by, progress);
            return answer;
        },
        [this, asked, fit, clicked](const PlacesAnswer& answer) {
            if (asked != places_asked_ || !two_places_->is_active()) return;
            const auto& places = answer.places;
            const bool fit_town = fit && clicked != canvas_;
            two_places_->show_places(places, fit_town, fit && clicked != &two_places_->village());
            two_places_->panel().show_levels(answer.around, places.place.kind);
            strip_->show_selection(tr("Selected %1 → %2 households → %3 parcels")
                                       .arg(q(places.name))
                                       .arg(places.flows.total.households)
                                       .arg(places.flows.total.parcels));
        });
}

void MainWindow::choose_place(const QString& text) {
    if (!model_.is_open()) return;
    try {
        const auto place = tasks::place_named(*model_.project(), text.toStdString());
        if (place.kind == land::PlaceKind::household) {
            selection_.choose_household(place.id);
            return;
        }
        for (const auto& [layer, kind] : layers_of_kinds())
            if (kind == place.kind && kind != land::PlaceKind::parcel)
                selection_.pick({{layer, place.id}}, {});
    } catch (const Error& error) {
        error_->show_error(tr("Find"), error);
    }
}

MapCanvas& MainWindow::map_in_use() const {
    return two_places_->map_in_use();
}

void MainWindow::show_ground(const geo::Box& box) {
    two_places_->show_ground(box, town_box_);
}

}  // namespace liangdi::gui
