#include "gui/import_file_page.hpp"

#include <QComboBox>
#include <QDateTime>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/findings_model.hpp"
#include "gui/form_parts.hpp"
#include "gui/import_words.hpp"
#include "gui/look.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

ImportFilePage::ImportFilePage(QWidget* parent)
    : QWidget(parent),
      files_(new QListWidget),
      choose_(new QPushButton(icon("document-open"), tr("Choose files…"))),
      layer_(new QComboBox),
      format_(new QLabel),
      rows_(new QLabel),
      shapes_(new QLabel),
      size_(new QLabel),
      changed_(new QLabel),
      problem_(new QLabel),
      remarks_(new QLabel),
      none_(new QLabel(
          tr("Choose a file, or drop one on the window: Excel, CSV, shapefile, GeoPackage, DXF, "
             "CASS, VCT, KML, survey text and whatever else GDAL reads. Several files go one after "
             "the other; a folder with a load.json is loaded as a whole."))),
      facts_(new QWidget) {
    files_->setAccessibleName(tr("Files"));
    files_->setFocusPolicy(Qt::NoFocus);
    files_->setSelectionMode(QAbstractItemView::NoSelection);
    files_->setFixedWidth(320);
    layer_->setAccessibleName(tr("Layer"));
    layer_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    make_refusal_line(*problem_);
    for (auto* label : {none_, remarks_}) label->setWordWrap(true);
    none_->setObjectName("muted");
    auto* form = new QFormLayout(facts_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->addRow(tr("Format"), format_);
    form->addRow(tr("Layer"), layer_);
    form->addRow(tr("Rows"), rows_);
    form->addRow(tr("Shapes"), shapes_);
    form->addRow(tr("Size"), size_);
    form->addRow(tr("Changed on"), changed_);
    form->addRow(tr("To know"), remarks_);
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(files_, 1);
    left->addWidget(choose_, 0, Qt::AlignLeft);
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(none_);
    right->addWidget(problem_);
    right->addWidget(facts_);
    right->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 14, 14, 14);
    row->setSpacing(24);
    row->addLayout(left);
    row->addLayout(right, 1);
    facts_->hide();
    connect(choose_, &QPushButton::clicked, this, &ImportFilePage::choose_wanted);
    connect(layer_, &QComboBox::currentTextChanged, this, &ImportFilePage::layer_wanted);
}

void ImportFilePage::show_files(const std::vector<std::filesystem::path>& files, std::size_t done) {
    files_->clear();
    for (std::size_t i = 0; i < files.size(); ++i) {
        const QString name = q(files[i].filename().string());
        auto* item = new QListWidgetItem(i < done    ? tr("✓ %1, done").arg(name)
                                         : i == done ? QStringLiteral("▸ ") + name
                                                     : "    " + name,
                                         files_);
        item->setToolTip(q(files[i].string()));
        item->setSizeHint({0, row_height});
        if (i == done) item->setFont(bold(font()));
        if (i < done) item->setForeground(tokens_for(palette()).muted);
    }
    none_->setVisible(files.empty());
    choose_->setText(files.empty() ? tr("Choose files…") : tr("Other files…"));
    if (files.empty()) facts_->hide();
}

void ImportFilePage::show_preview(const std::filesystem::path& file, const tasks::ImportPreview& preview) {
    problem_->hide();
    facts_->show();
    format_->setText(format_caption(preview.format));
    {
        const QSignalBlocker quiet(layer_);
        layer_->clear();
        for (const auto& layer : preview.layers) layer_->addItem(q(layer));
        layer_->setCurrentText(q(preview.layer));
        layer_->setEnabled(preview.layers.size() > 1);
    }
    rows_->setText(grouped(static_cast<double>(preview.count), 0));
    shapes_->setText(preview.has_geometry ? tr("yes") : tr("none, a table"));
    const QFileInfo info(q(file.string()));
    size_->setText(info.isDir() ? QStringLiteral("—") : QLocale().formattedDataSize(info.size()));
    changed_->setText(info.lastModified().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    QStringList remarks;
    for (const auto& remark : preview.remarks)
        remarks << severity_caption(remark.severity) + QStringLiteral("  ") + import_finding_caption(remark);
    remarks_->setText(remarks.isEmpty() ? tr("✓ nothing to complain of") : remarks.join('\n'));
}

void ImportFilePage::show_problem(const QString& words) {
    problem_->setText(QStringLiteral("◆ ") + words);
    problem_->show();
    facts_->hide();
}

}  // namespace liangdi::gui
