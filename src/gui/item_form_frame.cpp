// What ItemForm is made of; item_form.cpp fills it and takes what is typed.
#include "gui/item_form.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/look.hpp"
#include "gui/sheet_document.hpp"
#include "render/page_layout.hpp"

namespace liangdi::gui {

namespace {

QDoubleSpinBox* mm_field(double most, double step = 1) {
    auto* field = new QDoubleSpinBox;
    field->setRange(0, most);
    field->setDecimals(step < 1 ? 2 : 1);
    field->setSingleStep(step);
    field->setSuffix(QStringLiteral(" mm"));
    field->setAlignment(Qt::AlignRight);
    field->setKeyboardTracking(false);  // a number is taken when it is whole
    return field;
}

constexpr const char* papers[] = {"A0", "A1", "A2", "A3", "A4", "A5"};

}  // namespace

void ItemForm::build() {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    chooser_ = new QComboBox;
    chooser_->setAccessibleName(tr("Items of this sheet"));
    chooser_->setMaxVisibleItems(24);
    chooser_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chooser_->setMinimumContentsLength(8);
    about_ = new QLabel;
    about_->setObjectName("muted");
    about_->setWordWrap(true);
    left_ = mm_field(5000);
    top_ = mm_field(5000);
    width_ = mm_field(5000);
    height_ = mm_field(5000);
    for (auto* field : {left_, top_}) field->setMinimum(-5000);
    own_height_ = mm_field(5000);
    own_height_->setSpecialValueText(tr("as needed"));
    zh_ = new QLineEdit;
    en_ = new QLineEdit;
    zh_->setToolTip(tr("{word} is filled in for each page; \\n begins a new line"));
    en_->setToolTip(zh_->toolTip());
    size_ = mm_field(100, 0.2);
    bold_ = new QCheckBox(tr("Bold"));
    align_ = new QComboBox;
    align_->addItem(tr("Left"), "left");
    align_->addItem(tr("Centre"), "centre");
    align_->addItem(tr("Right"), "right");
    named_ = new QComboBox;
    row_ = mm_field(100, 0.2);
    columns_ = new QSpinBox;
    columns_->setRange(1, 12);
    columns_->setAlignment(Qt::AlignRight);
    columns_->setKeyboardTracking(false);
    scale_ = new QComboBox;
    scale_->setEditable(true);
    scale_->setInsertPolicy(QComboBox::NoInsert);
    scale_->setToolTip(tr("Of this page; “fits” takes the largest of the template's scales that shows all"));
    margin_ = mm_field(200);
    ticks_ = new QCheckBox(tr("Coordinate ticks"));
    line_ = mm_field(20, 0.05);
    edition_ = new QComboBox;
    edition_->addItem(tr("In both editions"), "");
    edition_->addItem(tr("Internal only"), "staff");
    edition_->addItem(tr("Public only"), "public");
    paper_ = new QComboBox;
    for (const char* name : papers) {
        paper_->addItem(tr("%1 landscape").arg(QLatin1String(name)), QLatin1String(name));
        paper_->addItem(tr("%1 portrait").arg(QLatin1String(name)),
                        QString(QLatin1String(name)) + QStringLiteral(" portrait"));
    }
    maker_ = new QLineEdit;
    maker_->setPlaceholderText(tr("the town's administration"));
    approved_ = new QCheckBox(tr("Approved: no longer a sketch"));
    remove_ = new QPushButton(icon("edit-delete"), tr("Take off the sheet"));
    remove_->setToolTip(tr("Take the item off the sheet (Del)"));

    auto* inside = new QWidget;
    rows_ = new QFormLayout(inside);
    rows_->setContentsMargins(12, 8, 12, 12);
    rows_->setVerticalSpacing(6);
    rows_->setHorizontalSpacing(8);
    rows_->setLabelAlignment(Qt::AlignLeft);
    rows_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [this](const QString& label, QWidget* field) {
        if (label.isEmpty()) {
            rows_->addRow(field);
        } else {
            rows_->addRow(label, field);
            field->setAccessibleName(label);
        }
        all_fields_.push_back(field);
    };
    add(tr("Title, Chinese"), zh_);  // named anew for texts
    add(tr("Title, English"), en_);
    add(tr("Paper"), paper_);
    add(tr("From left"), left_);
    add(tr("From top"), top_);
    add(tr("Width"), width_);
    add(tr("Height"), height_);
    add(tr("Own height"), own_height_);
    add(tr("Shows"), named_);
    add(tr("Size"), size_);
    add({}, bold_);
    add(tr("Align"), align_);
    add(tr("Row height"), row_);
    add(tr("Columns"), columns_);
    add(tr("Scale 1:"), scale_);
    add(tr("Margin"), margin_);
    add({}, ticks_);
    add(tr("Line width"), line_);
    add(tr("Edition"), edition_);
    add(tr("Made by"), maker_);
    add({}, approved_);
    add({}, remove_);
    auto* area = new QScrollArea;
    area->setObjectName("panel");
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inside->setObjectName("panel");
    area->setWidget(inside);
    auto* head = new QWidget;
    auto* head_column = new QVBoxLayout(head);
    head_column->setContentsMargins(12, 10, 12, 4);
    head_column->setSpacing(4);
    head_column->addWidget(chooser_);
    head_column->addWidget(about_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(area, 1);
}

void ItemForm::connect_fields() {
    connect(chooser_, &QComboBox::activated, this, [this](int row) {
        std::vector<int> path;
        for (const auto& step : chooser_->itemData(row).toList()) path.push_back(step.toInt());
        emit chosen(path);
    });
    for (auto* field : {left_, top_, width_, height_})
        connect(field, &QDoubleSpinBox::valueChanged, this, &ItemForm::set_box);
    const auto number = [this](QDoubleSpinBox* field, const QString& words, const char* key) {
        connect(field, &QDoubleSpinBox::valueChanged, this,
                [=, this](double value) { set(words, key, value); });
    };
    number(size_, tr("Size"), "size");
    number(row_, tr("Row height"), "row");
    number(margin_, tr("Margin"), "margin");
    number(line_, tr("Line width"), "width");
    connect(own_height_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        set(tr("Own height"), "height",
            value > 0 ? tasks::FieldValue(value) : tasks::FieldValue(std::monostate()));
    });
    connect(columns_, &QSpinBox::valueChanged, this,
            [this](int value) { set(tr("Columns"), "columns", static_cast<double>(value)); });
    connect(bold_, &QCheckBox::toggled, this, [this](bool on) { set(tr("Bold"), "bold", on); });
    connect(ticks_, &QCheckBox::toggled, this, [this](bool on) { set(tr("Coordinate ticks"), "ticks", on); });
    connect(align_, &QComboBox::activated, this,
            [this] { set(tr("Align"), "align", align_->currentData().toString().toStdString()); });
    connect(edition_, &QComboBox::activated, this, [this] {
        const auto value = edition_->currentData().toString().toStdString();
        set(tr("Edition"), "edition",
            value.empty() ? tasks::FieldValue(std::monostate()) : tasks::FieldValue(value));
    });
    connect(named_, &QComboBox::activated, this, [this] {
        const auto* item = document_.item(path_);
        if (!item) return;
        const auto value = named_->currentData().toString().toStdString();
        const char* key = std::holds_alternative<render::TableSpec>(item->what)   ? "table"
                          : std::holds_alternative<render::ImageSpec>(item->what) ? "image"
                          : std::holds_alternative<render::ChartSpec>(item->what) ? "chart"
                          : std::holds_alternative<render::MapSpec>(item->what)   ? "name"
                                                                                  : "map";
        set(tr("Shows"), key, value);
    });
    for (auto* field : {zh_, en_})
        connect(field, &QLineEdit::editingFinished, this, [this] {
            const auto* item = document_.item(path_);
            set_wording(!item                                                    ? "title"
                        : std::holds_alternative<render::LegendSpec>(item->what) ? "heading"
                                                                                 : "text");
        });
    connect(scale_, &QComboBox::activated, this, &ItemForm::set_scale);
    connect(scale_->lineEdit(), &QLineEdit::returnPressed, this, &ItemForm::set_scale);
    connect(paper_, &QComboBox::activated, this,
            [this] { set(tr("Paper"), "paper", paper_->currentData().toString().toStdString()); });
    connect(maker_, &QLineEdit::editingFinished, this, &ItemForm::params_changed);
    connect(approved_, &QCheckBox::toggled, this, &ItemForm::params_changed);
    connect(remove_, &QPushButton::clicked, this, [this] { emit removal_wanted(path_); });
}

}  // namespace liangdi::gui
