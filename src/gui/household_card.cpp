#include "gui/household_card.hpp"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/card_sections.hpp"
#include "gui/link_form.hpp"
#include "gui/look.hpp"
#include "gui/personal_panel.hpp"
#include "gui/tables.hpp"
#include "gui/tokens.hpp"
#include "land/land_count_words.hpp"
#include "land/land_sums.hpp"

namespace liangdi::gui {

namespace {

QFrame* rule() {
    auto* line = new QFrame;
    line->setObjectName("rule");
    return line;
}
QLabel* named(const char* name, const QString& text = {}) {
    auto* label = new QLabel(text);
    label->setObjectName(name);
    return label;
}

QString status_of(const land::HouseholdView::Land& land) {
    if (land.status.empty()) return QStringLiteral("—");
    return value_caption("use_status", land.status == "in_cooperative" ? "cooperative" : land.status);
}

}  // namespace

HouseholdCard::HouseholdCard(QWidget* parent)
    : QWidget(parent),
      body_(new QWidget),
      nothing_(named("muted")),
      name_(new QLabel),
      state_(named("oktag")),
      size_(named("tag")),
      line_(named("muted")),
      total_(named("muted")),
      no_land_(named("muted")),
      counting_(named("muted")),
      members_(new QTableWidget),
      lands_(new QTableWidget),
      to_lands_(new QPushButton(tr("Show the land"))),
      to_homes_(new QPushButton(tr("Show the home"))),
      link_(new QPushButton(tr("Link…"))),
      paper_(new QPushButton(icon("document-print"), QString())),
      form_(new LinkForm),
      personal_(new PersonalPanel),
      sections_(new CardSections) {
    nothing_->setText(tr(
        "Click a building or a parcel on the map and choose one of its households, or find one by its code "
        "or name (Ctrl+F)."));
    nothing_->setWordWrap(true);
    nothing_->setMargin(12);
    name_->setFont(bold(sized(font(), title_pt)));
    name_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line_->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* column = new QVBoxLayout(body_);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    auto* title = new QHBoxLayout;
    title->setSpacing(6);
    title->addWidget(name_);
    title->addWidget(state_);
    title->addWidget(size_);
    title->addStretch();
    title->addWidget(paper_);
    column->addLayout(title);
    column->addWidget(line_);
    column->addWidget(rule());

    auto* sides = new QHBoxLayout;
    sides->setSpacing(12);
    sides->addWidget(side("townside", "townhead", tr("Town · lives"), town_), 1);
    sides->addWidget(side("villageside", "villagehead", tr("Village · comes from"), village_), 1);
    column->addLayout(sides);
    column->addWidget(rule());

    auto* members_head = new QHBoxLayout;
    members_head->addWidget(named("head", tr("Members")));
    members_head->addStretch();
    column->addLayout(members_head);
    set_up_table(*members_, {tr("Relation"), tr("Name"), tr("Sex"), tr("Age")});
    members_->setAccessibleName(tr("Members"));
    column->addWidget(members_);
    column->addWidget(personal_);

    auto* lands_head = new QHBoxLayout;
    lands_head->addWidget(named("head", tr("Land in the village")));
    lands_head->addStretch();
    lands_head->addWidget(total_);
    column->addLayout(lands_head);
    set_up_table(*lands_,
                 {tr("Parcel"), tr("Holder's share"), tr("Holder's area"), tr("Counted here"), tr("Status")});
    lands_->setAccessibleName(tr("Land in the village"));
    column->addWidget(lands_);
    counting_->setWordWrap(true);
    column->addWidget(counting_);
    no_land_->setText(tr("No land is linked with this household. Link… makes the first link."));
    no_land_->setWordWrap(true);
    column->addWidget(no_land_);

    // An icon: in English name, tags and a word beside them are wider than the dock.
    paper_->setAccessibleName(tr("On paper…"));
    paper_->setToolTip(tr("On paper…") + QStringLiteral(" ") + tr("The card on A4, as PDF or picture"));
    to_lands_->setObjectName("primary");
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(to_lands_);
    buttons->addWidget(to_homes_);
    buttons->addWidget(link_);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(form_);
    column->addWidget(rule());
    column->addWidget(sections_);
    column->addStretch();

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(nothing_);
    all->addWidget(body_);
    all->addStretch();
    connect(to_lands_, &QPushButton::clicked, this, &HouseholdCard::lands_wanted);
    connect(to_homes_, &QPushButton::clicked, this, &HouseholdCard::homes_wanted);
    connect(lands_, &QTableWidget::cellDoubleClicked, this, [this](int row, int) {
        if (!household_ || row < 0 || row >= static_cast<int>(household_->lands.size())) return;
        const auto& land = household_->lands[static_cast<std::size_t>(row)];
        emit parcel_wanted(land.kind, land.parcel);
    });
    show_nothing();
}

QWidget* HouseholdCard::side(const char* name, const char* head_name, const QString& head, QLabel*& text) {
    auto* box = new QWidget;
    box->setObjectName(name);
    box->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(named(head_name, head));
    text = new QLabel;
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(text);
    column->addStretch();
    return box;
}

void HouseholdCard::show_nothing() {
    household_.reset();
    form_->hide();
    body_->hide();
    nothing_->show();
}

void HouseholdCard::show_household(const land::HouseholdView& household, const QString& reference_date) {
    if (!household_ || household_->id != household.id) form_->hide();
    household_ = household;
    reference_year_ = reference_date.left(4).toInt();
    name_->setText(household.name.empty() ? q(household.code) : q(household.name));
    state_->setText(household.relocated ? tr("relocated") : tr("stayed"));
    size_->setText(tr("%n person(s)", nullptr, static_cast<int>(household.members.size())));
    QStringList line{tr("Code %1").arg(q(household.code))};
    if (!household.moved_on.empty()) line << tr("moved in %1").arg(q(household.moved_on));
    line_->setText(line.join(QStringLiteral(" · ")));

    QStringList town;
    for (const auto& home : household.homes) {
        QStringList place;
        for (const auto& part : {home.community, home.grid}) {
            if (!part.empty()) place << q(part);
        }
        // Two flats of one grid need its name once.
        const QString where = place.join(QStringLiteral(" · "));
        if (!town.contains(where)) town << where;
        town << (home.building_name.empty() ? q(home.code)
                                            : q(home.building_name) + QStringLiteral(" · ") + q(home.code));
        if (home.kind != "main") {
            town.back() += QStringLiteral(" (%1)").arg(value_caption("kind", home.kind));
        } else if (!home.counted) {
            town.back() += QStringLiteral(" (%1)").arg(tr("a second main flat, not counted here"));
        }
    }
    town.removeAll(QString());
    town_->setText(town.isEmpty() ? tr("no flat is linked") : town.join("\n"));

    QStringList village{household.origin.empty() ? tr("origin not registered") : q(household.origin)};
    village << tr("%n parcel(s)", nullptr, static_cast<int>(household.lands.size()));
    QStringList sums;
    for (const auto& [unit, hundredths] : own_totals(household)) sums << area_caption(hundredths, unit);
    if (!sums.isEmpty()) village << sums.join(QStringLiteral(" + "));
    QStringList revitalised;
    for (const auto& [unit, hundredths] : revitalised_totals(household))
        revitalised << area_caption(hundredths, unit);
    if (!revitalised.isEmpty()) village << tr("revitalised %1").arg(revitalised.join(QStringLiteral(" + ")));
    village_->setText(village.join("\n"));
    total_->setText(sums.isEmpty() ? QString()
                                   : tr("counted in all %1").arg(sums.join(QStringLiteral(" + "))));

    fill_members();
    fill_lands();
    sections_->show_sheet(land::household_sheet(household, reference_year_, nullptr, spoken_language()));
    to_homes_->setEnabled(!household.homes.empty());
    to_lands_->setEnabled(!household.lands.empty());
    nothing_->hide();
    body_->show();
}

void HouseholdCard::fill_members() {
    members_->setRowCount(static_cast<int>(household_->members.size()));
    int row = 0;
    for (const auto& member : household_->members) {
        set_cell(*members_, row, 0, relation_caption(member.relation));
        set_cell(*members_, row, 1, q(member.name));
        set_cell(*members_, row, 2, value_caption("sex", member.sex));
        // Only the year of birth is in clear: the age is right to the year.
        set_cell(*members_, row, 3,
                 member.birth_year > 0 && reference_year_ > 0
                     ? QString::number(reference_year_ - member.birth_year)
                     : QString(),
                 Qt::AlignRight);
        ++row;
    }
    members_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    members_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    fit_height(*members_);
}

void HouseholdCard::fill_lands() {
    lands_->setVisible(!household_->lands.empty());
    no_land_->setVisible(household_->lands.empty());
    const QString counting = q(land::land_count_note(*household_, spoken_language()));
    counting_->setText(counting);
    counting_->setVisible(!counting.isEmpty());
    lands_->setRowCount(static_cast<int>(household_->lands.size()));
    int row = 0;
    for (const auto& land : household_->lands) {
        set_cell(*lands_, row, 0, parcel_caption(land.kind, land.code));
        QString whole = q(land.code);
        if (!land.village.empty()) whole += "\n" + q(land.village);
        if (!land.holder.empty())
            whole += "\n" + tr("held through %1").arg(q(land::holder_words(land, spoken_language())));
        if (!land.certificate.empty()) whole += "\n" + tr("certificate %1").arg(q(land.certificate));
        const bool registered = !land.unit.empty();
        if (registered)
            whole += "\n" + tr("whole parcel %1").arg(area_caption(land.registered_hundredths, land.unit));
        lands_->item(row, 0)->setToolTip(whole);
        set_cell(*lands_, row, 1, q(land::to_text(land.share)), Qt::AlignRight);
        const bool counts = registered && land.count != land::LandCount::derived;
        set_cell(*lands_, row, 2,
                 counts       ? area_caption(land.holder_hundredths, land.unit)
                 : registered ? QString()
                              : tr("none"),
                 Qt::AlignRight);
        set_cell(*lands_, row, 3, registered ? q(land::format_hundredths(land.own_hundredths)) : QString(),
                 Qt::AlignRight);
        set_cell(*lands_, row, 4, status_of(land));
        ++row;
    }
    for (int c : {1, 2, 3})
        lands_->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    lands_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // The parcel is never cut; where there is no room, the words of the status are.
    lands_->horizontalHeader()->setSectionResizeMode(lands_->columnCount() - 1, QHeaderView::Stretch);
    fit_height(*lands_);
}

}  // namespace liangdi::gui
