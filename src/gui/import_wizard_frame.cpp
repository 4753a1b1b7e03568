// What ImportWizard is made of; import_wizard.cpp holds what it does.
#include "gui/import_wizard.hpp"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>

#include "gui/import_check_page.hpp"
#include "gui/import_fields_page.hpp"
#include "gui/import_file_page.hpp"
#include "gui/import_place_page.hpp"
#include "gui/import_words.hpp"
#include "gui/look.hpp"

namespace liangdi::gui {

QWidget* ImportWizard::make_head() {
    auto* head = new QWidget;
    head->setObjectName("steps");
    head->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 14, 0);
    row->setSpacing(0);
    auto* group = new QButtonGroup(this);
    for (int i = 0; i < step_count; ++i) {
        auto* button = new QToolButton;
        button->setObjectName("step");
        button->setCheckable(true);
        group->addButton(button, i);
        row->addWidget(button);
        steps_.push_back(button);
    }
    row->addStretch();
    facts_->setObjectName("muted");
    row->addWidget(facts_);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) { go_to(static_cast<Step>(id)); });
    return head;
}

QWidget* ImportWizard::make_foot() {
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(14, 8, 14, 10);
    row->setSpacing(8);
    note_->setObjectName("muted");
    reason_->setObjectName("warn");
    reason_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    reason_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    next_->setObjectName("primary");
    next_->setDefault(true);
    row->addWidget(keep_);
    row->addWidget(note_);
    row->addWidget(reason_, 1);
    row->addWidget(cancel_);
    row->addWidget(back_);
    row->addWidget(next_);
    connect(keep_, &QPushButton::clicked, this, &ImportWizard::keep_mapping);
    connect(cancel_, &QPushButton::clicked, this, &ImportWizard::reject);
    connect(back_, &QPushButton::clicked, this, [this] { go_to(static_cast<Step>(step() - 1)); });
    connect(next_, &QPushButton::clicked, this, &ImportWizard::next);
    return foot;
}

void ImportWizard::connect_pages() {
    connect(file_page_, &ImportFilePage::choose_wanted, this, &ImportWizard::files_wanted);
    connect(file_page_, &ImportFilePage::layer_wanted, this, [this](const QString& layer) {
        wish_ = {source(), layer.toStdString(), wish_.encoding, {}, false, {}, false, {}};
        by_hand_.clear();
        read_preview();
    });
    connect(place_page_, &ImportPlacePage::encoding_wanted, this, [this](const QString& encoding) {
        wish_.encoding = encoding.toStdString();
        read_preview();
    });
    connect(place_page_, &ImportPlacePage::frame_wanted, this, [this](const QString& crs, bool swapped) {
        wish_.crs = crs.toStdString();
        wish_.swap_axes = swapped;
        wish_.control_points.clear();
        read_preview();
    });
    connect(place_page_, &ImportPlacePage::control_points_wanted, this, &ImportWizard::take_control_points);
    connect(fields_page_, &ImportFieldsPage::aim_wanted, this, [this](const QString& aim) {
        if (aim == QStringLiteral("=")) return;
        wish_.aim = aim.toStdString();
        by_hand_.clear();
        read_preview();
    });
    connect(fields_page_, &ImportFieldsPage::target_wanted, this,
            [this](const QString& column, const QString& key) {
                const auto targets = tasks::import_targets(model_.project()->store->shape(), mapping_);
                const auto target = std::ranges::find(targets, key.toStdString(), &tasks::ImportTarget::key);
                tasks::set_target(mapping_, column.toStdString(),
                                  target == targets.end() ? nullptr : &*target);
                by_hand_.insert(column.toStdString());
                checked_.reset();
                show_mapping();
                show_state();
            });
    connect(check_page_, &ImportCheckPage::unlock_wanted, this, &ImportWizard::unlock_wanted);
    connect(&jobs_, &JobRunner::jobs_changed, this, [this] {
        for (const auto& state : jobs_.shown_jobs())
            if (state.id == job_)
                check_page_->show_busy(state.stopping ? tr("Stopping…") : state.what, state.done,
                                       state.total);
    });
    connect(&jobs_, &JobRunner::ended, this, [this](quint64 id, JobRunner::End end) {
        if (id != job_) return;
        job_ = 0;
        if (end == JobRunner::End::cancelled) {
            check_page_->show_problem(tr("Cancelled, nothing was changed"));
            go_to(fields);
        }
        importing_ = false;
        show_state();
        if (step() == check && next_->isEnabled()) next_->setFocus();
    });
}

}  // namespace liangdi::gui
