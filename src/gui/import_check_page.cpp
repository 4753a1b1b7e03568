#include "gui/import_check_page.hpp"

#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/findings_model.hpp"
#include "gui/form_parts.hpp"
#include "gui/import_words.hpp"
#include "gui/look.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

enum Column { level, row_column, field, value, what, mend, column_count };

QString number(std::int64_t n) {
    return grouped(static_cast<double>(n), 0);
}

}  // namespace

ImportCheckPage::ImportCheckPage(QWidget* parent)
    : QWidget(parent),
      summary_(new QLabel),
      changes_(new QLabel),
      problem_(new QLabel),
      locked_(new QLabel),
      none_(new QLabel(tr("✓ Nothing is wrong with these rows."))),
      unlock_(new QPushButton(icon("object-locked"), tr("Unlock…"))),
      bar_(new QProgressBar),
      findings_(new QTableWidget) {
    summary_->setFont(sized(font(), title_pt));
    summary_->setWordWrap(true);
    changes_->setObjectName("muted");
    changes_->setWordWrap(true);
    make_refusal_line(*problem_);
    locked_->setObjectName("warn");
    locked_->setWordWrap(true);
    none_->setObjectName("ok");
    bar_->setMaximumWidth(360);
    findings_->setAccessibleName(tr("Findings by row"));
    findings_->setColumnCount(column_count);
    findings_->setHorizontalHeaderLabels(
        {tr("Level"), tr("Row"), tr("Field"), tr("Value"), tr("What is wrong"), tr("What to do")});
    findings_->verticalHeader()->hide();
    findings_->verticalHeader()->setDefaultSectionSize(row_height);
    findings_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    findings_->setSelectionBehavior(QAbstractItemView::SelectRows);
    findings_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    findings_->horizontalHeader()->setSectionResizeMode(what, QHeaderView::Stretch);
    findings_->horizontalHeader()->setSectionResizeMode(mend, QHeaderView::Stretch);
    auto* lock_row = new QHBoxLayout;
    lock_row->addWidget(locked_, 1);
    lock_row->addWidget(unlock_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 10);
    column->setSpacing(8);
    column->addWidget(summary_);
    column->addWidget(bar_);
    column->addWidget(changes_);
    column->addWidget(problem_);
    column->addLayout(lock_row);
    column->addWidget(none_);
    column->addWidget(findings_, 1);
    column->addStretch(0);
    connect(unlock_, &QPushButton::clicked, this, &ImportCheckPage::unlock_wanted);
    show_busy({}, 0, 0);
}

void ImportCheckPage::show_busy(const QString& what_now, qint64 done, qint64 total) {
    summary_->setText(total > 0 ? tr("%1, %2 of %3").arg(what_now, number(done), number(total)) : what_now);
    bar_->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0) bar_->setValue(static_cast<int>(1000 * done / total));
    bar_->show();
    for (QWidget* widget :
         std::initializer_list<QWidget*>{changes_, problem_, locked_, unlock_, none_, findings_})
        widget->hide();
}

void ImportCheckPage::show_problem(const QString& words) {
    show_busy({}, 0, 0);
    bar_->hide();
    problem_->setText(QStringLiteral("◆ ") + words);
    problem_->show();
}

void ImportCheckPage::show_outcome(const tasks::ImportOutcome& outcome, bool locked) {
    const auto& report = outcome.report;
    bar_->hide();
    summary_->setText(tr("To %1: %2 rows read, %3 new, %4 changed, %5 as they are in the town, %6 skipped")
                          .arg(table_caption(outcome.table), number(report.rows_read), number(report.added),
                               number(report.changed), number(report.unchanged), number(report.refused)));
    QStringList changes;
    for (const auto& [name, n] : report.changed_columns) {
        const auto dot = name.find('.');
        changes << QStringLiteral("%1 %2").arg(
            in_window_language(tasks::column_caption(name.substr(0, dot), {}, name.substr(dot + 1))),
            number(n));
    }
    changes_->setText(tr("Cells that would change: %1").arg(changes.join(tr(", "))));
    changes_->setVisible(!changes.isEmpty());
    locked_->setText(tr("▲ The personal records are locked: personal values of %1 rows would be left out. "
                        "Unlock now to take them, or import the file again later.")
                         .arg(number(report.left_out_sealed)));
    locked_->setVisible(locked && report.left_out_sealed > 0);
    unlock_->setVisible(locked && report.left_out_sealed > 0);
    fill(report);
    none_->setVisible(report.findings.empty());
    findings_->setVisible(!report.findings.empty());
}

void ImportCheckPage::fill(const exchange::ImportReport& report) {
    std::vector<land::Finding> sorted = report.findings;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.severity > b.severity; });
    findings_->setRowCount(static_cast<int>(sorted.size()));
    for (int row = 0; row < findings_->rowCount(); ++row) {
        const auto& finding = sorted[static_cast<std::size_t>(row)];
        const QString texts[] = {severity_caption(finding.severity),
                                 finding.row > 0 ? QString::number(finding.row) : QStringLiteral("—"),
                                 q(finding.field),
                                 q(finding.value),
                                 import_finding_caption(finding),
                                 import_mend_caption(finding)};
        for (int column = 0; column < column_count; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setToolTip(column == what   ? q(finding.reason)
                             : column == mend ? texts[column] + "\n" + q(finding.mend)
                                              : texts[column]);
            if (column == level) item->setForeground(severity_colour(finding.severity));
            if (column == row_column) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            findings_->setItem(row, column, item);
        }
    }
    for (const int column : {level, row_column, field, value}) {
        findings_->resizeColumnToContents(column);
        findings_->setColumnWidth(column, std::min(findings_->columnWidth(column), 220));
    }
}

QString ImportCheckPage::summary() const {
    return summary_->text();
}

}  // namespace liangdi::gui
