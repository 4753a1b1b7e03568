#pragma once

#include <QLineEdit>

#include "tasks/passphrase.hpp"

namespace liangdi::gui {

/// Takes a passphrase or a recovery key. It is shown as dots, cannot be copied out, and is overwritten in
/// memory when the field is wiped or goes.
class PassphraseField : public QLineEdit {
    Q_OBJECT
  public:
    explicit PassphraseField(const QString& name, QWidget* parent = nullptr);
    ~PassphraseField() override;

    tasks::Passphrase passphrase() const;
    void wipe();
};

}  // namespace liangdi::gui
