#include "gui/form_parts.hpp"

#include <QDialog>
#include <QLabel>
#include <QPushButton>

namespace liangdi::gui {

QDialogButtonBox* ok_and_cancel(QDialog& dialog, const QString& ok) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* button = buttons->button(QDialogButtonBox::Ok);
    button->setText(ok);
    button->setObjectName("primary");
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return buttons;
}

void make_refusal_line(QLabel& label) {
    label.setObjectName("error");
    label.setWordWrap(true);
    label.hide();
}

}  // namespace liangdi::gui
