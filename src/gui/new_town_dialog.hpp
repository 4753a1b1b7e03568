#pragma once

#include <QDialog>

#include "tasks/create.hpp"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace liangdi::gui {

class NewPassphraseForm;

/// Asks for what a new town file needs: where, name, coordinate system, reference date, passphrase.
class NewTownDialog : public QDialog {
    Q_OBJECT
  public:
    explicit NewTownDialog(QWidget* parent = nullptr);

    void show_refusal(const QString& words);
    void set_busy(bool busy);

    QLineEdit* file_field() const { return file_; }
    QLineEdit* name_field() const { return name_; }
    QComboBox* crs_field() const { return crs_; }
    QCheckBox* sealed_box() const { return sealed_; }
    NewPassphraseForm* passphrase_form() const { return passphrase_; }
    QPushButton* ok_button() const { return ok_; }
    QString refusal() const;

  signals:
    void submitted(const liangdi::tasks::CreateParams& params);

  private:
    void choose_file();
    void submit();

    QLineEdit *file_, *name_;
    QComboBox* crs_;
    QDateEdit* date_;
    QCheckBox* sealed_;
    NewPassphraseForm* passphrase_;
    QLabel* refusal_;
    QPushButton* ok_;
};

}  // namespace liangdi::gui
