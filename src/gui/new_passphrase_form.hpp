#pragma once

#include <QWidget>

#include "gui/passphrase_field.hpp"

class QLabel;
class QProgressBar;

namespace liangdi::gui {

/// A new passphrase, typed twice, and how hard it is to guess while one types.
class NewPassphraseForm : public QWidget {
    Q_OBJECT
  public:
    explicit NewPassphraseForm(QWidget* parent = nullptr);

    QString problem() const;  ///< why it cannot be taken yet, in words; empty: it can
    tasks::Passphrase passphrase() const { return first_->passphrase(); }
    void wipe();

    PassphraseField* first_field() const { return first_; }
    PassphraseField* second_field() const { return second_; }
    QString strength_words() const;

  private:
    void show_strength();

    PassphraseField *first_, *second_;
    QProgressBar* bar_;
    QLabel* words_;
};

}  // namespace liangdi::gui
