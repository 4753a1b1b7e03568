#include "gui/style_rule_form.hpp"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <cmath>

#include "gui/captions.hpp"
#include "gui/colour_button.hpp"
#include "gui/graphic_choice.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

constexpr int farthest_scale = 100'000'000;

QDoubleSpinBox* size_field(const QString& what, double least, double most) {
    auto* field = new QDoubleSpinBox;
    field->setRange(least, most);
    field->setDecimals(2);
    field->setSingleStep(0.5);
    field->setSuffix(QStringLiteral(" px"));
    field->setAccessibleName(what);
    field->setToolTip(what);
    field->setFixedWidth(88);
    return field;
}

QSpinBox* scale_field(const QString& what, const QString& none) {
    auto* field = new QSpinBox;
    field->setRange(0, farthest_scale);
    field->setSingleStep(500);
    field->setPrefix(QStringLiteral("1:"));
    field->setSpecialValueText(none);
    field->setAccessibleName(what);
    field->setToolTip(what);
    field->setFixedWidth(108);
    field->setKeyboardTracking(false);  // half a number is another scale
    return field;
}

/// The styles write "up to 1 500" as "below 1 501".
int shown_farthest(double max_scale) {
    if (!std::isfinite(max_scale)) return 0;
    return static_cast<int>(std::fmod(max_scale, 10) == 1 ? max_scale - 1 : max_scale);
}
double farthest_of(int shown) {
    return shown == 0 ? std::numeric_limits<double>::infinity() : shown % 10 == 0 ? shown + 1 : shown;
}

}  // namespace

StyleRuleForm::StyleRuleForm(std::vector<render::GraphicLook> drawings, QWidget* parent)
    : QWidget(parent),
      drawings_(std::move(drawings)),
      grid_(new QGridLayout(this)),
      title_(new QLineEdit),
      fill_(new ColourButton(tr("Fill colour"))),
      line_(new ColourButton(tr("Line colour"))),
      text_(new ColourButton(tr("Text colour"))),
      opacity_(new QSpinBox),
      nearest_(scale_field(tr("Shown from this scale"), tr("nearest"))),
      farthest_(scale_field(tr("Shown to this scale"), tr("farthest"))),
      width_(size_field(tr("Line width"), 0, 100)),
      pattern_size_(size_field(tr("Pattern size"), 1, 200)),
      symbol_size_(size_field(tr("Symbol size"), 1, 200)),
      text_size_(size_field(tr("Text size"), 4, 100)),
      dash_(new QComboBox),
      pattern_(new QComboBox),
      symbol_(new QComboBox) {
    build();
    connect_fields();
    connect_line();
    connect_graphic(pattern_, pattern_size_, &render::RuleLook::pattern);
    connect_graphic(symbol_, symbol_size_, &render::RuleLook::symbol);
}

StyleRuleForm::Row StyleRuleForm::add_row(const QString& words, const std::vector<QWidget*>& fields) {
    auto* label = new QLabel(words);
    label->setBuddy(fields.front());
    const int at = grid_->rowCount();
    grid_->addWidget(label, at, 0);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    for (auto* field : fields) row->addWidget(field);
    row->addStretch();
    grid_->addLayout(row, at, 1);
    Row all = fields;
    all.push_back(label);
    return all;
}

void StyleRuleForm::build() {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(8);
    grid_->setVerticalSpacing(4);
    grid_->setColumnStretch(1, 1);
    title_->setAccessibleName(tr("Title in legends"));
    title_->setToolTip(tr("Title in legends: Chinese, a blank, English"));
    title_->setMinimumWidth(240);
    opacity_->setRange(0, 100);
    opacity_->setSuffix(QStringLiteral(" %"));
    opacity_->setAccessibleName(tr("Opacity"));
    opacity_->setToolTip(tr("Opacity"));
    opacity_->setFixedWidth(76);
    dash_->setAccessibleName(tr("Dashes"));
    dash_->setToolTip(tr("Dashes"));
    dash_->setFixedWidth(104);
    for (auto* choice : {pattern_, symbol_}) {
        choice->setIconSize({24, 18});
        choice->setFixedWidth(140);
        choice->setMaxVisibleItems(14);
    }
    pattern_->setAccessibleName(tr("Pattern"));
    symbol_->setAccessibleName(tr("Symbol"));
    add_row(tr("Title"), {title_});
    fill_row_ = add_row(tr("Fill"), {fill_, opacity_});
    pattern_row_ = add_row(tr("Pattern"), {pattern_, pattern_size_});
    symbol_row_ = add_row(tr("Symbol"), {symbol_, symbol_size_});
    line_row_ = add_row(tr("Line"), {line_, width_, dash_});
    text_row_ = add_row(tr("Text"), {text_, text_size_});
    add_row(tr("Shown"), {nearest_, new QLabel(QStringLiteral("–")), farthest_});
}

void StyleRuleForm::connect_fields() {
    connect(title_, &QLineEdit::textEdited, this, [this] {
        look_.title = title_->text().trimmed().toStdString();
        tell();
    });
    connect(fill_, &ColourButton::chosen, this, [this](const QColor& colour) {
        look_.fill = colour.isValid() ? std::optional(colour) : std::nullopt;
        opacity_->setEnabled(look_.fill.has_value());
        tell();
    });
    connect(opacity_, &QSpinBox::valueChanged, this, [this](int percent) {
        if (showing_ || !look_.fill) return;
        look_.fill->setAlphaF(static_cast<float>(percent) / 100.F);
        fill_->set_colour(*look_.fill);
        tell();
    });
    connect(text_, &ColourButton::chosen, this, [this](const QColor& colour) {
        if (look_.text) look_.text->colour = colour;
        tell();
    });
    connect(text_size_, &QDoubleSpinBox::valueChanged, this, [this](double size) {
        if (showing_ || !look_.text) return;
        look_.text->size = size;
        tell();
    });
    connect(nearest_, &QSpinBox::valueChanged, this, [this](int denominator) {
        if (showing_) return;
        look_.min_scale = denominator;
        tell();
    });
    connect(farthest_, &QSpinBox::valueChanged, this, [this](int denominator) {
        if (showing_) return;
        look_.max_scale = farthest_of(denominator);
        tell();
    });
}

void StyleRuleForm::connect_graphic(QComboBox* choice, QDoubleSpinBox* size,
                                    std::optional<render::GraphicLook> render::RuleLook::*part) {
    connect(choice, &QComboBox::activated, this, [=, this](int index) {
        auto& now = look_.*part;
        auto wanted = graphic_at(*choice, index);
        if (wanted) wanted->size = now ? now->size : std::optional(size->value());
        now = wanted;
        size->setEnabled(now && now->size);
        tell();
    });
    connect(size, &QDoubleSpinBox::valueChanged, this, [=, this](double px) {
        auto& now = look_.*part;
        if (showing_ || !now) return;
        now->size = px;
        tell();
    });
}

void StyleRuleForm::show_graphic(QComboBox* choice, QDoubleSpinBox* size,
                                 const std::optional<render::GraphicLook>& look, bool none_too) {
    fill_graphics(*choice, drawings_, look, none_too);
    size->setEnabled(look && look->size);
    size->setValue(look ? look->size.value_or(0) : 12);
}

void StyleRuleForm::show_look(const render::RuleLook& look) {
    showing_ = true;
    look_ = look;
    if (title_->text().trimmed() != q(look.title)) title_->setText(q(look.title));
    const auto show = [](const Row& row, bool shown) {
        for (auto* widget : row) widget->setVisible(shown);
    };
    show(fill_row_, look.fill || look.is_area);
    fill_->set_colour(look.fill.value_or(QColor()));
    opacity_->setEnabled(look.fill.has_value());
    opacity_->setValue(look.fill ? static_cast<int>(std::lround(look.fill->alphaF() * 100)) : 100);
    show(pattern_row_, look.is_area);
    if (look.is_area) show_graphic(pattern_, pattern_size_, look.pattern, true);
    show(symbol_row_, look.symbol.has_value());
    if (look.symbol) show_graphic(symbol_, symbol_size_, look.symbol, false);
    show(line_row_, look.outline || look.is_area);
    show_line();
    show(text_row_, look.text.has_value());
    if (look.text) {
        text_->set_colour(look.text->colour);
        text_size_->setValue(look.text->size);
    }
    nearest_->setValue(static_cast<int>(look.min_scale));
    farthest_->setValue(shown_farthest(look.max_scale));
    showing_ = false;
}

void StyleRuleForm::tell() {
    if (!showing_) emit changed(look_);
}

}  // namespace liangdi::gui
