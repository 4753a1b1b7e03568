#include "gui/first_run_page.hpp"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/look.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

FirstRunPage::FirstRunPage(QWidget* parent)
    : QWidget(parent),
      sample_(new QPushButton(tr("Open the sample town"))),
      recent_(new QWidget),
      recent_rows_(new QVBoxLayout(recent_)) {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    auto* title = new QLabel(tr("Liangdi"));
    title->setFont(bold(sized(font(), 2 * title_pt)));
    auto* words = new QLabel(
        tr("A relocated family has two places: the flat in the new town and the land in the village. "
           "Liangdi keeps both on one map, in one file."));
    words->setObjectName("muted");
    words->setWordWrap(true);
    sample_->setObjectName("primary");
    auto* open = new QPushButton(icon("document-open"), tr("Open…"));
    auto* fresh = new QPushButton(icon("document-new"), tr("New town…"));
    for (auto* button : {sample_, open, fresh}) button->setMinimumHeight(34);
    auto* about_sample =
        new QLabel(tr("109 buildings, 4958 households and their land, all invented: to look around and to "
                      "try everything."));
    about_sample->setObjectName("muted");
    about_sample->setWordWrap(true);
    auto* drop = new QLabel(tr("… or drop a town file (.sqlite) here"));
    drop->setObjectName("muted");

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(sample_);
    buttons->addWidget(fresh);
    buttons->addWidget(open);
    buttons->addStretch();
    recent_rows_->setContentsMargins(0, 12, 0, 0);
    recent_rows_->setSpacing(2);
    auto* box = new QWidget;
    box->setFixedWidth(560);
    auto* column = new QVBoxLayout(box);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addWidget(about_sample);
    column->addWidget(drop);
    column->addWidget(recent_);
    auto* all = new QVBoxLayout(this);
    all->addStretch(2);
    all->addWidget(box, 0, Qt::AlignHCenter);
    all->addStretch(3);
    connect(sample_, &QPushButton::clicked, this, &FirstRunPage::sample_wanted);
    connect(fresh, &QPushButton::clicked, this, &FirstRunPage::new_wanted);
    connect(open, &QPushButton::clicked, this, &FirstRunPage::open_wanted);
    show_recent({});
}

void FirstRunPage::show_recent(const QStringList& files) {
    while (auto* item = recent_rows_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    recent_->setVisible(!files.isEmpty());
    if (files.isEmpty()) return;
    auto* head = new QLabel(tr("Recent"));
    head->setObjectName("head");
    recent_rows_->addWidget(head);
    for (const auto& file : files) {
        auto* button =
            new QPushButton(QFileInfo(file).fileName() + QStringLiteral("   ") + QFileInfo(file).path());
        button->setFlat(true);
        button->setStyleSheet(
            QStringLiteral("QPushButton { text-align: left; border: none; background: transparent; }"));
        connect(button, &QPushButton::clicked, this, [this, file] { emit recent_wanted(file); });
        recent_rows_->addWidget(button);
    }
}

}  // namespace liangdi::gui
