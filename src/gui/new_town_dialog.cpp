#include "gui/new_town_dialog.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/form_parts.hpp"
#include "gui/new_passphrase_form.hpp"

namespace liangdi::gui {

namespace {

/// The three-degree zones of CGCS2000 without zone prefix: EPSG:4534 is 75°E, then one every three degrees.
void add_zones(QComboBox& crs) {
    constexpr int first_epsg = 4534, first_meridian = 75, last_meridian = 135, usual_meridian = 105;
    for (int meridian = first_meridian; meridian <= last_meridian; meridian += 3) {
        const QString code = QStringLiteral("EPSG:%1").arg(first_epsg + (meridian - first_meridian) / 3);
        crs.addItem(NewTownDialog::tr("%1 · CGCS2000, 3° zone, %2°E").arg(code).arg(meridian), code);
        if (meridian == usual_meridian) crs.setCurrentIndex(crs.count() - 1);
    }
}

}  // namespace

NewTownDialog::NewTownDialog(QWidget* parent)
    : QDialog(parent),
      file_(new QLineEdit),
      name_(new QLineEdit),
      crs_(new QComboBox),
      date_(new QDateEdit(QDate::currentDate())),
      sealed_(new QCheckBox(tr("Keep personal records, sealed under a passphrase"))),
      passphrase_(new NewPassphraseForm),
      refusal_(new QLabel) {
    setWindowTitle(tr("New town"));
    setAttribute(Qt::WA_DeleteOnClose);
    file_->setAccessibleName(tr("Town file"));
    name_->setAccessibleName(tr("Name of the town"));
    name_->setPlaceholderText(tr("empty: the file's name"));
    crs_->setAccessibleName(tr("Coordinate system"));
    crs_->setEditable(true);  // any other projected system in metres, as EPSG:n
    crs_->setInsertPolicy(QComboBox::NoInsert);
    add_zones(*crs_);
    date_->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    date_->setCalendarPopup(true);
    date_->setAccessibleName(tr("Reference date"));
    date_->setToolTip(tr("All figures are computed for this day"));
    sealed_->setChecked(true);
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setAutoDefault(false);
    auto* file_row = new QHBoxLayout;
    file_row->addWidget(file_, 1);
    file_row->addWidget(choose);
    auto* form = new QFormLayout;
    form->addRow(tr("Town file"), file_row);
    form->addRow(tr("Name of the town"), name_);
    form->addRow(tr("Coordinate system"), crs_);
    form->addRow(tr("Reference date"), date_);
    form->addRow(sealed_);
    form->addRow(passphrase_);
    auto* hint = new QLabel(
        tr("Without a passphrase the file keeps no identity numbers, telephones, health or benefits: imports "
           "leave them out."));
    hint->setObjectName("muted");
    hint->hide();
    hint->setWordWrap(true);
    make_refusal_line(*refusal_);
    auto* buttons = ok_and_cancel(*this, tr("Make the town"));
    ok_ = buttons->button(QDialogButtonBox::Ok);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(hint);
    column->addWidget(refusal_);
    column->addWidget(buttons);
    setMinimumWidth(520);
    connect(choose, &QPushButton::clicked, this, &NewTownDialog::choose_file);
    connect(sealed_, &QCheckBox::toggled, this, [this, hint](bool on) {
        passphrase_->setVisible(on);
        hint->setVisible(!on);
        if (!on) passphrase_->wipe();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &NewTownDialog::submit);
}

void NewTownDialog::choose_file() {
    const QString file =
        QFileDialog::getSaveFileName(this, tr("New town"), file_->text(), tr("Town files (*.sqlite)"));
    if (!file.isEmpty()) file_->setText(file);
}

void NewTownDialog::submit() {
    QString file = file_->text().trimmed();
    if (file.isEmpty()) {
        show_refusal(tr("Say where the town file is to lie."));
        file_->setFocus();
        return;
    }
    if (sealed_->isChecked()) {
        if (const QString problem = passphrase_->problem(); !problem.isEmpty()) {
            show_refusal(problem);
            passphrase_->first_field()->setFocus();
            return;
        }
    }
    if (!file.endsWith(QStringLiteral(".sqlite"))) file += QStringLiteral(".sqlite");
    tasks::CreateParams params;
    params.town = QFileInfo(file).absoluteFilePath().toStdString();
    params.name = name_->text().trimmed().toStdString();
    const int zone = crs_->findText(crs_->currentText());
    params.crs = (zone < 0 ? crs_->currentText().trimmed() : crs_->itemData(zone).toString()).toStdString();
    params.reference_date = date_->date().toString(Qt::ISODate).toStdString();
    if (sealed_->isChecked()) params.passphrase = passphrase_->passphrase();
    refusal_->hide();
    emit submitted(params);
}

void NewTownDialog::show_refusal(const QString& words) {
    set_busy(false);
    refusal_->setText(words);
    refusal_->show();
}

void NewTownDialog::set_busy(bool busy) {
    for (QWidget* widget : {static_cast<QWidget*>(ok_), static_cast<QWidget*>(file_),
                            static_cast<QWidget*>(name_), static_cast<QWidget*>(passphrase_)})
        widget->setEnabled(!busy);
}

QString NewTownDialog::refusal() const {
    return refusal_->isHidden() ? QString() : refusal_->text();
}

}  // namespace liangdi::gui
