#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace liangdi::gui {

/// Shows a recovery key, the only time that it can be seen: to write down, print, save or copy. It does not
/// close before somebody says that it was written down.
class RecoveryKeyDialog : public QDialog {
    Q_OBJECT
  public:
    RecoveryKeyDialog(const QString& town, const QString& recovery_key, QWidget* parent = nullptr);
    ~RecoveryKeyDialog() override;  ///< overwrites the key, and takes it off the clipboard

    QString key() const;
    QCheckBox* written_down() const { return written_; }
    QPushButton* close_button() const { return close_; }
    QPushButton* copy_button() const { return copy_; }
    bool save_to(const QString& file);  ///< readable by nobody else; false: it could not be written

  public slots:
    void reject() override;  ///< Esc and the window's own close button

  private:
    QString sheet() const;  ///< what is printed and saved
    void copy();
    void print();
    void save();

    QString town_;
    QLineEdit* key_;
    QCheckBox* written_;
    QPushButton *copy_, *close_;
    QLabel* saved_;
    bool copied_ = false;
};

}  // namespace liangdi::gui
