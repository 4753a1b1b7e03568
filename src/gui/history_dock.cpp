#include "gui/history_dock.hpp"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/tables.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

HistoryDock::HistoryDock(QWidget* parent) : QWidget(parent), table_(new QTableWidget), empty_(new QLabel) {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    set_up_table(*table_, {tr("What"), tr("When"), tr("Who"), tr("Rows"), tr("State")});
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table_->setAccessibleName(tr("History"));
    empty_->setText(
        tr("Nothing has happened yet. Every import, link and correction will be listed here, and can be "
           "undone."));
    empty_->setObjectName("muted");
    empty_->setMargin(12);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(0);
    column->addWidget(empty_);
    column->addWidget(table_);
}

void HistoryDock::show_entries(const std::vector<store::HistoryEntry>& entries) {
    empty_->setVisible(entries.empty());
    table_->setVisible(!entries.empty());
    table_->setRowCount(static_cast<int>(entries.size()));
    const Tokens& tokens = tokens_for(palette());
    int row = 0;
    for (const auto& entry : entries) {
        const bool edit = entry.kind == "edit";
        QString state = !edit ? QString() : entry.in_effect ? tr("✓ in effect") : tr("↶ undone");
        set_cell(*table_, row, 0, history_caption(entry));
        set_cell(*table_, row, 1, local_time(entry.at, QStringLiteral("yyyy-MM-dd HH:mm:ss")));
        set_cell(*table_, row, 2, q(entry.actor));
        set_cell(*table_, row, 3, grouped(static_cast<double>(entry.changes), 0), Qt::AlignRight);
        set_cell(*table_, row, 4, state);
        if (edit && !entry.in_effect) {
            for (int c = 0; c < table_->columnCount(); ++c) table_->item(row, c)->setForeground(tokens.muted);
        }
        ++row;
    }
    table_->resizeColumnsToContents();
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

}  // namespace liangdi::gui
