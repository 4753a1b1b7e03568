#include "gui/feature_page.hpp"

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
#include "gui/tokens.hpp"

namespace liangdi::gui {

FeaturePage::FeaturePage(QWidget* parent)
    : QWidget(parent),
      body_(new QWidget),
      nothing_(new QLabel),
      title_(new QLabel),
      layer_(new QLabel),
      line_(new QLabel),
      households_head_(new QLabel),
      others_(new QHBoxLayout),
      fields_(new QTableWidget),
      households_(new QTableWidget) {
    nothing_->setObjectName("muted");
    nothing_->setText(tr("Click something on the map: its attributes and its households are listed here."));
    nothing_->setWordWrap(true);
    nothing_->setMargin(12);
    title_->setFont(bold(sized(font(), title_pt)));
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layer_->setObjectName("tag");
    line_->setObjectName("muted");
    households_head_->setObjectName("head");
    set_up_table(*fields_, {tr("Field"), tr("Value")});
    fields_->setAccessibleName(tr("Attributes"));
    fields_->setWordWrap(false);
    set_up_table(*households_, {tr("Household"), tr("Code"), tr("Flat"), tr("Persons")});
    households_->setAccessibleName(tr("Households"));

    auto* title = new QHBoxLayout;
    title->setSpacing(6);
    title->addWidget(title_);
    title->addWidget(layer_);
    title->addStretch();
    others_->setSpacing(4);
    auto* column = new QVBoxLayout(body_);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    column->addLayout(title);
    column->addWidget(line_);
    column->addLayout(others_);
    column->addWidget(fields_);
    column->addWidget(households_head_);
    column->addWidget(households_, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(nothing_, 0, Qt::AlignTop);
    all->addWidget(body_, 1);
    const auto choose = [this](int row) {
        if (row >= 0 && row < static_cast<int>(household_ids_.size()))
            emit household_chosen(household_ids_[static_cast<std::size_t>(row)]);
    };
    connect(households_, &QTableWidget::cellClicked, this, [choose](int row, int) { choose(row); });
    connect(households_, &QTableWidget::cellActivated, this, [choose](int row, int) { choose(row); });
    show_nothing();
}

void FeaturePage::show_nothing() {
    household_ids_.clear();
    households_->setRowCount(0);
    body_->hide();
    nothing_->show();
}

void FeaturePage::show_feature(const PickedFeature& feature, const std::vector<FeatureRef>& also_here) {
    const auto& card = feature.card;
    const std::string name = card.name.empty() ? card.code : card.name;
    title_->setText(name.empty() ? layer_caption(card.layer) + QStringLiteral(" %1").arg(card.id) : q(name));
    layer_->setText(layer_caption(card.layer));
    line_->setVisible(feature.picked > 1);
    line_->setText(tr("%n selected; the first is shown", nullptr, static_cast<int>(feature.picked)));

    while (auto* item = others_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!also_here.empty()) {
        auto* words = new QLabel(tr("Also here:"));
        words->setObjectName("muted");
        others_->addWidget(words);
        constexpr std::size_t most = 4;
        for (std::size_t i = 0; i < std::min(also_here.size(), most); ++i) {
            auto* other = new QPushButton(layer_caption(also_here[i].layer));
            other->setToolTip(tr("Select this one instead"));
            connect(other, &QPushButton::clicked, this,
                    [this, ref = also_here[i]] { emit other_wanted(ref); });
            others_->addWidget(other);
        }
        others_->addStretch();
    }

    fields_->setRowCount(static_cast<int>(card.fields.size() + card.areas.size()));
    int row = 0;
    for (const auto& field : card.fields) {
        set_cell(*fields_, row, 0, column_caption(field.column));
        set_cell(*fields_, row, 1, value_caption(field.column, field.value));
        fields_->item(row++, 1)->setToolTip(q(field.value));
    }
    for (const auto& area : card.areas) {
        set_cell(*fields_, row, 0, tr("%1 area").arg(value_caption("kind", area.kind)));
        const QString method = area.method.empty() ? QString() : QStringLiteral(" (%1)").arg(q(area.method));
        set_cell(*fields_, row++, 1, area_caption(area.hundredths, area.unit) + method);
    }
    fields_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    fields_->horizontalHeader()->setStretchLastSection(true);
    fit_height(*fields_);

    household_ids_.clear();
    households_->setRowCount(static_cast<int>(feature.households.size()));
    row = 0;
    for (const auto& line : feature.households) {
        household_ids_.push_back(line.id);
        set_cell(*households_, row, 0, q(line.name));
        set_cell(*households_, row, 1, q(line.code));
        set_cell(*households_, row, 2, q(line.flat));
        set_cell(*households_, row, 3, QString::number(line.members), Qt::AlignRight);
        ++row;
    }
    households_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    households_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    const bool has_households = card.table == "building" || card.table == "parcel";
    households_head_->setVisible(has_households);
    households_head_->setText(feature.households.empty() ? tr("No household is linked here")
                                                         : tr("%n household(s)", nullptr,
                                                              static_cast<int>(feature.households.size())));
    households_->setVisible(!feature.households.empty());
    nothing_->hide();
    body_->show();
}

}  // namespace liangdi::gui
