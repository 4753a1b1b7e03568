#include "gui/link_form.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/look.hpp"

namespace liangdi::gui {

LinkForm::LinkForm(QWidget* parent)
    : QFrame(parent),
      title_(new QLabel),
      place_(new QLabel),
      verdict_(new QLabel),
      flats_(new QComboBox),
      share_(new QLineEdit),
      done_(new QPushButton(tr("Done (Enter)"))),
      give_up_(new QPushButton(tr("Give up (Esc)"))) {
    setObjectName("linkform");
    title_->setFont(bold(font()));
    title_->setWordWrap(true);
    place_->setWordWrap(true);
    verdict_->setWordWrap(true);
    flats_->setAccessibleName(tr("Flat"));
    share_->setAccessibleName(tr("Share"));
    share_->setPlaceholderText(QStringLiteral("1/3"));
    share_->setMaximumWidth(96);
    done_->setObjectName("primary");
    done_->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(done_);
    buttons->addWidget(give_up_);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 10);
    column->setSpacing(6);
    column->addWidget(title_);
    column->addWidget(place_);
    column->addWidget(flats_);
    column->addWidget(share_);
    column->addWidget(verdict_);
    column->addLayout(buttons);
    connect(share_, &QLineEdit::textChanged, this, &LinkForm::check);
    connect(done_, &QPushButton::clicked, this, &LinkForm::submit);
    connect(give_up_, &QPushButton::clicked, this, &LinkForm::given_up);
    hide();
}

void LinkForm::begin(const std::string& household_code, const QString& household_name) {
    household_ = household_code;
    parcel_.clear();
    flat_ = false;
    title_->setText(tr("Link a place with %1").arg(household_name));
    place_->setText(
        tr("① click a parcel or a building on the map, or its row or a flat's in the table  ② share or flat  "
           "③ done"));
    flats_->clear();
    flats_->hide();
    share_->hide();
    share_->setText(QStringLiteral("1/1"));
    check();
    show();
}

void LinkForm::take_parcel(const std::string& code, const std::string& right_kind, land::Share registered) {
    parcel_ = code;
    right_kind_ = right_kind;
    registered_ = registered;
    flat_ = false;
    place_->setText(tr("Parcel %1").arg(q(code)));
    flats_->hide();
    share_->show();
    share_->setFocus();
    share_->selectAll();
    check();
}

void LinkForm::take_building(const QString& name, const std::vector<std::string>& flats,
                             const std::string& chosen) {
    parcel_.clear();
    flat_ = !flats.empty();
    place_->setText(flat_ ? tr("Flat in %1").arg(name)
                          : tr("%1 has no flats. Click another building or a parcel.").arg(name));
    share_->hide();
    flats_->clear();
    for (const auto& flat : flats) flats_->addItem(q(flat));
    if (!chosen.empty()) flats_->setCurrentText(q(chosen));
    flats_->setVisible(flat_);
    flats_->setFocus();
    check();
}

void LinkForm::check() {
    QString words;
    const char* name = "muted";
    bool ready = flat_;
    if (!parcel_.empty()) {
        const auto share = land::parse_share(share_->text().toStdString());
        ready = share.has_value();
        if (!share) {
            words = tr("This is no share; write it as 1/3.");
            name = "error";
        } else {
            const auto total = land::sum(registered_, *share);
            const bool whole = total == land::Share{1, 1};
            const bool too_much = land::exceeds_whole(total);
            name = whole ? "ok" : too_much ? "warn" : "muted";
            words =
                tr("Registered %1, with %2 it is %3")
                    .arg(q(land::to_text(registered_)), q(land::to_text(*share)), q(land::to_text(total)));
            words.prepend(whole      ? QStringLiteral("✓ ")
                          : too_much ? QStringLiteral("▲ ")
                                     : QStringLiteral("● "));
            if (share->den == 100 && share->num == 33) words += "\n" + tr("33 %: is 1/3 meant?");
        }
    }
    verdict_->setText(words);
    verdict_->setVisible(!words.isEmpty());
    verdict_->setObjectName(name);
    verdict_->style()->unpolish(verdict_);
    verdict_->style()->polish(verdict_);
    done_->setEnabled(ready);
    done_->setToolTip(ready ? QString() : tr("Pick a place first, and say the share of a parcel"));
}

void LinkForm::submit() {
    if (!done_->isEnabled()) return;
    tasks::LinkParams params;
    params.household = household_;
    if (flat_) {
        params.flat = flats_->currentText().toStdString();
    } else {
        params.parcel = parcel_;
        params.right_kind = right_kind_;
        params.share = share_->text().toStdString();
    }
    emit submitted(params);
}

void LinkForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        submit();
    } else {
        QFrame::keyPressEvent(event);
    }
}

}  // namespace liangdi::gui
