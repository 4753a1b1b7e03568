#include "gui/import_wizard.hpp"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/import_check_page.hpp"
#include "gui/import_fields_page.hpp"
#include "gui/import_file_page.hpp"
#include "gui/import_place_page.hpp"
#include "gui/import_words.hpp"
#include "gui/look.hpp"
#include "gui/refusals.hpp"

namespace liangdi::gui {

namespace {

/// A result, or why there is none: the window says it where it was asked for, not behind itself.
template <class Result>
struct Answer {
    std::optional<Result> result;
    QString problem;
};

template <class Work>
auto answer_of(Work work) {
    Answer<decltype(work())> answer;
    try {
        answer.result = work();
    } catch (const Error& error) {
        answer.problem = refusal_caption(error);
    }
    return answer;
}

}  // namespace

ImportWizard::ImportWizard(ProjectModel& model, JobRunner& jobs, std::vector<render::MapLayer> layers,
                           std::vector<std::filesystem::path> files, QWidget* parent)
    : QDialog(parent),
      model_(model),
      jobs_(jobs),
      facts_(new QLabel),
      note_(new QLabel(tr("Nothing is written before you confirm step 4"))),
      reason_(new QLabel),
      pages_(new QStackedWidget),
      file_page_(new ImportFilePage),
      place_page_(new ImportPlacePage(std::move(layers))),
      fields_page_(new ImportFieldsPage),
      check_page_(new ImportCheckPage),
      keep_(new QPushButton(tr("Keep as a mapping file…"))),
      cancel_(new QPushButton(tr("Cancel Esc"))),
      back_(new QPushButton(tr("Back"))),
      next_(new QPushButton) {
    setObjectName("panel");
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    for (QWidget* page : std::initializer_list<QWidget*>{file_page_, place_page_, fields_page_, check_page_})
        pages_->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(make_head());
    column->addWidget(pages_, 1);
    column->addWidget(make_foot());
    connect_pages();
    // Enter goes on, wherever the focus is; a button with the focus takes Space.
    for (auto* button : findChildren<QPushButton*>()) button->setAutoDefault(button == next_);
    resize(1218, 830);
    take_files(std::move(files));
}

std::filesystem::path ImportWizard::source() const {
    return done_ < files_.size() ? files_[done_] : std::filesystem::path();
}

void ImportWizard::take_files(std::vector<std::filesystem::path> files) {
    files_ = std::move(files);
    done_ = 0;
    wish_ = {};
    wish_.source = source();
    by_hand_.clear();
    preview_.reset();
    checked_.reset();
    problem_.clear();
    file_page_->show_files(files_, done_);
    go_to(file);
    if (!files_.empty()) read_preview();
    show_state();
}

void ImportWizard::read_preview() {
    checked_.reset();
    const std::uint64_t asked = ++asked_;
    previewing_ = jobs_.run(
        JobRunner::Kind::quiet, tr("Import"), this,
        [project = model_.project(), wish = wish_](land::Progress& progress) {
            return answer_of([&] { return tasks::import_preview(*project, wish, progress); });
        },
        [this, asked](Answer<tasks::ImportPreview> answer) {
            if (asked != asked_) return;  // something else was asked for since
            previewing_ = 0;
            problem_ = answer.problem;
            if (answer.result) {
                take_preview(std::move(*answer.result));
                show_state();
                if (step() == file) next_->setFocus();
            } else if (!preview_) {
                file_page_->show_problem(problem_);
            }
            show_state();
        });
    show_state();
}

void ImportWizard::take_preview(tasks::ImportPreview preview) {
    // What somebody has chosen by hand outlives another encoding or CRS, as long as the columns do.
    const bool same_columns = preview_ && preview_->columns == preview.columns &&
                              preview_->layer == preview.layer && !by_hand_.empty();
    if (!same_columns) {
        mapping_ = preview.mapping.mapping;
        by_hand_.clear();
    }
    preview_ = std::move(preview);
    wish_.layer = preview_->layer;
    const QString name = q(source().filename().string());
    file_page_->show_preview(source(), *preview_);
    place_page_->show_preview(*preview_, name);
    fields_page_->show_aims(tasks::import_aims(model_.project()->store->shape()));
    show_mapping();
    setWindowTitle(tr("Import — %1").arg(name));
    facts_->setText(QStringLiteral("%1 · %2 · %3")
                        .arg(name, format_caption(preview_->format),
                             tr("%1 rows").arg(grouped(static_cast<double>(preview_->count), 0))));
}

void ImportWizard::show_mapping() {
    fields_page_->show_mapping(*preview_, mapping_, model_.project()->store->shape(), by_hand_);
}

ImportWizard::Step ImportWizard::step() const {
    return static_cast<Step>(pages_->currentIndex());
}

QString ImportWizard::missing(Step step) const {
    if (step == file) {
        if (files_.empty()) return tr("Choose a file first");
        if (!preview_) return previewing_ != 0 ? tr("Reading the file…") : tr("This file cannot be read");
        return {};
    }
    if (step == place) {
        if (!problem_.isEmpty()) return problem_;
        if (previewing_ != 0) return tr("Reading the file…");
        if (mapping_.geometry && !preview_->frames.empty() && preview_->frame < 0)
            return tr("Say in which coordinate system the file is");
        return {};
    }
    if (step != fields) return {};
    if (mapping_.table.empty()) return tr("Say what the file is");
    QStringList lacking;
    for (const auto& caption : tasks::missing_targets(model_.project()->store->shape(), mapping_))
        lacking << in_window_language(caption);
    if (!lacking.isEmpty()) return tr("Still without a column: %1").arg(lacking.join(tr(", ")));
    return {};
}

QString ImportWizard::reason() const {
    if (job_ != 0) return {};
    if (step() == check) {
        if (!checked_) return tr("The check has not ended");
        const auto& report = checked_->report;
        return report.added + report.changed == 0 ? tr("There is nothing new in this file") : QString();
    }
    for (int i = 0; i <= step(); ++i)
        if (const QString words = missing(static_cast<Step>(i)); !words.isEmpty()) return words;
    return {};
}

void ImportWizard::show_state() {
    const QString names[] = {tr("File"), tr("Encoding and place"), tr("Fields"), tr("Check")};
    bool reachable = job_ == 0;
    for (int i = 0; i < step_count; ++i) {
        const bool done = i < step();
        auto* button = steps_[static_cast<std::size_t>(i)];
        button->setText(
            QStringLiteral("%1 %2%3").arg(i + 1).arg(names[i], done ? QStringLiteral(" ✓") : QString()));
        // The one at hand is bold; none is to move when another becomes so.
        constexpr int padding_px = 36;
        button->setMinimumWidth(QFontMetrics(bold(font())).horizontalAdvance(button->text()) + padding_px);
        button->setEnabled(reachable || i == step());
        button->setChecked(i == step());
        reachable = reachable && missing(static_cast<Step>(i)).isEmpty();
    }
    const QString why = reason();
    reason_->setText(why.isEmpty() ? QString() : QStringLiteral("▲ ") + why);
    reason_->setToolTip(why);
    next_->setEnabled(why.isEmpty() && job_ == 0 && previewing_ == 0);
    back_->setEnabled(step() != file && job_ == 0);
    keep_->setVisible(step() == fields);
    keep_->setEnabled(missing(fields).isEmpty());
    cancel_->setText(job_ != 0 ? tr("Stop Esc") : done_ > 0 ? tr("Close Esc") : tr("Cancel Esc"));
    if (step() != check) {
        next_->setText(tr("Next: %1").arg(names[step() + 1]));
    } else if (checked_) {
        const auto& report = checked_->report;
        next_->setText(tr("Import %1 rows, skip %2")
                           .arg(grouped(static_cast<double>(report.rows_read - report.refused), 0),
                                grouped(static_cast<double>(report.refused), 0)));
    } else {
        next_->setText(tr("Import"));
    }
    note_->setVisible(step() != check);
}

void ImportWizard::go_to(Step step) {
    for (int i = 0; i < step; ++i)
        if (!missing(static_cast<Step>(i)).isEmpty()) step = static_cast<Step>(i);
    pages_->setCurrentIndex(step);
    show_state();
    if (step == check && !checked_ && job_ == 0) run(/*dry=*/true);
}

void ImportWizard::next() {
    if (step() == check) {
        run(/*dry=*/false);
    } else {
        go_to(static_cast<Step>(step() + 1));
    }
}

tasks::ImportParams ImportWizard::params() const {
    tasks::ImportParams params;
    params.source = wish_.source;
    params.layer = preview_->layers.size() > 1 ? preview_->layer : std::string();
    params.encoding = wish_.encoding;
    params.crs = wish_.crs;
    params.swap_axes = wish_.swap_axes;
    params.control_points = wish_.control_points;
    params.mapping = mapping_;
    return params;
}

void ImportWizard::run(bool dry) {
    auto params = this->params();
    params.dry_run = dry;
    importing_ = !dry;
    const QString what = dry ? tr("Checking %1").arg(q(source().filename().string()))
                             : tr("Importing %1").arg(q(source().filename().string()));
    check_page_->show_busy(what, 0, 0);
    job_ = jobs_.run(
        JobRunner::Kind::shown, what, this,
        [project = model_.project(), params](land::Progress& progress) {
            tasks::Project own = *project;
            return answer_of([&] { return tasks::import_source(own, params, progress); });
        },
        [this, dry](Answer<tasks::ImportOutcome> answer) {
            if (!answer.result) {
                check_page_->show_problem(answer.problem);
                show_state();
                return;
            }
            take_outcome(std::move(*answer.result), dry);
        });
    show_state();
}

void ImportWizard::take_outcome(tasks::ImportOutcome outcome, bool dry) {
    if (dry) {
        checked_ = std::move(outcome);
        check_page_->show_outcome(*checked_, !model_.project()->key);
        show_state();
        return;
    }
    emit imported(q(source().filename().string()), outcome);
    ++done_;
    if (done_ >= files_.size()) {
        accept();
        return;
    }
    wish_ = {};
    wish_.source = source();
    by_hand_.clear();
    preview_.reset();
    checked_.reset();
    file_page_->show_files(files_, done_);
    pages_->setCurrentIndex(file);
    read_preview();
}

void ImportWizard::check_again() {
    if (step() != check || importing_ || job_ != 0) return;
    checked_.reset();
    run(/*dry=*/true);
}

void ImportWizard::take_control_points() {
    const QString chosen = QFileDialog::getOpenFileName(this, tr("Control points"), {}, tr("Tables (*.csv)"));
    if (chosen.isEmpty()) return;
    wish_.control_points = chosen.toStdString();
    wish_.crs.clear();
    read_preview();
}

void ImportWizard::keep_mapping() {
    const QString beside = q(source().string()) + QStringLiteral(".liangdi-map.json");
    const QString chosen =
        QFileDialog::getSaveFileName(this, tr("Keep the mapping"), beside, tr("Mappings (*.json)"));
    if (chosen.isEmpty()) return;
    try {
        tasks::save_mapping(chosen.toStdString(), mapping_);
        note_->setText(tr("✓ kept in %1").arg(chosen));
    } catch (const Error& error) {
        note_->setText(QStringLiteral("◆ ") + refusal_caption(error));
    }
}

void ImportWizard::reject() {
    if (job_ != 0) {
        jobs_.stop(job_);
        return;
    }
    QDialog::reject();
}

}  // namespace liangdi::gui
