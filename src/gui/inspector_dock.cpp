#include "gui/inspector_dock.hpp"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <algorithm>

#include "gui/personal_panel.hpp"
#include "tasks/household.hpp"

namespace liangdi::gui {

namespace {

/// As wide as what it shows asks for: it is scrolled up and down only.
class WideEnough final : public QScrollArea {
  public:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == widget() && event->type() == QEvent::LayoutRequest) {
            constexpr int widest = 400;
            setMinimumWidth(std::min(
                widest, widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width()));
        }
        return QScrollArea::eventFilter(watched, event);
    }
};

QScrollArea* scrolling(QWidget* widget) {
    auto* area = new WideEnough;
    area->setObjectName("panel");
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    widget->setObjectName("panel");
    widget->setAttribute(Qt::WA_StyledBackground);
    area->setWidget(widget);
    return area;
}

struct HouseholdAnswer {
    std::optional<land::HouseholdView> household;
    std::string reference_date;
};

}  // namespace

InspectorDock::InspectorDock(ProjectModel& model, SelectionModel& selection, JobRunner& jobs, QWidget* parent)
    : QTabWidget(parent),
      model_(model),
      selection_(selection),
      jobs_(jobs),
      card_(new HouseholdCard),
      page_(new FeaturePage) {
    setObjectName("panel");
    setDocumentMode(true);
    card_area_ = scrolling(card_);
    page_area_ = scrolling(page_);
    addTab(card_area_, tr("Household card"));
    addTab(page_area_, tr("Identify"));
    for (const auto& [key, by] : {std::pair{Qt::Key_PageDown, 1}, std::pair{Qt::Key_PageUp, -1}}) {
        auto* shortcut = new QShortcut(QKeySequence(key), card_area_);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step = by] { step_household(step); });
    }
    card_area_->setFocusPolicy(Qt::StrongFocus);
    connect(&selection_, &SelectionModel::changed, this, [this] {
        read_feature();
        read_household();
        // Pages that others have added follow the selection themselves: whoever reads one stays on it.
        if (currentWidget() != card_area_ && currentWidget() != page_area_) return;
        if (selection_.household()) {
            setCurrentWidget(card_area_);
        } else if (!selection_.features().empty()) {
            setCurrentWidget(page_area_);
        }
    });
    connect(&model_, &ProjectModel::changed, this, [this](ProjectModel::What what) {
        if (what == ProjectModel::What::key) {
            read_personal();
            return;
        }
        if (what == ProjectModel::What::town) selection_.clear();
        read_feature();
        read_household();
    });
    connect(page_, &FeaturePage::household_chosen, &selection_, &SelectionModel::choose_household);
    connect(page_, &FeaturePage::other_wanted, this, [this](const FeatureRef& wanted) {
        auto others = selection_.also_here();
        std::erase(others, wanted);
        others.insert(others.begin(), selection_.features().begin(), selection_.features().end());
        selection_.pick({wanted}, std::move(others));
    });
}

void InspectorDock::read_feature() {
    const auto asked = ++feature_asked_;
    if (!model_.is_open() || selection_.features().empty()) {
        page_->show_nothing();
        return;
    }
    const FeatureRef ref = selection_.features().front();
    const std::size_t count = selection_.features().size();
    jobs_.run(
        JobRunner::Kind::quiet, tr("Identify"), this,
        [project = model_.project(), ref, count](land::Progress&) -> std::optional<PickedFeature> {
            auto card = tasks::feature_card(*project, ref.layer, ref.id);
            if (!card) return {};
            std::vector<std::int64_t> households;
            if (card->table == "building") households = tasks::households_in_building(*project, ref.id);
            if (card->table == "parcel") households = tasks::households_of_parcel(*project, ref.id);
            return PickedFeature{std::move(*card), tasks::household_lines(*project, households), count};
        },
        [this, asked](std::optional<PickedFeature> answer) {
            if (asked != feature_asked_) return;
            if (answer) {
                page_->show_feature(*answer, selection_.also_here());
            } else {
                page_->show_nothing();
            }
        });
}

void InspectorDock::read_personal() {
    const auto asked = ++personal_asked_;
    full_of_ = 0;
    PersonalPanel& panel = *card_->personal();
    const auto& household = card_->household();
    personal_of_ = household ? household->id : 0;
    panel.show_locked();
    if (!household || !model_.is_open() || !model_.project()->key) return;
    tasks::PersonalParams params;
    params.id = household->id;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Personal values"), this,
        [project = model_.project(), params](land::Progress&) {
            return tasks::personal_values(*project, params);
        },
        [this, asked, &panel](const tasks::PersonalAnswer& answer) {
            if (asked == personal_asked_) panel.show_values(answer, land::Disclosure::masked);
        });
}

void InspectorDock::show_full(std::int64_t household, const tasks::PersonalAnswer& answer) {
    if (!card_->household() || card_->household()->id != household) return;
    if (!model_.is_open() || !model_.project()->key) return;
    ++personal_asked_;
    full_of_ = personal_of_ = household;
    card_->personal()->show_values(answer, land::Disclosure::open);
}

void InspectorDock::step_household(int by) {
    const auto& household = card_->household();
    if (!household || household->homes.empty() || !model_.is_open()) return;
    const auto id = household->id;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Household card"), this,
        [project = model_.project(), building = household->homes.front().building](land::Progress&) {
            return tasks::households_in_building(*project, building);
        },
        [this, id, by](const std::vector<std::int64_t>& ids) {
            const auto at = std::find(ids.begin(), ids.end(), id);
            if (at == ids.end() || ids.size() < 2) return;
            const auto size = static_cast<std::ptrdiff_t>(ids.size());
            selection_.choose_household(ids[static_cast<std::size_t>((at - ids.begin() + by + size) % size)]);
        });
}

void InspectorDock::read_household() {
    const auto asked = ++household_asked_;
    if (!model_.is_open() || !selection_.household()) {
        full_of_ = personal_of_ = 0;
        card_->personal()->show_locked();
        card_->show_nothing();
        return;
    }
    const std::int64_t id = *selection_.household();
    jobs_.run(
        JobRunner::Kind::quiet, tr("Household card"), this,
        [project = model_.project(), id](land::Progress&) {
            return HouseholdAnswer{tasks::household_view(*project, id), project->reference_date()};
        },
        [this, asked, id](HouseholdAnswer answer) {
            if (asked != household_asked_) return;
            if (!answer.household) {
                card_->show_nothing();
                return;
            }
            card_->show_household(*answer.household, QString::fromStdString(answer.reference_date));
            // What is seen in full stays while others write; a second household starts masked.
            if (full_of_ != id) read_personal();
            selection_.set_places(id, tasks::selection_of(*answer.household));
        });
}

}  // namespace liangdi::gui
