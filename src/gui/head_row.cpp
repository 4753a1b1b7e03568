#include "gui/head_row.hpp"

#include <QLayoutItem>
#include <QPushButton>
#include <QVariant>

namespace liangdi::gui {

void fit_head(QLayoutItem& head, int room_px, const std::function<void(bool narrow)>& show) {
    show(false);
    head.invalidate();  // it keeps what its buttons asked for before
    if (head.minimumSize().width() > room_px) show(true);
}

void show_words(QPushButton& button, bool shown) {
    if (!button.property("words").isValid()) {
        button.setProperty("words", button.text());
        button.setAccessibleName(button.text());
        if (button.toolTip().isEmpty()) button.setToolTip(button.text());
    }
    button.setText(shown ? button.property("words").toString() : QString());
}

}  // namespace liangdi::gui
