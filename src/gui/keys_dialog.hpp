#pragma once

#include <QDialog>
#include <optional>

#include "gui/passphrase_field.hpp"
#include "tasks/keys.hpp"

class QComboBox;
class QLabel;
class QPushButton;

namespace liangdi::gui {

class NewPassphraseForm;

enum class KeyAction { change_own, add_officer, remove_officer, recover, new_recovery_key, renew };

/// What somebody wants to be done with the passphrases of a town.
struct KeyWish {
    KeyAction action = KeyAction::change_own;
    tasks::Passphrase own;                   ///< that shows that one may: a passphrase or the recovery key
    QString holder;                          ///< the officer it is about; empty: oneself
    std::optional<tasks::Passphrase> fresh;  ///< the new one
    QString reason;
};

/// Asks for what one action on the passphrases needs. One's own passphrase is asked for each time, unlocked
/// or not: an unlocked window that somebody left must not give the keys away.
class KeysDialog : public QDialog {
    Q_OBJECT
  public:
    KeysDialog(KeyAction action, const store::KeyState& state, const QString& actor,
               QWidget* parent = nullptr);

    void show_refusal(const QString& words);  ///< stays open: what was wrong, in words
    void set_busy(bool busy);

    PassphraseField* own_field() const { return own_; }
    QComboBox* holder_field() const { return holder_; }  ///< editable where an officer is added
    NewPassphraseForm* fresh_form() const { return fresh_; }
    QLineEdit* reason_field() const { return reason_; }
    QPushButton* ok_button() const { return ok_; }
    QString refusal() const;

  signals:
    void submitted(const liangdi::gui::KeyWish& wish);

  private:
    void submit();
    bool has_fresh() const;

    KeyAction action_;
    PassphraseField* own_;
    QComboBox* holder_ = nullptr;
    NewPassphraseForm* fresh_ = nullptr;
    QLineEdit* reason_;
    QLabel* refusal_;
    QPushButton* ok_;
};

}  // namespace liangdi::gui
