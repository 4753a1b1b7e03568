// The parts of MainWindow about ledgers and lists: writing ledgers, matching a list and linking what it says.
#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

#include "gui/captions.hpp"
#include "gui/household_card.hpp"
#include "gui/inspector_dock.hpp"
#include "gui/ledger_form.hpp"
#include "gui/main_window.hpp"
#include "gui/match_form.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"
#include "tasks/household_pages.hpp"
#include "tasks/ledger.hpp"
#include "tasks/matching.hpp"

namespace liangdi::gui {

void MainWindow::connect_ledgers() {
    connect(inspector_->card()->paper_button(), &QPushButton::clicked, this, &MainWindow::save_card);
    connect(actions_.ledgers, &QAction::triggered, this, &MainWindow::ask_ledger);
    connect(actions_.match_list, &QAction::triggered, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("List of households with their flats or land"), {},
                                         tr("Lists (*.xlsx *.xls *.ods *.csv *.txt *.dbf);;All files (*)"));
        if (!file.isEmpty()) match_list(file);
    });
}

void MainWindow::ask_ledger() {
    if (!model_.is_open()) return;
    if (auto* open = findChild<LedgerForm*>()) {
        open->raise();
        return;
    }
    auto* form = new LedgerForm(model_.project()->key.has_value(), this);
    connect(form, &LedgerForm::submitted, this,
            [this, form](const tasks::LedgerParams& params, const QString& out) {
                struct Outcome {
                    std::vector<tasks::WrittenLedger> written;
                    QString refusal;
                };
                form->ok()->setEnabled(false);
                form->show_refusal({});
                connect(
                    &jobs_, &JobRunner::cancelled, form, [form] { form->ok()->setEnabled(true); },
                    Qt::SingleShotConnection);
                jobs_.run(
                    JobRunner::Kind::shown, tr("Writing ledgers"), form,
                    [project = model_.project(), params,
                     file = std::filesystem::path(out.toStdString())](land::Progress& progress) -> Outcome {
                        try {
                            return {tasks::write_ledgers(*project, params, file, progress), {}};
                        } catch (const Error& error) {
                            return {{}, q(error.what())};
                        }
                    },
                    [this, form](const Outcome& outcome) {
                        form->ok()->setEnabled(true);
                        form->show_refusal(outcome.refusal);
                        model_.look_for_changes();  // a ledger by name is an entry of the history
                        const auto& written = outcome.written;
                        if (written.size() == 1)
                            status_->show_message(tr("✓ %1: %2 rows")
                                                      .arg(q(written[0].file.filename().string()))
                                                      .arg(written[0].rows));
                        if (written.size() > 1)
                            status_->show_message(tr("✓ %1 ledgers written").arg(written.size()));
                    });
            });
    form->show();
}

void MainWindow::save_card() {
    const auto& household = inspector_->card()->household();
    if (!household) return;
    QString file = QFileDialog::getSaveFileName(this, tr("The card on paper"),
                                                tr("card %1").arg(q(household->code)) + ".pdf",
                                                tr("A4 pages (*.pdf);;Picture (*.png)"));
    if (file.isEmpty()) return;
    if (!file.contains('.')) file += QStringLiteral(".pdf");
    write_card(file);
}

void MainWindow::write_card(const QString& file) {
    const auto& household = inspector_->card()->household();
    if (!household || !model_.is_open()) return;
    tasks::CardParams params;
    params.household = household->code.empty() ? household->name : household->code;
    params.language = spoken_language();
    jobs_.run(
        JobRunner::Kind::shown, tr("The card on paper"), this,
        [project = model_.project(), params, out = std::filesystem::path(file.toStdString())](
            land::Progress&) { return tasks::write_card(*project, params, out); },
        [this, file](std::int64_t) {
            status_->show_message(tr("✓ written: %1").arg(QFileInfo(file).fileName()));
        });
}

void MainWindow::match_list(const QString& file) {
    if (!model_.is_open()) return;
    tasks::MatchParams params;
    params.list = file.toStdString();
    jobs_.run(
        JobRunner::Kind::shown, tr("Matching %1").arg(q(params.list.filename().string())), this,
        [project = model_.project(), params](land::Progress& progress) {
            return tasks::match_list(*project, params, progress);
        },
        [this, project = model_.project()](tasks::MatchReview review) {
            if (!model_.is_open() || project->store != model_.project()->store) return;
            show_review(std::move(review));
        });
}

void MainWindow::show_review(tasks::MatchReview review) {
    for (auto* old : findChildren<MatchForm*>()) old->close();
    auto* form = new MatchForm(this);
    form->show_review(std::move(review));
    connect(form, &MatchForm::household_wanted, &selection_, &SelectionModel::choose_household);
    connect(form, &MatchForm::save_wanted, this, [this, form] {
        const QString out = QFileDialog::getSaveFileName(form, tr("Save the review"), tr("review") + ".xlsx",
                                                         tr("Workbooks (*.xlsx);;Text (*.csv)"));
        if (out.isEmpty()) return;
        const auto language = spoken_language();
        jobs_.run(
            JobRunner::Kind::shown, tr("Saving the review"), form,
            [review = form->review(), language, out](land::Progress&) {
                tasks::write_review(review, language, out.toStdString());
                return 0;
            },
            [form, out](int) { form->show_words(MainWindow::tr("✓ saved as %1").arg(out)); });
    });
    connect(form, &MatchForm::apply_wanted, this, [this, form](const std::vector<std::size_t>& lines) {
        tasks::ApplyMatches chosen;
        chosen.lines = lines;
        form->apply_button()->setEnabled(false);
        connect(
            &jobs_, &JobRunner::cancelled, form, [form] { form->apply_button()->setEnabled(true); },
            Qt::SingleShotConnection);
        jobs_.run(
            JobRunner::Kind::shown, tr("Link"), form,
            [project = model_.project(), review = form->review(), chosen](land::Progress& progress) {
                return tasks::apply_matches(*project, review, chosen, progress);
            },
            [this, form](const tasks::AppliedMatches& applied) {
                model_.look_for_changes();
                QStringList words{tr("✓ %n link(s) made in one step; Ctrl+Z takes all of them back.", nullptr,
                                     static_cast<int>(applied.linked))};
                const auto language = spoken_language();
                for (std::size_t i = 0; i < applied.findings.size(); ++i)
                    if (applied.findings[i].severity != land::Severity::note)
                        words << q(applied.words[i].in(language));
                if (words.size() > 6) words = words.mid(0, 6) << QStringLiteral("…");
                form->show_words(words.join('\n'));
            });
    });
    form->show();
}

}  // namespace liangdi::gui
