#include "gui/colour_button.hpp"

#include <QColorDialog>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include "gui/tokens.hpp"

namespace liangdi::gui {

ColourButton::ColourButton(const QString& what, QWidget* parent) : QToolButton(parent) {
    setAccessibleName(what);
    setToolTip(what);
    setFixedSize(46, row_height);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::clicked, this, &ColourButton::choose);
}

void ColourButton::set_colour(const QColor& colour) {
    colour_ = colour;
    setAccessibleDescription(colour.isValid() ? colour.name() : tr("none"));
    update();
}

void ColourButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = tokens_for(palette());
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(hasFocus() ? tokens.accent : tokens.edge, hasFocus() ? 2 : 1));
    painter.setBrush(tokens.base);
    painter.drawRoundedRect(box, 3, 3);
    const QRectF inside = box.adjusted(3, 3, -3, -3);
    if (colour_.isValid()) {
        painter.fillRect(inside, QColor(Qt::white));  // as on the map's paper, also where the window is dark
        painter.fillRect(inside, isEnabled() ? colour_ : tokens.line);
    } else {
        painter.setPen(QPen(tokens.muted, 1));
        painter.drawLine(inside.bottomLeft(), inside.topRight());
    }
}

void ColourButton::choose() {
    auto* dialog = findChild<QColorDialog*>();
    if (!dialog) {
        dialog = new QColorDialog(this);
        dialog->setOption(QColorDialog::DontUseNativeDialog);
        dialog->setModal(false);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        const QColor before = colour_;
        const auto take = [this](QColor colour) {
            if (!colour.isValid()) return;
            colour.setAlphaF(colour_.isValid() ? colour_.alphaF() : 1.F);
            set_colour(colour);
            emit chosen(colour);
        };
        const QColor shown = before.isValid() ? before : QColor(Qt::white);
        dialog->setCurrentColor(QColor::fromRgb(shown.rgb()));
        connect(dialog, &QColorDialog::currentColorChanged, this, take);
        connect(dialog, &QDialog::rejected, this, [this, before] {
            set_colour(before);
            emit chosen(before);
        });
    }
    dialog->setWindowTitle(accessibleName());
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

}  // namespace liangdi::gui
