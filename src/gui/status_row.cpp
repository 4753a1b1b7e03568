#include "gui/status_row.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

#include "gui/captions.hpp"
#include "gui/eliding_label.hpp"
#include "gui/job_runner.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

QFrame* divider() {
    auto* line = new QFrame;
    line->setObjectName("rule");
    line->setStyleSheet(
        QStringLiteral("min-width: 1px; max-width: 1px; min-height: 16px; max-height: 16px;"));
    return line;
}

/// "5 300", "1:5300", "5,300".
double denominator_in(QString text) {
    if (const auto colon = text.lastIndexOf(':'); colon >= 0) text = text.mid(colon + 1);
    text.remove(QChar(0x2009)).remove(' ').remove(',');
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? number : 0;
}

}  // namespace

StatusRow::StatusRow(JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      east_(new QLabel),
      north_(new QLabel),
      job_(new QLabel),
      lock_(new QLabel),
      saved_(new QLabel),
      crs_(new ElidingLabel(Qt::ElideLeft)),  // its number is last
      message_(new ElidingLabel),
      scale_(new QLineEdit),
      bar_(new QProgressBar),
      cancel_(new QPushButton(tr("Cancel"))) {
    scale_->setObjectName("scale");
    scale_->setFixedWidth(70);
    scale_->setAccessibleName(tr("Scale"));
    scale_->setToolTip(tr("Type a scale and press Enter"));
    bar_->setFixedSize(120, 12);
    bar_->setTextVisible(false);
    cancel_->setStyleSheet(QStringLiteral("QPushButton { padding: 0 8px; min-height: 18px; }"));
    message_->setObjectName("muted");
    // Wide enough for the longest coordinates, so that nothing moves while the mouse does.
    for (auto* label : {east_, north_})
        label->setMinimumWidth(label->fontMetrics().horizontalAdvance(QStringLiteral("东 E 0 000 000.000")));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(10);
    row->addWidget(east_);
    row->addWidget(divider());
    row->addWidget(north_);
    row->addWidget(divider());
    row->addWidget(new QLabel(tr("Scale 1 :")));
    row->addWidget(scale_);
    row->addWidget(divider());
    row->addWidget(crs_);
    row->addWidget(divider());
    row->addWidget(message_, 1);
    row->addWidget(job_);
    row->addWidget(bar_);
    row->addWidget(cancel_);
    row->addWidget(divider());
    row->addWidget(lock_);
    row->addWidget(divider());
    row->addWidget(saved_);
    message_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(scale_, &QLineEdit::returnPressed, this, [this] {
        const double denominator = denominator_in(scale_->text());
        scale_->clearFocus();
        if (denominator > 0) emit scale_typed(denominator);
    });

    message_timer_.setSingleShot(true);
    connect(&message_timer_, &QTimer::timeout, message_, &QLabel::clear);
    // A job that ends within 0.3 s is never seen: a flash would only disturb.
    job_timer_.setSingleShot(true);
    job_timer_.setInterval(300);
    const auto set_job_visible = [this](bool visible) {
        for (QWidget* widget :
             {static_cast<QWidget*>(job_), static_cast<QWidget*>(bar_), static_cast<QWidget*>(cancel_)})
            widget->setVisible(visible);
    };
    set_job_visible(false);
    connect(&job_timer_, &QTimer::timeout, this, [set_job_visible] { set_job_visible(true); });
    connect(cancel_, &QPushButton::clicked, &jobs, &JobRunner::cancel);
    connect(&jobs, &JobRunner::started, this, [this](const QString& what) {
        job_->setText(what);
        bar_->setRange(0, 0);
        cancel_->setEnabled(true);
        job_timer_.start();
    });
    connect(&jobs, &JobRunner::progressed, this, [this](const QString& what, qint64 done, qint64 total) {
        if (!cancel_->isEnabled()) return;  // stopping
        job_->setText(total > 0 ? tr("%1, %2 of %3")
                                      .arg(what, grouped(static_cast<double>(done), 0),
                                           grouped(static_cast<double>(total), 0))
                                : what);
        constexpr int steps = 1000;
        bar_->setRange(0, total > 0 ? steps : 0);
        if (total > 0) bar_->setValue(static_cast<int>(steps * done / total));
    });
    connect(&jobs, &JobRunner::stopping, this, [this] {
        cancel_->setEnabled(false);
        job_->setText(tr("Stopping…"));
    });
    const auto ended = [this, &jobs, set_job_visible] {
        if (jobs.busy_shown()) return;
        job_timer_.stop();
        set_job_visible(false);
    };
    connect(&jobs, &JobRunner::finished, this, ended);
    connect(&jobs, &JobRunner::failed, this, ended);
    connect(&jobs, &JobRunner::cancelled, this, [this, ended] {
        ended();
        show_message(tr("Cancelled, nothing was changed"));
    });
}

void StatusRow::show_position(const geo::Point& ground) {
    east_->setText(tr("E %1").arg(grouped(ground.x, 3)));
    north_->setText(tr("N %1").arg(grouped(ground.y, 3)));
}
void StatusRow::show_scale(double denominator) {
    if (!scale_->hasFocus()) scale_->setText(grouped(denominator, 0));
}
void StatusRow::show_crs(const QString& name) {
    crs_->set_words(name);
}
void StatusRow::show_saved(const QString& words) {
    saved_->setText(words);
}
void StatusRow::show_lock(const QString& words) {
    lock_->setText(words);
}
QString StatusRow::lock_words() const {
    return lock_->text();
}
void StatusRow::show_message(const QString& words) {
    message_->set_words(words);
    message_timer_.start(12000);
}
QString StatusRow::message() const {
    return message_->text();
}

}  // namespace liangdi::gui
