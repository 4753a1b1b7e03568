#pragma once

#include <QDialog>

#include "gui/passphrase_field.hpp"

class QLabel;
class QPushButton;
class QSpinBox;

namespace liangdi::gui {

/// Asks for what opens sealed values: passphrase, reason and minutes; or, with the records open already, only
/// for the reason why values are to be seen in full.
class UnlockDialog : public QDialog {
    Q_OBJECT
  public:
    enum class Asks { passphrase, reason_only };
    explicit UnlockDialog(Asks asks, QWidget* parent = nullptr);

    void show_refusal(const QString& words);  ///< stays open: what was wrong, in words
    void set_busy(bool busy);

    PassphraseField* passphrase_field() const { return passphrase_; }
    QLineEdit* reason_field() const { return reason_; }
    QSpinBox* minutes_field() const { return minutes_; }
    QPushButton* ok_button() const { return ok_; }
    QPushButton* forgotten_button() const { return forgotten_; }
    QString refusal() const;

  signals:
    void forgotten();  ///< wants to set a new passphrase with the recovery key
    void submitted(const liangdi::tasks::Passphrase& passphrase, const QString& reason, int minutes);

  private:
    void submit();

    PassphraseField* passphrase_;
    QLineEdit* reason_;
    QSpinBox* minutes_;
    QLabel* refusal_;
    QPushButton *ok_, *forgotten_;
};

}  // namespace liangdi::gui
