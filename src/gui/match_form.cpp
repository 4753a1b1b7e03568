#include "gui/match_form.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/look.hpp"
#include "gui/tables.hpp"

namespace liangdi::gui {

namespace {

enum Column { tick, verdict, row, said, said_place, found, target, reason };

QString verdict_words(const land::Match& match) {
    switch (match.certainty) {
        case land::Certainty::certain:
            return match.linked ? MatchForm::tr("✓ linked already") : MatchForm::tr("✓ certain");
        case land::Certainty::probable:
            return MatchForm::tr("▲ probable");
        default:
            return MatchForm::tr("◆ none");
    }
}

bool may_be_linked(const land::Match& match) {
    return match.certainty != land::Certainty::none && !match.linked &&
           (match.flat != 0 || match.parcel != 0);
}

}  // namespace

MatchForm::MatchForm(QWidget* parent)
    : QDialog(parent),
      title_(new QLabel),
      words_(new QLabel),
      shown_(new QComboBox),
      table_(new QTableWidget),
      apply_(new QPushButton),
      save_(new QPushButton(tr("Save the review…"))) {
    setWindowTitle(tr("Match a list"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1080, 640);
    title_->setFont(bold(font()));
    title_->setWordWrap(true);
    words_->setWordWrap(true);
    words_->hide();
    shown_->addItem(tr("all lines"));
    shown_->addItem(tr("certain"), static_cast<int>(land::Certainty::certain));
    shown_->addItem(tr("probable"), static_cast<int>(land::Certainty::probable));
    shown_->addItem(tr("none"), static_cast<int>(land::Certainty::none));
    shown_->setAccessibleName(tr("Shown lines"));
    set_up_table(*table_, {tr("Link"), tr("Verdict"), tr("Row"), tr("In the list"), tr("Place in the list"),
                           tr("Household"), tr("Flat or parcel"), tr("Reason")});
    table_->setAccessibleName(tr("Lines of the list"));
    apply_->setObjectName("primary");
    save_->setAutoDefault(false);
    auto* head = new QHBoxLayout;
    head->addWidget(title_, 1);
    head->addWidget(shown_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(words_, 1);
    buttons->addStretch();
    buttons->addWidget(save_);
    buttons->addWidget(apply_);
    auto* column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(table_, 1);
    column->addLayout(buttons);
    connect(shown_, &QComboBox::currentIndexChanged, this, &MatchForm::filter);
    connect(table_, &QTableWidget::itemChanged, this, [this] {
        if (!filling_) count();
    });
    connect(table_, &QTableWidget::cellDoubleClicked, this, [this](int at, int) {
        const auto household = review_.lines.at(static_cast<std::size_t>(at)).match.household;
        if (household != 0) emit household_wanted(household);
    });
    connect(apply_, &QPushButton::clicked, this, [this] { emit apply_wanted(ticked()); });
    connect(save_, &QPushButton::clicked, this, &MatchForm::save_wanted);
}

void MatchForm::show_review(tasks::MatchReview review) {
    review_ = std::move(review);
    filling_ = true;
    title_->setText(tr("%1: %2 lines · %3 certain, of these %4 linked already · %5 probable · %6 none")
                        .arg(q(review_.list))
                        .arg(review_.lines.size())
                        .arg(review_.certain)
                        .arg(review_.linked)
                        .arg(review_.probable)
                        .arg(review_.none));
    const auto language = speaks_chinese() ? land::Language::zh : land::Language::en;
    table_->setRowCount(static_cast<int>(review_.lines.size()));
    for (std::size_t i = 0; i < review_.lines.size(); ++i) {
        const auto& line = review_.lines[i];
        const int at = static_cast<int>(i);
        auto* box = new QTableWidgetItem;
        const bool possible = may_be_linked(line.match);
        box->setFlags(possible ? Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable
                               : Qt::ItemIsSelectable);
        if (possible)
            box->setCheckState(line.match.certainty == land::Certainty::certain ? Qt::Checked
                                                                                : Qt::Unchecked);
        table_->setItem(at, tick, box);
        QStringList said_words, reasons;
        for (const auto& part : {line.line.household_code, line.line.household_name,
                                 line.line.flat.empty() ? line.line.parcel : line.line.flat, line.line.share})
            if (!part.empty()) said_words << q(part);
        for (const auto& one : line.match.reasons) reasons << q(one.in(language));
        set_cell(*table_, at, verdict, verdict_words(line.match));
        set_cell(*table_, at, row, QString::number(line.line.row), Qt::AlignRight);
        set_cell(*table_, at, said, said_words.join(QStringLiteral(" · ")));
        set_cell(*table_, at, said_place, q(line.line.place));
        set_cell(
            *table_, at, found,
            line.match.household ? QStringLiteral("%1 · %2").arg(q(line.name), q(line.code)) : QString());
        table_->item(at, found)->setToolTip(q(line.place));
        set_cell(*table_, at, target, q(line.target));
        set_cell(*table_, at, reason, reasons.join(QStringLiteral("；")));
        table_->item(at, reason)->setToolTip(reasons.join('\n'));
    }
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    for (const int column : {tick, verdict, row, said, said_place, found, target})
        table_->resizeColumnToContents(column);
    constexpr int widest = 210;  // the reasons are what is read
    for (const int column : {said, said_place, found, target})
        table_->setColumnWidth(column, std::min(table_->columnWidth(column), widest));
    table_->horizontalHeader()->setStretchLastSection(true);
    filling_ = false;
    if (!review_.note.empty())
        show_words(tr("Identity numbers of the list were not looked up: the personal records are locked."));
    filter();
    count();
}

std::vector<std::size_t> MatchForm::ticked() const {
    std::vector<std::size_t> out;
    for (int at = 0; at < table_->rowCount(); ++at)
        if (table_->item(at, tick)->checkState() == Qt::Checked) out.push_back(static_cast<std::size_t>(at));
    return out;
}

void MatchForm::filter() {
    const QVariant wanted = shown_->currentData();
    for (int at = 0; at < table_->rowCount(); ++at) {
        const auto certainty = review_.lines.at(static_cast<std::size_t>(at)).match.certainty;
        table_->setRowHidden(at, wanted.isValid() && static_cast<int>(certainty) != wanted.toInt());
    }
}

void MatchForm::count() {
    const auto n = ticked().size();
    apply_->setText(tr("Link %n ticked line(s)", nullptr, static_cast<int>(n)));
    apply_->setEnabled(n > 0);
}

void MatchForm::show_words(const QString& words) {
    words_->setText(words);
    words_->setVisible(!words.isEmpty());
}

}  // namespace liangdi::gui
