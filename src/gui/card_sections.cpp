#include "gui/card_sections.hpp"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "gui/captions.hpp"
#include "gui/tables.hpp"

namespace liangdi::gui {

namespace {
/// Shown above, in a form of their own.
constexpr std::array elsewhere{"members", "lands", "benefits"};
}  // namespace

CardSections::CardSections(QWidget* parent)
    : QWidget(parent), open_{{"town_chain", true}, {"origin_chain", true}}, column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
}

void CardSections::show_sheet(const land::HouseholdSheet& sheet) {
    sheet_ = sheet;
    parts_.clear();
    delete body_;
    body_ = new QWidget;
    auto* column = new QVBoxLayout(body_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column_->addWidget(body_);
    for (const auto& section : sheet_.sections) {
        if (std::find(elsewhere.begin(), elsewhere.end(), section.name) != elsewhere.end()) continue;
        Part part;
        part.head = new QToolButton;
        part.head->setObjectName("foldhead");
        part.head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        part.head->setAutoRaise(true);
        part.head->setCheckable(true);
        part.head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // the dock may be narrow
        part.head->setText(
            section.table.rows.empty()
                ? QStringLiteral("%1 · %2").arg(q(section.table.heading), q(section.note))
                : QStringLiteral("%1 · %2").arg(q(section.table.heading)).arg(section.table.rows.size()));
        part.head->setAccessibleName(q(section.table.heading));
        part.body = new QWidget;
        (new QVBoxLayout(part.body))->setContentsMargins(0, 0, 0, 0);
        column->addWidget(part.head);
        column->addWidget(part.body);
        const std::string name = section.name;
        const auto fold = [this, name](bool open) {
            open_[name] = open;
            const Part& it = parts_.at(name);
            it.head->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
            if (open) fill(name);
            it.body->setVisible(open);
        };
        part.head->setEnabled(!section.table.rows.empty());
        const bool open = open_[name] && !section.table.rows.empty();
        part.head->setChecked(open);
        parts_.emplace(name, part);
        const bool wished = open_[name];
        fold(open);
        open_[name] = wished;  // an empty section does not fold the next household's
        connect(part.head, &QToolButton::toggled, this, fold);
    }
}

void CardSections::fill(const std::string& name) {
    Part& part = parts_.at(name);
    const auto* section = sheet_.section(name);
    if (part.filled || !section) return;
    part.filled = true;
    part.table = new QTableWidget;
    QStringList headers;
    for (const auto& column : section->table.columns) headers << q(column.caption);
    set_up_table(*part.table, headers);
    part.table->setAccessibleName(q(section->table.heading));
    const bool totals = !section->table.total.empty();
    part.table->setRowCount(static_cast<int>(section->table.rows.size()) + (totals ? 1 : 0));
    const auto put = [&](int row, const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool right = section->table.columns[i].right;
            set_cell(*part.table, row, static_cast<int>(i), q(cells[i]),
                     right ? Qt::AlignRight : Qt::AlignLeft);
            part.table->item(row, static_cast<int>(i))->setToolTip(q(cells[i]));
        }
    };
    int row = 0;
    for (const auto& cells : section->table.rows) put(row++, cells);
    if (totals) put(row, section->table.total);
    part.table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    fit_height(*part.table);
    // Its last columns may lie beyond a narrow dock.
    part.table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    part.table->setFixedHeight(part.table->height() + part.table->horizontalScrollBar()->sizeHint().height());
    part.body->layout()->addWidget(part.table);
}

QToolButton* CardSections::head(const std::string& name) const {
    const auto at = parts_.find(name);
    return at == parts_.end() ? nullptr : at->second.head;
}

QTableWidget* CardSections::table(const std::string& name) const {
    const auto at = parts_.find(name);
    return at == parts_.end() ? nullptr : at->second.table;
}

}  // namespace liangdi::gui
