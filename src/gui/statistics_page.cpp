#include "gui/statistics_page.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>
#include <array>

#include "gui/captions.hpp"
#include "gui/group_captions.hpp"
#include "gui/place_of_selection.hpp"
#include "gui/tables.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

using land::StatisticsLevel;

constexpr std::array<const char*, 7> uses{"self_farmed", "cooperative", "leased", "idle",
                                          "returned",    "reclaimed",   ""};
/// The inks of the map's hatches (design/map-style.md), so that a use looks alike in both.
constexpr std::array<QRgb, 7> inks{0xFFB08A2E, 0xFF7A1F6B, 0xFF1B5E8C, 0xFFB5651D,
                                   0xFF6A6A6A, 0xFF1E8A5A, 0xFFB9BEC4};

struct Column {
    QString name;
    QColor colour;
    bool area = false;  ///< hundredths of 亩, else a count
    std::function<std::int64_t(const land::PlaceSums&)> value;
};

std::vector<Column> columns_of(Measure measure, const tasks::Statistics& statistics) {
    const QColor accent = light_tokens.accent;
    const auto use_columns = [](const char* kind) {
        std::vector<Column> out;
        for (std::size_t i = 0; i < uses.size(); ++i) {
            out.push_back(
                {*uses[i] ? value_caption("use_status", uses[i]) : StatisticsPage::tr("not registered"),
                 QColor::fromRgb(inks[i]), true,
                 [kind = std::string(kind), use = std::string(uses[i])](const land::PlaceSums& sums) {
                     const auto found = sums.mu_hundredths.find(kind);
                     if (found == sums.mu_hundredths.end()) return std::int64_t{0};
                     const auto of_use = found->second.find(use);
                     return of_use == found->second.end() ? std::int64_t{0} : of_use->second;
                 }});
        }
        std::erase_if(out, [](const Column&) { return false; });
        return out;
    };
    switch (measure) {
        case Measure::households:
            return {{StatisticsPage::tr("Households"), accent, false,
                     [](const land::PlaceSums& sums) { return sums.households; }}};
        case Measure::persons:
            return {{StatisticsPage::tr("Persons"), accent, false,
                     [](const land::PlaceSums& sums) { return sums.persons; }}};
        case Measure::labour:
            return {{StatisticsPage::tr("Employed"), QColor(0x1F, 0x6B, 0x3A), false,
                     [](const land::PlaceSums& sums) { return sums.employed; }},
                    {StatisticsPage::tr("Seeking work"), QColor(0xE8, 0xB1, 0x5A), false,
                     [](const land::PlaceSums& sums) { return sums.labourers - sums.employed; }}};
        case Measure::farmland:
            return use_columns("farmland");
        case Measure::woodland:
            return use_columns("woodland");
        case Measure::homestead:
            return use_columns("homestead");
        case Measure::groups:
            break;
    }
    std::vector<Column> out;
    constexpr std::array<QRgb, 7> colours{0xFF2B6CA3, 0xFF8A5A0B, 0xFF4B1D6B, 0xFFB3261E,
                                          0xFF1F6B3A, 0xFF565C63, 0xFFB08A2E};
    for (const auto& [group, n] : statistics.total.groups)
        out.push_back({group_caption(group), QColor::fromRgb(colours[out.size() % colours.size()]), false,
                       [group = group](const land::PlaceSums& sums) {
                           const auto found = sums.groups.find(group);
                           return found == sums.groups.end() ? std::int64_t{0} : found->second;
                       }});
    return out;
}

QString number(std::int64_t value, bool area) {
    return area ? q(land::format_hundredths(value)) : QString::number(value);
}

}  // namespace

StatisticsPage::StatisticsPage(ProjectModel& model, SelectionModel& selection, JobRunner& jobs,
                               QWidget* parent)
    : QWidget(parent),
      model_(model),
      selection_(selection),
      jobs_(jobs),
      level_(new QComboBox),
      measure_(new QComboBox),
      note_(new QLabel),
      chart_(new BarChart),
      area_(new QScrollArea),
      table_(new QTableWidget) {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    level_->addItem(tr("by community"), static_cast<int>(StatisticsLevel::community));
    level_->addItem(tr("by grid"), static_cast<int>(StatisticsLevel::grid));
    level_->addItem(tr("by building"), static_cast<int>(StatisticsLevel::building));
    level_->addItem(tr("by village group"), static_cast<int>(StatisticsLevel::group));
    level_->setAccessibleName(tr("Places that are compared"));
    measure_->addItem(tr("Households"), static_cast<int>(Measure::households));
    measure_->addItem(tr("Persons"), static_cast<int>(Measure::persons));
    measure_->addItem(tr("Labour"), static_cast<int>(Measure::labour));
    measure_->addItem(tr("Farmland by use, mu"), static_cast<int>(Measure::farmland));
    measure_->addItem(tr("Woodland by use, mu"), static_cast<int>(Measure::woodland));
    measure_->addItem(tr("Homesteads by use, mu"), static_cast<int>(Measure::homestead));
    measure_->addItem(tr("Groups (unlocked)"), static_cast<int>(Measure::groups));
    measure_->setAccessibleName(tr("What is counted"));
    note_->setObjectName("muted");
    note_->setWordWrap(true);
    chart_->setAccessibleName(tr("Statistics as bars"));
    chart_->setFocusPolicy(Qt::NoFocus);
    area_->setWidget(chart_);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setObjectName("panel");
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setAccessibleName(tr("Statistics as a table"));

    auto* choices = new QHBoxLayout;
    choices->setSpacing(6);
    choices->addWidget(level_);
    choices->addWidget(measure_, 1);
    auto* parts = new QSplitter(Qt::Vertical);
    parts->addWidget(area_);
    parts->addWidget(table_);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(6);
    column->addLayout(choices);
    column->addWidget(note_);
    column->addWidget(parts, 1);

    connect(level_, &QComboBox::currentIndexChanged, this, [this] {
        stale_ = true;
        read();
    });
    connect(measure_, &QComboBox::currentIndexChanged, this, &StatisticsPage::show_statistics);
    connect(&model_, &ProjectModel::changed, this, [this] {
        stale_ = true;
        statistics_.reset();
        read();
    });
    connect(&selection_, &SelectionModel::changed, this, &StatisticsPage::follow_selection);
    const auto want = [this](qint64 id) {
        if (!statistics_ || id == 0) return;
        const std::string layer = statistics_->level == StatisticsLevel::group
                                      ? "village"
                                      : std::string(land::to_text(statistics_->level));
        emit place_wanted(layer, id);
    };
    connect(chart_, &BarChart::row_clicked, this, want);
    connect(table_, &QTableWidget::cellClicked, this, [this, want](int row, int) {
        if (statistics_ && row < static_cast<int>(statistics_->places.size()))
            want(statistics_->places[static_cast<std::size_t>(row)].id);
    });
}

void StatisticsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

void StatisticsPage::read() {
    if (!model_.is_open()) {
        chart_->show_rows({}, {});
        table_->setRowCount(0);
        return;
    }
    if (!stale_ || !isVisible()) return;
    stale_ = false;
    const auto asked = ++asked_;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Statistics"), this,
        [project = model_.project(), level = static_cast<StatisticsLevel>(level_->currentData().toInt())](
            land::Progress& progress) { return tasks::statistics(*project, level, progress); },
        [this, asked](tasks::Statistics made) {
            if (asked != asked_ || !model_.is_open()) return;
            statistics_ = std::move(made);
            show_statistics();
            follow_selection();
        });
}

void StatisticsPage::show_statistics() {
    if (!statistics_) return;
    const auto measure = static_cast<Measure>(measure_->currentData().toInt());
    const bool locked = measure == Measure::groups && !statistics_->with_groups;
    note_->setVisible(locked);
    note_->setText(tr(
        "Who belongs to a group is sealed. Unlock the personal records (Ctrl+L) to count the groups here."));
    auto columns = columns_of(measure, *statistics_);
    // What nobody has needs neither a colour nor a column.
    if (columns.size() > 1)
        std::erase_if(columns, [this](const Column& c) { return c.value(statistics_->total) == 0; });
    const bool several = columns.size() > 1;
    std::vector<ChartSeries> series;
    std::vector<ChartRow> rows;
    QStringList heads{tr("Place")};
    for (const auto& column : columns) {
        series.push_back({column.name, column.colour});
        heads << column.name;
    }
    if (several) heads << tr("In all");
    table_->clear();
    set_up_table(*table_, heads);
    table_->setRowCount(static_cast<int>(statistics_->places.size()) + 1);
    int line = 0;
    const auto add = [&](qint64 id, const QString& name, const land::PlaceSums& sums) {
        ChartRow row{id, name, {}, {}};
        std::int64_t all = 0;
        const bool area = !columns.empty() && columns.front().area;
        set_cell(*table_, line, 0, name);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const std::int64_t value = columns[c].value(sums);
            all += value;
            row.values.push_back(area ? static_cast<double>(value) / 100 : static_cast<double>(value));
            set_cell(*table_, line, static_cast<int>(c) + 1, number(value, area), Qt::AlignRight);
        }
        row.total = number(all, area);
        if (several) set_cell(*table_, line, static_cast<int>(columns.size()) + 1, row.total, Qt::AlignRight);
        ++line;
        return row;
    };
    for (const auto& place : statistics_->places)
        rows.push_back(add(place.id, place.name.empty() ? tr("not registered") : q(place.name), place.sums));
    add(0, tr("In all"), statistics_->total);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (columns.empty()) rows.clear();
    chart_->show_rows(std::move(series), std::move(rows));
}

void StatisticsPage::follow_selection() {
    if (!isVisible() || !statistics_) return;
    const auto place = place_of(selection_);
    const auto asked = ++marking_asked_;
    if (!place) {
        chart_->mark(0);
        return;
    }
    jobs_.run(
        JobRunner::Kind::quiet, tr("Statistics"), this,
        [project = model_.project(), place = *place](land::Progress&) {
            return tasks::places_around(*project, place);
        },
        [this, asked](const std::map<land::PlaceKind, tasks::PlaceRef>& around) {
            if (asked != marking_asked_ || !statistics_) return;
            constexpr std::array kinds{land::PlaceKind::community, land::PlaceKind::grid,
                                       land::PlaceKind::building, land::PlaceKind::group};
            const auto found = around.find(kinds.at(static_cast<std::size_t>(statistics_->level)));
            const std::int64_t id = found == around.end() ? 0 : found->second.id;
            chart_->mark(id);
            for (std::size_t i = 0; i < statistics_->places.size(); ++i) {
                if (statistics_->places[i].id != id || id == 0) continue;
                area_->ensureVisible(0, chart_->row_rect(static_cast<int>(i)).center().y());
                table_->selectRow(static_cast<int>(i));
            }
        });
}

}  // namespace liangdi::gui
