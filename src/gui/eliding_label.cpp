#include "gui/eliding_label.hpp"

#include <QPainter>
#include <QStyle>

namespace liangdi::gui {

ElidingLabel::ElidingLabel(Qt::TextElideMode mode, QWidget* parent) : QLabel(parent), mode_(mode) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ElidingLabel::set_words(const QString& words) {
    setText(words);
    setToolTip(words);
}

QSize ElidingLabel::minimumSizeHint() const {
    constexpr int characters = 6;
    return {fontMetrics().averageCharWidth() * characters, QLabel::minimumSizeHint().height()};
}

void ElidingLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), mode_, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), Qt::AlignLeft | Qt::AlignVCenter, palette(), isEnabled(),
                          shown, foregroundRole());
}

}  // namespace liangdi::gui
