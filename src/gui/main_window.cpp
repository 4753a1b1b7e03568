#include "gui/main_window.hpp"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>

#include "gui/captions.hpp"
#include "gui/findings_dock.hpp"
#include "gui/first_run_page.hpp"
#include "gui/history_dock.hpp"
#include "gui/idle_lock.hpp"
#include "gui/import_words.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/layers_dock.hpp"
#include "gui/link_form.hpp"
#include "gui/picking.hpp"
#include "gui/search_field.hpp"
#include "gui/sheets_mode.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"
#include "gui/tokens.hpp"
#include "gui/two_places_view.hpp"
#include "gui/village_tools.hpp"

namespace liangdi::gui {

MainWindow::MainWindow(const WindowOptions& options)
    : options_(options), actions_(*this), memory_(options.remember) {
    build();
    connect_actions();
    connect_parts();
    connect_sealed();
    connect_keys();
    connect_ledgers();
    connect_docks();
    connect_help();
    connect_two_places();
    connect_sheets();
    connect_modes();
    connect_measuring();
    connect_bookmarks();
    connect_import();
    connect_ground();
    connect_styles();
    connect_shortcuts();
    use_tool(select_tool_);
    resize(QSize(1600, 1000).boundedTo(screen()->availableSize()));
    if (options_.remember) {
        const QSettings settings;
        restoreGeometry(settings.value("window/geometry").toByteArray());
    }
    show_recent();
    town_changed();
}

MainWindow::~MainWindow() {
    // The widgets outlive the tools: the focus that leaves a map asks for its tool's cursor.
    canvas_->set_tool(nullptr);
    two_places_->village().set_tool(nullptr);
}

void MainWindow::connect_parts() {
    connect(&model_, &ProjectModel::changed, this, [this](ProjectModel::What what) {
        if (what == ProjectModel::What::key) {
            show_lock();
            sheets_->rows_changed();  // its worker shall hold no key longer than the window
        } else {
            what == ProjectModel::What::town ? town_changed() : rows_changed();
        }
    });
    connect(&selection_, &SelectionModel::changed, this, &MainWindow::show_selection);
    connect(&selection_, &SelectionModel::changed, this, &MainWindow::show_chosen_rows);
    connect(&selection_, &SelectionModel::places_changed, this, &MainWindow::show_selection);
    connect(&jobs_, &JobRunner::ended, this, &MainWindow::check_ended);
    connect(&jobs_, &JobRunner::failed, this,
            [this](const QString& what, const Error& error) { error_->show_error(what, error); });
    connect(canvas_, &MapCanvas::failed, this, [this](const QString& message) {
        error_->show_error(tr("Drawing the map"), Error("drawing", message.toStdString()));
    });
    connect(canvas_, &MapCanvas::view_changed, this, [this] {
        status_->show_scale(map_in_use().view().scale());
        if (model_.is_open()) {  // the ground has moved under a cursor that rests
            const QPointF at = canvas_->underMouse() ? QPointF(canvas_->mapFromGlobal(QCursor::pos()))
                                                     : QRectF(canvas_->rect()).center();
            status_->show_position(canvas_->view().to_ground(at * devicePixelRatioF()));
        }
        layers_->set_scale(canvas_->view().scale());
    });
    connect(canvas_, &MapCanvas::cursor_moved, status_, &StatusRow::show_position);
    connect(status_, &StatusRow::scale_typed, this,
            [this](double denominator) { map_in_use().set_scale(denominator); });
    connect(layers_, &LayersDock::visibility_changed, this, [this](const std::string& name, bool visible) {
        for (auto* map : {canvas_, &two_places_->village()}) map->set_layer_visible(name, visible);
    });
    connect(strip_, &ToolStrip::clear_wanted, &selection_, &SelectionModel::clear);
    connect(search_, &SearchField::picked, this, &MainWindow::show_found);
    connect(search_, &SearchField::nothing_found, this, [this](const QString& text) {
        error_->show_note(tr("Nothing in this town bears “%1” in its name or number.").arg(text));
    });

    HouseholdCard& card = *inspector_->card();
    connect(&card, &HouseholdCard::lands_wanted, this, [this] { show_household_places(true); });
    connect(&card, &HouseholdCard::homes_wanted, this, [this] { show_household_places(false); });
    connect(&card, &HouseholdCard::parcel_wanted, this, [this](const std::string& layer, std::int64_t id) {
        tasks::Selection one;
        one.ids[layer] = {id};
        show_ground(tasks::box_of(*model_.project(), one).grown(30));
    });
    connect(card.link_button(), &QPushButton::clicked, this, &MainWindow::begin_link);
    connect(card.link_form(), &LinkForm::submitted, this, &MainWindow::link);
    connect(card.link_form(), &LinkForm::given_up, this, &MainWindow::end_link);
    pick_tool_.picked = [this](QPointF px) { take_place_on(*canvas_, px); };
}

void MainWindow::take_place_on(MapCanvas& map, QPointF px) {
    const auto hits = render::features_at(map.layers(), map.view(), px, 4 * devicePixelRatioF());
    for (const auto& feature : picked_at(hits, map.layers()).features) take_place(feature);
}

void MainWindow::town_changed() {
    const bool open = model_.is_open();
    end_link();
    town_memory_changed();
    actions_.enable_for_town(open);
    strip_->setVisible(open);
    idle_lock_->stop();
    show_lock();
    findings_->clear();
    search_->setEnabled(open);
    sheets_->town_changed();
    if (!open) set_mode(Mode::map);
    show_mode();
    show_docks();
    if (!open) {
        setWindowTitle(tr("Liangdi"));
        canvas_->set_layers({});
        layers_->set_layers({});
        status_->show_crs({});
        status_->show_saved({});
        return;
    }
    const auto& project = *model_.project();
    const QString file = q(project.store->file().filename().string());
    setWindowTitle(QStringLiteral("%1 — %2").arg(file, tr("Liangdi")));
    const auto crs = project.crs();
    status_->show_crs(crs_caption(crs));
    try {
        canvas_->set_layers(tasks::map_layers(*model_.project()));
    } catch (const Error& error) {
        error_->show_error(tr("Reading the layer styles"), error);
    }
    tell_unread_styles();
    layers_->set_layers(canvas_->layers());
    level_.reset();
    two_places_->show_town_name(q(project.name()));
    two_places_->take_layers();
    read_layer_facts(true);
    rows_changed();
    if (mode_ != Mode::sheets) canvas_->setFocus();
}

void MainWindow::rows_changed() {
    show_steps();
    findings_->show_stale();
    canvas_->refresh();
    two_places_->village().refresh();
    read_two_places(false);
    sheets_->rows_changed();
    read_layer_facts(false);
    pack_layers();
    jobs_.run(
        JobRunner::Kind::quiet, tr("History"), this,
        [project = model_.project()](land::Progress&) { return tasks::history(*project, 500); },
        [this, project = model_.project()](const std::vector<store::HistoryEntry>& entries) {
            // Unlocking replaces the project, not the town.
            if (model_.is_open() && project->store == model_.project()->store)
                history_->show_entries(entries);
        });
}

/// Large layers are made ready for drawing beside the work; until then the map is drawn from the file.
void MainWindow::pack_layers() {
    jobs_.run(
        JobRunner::Kind::quiet, tr("Preparing the map"), this,
        [layers = canvas_->layers()](land::Progress& progress) {
            return tasks::pack_layers(layers, {}, progress);
        },
        [this, project = model_.project()](const tasks::PackedLayers& packed) {
            if (!model_.is_open() || project->store != model_.project()->store) return;
            for (auto* map : {canvas_, &two_places_->village()}) map->set_packed(packed);
        });
}

namespace {
struct LayerFacts {
    std::map<std::string, std::int64_t> counts;
    geo::Box town, all;
};
}  // namespace

void MainWindow::read_layer_facts(bool show_town) {
    jobs_.run(
        JobRunner::Kind::quiet, tr("Reading the layers"), this,
        [layers = canvas_->layers()](land::Progress& progress) {
            LayerFacts facts;
            for (const auto& layer : layers) {
                progress.at(layer.name, 0, 0);
                facts.counts[layer.name] = layer.source->count();
                const geo::Box box = layer.source->extent();
                facts.all.add(box);
                if (layer.name == "community") facts.town.add(box);
            }
            if (facts.town.empty()) facts.town = facts.all;
            return facts;
        },
        [this, show_town, project = model_.project()](const LayerFacts& facts) {
            if (!model_.is_open() || project->store != model_.project()->store) return;
            layers_->set_counts(facts.counts);
            town_box_ = facts.town;
            full_box_ = facts.all;
            if (show_town && !two_places_->is_active()) canvas_->show_box(town_box_);
        });
}

void MainWindow::show_steps() {
    if (mode_ == Mode::sheets) {
        show_sheet_steps();
        return;
    }
    const auto& steps = model_.next_steps();
    const auto describe = [](QAction& action, const QString& verb,
                             const std::optional<store::HistoryEntry>& entry, const QString& key) {
        action.setEnabled(entry.has_value());
        action.setToolTip(
            entry
                ? QStringLiteral("%1: %2 (%3)").arg(verb, history_caption(*entry), key)
                : QCoreApplication::translate("liangdi::gui::MainWindow", "%1: nothing (%2)").arg(verb, key));
    };
    describe(*actions_.undo, tr("Undo"), steps.undo,
             actions_.undo->shortcut().toString(QKeySequence::NativeText));
    describe(*actions_.redo, tr("Redo"), steps.redo,
             actions_.redo->shortcut().toString(QKeySequence::NativeText));
    status_->show_saved(
        steps.last
            ? tr("✓ all saved · last edit %1").arg(local_time(steps.last->at, QStringLiteral("HH:mm:ss")))
            : tr("✓ all saved · no edit yet"));
}

void MainWindow::show_selection() {
    if (two_places_->is_active()) return;  // both maps show all that belongs to it
    canvas_->set_selection(selection_.on_map());
    QString words;
    if (selection_.household()) {
        const auto& places = selection_.places().ids;
        std::size_t homes = 0, lands = 0;
        for (const auto& [layer, ids] : places) (layer == "building" ? homes : lands) += ids.size();
        words = tr("Selected 1 household · %1 buildings · %2 parcels").arg(homes).arg(lands);
    } else if (selection_.features().size() == 1) {
        words = tr("Selected: %1").arg(layer_caption(selection_.features().front().layer));
    } else if (!selection_.features().empty()) {
        words = tr("Selected %n feature(s)", nullptr, static_cast<int>(selection_.features().size()));
    }
    strip_->show_selection(words);
}

void MainWindow::show_household_places(bool of_land) {
    const auto& household = inspector_->card()->household();
    if (!household || !model_.is_open()) return;
    tasks::Selection places = tasks::selection_of(*household);
    std::erase_if(places.ids, [&](const auto& entry) { return (entry.first == "building") == of_land; });
    const geo::Box box = tasks::box_of(*model_.project(), places);
    if (box.empty()) {
        error_->show_note(of_land ? tr("None of these parcels has a place on the map yet.")
                                  : tr("The building has no place on the map yet."));
        return;
    }
    constexpr double around_m = 60;  // the neighbours say where it is
    show_ground(box.grown(around_m));
}

void MainWindow::pick_at(QPointF px, PickMode mode) {
    pick_on(*canvas_, px, mode);
}

void MainWindow::pick_in(const geo::Box& ground, PickMode mode) {
    pick_box_on(*canvas_, ground, mode);
}

void MainWindow::pick_on(MapCanvas& map, QPointF px, PickMode mode) {
    jobs_.run(
        JobRunner::Kind::quiet, tr("Identify"), this,
        [layers = map.layers(), view = map.view(), px, tolerance = 4 * devicePixelRatioF()](land::Progress&) {
            return picked_at(render::features_at(layers, view, px, tolerance), layers);
        },
        [this, mode, on = &map](Picked picked) {
            picked_on_ = on;
            apply_pick(std::move(picked.features), std::move(picked.also_here), mode);
            picked_on_ = nullptr;
        });
}

void MainWindow::pick_box_on(MapCanvas& map, const geo::Box& ground, PickMode mode) {
    jobs_.run(
        JobRunner::Kind::quiet, tr("Select"), this,
        [layers = map.layers(), view = map.view(), ground](land::Progress&) {
            return picked_in(render::features_in(layers, view, ground), layers);
        },
        [this, mode, on = &map](Picked picked) {
            picked_on_ = on;
            apply_pick(std::move(picked.features), std::move(picked.also_here), mode);
            picked_on_ = nullptr;
        });
}

void MainWindow::apply_pick(std::vector<FeatureRef> features, std::vector<FeatureRef> also_here,
                            PickMode mode) {
    if (mode != PickMode::replace) {
        auto all = selection_.features();
        for (const auto& feature : features) {
            std::erase(all, feature);
            if (mode == PickMode::add) all.push_back(feature);
        }
        features = std::move(all);
        also_here.clear();
    }
    selection_.pick(std::move(features), std::move(also_here));
}

void MainWindow::use_tool(Tool& tool) {
    canvas_->set_tool(&tool);
    VillageTools& beside = *village_tools_;
    two_places_->village().set_tool(&tool == &pan_tool_    ? static_cast<Tool*>(&beside.pan)
                                    : &tool == &pick_tool_ ? static_cast<Tool*>(&beside.link)
                                                           : &beside.select);
    strip_->show_tool(tool);
    show_measuring(tool);
    (&tool == &pan_tool_ ? actions_.pan_tool : actions_.select_tool)->setChecked(&tool != &measure_tool_);
    if (&tool == &pick_tool_) {
        // A checked action of an exclusive group cannot be unchecked otherwise.
        actions_.tools->setExclusive(false);
        actions_.select_tool->setChecked(false);
        actions_.tools->setExclusive(true);
    } else {
        inspector_->card()->link_form()->hide();
    }
}

void MainWindow::escape() {
    if (mode_ == Mode::sheets) {
        sheets_->escape();
        return;
    }
    MapCanvas& village = two_places_->village();
    if (canvas_->cancel_pan() || village.cancel_pan() || close_map_card()) return;
    if (canvas_->tool() && canvas_->tool()->escape()) return;
    if (village.tool() && village.tool()->escape()) return;
    if (canvas_->tool() == &pick_tool_) {
        end_link();
    } else if (canvas_->tool() != &select_tool_) {
        use_tool(select_tool_);
    } else {
        selection_.clear();
    }
    canvas_->setFocus();
}

void MainWindow::begin_link() {
    const auto& household = inspector_->card()->household();
    if (!household) return;
    tool_before_link_ = canvas_->tool();
    use_tool(pick_tool_);
    inspector_->card()->link_form()->begin(household->code,
                                           q(household->name.empty() ? household->code : household->name));
}

void MainWindow::end_link() {
    inspector_->card()->link_form()->hide();
    if (canvas_->tool() == &pick_tool_) use_tool(tool_before_link_ ? *tool_before_link_ : select_tool_);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (options_.remember) {
        QSettings settings;
        settings.setValue("window/geometry", saveGeometry());
        if (model_.is_open()) save_modes();
    }
    jobs_.cancel();
    event->accept();
}

bool MainWindow::settled() const {
    return canvas_->settled() && two_places_->village().settled() && sheets_->settled() && !jobs_.busy();
}

}  // namespace liangdi::gui
