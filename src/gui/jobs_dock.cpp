#include "gui/jobs_dock.hpp"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/tables.hpp"
#include "gui/time_left.hpp"

namespace liangdi::gui {

namespace {

using namespace std::chrono;

constexpr milliseconds long_work{3000};
constexpr std::size_t past_kept = 20;

milliseconds steady_now() {
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

QString span_caption(seconds span) {
    const auto s = static_cast<int>(span.count());
    return s < 60 ? JobsDock::tr("%1 s").arg(s)
                  : JobsDock::tr("%1 min %2 s").arg(s / 60).arg(s % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace

JobsDock::JobsDock(JobRunner& jobs, Clock clock, QWidget* parent)
    : QWidget(parent),
      jobs_(jobs),
      clock_(clock ? std::move(clock) : Clock(steady_now)),
      table_(new QTableWidget),
      empty_(new QLabel(tr("Nothing runs. Work that takes longer than three seconds is listed here, with the "
                           "time left and a way to cancel it."))) {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    set_up_table(*table_, {tr("What"), tr("How far"), tr("Time left"), QString()});
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table_->setAccessibleName(tr("Jobs"));
    empty_->setObjectName("muted");
    empty_->setMargin(12);
    empty_->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(0);
    column->addWidget(empty_);
    column->addWidget(table_);
    timer_.setInterval(500);
    connect(&timer_, &QTimer::timeout, this, &JobsDock::refresh);
    connect(&jobs_, &JobRunner::jobs_changed, this, &JobsDock::look);
    connect(&jobs_, &JobRunner::ended, this, &JobsDock::end);
    refresh();
}

void JobsDock::look() {
    const auto now = clock_();
    for (const auto& state : jobs_.shown_jobs()) {
        auto [it, is_new] = seen_.try_emplace(state.id, Seen{state, now, now});
        if (!is_new && it->second.state.now != state.now) it->second.step_begun = now;
        it->second.state = state;
    }
    if (!seen_.empty() && !timer_.isActive()) timer_.start();
}

void JobsDock::end(quint64 id, JobRunner::End end) {
    const auto at = seen_.find(id);
    if (at == seen_.end()) return;
    if (is_long(at->second)) {
        const QString span = span_caption(duration_cast<seconds>(clock_() - at->second.begun));
        past_.insert(past_.begin(), {at->second.state.what,
                                     end == JobRunner::End::done        ? tr("✓ done in %1").arg(span)
                                     : end == JobRunner::End::cancelled ? tr("cancelled after %1").arg(span)
                                                                        : tr("◆ failed after %1").arg(span)});
        if (past_.size() > past_kept) past_.pop_back();
    }
    seen_.erase(at);
    if (seen_.empty()) timer_.stop();
    refresh();
}

bool JobsDock::is_long(const Seen& seen) const {
    return clock_() - seen.begun >= long_work;
}

void JobsDock::refresh() {
    std::vector<quint64> now_listed;
    for (const auto& [id, seen] : seen_)
        if (is_long(seen)) now_listed.push_back(id);
    const bool other = now_listed != listed_;
    listed_ = std::move(now_listed);
    empty_->setVisible(listed_.empty() && past_.empty());
    table_->setVisible(!listed_.empty() || !past_.empty());
    const int running = static_cast<int>(listed_.size());
    // Buttons stay while the same jobs run: one that is made anew under the mouse cannot be clicked.
    if (other) table_->setRowCount(0);
    table_->setRowCount(running + static_cast<int>(past_.size()));
    for (int row = 0; row < running; ++row)
        show_running(row, seen_.at(listed_[static_cast<std::size_t>(row)]));
    for (std::size_t i = 0; i < past_.size(); ++i) {
        const int row = running + static_cast<int>(i);
        set_cell(*table_, row, 0, past_[i].what);
        set_cell(*table_, row, 1, past_[i].how);
    }
    if (other) emit running_changed(running);
}

void JobsDock::show_running(int row, const Seen& seen) {
    const auto& state = seen.state;
    const QString count = state.total > 0 ? tr("%1 of %2")
                                                .arg(grouped(static_cast<double>(state.done), 0),
                                                     grouped(static_cast<double>(state.total), 0))
                                          : QString();
    set_cell(*table_, row, 0,
             state.now.isEmpty() || state.now == state.what
                 ? state.what
                 : QStringLiteral("%1 · %2").arg(state.what, state.now));
    set_cell(*table_, row, 1, state.stopping ? tr("Stopping…") : count);
    const auto left = time_left(clock_() - seen.step_begun, state.done, state.total);
    set_cell(*table_, row, 2, left && !state.stopping ? span_caption(*left) : QStringLiteral("—"));
    auto* button = cancel_button(row);
    if (!button) {
        button = new QPushButton(tr("Cancel"));
        button->setStyleSheet(QStringLiteral("QPushButton { padding: 0 8px; min-height: 16px; }"));
        connect(button, &QPushButton::clicked, this, [this, id = state.id] { jobs_.stop(id); });
        table_->setCellWidget(row, 3, button);
    }
    button->setEnabled(!state.stopping);
    table_->resizeColumnsToContents();
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

QPushButton* JobsDock::cancel_button(int row) const {
    return qobject_cast<QPushButton*>(table_->cellWidget(row, 3));
}

}  // namespace liangdi::gui
