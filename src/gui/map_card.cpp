#include "gui/map_card.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace liangdi::gui {

MapCard::MapCard(const QString& title, QWidget* map) : QFrame(map), column_(new QVBoxLayout(this)) {
    setObjectName("mapcard");
    setAttribute(Qt::WA_StyledBackground);
    setCursor(Qt::ArrowCursor);
    setAccessibleName(title);
    auto* words = new QLabel(title);
    words->setObjectName("head");
    auto* close = new QToolButton;
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close"));
    auto* head = new QHBoxLayout;
    head->addWidget(words);
    head->addStretch();
    head->addWidget(close);
    column_->setContentsMargins(10, 6, 10, 8);
    column_->setSpacing(6);
    column_->addLayout(head);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    move(12, 12);
    hide();
}

void MapCard::keyPressEvent(QKeyEvent* event) {
    event->accept();
}

}  // namespace liangdi::gui
