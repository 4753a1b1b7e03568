#include "gui/help_dock.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/tables.hpp"

namespace liangdi::gui {

namespace {

QString need_caption(land::MovingNeed need) {
    switch (need) {
        case land::MovingNeed::disabled:
            return HelpDock::tr("disabled member");
        case land::MovingNeed::aged:
            return HelpDock::tr("member of 75 or over");
        case land::MovingNeed::mobility:
            return HelpDock::tr("difficulty in moving");
    }
    return {};
}

QString nearness_caption(const std::string& nearness) {
    if (nearness == "building") return HelpDock::tr("same building");
    if (nearness == "grid") return HelpDock::tr("same grid");
    return HelpDock::tr("same community");
}

QString range_of(const std::vector<land::HelperLoad>& loads) {
    if (loads.empty()) return HelpDock::tr("nobody helps yet");
    return HelpDock::tr("%1 helpers with %2 to %3 households")
        .arg(loads.size())
        .arg(loads.back().households)
        .arg(loads.front().households);
}

}  // namespace

HelpDock::HelpDock(ProjectModel& model, JobRunner& jobs, QWidget* parent)
    : QTabWidget(parent),
      model_(model),
      jobs_(jobs),
      ground_words_(new QLabel),
      pairing_words_(new QLabel),
      read_(new QPushButton(tr("List the families…"))),
      balance_(new QPushButton),
      ground_floor_(new QTableWidget),
      loads_(new QTableWidget),
      handovers_(new QTableWidget) {
    setObjectName("panel");
    setDocumentMode(true);
    ground_words_->setWordWrap(true);
    set_up_table(*ground_floor_, {tr("Household"), tr("Name"), tr("Building"), tr("Floor"), tr("Why"),
                                  tr("Free flat"), tr("Its floor"), tr("Where")});
    ground_floor_->setAccessibleName(tr("Families without a ground-floor flat"));
    set_up_table(*loads_, {tr("Helper"), tr("Households")});
    loads_->setAccessibleName(tr("Households of each helper"));
    set_up_table(*handovers_, {tr("Household"), tr("from"), tr("to")});
    handovers_->setAccessibleName(tr("Handovers that would make the load even"));

    const auto page = [this](const QString& title, QLabel* words, QPushButton* button,
                             const std::vector<QWidget*>& tables) {
        auto* widget = new QWidget;
        widget->setObjectName("panel");
        widget->setAttribute(Qt::WA_StyledBackground);
        auto* top = new QHBoxLayout;
        top->addWidget(words, 1);
        top->addWidget(button);
        auto* row = new QHBoxLayout;
        for (auto* table : tables) row->addWidget(table, 1);
        auto* column = new QVBoxLayout(widget);
        column->setContentsMargins(8, 8, 8, 8);
        column->addLayout(top);
        column->addLayout(row, 1);
        addTab(widget, title);
    };
    page(tr("Ground floor"), ground_words_, read_, {ground_floor_});
    page(tr("1+X pairing"), pairing_words_, balance_, {loads_, handovers_});
    connect(read_, &QPushButton::clicked, this, &HelpDock::reason_wanted);
    connect(balance_, &QPushButton::clicked, this, [this] {
        if (!model_.is_open()) return;
        jobs_.run(
            JobRunner::Kind::shown, tr("Balance 1+X"), this,
            [project = model_.project()](land::Progress&) { return tasks::balance_pairing(*project); },
            [this](std::int64_t) { model_.look_for_changes(); });
    });
    connect(ground_floor_, &QTableWidget::cellDoubleClicked, this, [this](int row, int) {
        emit household_wanted(ground_floor_->item(row, 0)->data(Qt::UserRole).toLongLong());
    });
    connect(&model_, &ProjectModel::changed, this, [this](ProjectModel::What what) {
        if (what != ProjectModel::What::rows) forget();  // another town, or locked: nothing sealed stays
        if (what != ProjectModel::What::key && isVisible() && model_.is_open()) show_pairing();
    });
    forget();
}

void HelpDock::forget() {
    ++asked_;
    ground_floor_->setRowCount(0);
    ground_words_->setText(
        model_.is_open() && model_.project()->key
            ? tr("Severe disability, a member of 75 or over, or similar difficulty in moving; the history "
                 "keeps "
                 "who saw the list and why.")
            : tr("The list tells of health. Unlock the personal records (Ctrl+L) to see it."));
    read_->setEnabled(model_.is_open() && model_.project()->key);
}

void HelpDock::show_ground_floor(const QString& reason) {
    setCurrentIndex(0);
    if (!model_.is_open() || !model_.project()->key) return;
    const auto asked = ++asked_;
    jobs_.run(
        JobRunner::Kind::shown, tr("Ground floor"), this,
        [project = model_.project(), why = reason.toStdString()](land::Progress& progress) {
            return tasks::ground_floor(*project, why, progress);
        },
        [this, asked](const tasks::GroundFloorList& list) {
            if (asked != asked_ || !model_.is_open() || !model_.project()->key) return;
            fill(list);
            model_.look_for_changes();
        });
}

void HelpDock::fill(const tasks::GroundFloorList& list) {
    ground_words_->setText(
        tr("%1 families in need, %2 of them on the ground floor, %3 not; %4 flats allocated")
            .arg(list.in_need)
            .arg(list.on_ground_floor)
            .arg(list.lines.size())
            .arg(list.allocated));
    ground_floor_->setRowCount(static_cast<int>(list.lines.size()));
    int row = 0;
    for (const auto& line : list.lines) {
        QStringList needs;
        for (const auto need : line.needs) needs << need_caption(need);
        set_cell(*ground_floor_, row, 0, q(line.code));
        ground_floor_->item(row, 0)->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(line.household));
        set_cell(*ground_floor_, row, 1, q(line.name));
        set_cell(*ground_floor_, row, 2, q(line.building_name));
        set_cell(*ground_floor_, row, 3, QString::number(line.floor), Qt::AlignRight);
        set_cell(*ground_floor_, row, 4, needs.join(QStringLiteral(", ")));
        set_cell(*ground_floor_, row, 5, line.flat.empty() ? tr("nothing lower is free") : q(line.flat));
        set_cell(*ground_floor_, row, 6, line.flat.empty() ? QString() : QString::number(line.flat_floor),
                 Qt::AlignRight);
        set_cell(*ground_floor_, row, 7, line.flat.empty() ? QString() : nearness_caption(line.nearness));
        ++row;
    }
    ground_floor_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void HelpDock::show_pairing() {
    if (!model_.is_open()) return;
    jobs_.run(
        JobRunner::Kind::quiet, tr("1+X pairing"), this,
        [project = model_.project()](land::Progress&) { return tasks::pairing_plan(*project); },
        [this](const tasks::PairingPlan& plan) { fill(plan); });
}

void HelpDock::fill(const tasks::PairingPlan& plan) {
    pairing_words_->setText(plan.handovers.empty() ? tr("%1. The load is even.").arg(range_of(plan.loads))
                                                   : tr("%1; after %2 handovers %3.")
                                                         .arg(range_of(plan.loads))
                                                         .arg(plan.handovers.size())
                                                         .arg(range_of(plan.balanced)));
    balance_->setText(tr("Hand over %1 households").arg(plan.handovers.size()));
    balance_->setEnabled(!plan.handovers.empty());
    loads_->setRowCount(static_cast<int>(plan.loads.size()));
    for (int i = 0; i < loads_->rowCount(); ++i) {
        const auto& load = plan.loads[static_cast<std::size_t>(i)];
        set_cell(*loads_, i, 0, q(load.helper.name));
        set_cell(*loads_, i, 1, QString::number(load.households), Qt::AlignRight);
    }
    handovers_->setRowCount(static_cast<int>(plan.handovers.size()));
    for (int i = 0; i < handovers_->rowCount(); ++i) {
        const auto& handover = plan.handovers[static_cast<std::size_t>(i)];
        set_cell(*handovers_, i, 0, q(handover.pairing.household_code));
        set_cell(*handovers_, i, 1, q(handover.from.name));
        set_cell(*handovers_, i, 2, q(handover.to.name));
    }
    for (auto* table : {loads_, handovers_})
        table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

}  // namespace liangdi::gui
