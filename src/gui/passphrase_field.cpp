#include "gui/passphrase_field.hpp"

#include <algorithm>

namespace liangdi::gui {

PassphraseField::PassphraseField(const QString& name, QWidget* parent) : QLineEdit(parent) {
    setEchoMode(QLineEdit::Password);
    setAccessibleName(name);
}

PassphraseField::~PassphraseField() {
    wipe();
}

tasks::Passphrase PassphraseField::passphrase() const {
    QByteArray utf8 = text().toUtf8();
    tasks::Passphrase out(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
    utf8.fill('*');
    return out;
}

void PassphraseField::wipe() {
    // text() shares the field's own memory; setting another text would only let go of it, unwiped.
    const QString own = text();
    std::fill_n(const_cast<QChar*>(own.constData()), own.size(), QChar(u'*'));
    clear();
}

}  // namespace liangdi::gui
