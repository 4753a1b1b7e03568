#include "gui/import_fields_page.hpp"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/import_words.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

enum Column { source, sample, target, rule, tag_column, column_count };
constexpr double likely = 0.7;  // below it a guess is to be looked at

/// The first values that are there.
QString samples_of(const tasks::ImportPreview& preview, std::size_t column) {
    constexpr int most = 2;
    QStringList values;
    for (const auto& row : preview.rows) {
        const QString value = q(row[column]).simplified();
        if (values.size() < most && !value.isEmpty() && !values.contains(value)) values << value;
    }
    return values.join(QStringLiteral(" ; "));
}

QLabel* tag_label(const QString& words, const char* name) {
    auto* label = new QLabel(words);
    label->setObjectName(name);
    return label;
}

}  // namespace

ImportFieldsPage::ImportFieldsPage(QWidget* parent)
    : QWidget(parent),
      aim_(new QComboBox),
      from_(new QLabel),
      doubts_(new QLabel),
      table_(new QTableWidget),
      choices_(new QStandardItemModel(this)) {
    aim_->setAccessibleName(tr("What the file is"));
    aim_->setMinimumWidth(240);
    from_->setObjectName("muted");
    doubts_->setObjectName("warn");
    doubts_->setWordWrap(true);
    auto* what = new QLabel(tr("The file is"));
    what->setObjectName("head");
    auto* line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(what);
    line->addWidget(aim_);
    line->addWidget(from_, 1);
    table_->setAccessibleName(tr("Field mapping"));
    table_->setColumnCount(column_count);
    table_->setHorizontalHeaderLabels({tr("Source"), tr("Sample"), tr("Target"), tr("Rule"), QString()});
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(row_height + 6);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setTabKeyNavigation(false);
    table_->setFocusPolicy(Qt::NoFocus);
    auto* header = table_->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(source, QHeaderView::Interactive);
    header->setSectionResizeMode(sample, QHeaderView::Stretch);
    header->setSectionResizeMode(rule, QHeaderView::Stretch);
    table_->setColumnWidth(source, 180);
    table_->setColumnWidth(target, 270);
    table_->setColumnWidth(tag_column, 130);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 10);
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(doubts_);
    column->addWidget(table_, 1);
    connect(aim_, &QComboBox::activated, this, [this] { emit aim_wanted(aim_->currentData().toString()); });
}

void ImportFieldsPage::show_aims(const std::vector<tasks::ImportAim>& aims) {
    const QSignalBlocker quiet(aim_);
    aim_->clear();
    aim_->addItem(tr("— say what it is —"), QString());
    for (const auto& aim : aims) aim_->addItem(in_window_language(aim.caption), q(aim.name));
}

void ImportFieldsPage::show_mapping(const tasks::ImportPreview& preview,
                                    const exchange::FieldMapping& mapping, const land::TownShape& town,
                                    const std::set<std::string>& by_hand) {
    const std::string aim = tasks::aim_of(mapping);
    int at = aim_->findData(q(aim));
    if (aim.empty() && !mapping.table.empty()) {  // a mapping of somebody's own
        at = aim_->findData(QStringLiteral("="));
        if (at < 0) aim_->insertItem(at = 1, table_caption(mapping.table), QStringLiteral("="));
        aim_->setItemText(at, table_caption(mapping.table));
    }
    aim_->setCurrentIndex(std::max(at, 0));
    const auto& choice = preview.mapping;
    from_->setText(choice.from == "saved"  ? tr("by the mapping kept beside the file")
                   : choice.from == "kept" ? tr("as the last import of the same columns")
                   : !choice.guess         ? QString()
                   : choice.guess->sure    ? tr("recognised by the names and values of the columns")
                                           : tr("guessed; please look"));
    QStringList doubts;
    if (choice.guess && choice.from == "guess" && !choice.guess->runner_up.empty() && !choice.guess->sure)
        doubts << tr("▲ It is not sure what this file is; look at the choice above.");
    doubts_->setText(doubts.join('\n'));
    doubts_->setVisible(!doubts.isEmpty());

    targets_ = tasks::import_targets(town, mapping);
    choices_->clear();
    choices_->appendRow(new QStandardItem(tr("Leave out")));
    for (const auto& one : targets_) {
        auto* item = new QStandardItem(target_caption(one) + (one.needed ? QStringLiteral(" *") : QString()));
        item->setData(q(one.key), Qt::UserRole);
        if (one.needed) item->setToolTip(tr("The row is known by it"));
        choices_->appendRow(item);
    }
    if (table_->rowCount() != static_cast<int>(preview.columns.size())) {
        table_->setRowCount(0);
        table_->setRowCount(static_cast<int>(preview.columns.size()));
    }
    for (int row = 0; row < table_->rowCount(); ++row) show_row(row, preview, mapping, by_hand);
}

void ImportFieldsPage::show_row(int row, const tasks::ImportPreview& preview,
                                const exchange::FieldMapping& mapping, const std::set<std::string>& by_hand) {
    const auto index = static_cast<std::size_t>(row);
    const std::string& column = preview.columns[index];
    const auto text = [&](int at, const QString& words, bool muted) {
        auto* item = new QTableWidgetItem(words);
        item->setToolTip(words);
        if (muted) item->setForeground(tokens_for(palette()).muted);
        table_->setItem(row, at, item);
    };
    text(source, q(column), false);
    text(sample, samples_of(preview, index), true);
    const std::string key = tasks::target_of(mapping, column);
    const auto goes = std::ranges::find(targets_, key, &tasks::ImportTarget::key);
    auto* combo = target_field(row);
    if (!combo) {
        combo = new QComboBox;
        combo->setModel(choices_);
        combo->setFocusPolicy(Qt::StrongFocus);
        combo->installEventFilter(this);
        table_->setCellWidget(row, target, combo);
        connect(combo, &QComboBox::activated, this, [this, row, combo] {
            emit target_wanted(table_->item(row, source)->text(), combo->currentData().toString());
        });
    }
    combo->setAccessibleName(tr("Target of %1").arg(q(column)));
    combo->setCurrentIndex(goes == targets_.end() ? 0 : static_cast<int>(goes - targets_.begin()) + 1);
    text(rule, goes == targets_.end() ? QStringLiteral("—") : target_words(*goes), goes == targets_.end());

    QLabel* tag = tag_label(tr("– left out"), "tag");
    if (by_hand.contains(column)) {
        tag = tag_label(tr("● by hand"), "tag");
    } else if (goes != targets_.end()) {
        double score = 1;
        if (preview.mapping.guess)
            for (const auto& field : preview.mapping.guess->fields)
                if (field.from == column) score = field.score;
        tag = score >= likely ? tag_label(tr("✓ recognised"), "oktag")
                              : tag_label(tr("▲ to confirm"), "warntag");
    }
    auto* cell = new QWidget;
    auto* line = new QHBoxLayout(cell);
    line->setContentsMargins(6, 2, 6, 2);
    line->addWidget(tag);
    line->addStretch();
    table_->setCellWidget(row, tag_column, cell);
}

QComboBox* ImportFieldsPage::target_field(int row) const {
    return qobject_cast<QComboBox*>(table_->cellWidget(row, target));
}

QString ImportFieldsPage::tag(int row) const {
    const auto* cell = table_->cellWidget(row, tag_column);
    const auto* label = cell ? cell->findChild<QLabel*>() : nullptr;
    return label ? label->text() : QString();
}

bool ImportFieldsPage::eventFilter(QObject* watched, QEvent* event) {
    // A wheel over the table scrolls it; it must not change where a column goes.
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    // Arrows would send the column through every target on the way, and take each from another column.
    auto* combo = qobject_cast<QComboBox*>(watched);
    if (combo && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_Home || key == Qt::Key_End ||
            key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            combo->showPopup();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace liangdi::gui
