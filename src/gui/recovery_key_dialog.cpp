#include "gui/recovery_key_dialog.hpp"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDate>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextDocument>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/look.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

RecoveryKeyDialog::RecoveryKeyDialog(const QString& town, const QString& recovery_key, QWidget* parent)
    : QDialog(parent),
      town_(town),
      key_(new QLineEdit(recovery_key)),
      written_(new QCheckBox(tr("I have written it down and put it in a safe place"))),
      copy_(new QPushButton(tr("Copy"))),
      close_(new QPushButton(tr("Close"))),
      saved_(new QLabel) {
    setWindowTitle(tr("Recovery key"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* words = new QLabel(
        tr("This key opens the personal records of “%1” when a passphrase is forgotten. It is shown only "
           "now and stored nowhere. With all passphrases and this key lost, nobody can open the personal "
           "records again.")
            .arg(town));
    words->setWordWrap(true);
    key_->setReadOnly(true);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(title_pt);
    key_->setFont(fixed);
    key_->setAccessibleName(tr("Recovery key"));
    key_->setMinimumWidth(key_->fontMetrics().horizontalAdvance(recovery_key) + 24);
    key_->setCursorPosition(0);
    saved_->setWordWrap(true);
    saved_->hide();
    auto* print_it = new QPushButton(icon("document-print"), tr("Print…"));
    auto* save_it = new QPushButton(icon("document-save"), tr("Save as a file…"));
    copy_->setIcon(icon("edit-copy"));
    close_->setObjectName("primary");
    close_->setEnabled(false);
    auto* row = new QHBoxLayout;
    for (auto* button : {copy_, print_it, save_it}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    auto* last = new QHBoxLayout;
    last->addWidget(written_, 1);
    last->addWidget(close_);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(words);
    column->addWidget(key_);
    column->addLayout(row);
    column->addWidget(saved_);
    column->addLayout(last);
    connect(written_, &QCheckBox::toggled, close_, &QWidget::setEnabled);
    connect(close_, &QPushButton::clicked, this, &QDialog::accept);
    connect(copy_, &QPushButton::clicked, this, &RecoveryKeyDialog::copy);
    connect(print_it, &QPushButton::clicked, this, &RecoveryKeyDialog::print);
    connect(save_it, &QPushButton::clicked, this, &RecoveryKeyDialog::save);
}

RecoveryKeyDialog::~RecoveryKeyDialog() {
    const QString own = key_->text();  // shares the field's memory
    if (copied_ && QApplication::clipboard()->text() == own) QApplication::clipboard()->clear();
    std::fill_n(const_cast<QChar*>(own.constData()), own.size(), QChar(u'*'));
}

QString RecoveryKeyDialog::key() const {
    return key_->text();
}

void RecoveryKeyDialog::reject() {
    if (written_->isChecked()) QDialog::reject();
}

QString RecoveryKeyDialog::sheet() const {
    return tr("Recovery key of the town file “%1”\n%2\n\n%3\n\nIt opens the personal records when a "
              "passphrase is forgotten: choose File, Passphrases, Passphrase forgotten. Keep it locked "
              "away.\n")
        .arg(town_, QDate::currentDate().toString(Qt::ISODate), key_->text());
}

void RecoveryKeyDialog::copy() {
    auto* mime = new QMimeData;
    mime->setText(key_->text());
    mime->setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");  // kept out of clipboard histories
    QApplication::clipboard()->setMimeData(mime);
    copied_ = true;
}

void RecoveryKeyDialog::print() {
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted) return;
    QTextDocument document;
    document.setDefaultFont(sized(font(), title_pt));
    document.setPlainText(sheet());
    document.print(&printer);
}

bool RecoveryKeyDialog::save_to(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray text = sheet().toUtf8();
    return file.write(text) == text.size() && file.flush();
}

void RecoveryKeyDialog::save() {
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the recovery key"), {}, tr("Text files (*.txt)"));
    if (file.isEmpty()) return;
    saved_->setText(save_to(file) ? tr("✓ Saved as %1").arg(file)
                                  : tr("◆ %1 cannot be written; choose another folder").arg(file));
    saved_->show();
}

}  // namespace liangdi::gui
