#include "gui/two_places_view.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "render/page_layout.hpp"
#include "tasks/two_places_picture.hpp"

namespace liangdi::gui {

namespace {

constexpr QSize alone{480, 360}, beside{300, 240};
constexpr int head_height = 30;

void set_shown(MapCanvas& map, const tasks::Selection& selection) {
    map.set_selection(selection);
}

void fit(MapCanvas& map, const geo::Box& box) {
    if (box.empty()) return;
    map.show_box(box);
    map.set_view(map.view().at_round_scale());
}

}  // namespace

TwoPlacesView::TwoPlacesView(MapCanvas& town, QWidget* parent)
    : QWidget(parent),
      town_(town),
      village_(new MapCanvas),
      panel_(new TwoPlacesPanel),
      splitter_(new QSplitter(Qt::Horizontal)) {
    village_->setAccessibleName(tr("Map of the villages"));
    auto* town_side = side("townplace", QStringLiteral("townhead"), town_words_, town_scale_, town_);
    village_side_ =
        side("villageplace", QStringLiteral("villagehead"), village_words_, village_scale_, *village_);
    town_head_ = town_words_->parentWidget();
    splitter_->addWidget(town_side);
    splitter_->addWidget(village_side_);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(splitter_, 1);
    column->addWidget(panel_);
    overlay_ = new FlowOverlay(town_, *village_, this);

    connect(splitter_, &QSplitter::splitterMoved, this, &TwoPlacesView::fit_overlay);
    connect(overlay_, &FlowOverlay::pill_clicked, this, &TwoPlacesView::go_to_line);
    connect(panel_, &TwoPlacesPanel::line_wanted, this, &TwoPlacesView::go_to_line);
    connect(&town_, &MapCanvas::view_changed, this, [this] { follow_scale(town_, *village_); });
    connect(village_, &MapCanvas::view_changed, this, [this] { follow_scale(*village_, town_); });
    town_.installEventFilter(this);
    village_->installEventFilter(this);
    set_active(false);
}

QWidget* TwoPlacesView::side(const char* name, const QString& head_name, QLabel*& words, QLabel*& scale,
                             MapCanvas& map) {
    auto* box = new QWidget;
    auto* head = new QWidget;
    head->setObjectName(QString::fromLatin1(name));
    head->setAttribute(Qt::WA_StyledBackground);
    head->setFixedHeight(head_height);
    words = new QLabel;
    words->setObjectName(head_name);
    words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    scale = new QLabel;
    scale->setObjectName("muted");
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(10, 0, 10, 3);
    row->addWidget(words, 1);
    row->addWidget(scale);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(&map, 1);
    return box;
}

void TwoPlacesView::set_active(bool active) {
    active_ = active;
    in_village_ = false;
    for (QWidget* part : std::initializer_list<QWidget*>{village_side_, panel_, town_head_})
        part->setVisible(active);
    overlay_->setVisible(active && lines_shown_);
    for (auto* map : {&town_, village_}) map->setMinimumSize(active ? beside : alone);
    if (active) {
        take_layers();
        show_nothing();
    } else {
        places_.reset();
        overlay_->set_flows({}, {}, true);
        village_->set_layers({});
    }
}

void TwoPlacesView::show_town_name(const QString& name) {
    town_name_ = name;
    town_words_->setText(tr("Town · resettlement area: %1").arg(name));
}

void TwoPlacesView::take_layers() {
    if (!active_) return;
    village_->set_layers(town_.layers());
    show_legend();
}

void TwoPlacesView::show_legend() {
    if (active_) panel_->show_legend(town_.layers());
}

void TwoPlacesView::show_nothing() {
    places_.reset();
    for (auto* map : {&town_, village_}) set_shown(*map, {});
    overlay_->set_flows({}, {}, true);
    panel_->show_nothing();
    village_words_->setText(tr("Village · origin"));
    show_scales();
}

void TwoPlacesView::show_places(const tasks::TwoPlaces& places, bool fit_town, bool fit_village) {
    places_ = places;
    for (auto* map : {&town_, village_}) set_shown(*map, places.selection);
    const bool to_groups = land::lies_in_town(places.place.kind);
    const tasks::FlowWords words{(to_groups ? tr("{} other groups") : tr("{} other buildings")).toStdString(),
                                 tr("not registered").toStdString(),
                                 tr("{} households · {} mu").toStdString()};
    const auto lines = tasks::flow_lines(places, panel_->measure(), words);
    std::optional<geo::Box> from;
    if (!places.start.empty()) from = places.start;
    overlay_->set_flows(lines, from, to_groups);
    panel_->show_flows(places, lines);
    village_words_->setText(tr("Village · origin: %1")
                                .arg(!to_groups      ? q(places.name)
                                     : lines.empty() ? QStringLiteral("—")
                                                     : lines.front().name));
    geo::Box town_box = places.town_box, village_box = places.village_box;
    following_ = true;  // each map is fitted by itself; then the finer one follows
    if (fit_town) fit(town_, town_box);
    if (fit_village) fit(*village_, village_box);
    following_ = false;
    if (locked_) fit_village ? follow_scale(town_, *village_) : follow_scale(*village_, town_);
    show_scales();
}

void TwoPlacesView::show_ground(const geo::Box& box, const geo::Box& town) {
    if (box.empty()) return;
    if (!active_ || town.empty()) {
        town_.show_box(box);
    } else if (!box.intersects(town)) {
        village_->show_box(box);
    } else if (town.grown(200).contains(box.centre())) {
        town_.show_box(box);
    }
}

QString TwoPlacesView::village_words() const {
    return village_words_->text();
}

void TwoPlacesView::go_to_line(int line) {
    const auto index = static_cast<std::size_t>(line);
    if (!places_ || index >= overlay_->lines().size()) return;
    const auto& of = overlay_->lines()[index];
    if (!of.at) {  // the sum of the rest: the table says which
        panel_->table_button()->click();
        return;
    }
    const bool to_groups = land::lies_in_town(places_->place.kind);
    MapCanvas& map = to_groups ? *village_ : town_;
    map.set_view(map.view().centred(*of.at));
    if (to_groups) village_words_->setText(tr("Village · origin: %1").arg(of.name));
}

void TwoPlacesView::show_lines(bool shown) {
    lines_shown_ = shown;
    overlay_->setVisible(active_ && shown);
}

void TwoPlacesView::lock_scales(bool locked) {
    locked_ = locked;
    if (locked) follow_scale(map_in_use(), &map_in_use() == &town_ ? *village_ : town_);
}

void TwoPlacesView::follow_scale(MapCanvas& from, MapCanvas& to) {
    if (active_ && locked_ && !following_) {
        following_ = true;
        to.set_scale(from.view().scale());
        following_ = false;
    }
    show_scales();
}

void TwoPlacesView::show_scales() {
    if (!active_) return;
    town_scale_->setText(render::scale_text(town_.view().scale()));
    village_scale_->setText(render::scale_text(village_->view().scale()));
}

void TwoPlacesView::fit_overlay() {
    overlay_->setGeometry(splitter_->geometry());
    overlay_->raise();
    overlay_->update();
}

bool TwoPlacesView::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn ||
        event->type() == QEvent::MouseButtonPress) {
        const bool village = object == village_;
        if (active_ && village != in_village_) {
            in_village_ = village;
            emit map_entered();
        }
    } else if (event->type() == QEvent::Resize) {
        fit_overlay();
    }
    return false;
}

void TwoPlacesView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit_overlay();
}

}  // namespace liangdi::gui
