#include "gui/board_page.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/group_captions.hpp"
#include "gui/look.hpp"
#include "gui/place_of_selection.hpp"
#include "gui/tables.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

QString count_caption(const std::string& name) {
    if (name == "flats") return BoardPage::tr("Flats");
    if (name == "free_flats") return BoardPage::tr("Free flats");
    if (name == "households") return BoardPage::tr("Households");
    if (name == "persons") return BoardPage::tr("Persons");
    if (name == "children") return BoardPage::tr("Children under 16");
    if (name == "elderly") return BoardPage::tr("60 and over");
    if (name == "labourers") return BoardPage::tr("Labourers");
    if (name == "employed") return BoardPage::tr("Employed");
    if (name == "pupils") return BoardPage::tr("Pupils");
    return group_caption(name);
}

QLabel* head(const QString& words) {
    auto* label = new QLabel(words);
    label->setObjectName("head");
    return label;
}

}  // namespace

BoardPage::BoardPage(ProjectModel& model, SelectionModel& selection, JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      model_(model),
      selection_(selection),
      jobs_(jobs),
      body_(new QWidget),
      nothing_(new QLabel(tr("Select a building, or a household who lives in one."))),
      title_(new QLabel),
      line_(new QLabel),
      note_(new QLabel),
      edition_(new QComboBox),
      officers_(new QTableWidget),
      counts_(new QTableWidget),
      flats_(new QTableWidget) {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    nothing_->setObjectName("muted");
    nothing_->setWordWrap(true);
    nothing_->setMargin(12);
    title_->setFont(bold(sized(font(), title_pt)));
    line_->setObjectName("muted");
    line_->setWordWrap(true);
    note_->setObjectName("muted");
    note_->setWordWrap(true);
    edition_->addItem(tr("for the staff"), static_cast<int>(tasks::BoardEdition::staff));
    edition_->addItem(tr("public board"), static_cast<int>(tasks::BoardEdition::public_board));
    edition_->setAccessibleName(tr("Edition"));
    set_up_table(*officers_, {tr("Duty"), tr("Name")});
    officers_->setAccessibleName(tr("Officers of the building"));
    set_up_table(*counts_, {tr("Counted"), tr("Number")});
    counts_->setAccessibleName(tr("Counts of the building"));
    set_up_table(*flats_, {tr("Flat"), tr("Floor"), tr("Household"), tr("Size")});
    flats_->setAccessibleName(tr("Flats of the building"));
    flats_->setMinimumHeight(160);

    auto* column = new QVBoxLayout(body_);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->addWidget(title_, 1);
    top->addWidget(edition_);
    column->addLayout(top);
    column->addWidget(line_);
    column->addWidget(officers_);
    column->addWidget(counts_);
    column->addWidget(note_);
    column->addWidget(head(tr("Families by flat")));
    column->addWidget(flats_, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(nothing_);
    all->addWidget(body_, 1);
    body_->hide();
    connect(edition_, &QComboBox::currentIndexChanged, this, &BoardPage::read);
    connect(&selection_, &SelectionModel::changed, this, &BoardPage::read);
    connect(&model_, &ProjectModel::changed, this, &BoardPage::read);
    connect(flats_, &QTableWidget::cellDoubleClicked, this, [this](int row, int) {
        const auto household = flats_->item(row, 0)->data(Qt::UserRole).toLongLong();
        if (household != 0) emit household_wanted(household);
    });
}

void BoardPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

void BoardPage::read() {
    const auto asked = ++asked_;
    const auto place = model_.is_open() ? place_of(selection_) : std::nullopt;
    if (!place) {
        board_.reset();
        show_board();
        return;
    }
    if (!isVisible()) return;
    const auto edition = static_cast<tasks::BoardEdition>(edition_->currentData().toInt());
    jobs_.run(
        JobRunner::Kind::quiet, tr("Building board"), this,
        [project = model_.project(), place = *place,
         edition](land::Progress&) -> std::optional<tasks::BuildingBoard> {
            const auto around = tasks::places_around(*project, place);
            const auto building = around.find(land::PlaceKind::building);
            if (building == around.end()) return {};
            return tasks::building_board(*project, building->second.id, edition);
        },
        [this, asked](std::optional<tasks::BuildingBoard> board) {
            if (asked != asked_) return;
            board_ = std::move(board);
            show_board();
        });
}

void BoardPage::show_board() {
    nothing_->setVisible(!board_);
    body_->setVisible(board_.has_value());
    if (!board_) return;
    const bool staff = board_->edition == tasks::BoardEdition::staff;
    title_->setText(q(board_->name));
    QStringList where;
    for (const auto& part : {board_->community, board_->grid, board_->address})
        if (!part.empty()) where << q(part);
    line_->setText(where.join(QStringLiteral(" · ")));
    officers_->setRowCount(static_cast<int>(board_->officers.size()));
    for (int i = 0; i < officers_->rowCount(); ++i) {
        const auto& [role, name] = board_->officers[static_cast<std::size_t>(i)];
        set_cell(*officers_, i, 0, value_caption("role", role));
        set_cell(*officers_, i, 1, q(name));
    }
    officers_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    fit_height(*officers_);
    auto counts = board_->counts;
    counts.insert(counts.end(), board_->groups.begin(), board_->groups.end());
    counts_->setRowCount(static_cast<int>(counts.size()));
    for (int i = 0; i < counts_->rowCount(); ++i) {
        const auto& count = counts[static_cast<std::size_t>(i)];
        set_cell(*counts_, i, 0, count_caption(count.name));
        set_cell(*counts_, i, 1, count.n ? QString::number(*count.n) : QStringLiteral("<5"), Qt::AlignRight);
    }
    counts_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    fit_height(*counts_);
    note_->setText(!staff           ? tr("Public: no names; counts below 5 are hidden, with a second one.")
                   : board_->locked ? tr("Groups are sealed; unlock the personal records to count them.")
                                    : QString());
    note_->setVisible(!note_->text().isEmpty());
    flats_->setVisible(staff);
    flats_->setRowCount(static_cast<int>(board_->flats.size()));
    for (int i = 0; i < flats_->rowCount(); ++i) {
        const auto& flat = board_->flats[static_cast<std::size_t>(i)];
        set_cell(*flats_, i, 0, q(flat.code));
        flats_->item(i, 0)->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(flat.household));
        set_cell(*flats_, i, 1, QString::number(flat.floor), Qt::AlignRight);
        set_cell(*flats_, i, 2, flat.household == 0 ? tr("free") : q(flat.household_name));
        set_cell(*flats_, i, 3, flat.household == 0 ? QString() : QString::number(flat.persons),
                 Qt::AlignRight);
    }
    flats_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    flats_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
}

}  // namespace liangdi::gui
