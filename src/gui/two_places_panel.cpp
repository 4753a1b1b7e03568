#include "gui/two_places_panel.hpp"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QToolTip>
#include <QVBoxLayout>
#include <array>

#include "gui/captions.hpp"
#include "gui/look.hpp"
#include "gui/swatch.hpp"
#include "gui/tables.hpp"
#include "render/flow_painter.hpp"

namespace liangdi::gui {

namespace {

using land::PlaceKind;

std::vector<render::BarPart> parts_of(const std::vector<render::FlowLine>& lines) {
    std::vector<render::BarPart> parts;
    for (const auto& line : lines)
        parts.push_back({line.name + QStringLiteral(" ") + line.figures, line.value});
    return parts;
}

/// The line of the legend, as wide as five households.
class FlowSample final : public QWidget {
  public:
    FlowSample() { setFixedSize(56, 14); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        render::paint_flow_sample(painter, QRectF(rect()), 5);
    }
};

QLabel* named(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

/// "水田 Paddy": both languages stand in a rule's title.
QString in_language(const QString& title) {
    const auto blank = title.indexOf(' ');
    if (blank < 0) return title;
    return speaks_chinese() ? title.left(blank) : title.mid(blank + 1);
}

}  // namespace

void StackedBar::set_lines(const std::vector<render::FlowLine>& lines) {
    lines_ = lines;
    QStringList words;
    for (const auto& part : parts_of(lines_)) words << part.words;
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

void StackedBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    render::paint_stacked_bar(painter, QRectF(rect()), parts_of(lines_), 1);
}

int StackedBar::part_at(const QPointF& position) const {
    const auto boxes = render::stacked_boxes(QRectF(rect()), parts_of(lines_));
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (boxes[i].contains(position)) return static_cast<int>(i);
    return -1;
}

void StackedBar::mouseReleaseEvent(QMouseEvent* event) {
    if (const int part = part_at(event->position()); part >= 0 && event->button() == Qt::LeftButton)
        emit part_clicked(part);
}

bool StackedBar::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int part = part_at(help->pos());
    QToolTip::showText(help->globalPos(),
                       part < 0 ? QString() : parts_of(lines_)[static_cast<std::size_t>(part)].words, this);
    return true;
}

TwoPlacesPanel::TwoPlacesPanel(QWidget* parent)
    : QWidget(parent),
      legend_(new QWidget),
      sample_(new FlowSample),
      width_words_(new QLabel),
      caption_(named("head")),
      statuses_(named("muted")),
      level_group_(new QButtonGroup(this)),
      by_households_(new QRadioButton(tr("households"))),
      by_mu_(new QRadioButton(tr("mu"))),
      bar_(new StackedBar),
      table_button_(new QPushButton(tr("As a table"))),
      table_(new QTableWidget(this)) {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    auto* legend_line = new QHBoxLayout;
    legend_line->setContentsMargins(12, 4, 12, 4);
    legend_line->setSpacing(8);
    legend_line->addWidget(legend_, 1);
    legend_line->addWidget(sample_);
    legend_line->addWidget(width_words_);
    auto* legend_rows = new QGridLayout(legend_);
    legend_rows->setContentsMargins(0, 0, 0, 0);
    legend_rows->setHorizontalSpacing(12);
    legend_rows->setVerticalSpacing(2);
    legend_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* from = new QVBoxLayout;
    from->setSpacing(6);
    auto* from_head = new QLabel(tr("Look from here"));
    from_head->setObjectName("head");
    from->addWidget(from_head);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    struct Level {
        PlaceKind kind;
        const char* words;
    };
    constexpr std::array<Level, 6> levels{
        {{PlaceKind::building, QT_TRANSLATE_NOOP("liangdi::gui::TwoPlacesPanel", "Building")},
         {PlaceKind::grid, QT_TRANSLATE_NOOP("liangdi::gui::TwoPlacesPanel", "Grid")},
         {PlaceKind::community, QT_TRANSLATE_NOOP("liangdi::gui::TwoPlacesPanel", "Community")},
         {PlaceKind::group, QT_TRANSLATE_NOOP("liangdi::gui::TwoPlacesPanel", "Village group")},
         {PlaceKind::cooperative, QT_TRANSLATE_NOOP("liangdi::gui::TwoPlacesPanel", "Cooperative")},
         {PlaceKind::household, QT_TRANSLATE_NOOP("liangdi::gui::TwoPlacesPanel", "Household")}}};
    for (const auto& level : levels) {
        auto* button = new QPushButton(tr(level.words));
        button->setCheckable(true);
        button->setObjectName("level");
        levels_[level.kind] = button;
        level_group_->addButton(button);
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, kind = level.kind] { emit level_wanted(kind); });
    }
    from->addLayout(buttons);
    auto* width = new QHBoxLayout;
    width->setSpacing(10);
    width->addWidget(new QLabel(tr("Width of the lines")));
    width->addWidget(by_households_);
    width->addWidget(by_mu_);
    width->addStretch();
    by_households_->setChecked(true);
    by_households_->setAccessibleName(tr("Width of the lines by households"));
    by_mu_->setAccessibleName(tr("Width of the lines by area in mu"));
    from->addLayout(width);

    auto* sums = new QVBoxLayout;
    sums->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(caption_, 1);
    head->addWidget(table_button_);
    sums->addLayout(head);
    bar_->setFixedHeight(22);
    bar_->setAccessibleName(tr("All flows as one bar"));
    sums->addWidget(bar_);
    sums->addWidget(statuses_);

    auto* rule = new QFrame;
    rule->setObjectName("rule");
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 8);
    row->setSpacing(16);
    row->addLayout(from);
    row->addLayout(sums, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(legend_line);
    column->addWidget(rule);
    column->addLayout(row);

    table_->setWindowFlag(Qt::Tool);
    set_up_table(*table_, {tr("Place"), tr("Households"), tr("mu"), tr("Parcels")});
    table_->setAccessibleName(tr("Flows as a table"));
    table_->setWindowTitle(tr("Flows as a table"));
    table_->hide();
    connect(table_button_, &QPushButton::clicked, this, [this] {
        table_->resize(420, 480);
        table_->show();
        table_->raise();
    });
    connect(by_households_, &QRadioButton::toggled, this, &TwoPlacesPanel::measure_changed);
    connect(bar_, &StackedBar::part_clicked, this, &TwoPlacesPanel::line_wanted);
    show_nothing();
}

land::FlowMeasure TwoPlacesPanel::measure() const {
    return by_mu_->isChecked() ? land::FlowMeasure::mu : land::FlowMeasure::households;
}

void TwoPlacesPanel::show_levels(const std::map<PlaceKind, tasks::PlaceRef>& around, PlaceKind now) {
    level_group_->setExclusive(false);
    for (auto& [kind, button] : levels_) {
        button->setEnabled(around.contains(kind));
        button->setChecked(kind == now);
    }
    level_group_->setExclusive(true);
}

void TwoPlacesPanel::show_nothing() {
    show_levels({}, PlaceKind::town);
    caption_->setText(tr("Click a building or a parcel on either map: both maps show what belongs to it."));
    statuses_->clear();
    width_words_->clear();
    sample_->hide();
    bar_->hide();
    table_button_->hide();
    table_->hide();
}

void TwoPlacesPanel::show_flows(const tasks::TwoPlaces& places, const std::vector<render::FlowLine>& lines) {
    const auto& total = places.flows.total;
    const QString mu = q(land::format_hundredths(total.mu_hundredths));
    const bool to_groups = land::lies_in_town(places.place.kind);
    caption_->setText(
        (to_groups ? tr("%1: %2 households from %3 village groups, %4 mu in %5 parcels of the villages")
                   : tr("%1: %2 households who live in %3 buildings, %4 mu in %5 parcels"))
            .arg(q(places.name))
            .arg(total.households)
            .arg(total.ends)
            .arg(mu)
            .arg(total.parcels));
    QStringList statuses;
    for (const char* status : {"self_farmed", "cooperative", "leased", "idle", "returned", "reclaimed", ""}) {
        const auto found = places.flows.mu_by_status.find(status);
        if (found == places.flows.mu_by_status.end() || found->second == 0) continue;
        statuses << QStringLiteral("%1 %2").arg(
            *status ? value_caption("use_status", status) : tr("not registered"),
            q(land::format_hundredths(found->second)));
    }
    statuses_->setText(statuses.isEmpty() ? QString()
                                          : tr("Use in mu: %1").arg(statuses.join(QStringLiteral(" · "))));
    // As on the card: a part for the sums, which is no share.
    if (places.place.kind == PlaceKind::household)
        statuses_->setText(statuses_->text() +
                           tr(" (a contract household's land divided among its members' households)"));
    const double unit = render::flow_px_a_unit(lines);
    width_words_->setText(
        measure() == land::FlowMeasure::households
            ? tr("Width = households (1 px = %1)").arg(1 / unit, 0, 'g', 3)
            : tr("Width = area (1 px = %1 mu)").arg(render::mu_a_flow_px / unit, 0, 'g', 3));
    bar_->set_lines(lines);
    fill_table(places);
    for (auto* widget : std::initializer_list<QWidget*>{sample_, bar_, table_button_}) widget->show();
}

void TwoPlacesPanel::fill_table(const tasks::TwoPlaces& places) {
    const auto& flows = places.flows.flows;
    table_->setRowCount(static_cast<int>(flows.size()) + 1);
    int row = 0;
    const auto add = [&](const QString& name, const land::Flow& flow) {
        set_cell(*table_, row, 0, name);
        set_cell(*table_, row, 1, QString::number(flow.households), Qt::AlignRight);
        set_cell(*table_, row, 2, q(land::format_hundredths(flow.mu_hundredths)), Qt::AlignRight);
        set_cell(*table_, row, 3, QString::number(flow.parcels), Qt::AlignRight);
        ++row;
    };
    for (const auto& flow : flows) {
        const QString name = q(places.ends.at(flow.end).name);
        add(name.isEmpty() ? tr("not registered") : name, flow);
    }
    add(tr("In all"), places.flows.total);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void TwoPlacesPanel::show_legend(const std::vector<render::MapLayer>& layers) {
    auto* rows = static_cast<QGridLayout*>(legend_->layout());
    while (auto* item = rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    struct Shown {
        const char *layer, *title;
    };
    constexpr std::array<Shown, 6> classes{{{"farmland", "水田"},
                                            {"farmland", "旱地"},
                                            {"farmland", "园地"},
                                            {"woodland", "乔木林地"},
                                            {"woodland", "灌木林地"},
                                            {"homestead", "宅基地"}}};
    constexpr std::array<Shown, 5> uses{{{"land_status", "闲置"},
                                         {"land_status", "流转"},
                                         {"land_status", "入社"},
                                         {"land_status", "退出"},
                                         {"land_status", "复垦"}}};
    const auto add_row = [&](int row, const QString& heading, const auto& shown) {
        auto* line = new QWidget;
        auto* cells = new QHBoxLayout(line);
        cells->setContentsMargins(0, 0, 0, 0);
        cells->setSpacing(12);
        for (const auto& of : shown) {
            const auto layer = std::ranges::find(layers, std::string(of.layer), &render::MapLayer::name);
            if (layer == layers.end() || !layer->visible) continue;
            add_entry(*cells, layer->style, of.title);
        }
        if (cells->count() == 0) return delete line;
        cells->addStretch();
        auto* head = new QLabel(heading);
        head->setObjectName("head");
        rows->addWidget(head, row, 0);
        rows->addWidget(line, row, 1);
    };
    add_row(0, tr("Legend"), classes);
    add_row(1, tr("Use"), uses);
    rows->setColumnStretch(1, 1);
}

/// The first rule of that title as a swatch with its words.
void TwoPlacesPanel::add_entry(QHBoxLayout& row, const render::Style& style, const std::string& title) {
    for (const auto& pass : style.passes) {
        const auto rule = std::ranges::find_if(pass.rules, [&](const auto& r) {
            return r.title.rfind(title + " ", 0) == 0 || r.title == title;
        });
        if (rule == pass.rules.end()) continue;
        render::Style one = style;
        one.passes = {{{*rule}}};
        auto* picture = new QLabel;
        picture->setPixmap(swatch(one, palette(), devicePixelRatioF()).pixmap(20, 12));
        row.addWidget(picture);
        row.addWidget(new QLabel(in_language(q(rule->title))));
        return;
    }
}

}  // namespace liangdi::gui
