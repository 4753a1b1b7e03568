#include "gui/atlas_form.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <optional>

#include "gui/form_parts.hpp"
#include "gui/look.hpp"

namespace liangdi::gui {

namespace {
struct Kind {
    bool separate;
    tasks::AtlasFormat format;
    std::optional<render::PosterTiles> poster = {};
};
const Kind kinds[] = {{false, tasks::AtlasFormat::pdf},
                      {true, tasks::AtlasFormat::pdf},
                      {true, tasks::AtlasFormat::png},
                      {true, tasks::AtlasFormat::svg},
                      {true, tasks::AtlasFormat::tif},
                      {true, tasks::AtlasFormat::pdf, render::poster_of_a4},
                      {true, tasks::AtlasFormat::pdf, render::poster_of_a3}};

/// A proposal never overwrites: what is there already gets a number beside it. A folder may be gone on with.
QString free_name(const QString& stem, const QString& ending) {
    if (ending.isEmpty()) return stem;
    QString name = stem + ending;
    for (int n = 2; QFileInfo::exists(name); ++n)
        name = QStringLiteral("%1 (%2)%3").arg(stem).arg(n).arg(ending);
    return name;
}
}  // namespace

AtlasForm::AtlasForm(QWidget* parent)
    : QWidget(parent),
      kind_(new QComboBox),
      dpi_(new QSpinBox),
      resume_(new QCheckBox(tr("Go on with a run that was broken off"))),
      target_(new QLineEdit),
      pages_(new QLabel),
      result_(new QLabel),
      refusal_(new QLabel),
      dpi_label_(new QLabel(tr("Dots an inch"))),
      start_(new QPushButton(tr("Make the atlas"))) {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    for (const auto& words :
         {tr("One PDF of all pages"), tr("A PDF for each page"), tr("A PNG for each page"),
          tr("An SVG for each page"), tr("A GeoTIFF for each page"), tr("Posters, to be glued of A4 sheets"),
          tr("Posters, to be glued of A3 sheets")})
        kind_->addItem(words);
    kind_->setAccessibleName(tr("Files"));
    dpi_->setRange(36, 1200);
    dpi_->setValue(300);
    dpi_->setAccessibleName(tr("Dots an inch"));
    resume_->setToolTip(tr("Pages that are whole stay, where neither the town nor the sheet has changed"));
    target_->setAccessibleName(tr("Where to"));
    start_->setObjectName("primary");
    pages_->setWordWrap(true);
    result_->setObjectName("ok");
    result_->setWordWrap(true);
    make_refusal_line(*refusal_);
    auto* browse_button = new QToolButton;
    browse_button->setIcon(icon("document-open"));
    browse_button->setAutoRaise(true);
    browse_button->setToolTip(tr("Choose where to…"));
    browse_button->setAccessibleName(tr("Choose where to…"));
    auto* where = new QHBoxLayout;
    where->setSpacing(4);
    where->addWidget(target_, 1);
    where->addWidget(browse_button);
    auto* rows = new QFormLayout;
    rows->setVerticalSpacing(8);
    rows->addRow(tr("Files"), kind_);
    rows->addRow(dpi_label_, dpi_);
    rows->addRow(tr("Where to"), where);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(start_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    column->addWidget(pages_);
    column->addLayout(rows);
    column->addWidget(resume_);
    column->addWidget(refusal_);
    column->addLayout(buttons);
    column->addWidget(result_);
    column->addStretch();
    connect(kind_, &QComboBox::currentIndexChanged, this, &AtlasForm::show_kind);
    connect(browse_button, &QToolButton::clicked, this, &AtlasForm::browse);
    connect(target_, &QLineEdit::textEdited, this, [this] { typed_ = true; });
    connect(start_, &QPushButton::clicked, this, [this] {
        refusal_->hide();
        result_->clear();
        if (target_->text().trimmed().isEmpty()) {
            show_refusal(tr("Say where to: a file, or a folder for a file a page."));
            return;
        }
        emit start_wanted();
    });
    show_kind();
}

void AtlasForm::show_pages(int listed, int all) {
    pages_->setText(listed == all ? tr("All %n page(s)", nullptr, all)
                                  : tr("The %1 pages that the list shows, of %2").arg(listed).arg(all));
    start_->setEnabled(listed > 0);
}

void AtlasForm::propose(const QString& folder, const QString& name) {
    folder_ = folder;
    name_ = name;
    if (!typed_) show_kind();
}

void AtlasForm::show_kind() {
    const Kind& kind = kinds[kind_->currentIndex()];
    const bool picture = kind.format == tasks::AtlasFormat::png || kind.format == tasks::AtlasFormat::tif;
    dpi_->setVisible(picture);
    dpi_label_->setVisible(picture);
    resume_->setVisible(kind.separate);
    if (!typed_ && !name_.isEmpty())
        target_->setText(
            free_name(folder_ + '/' + name_, kind.separate ? QString() : QStringLiteral(".pdf")));
}

void AtlasForm::browse() {
    const QString chosen =
        kinds[kind_->currentIndex()].separate
            ? QFileDialog::getExistingDirectory(this, tr("A folder for the pages"), target_->text())
            : QFileDialog::getSaveFileName(this, tr("The atlas as"), target_->text(), tr("PDF (*.pdf)"));
    if (chosen.isEmpty()) return;
    typed_ = true;
    target_->setText(chosen);
}

tasks::AtlasParams AtlasForm::params() const {
    const Kind& kind = kinds[kind_->currentIndex()];
    tasks::AtlasParams params;
    params.out = target_->text().trimmed().toStdString();
    params.separate = kind.separate;
    params.format = kind.format;
    params.poster = kind.poster;
    params.dpi = dpi_->value();
    params.resume = kind.separate && resume_->isChecked();
    return params;
}

void AtlasForm::set_busy(bool busy) {
    start_->setEnabled(!busy);
    start_->setText(busy ? tr("Being made…") : tr("Make the atlas"));
}

void AtlasForm::show_result(const QString& words) {
    result_->setText(words);
}

void AtlasForm::show_refusal(const QString& words) {
    refusal_->setText(words);
    refusal_->show();
}

}  // namespace liangdi::gui
