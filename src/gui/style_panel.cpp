#include "gui/style_panel.hpp"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/form_parts.hpp"
#include "gui/style_rule_form.hpp"
#include "gui/swatch.hpp"
#include "gui/tokens.hpp"
#include "render/page_legend.hpp"

namespace liangdi::gui {

namespace {

constexpr int pass_role = Qt::UserRole + 1, rule_role = Qt::UserRole + 2;
constexpr int fewest_rows = 3, most_rows = 9, around_px = 24;

render::RulePlace place_of(const QListWidgetItem& item) {
    return {item.data(pass_role).toULongLong(), item.data(rule_role).toULongLong()};
}

QString words_of(const render::Rule& rule) {
    const std::string title = render::title_in(rule.title, spoken_language());
    return q(title.empty() ? rule.name : title);
}

}  // namespace

StylePanel::StylePanel(std::vector<render::GraphicLook> drawings, QWidget* map)
    : MapCard(tr("Style"), map),
      head_(new QLabel),
      problem_(new QLabel),
      rules_(new QListWidget),
      form_(new StyleRuleForm(std::move(drawings))),
      paper_(new QCheckBox(tr("Printed sheets as well, sizes in proportion"))),
      ok_(new QPushButton(tr("OK"))),
      cancel_(new QPushButton(tr("Cancel"))),
      house_button_(new QPushButton(tr("Back to the house's style"))),
      load_(new QPushButton(tr("Load SLD…"))),
      save_(new QPushButton(tr("Save as SLD…"))) {
    build();
    map->installEventFilter(this);
    connect(rules_, &QListWidget::currentRowChanged, this, &StylePanel::show_current);
    connect(rules_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        auto look = render::look_of(rule_of(*item));
        look.visible = item->checkState() == Qt::Checked;
        rules_->setCurrentItem(item);
        change(*item, look);
        show_current();
    });
    connect(form_, &StyleRuleForm::changed, this, [this](const render::RuleLook& look) {
        if (auto* item = rules_->currentItem()) change(*item, look);
    });
    connect(ok_, &QPushButton::clicked, this, &StylePanel::keep_wanted);
    connect(cancel_, &QPushButton::clicked, this, &StylePanel::give_up);
    connect(this, &MapCard::closed, this, &StylePanel::give_up);
    connect(house_button_, &QPushButton::clicked, this, [this] { take(house_); });
    connect(load_, &QPushButton::clicked, this, &StylePanel::load_wanted);
    connect(save_, &QPushButton::clicked, this, &StylePanel::save_wanted);
}

void StylePanel::build() {
    head_->setObjectName("muted");
    make_refusal_line(*problem_);
    rules_->setAccessibleName(tr("Rules"));
    rules_->setIconSize({22, 14});
    rules_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rules_->setTextElideMode(Qt::ElideRight);
    paper_->setChecked(true);
    paper_->setToolTip(tr("Changes of a rule go to the rules of the same title on printed sheets."));
    ok_->setObjectName("primary");
    auto* files = new QHBoxLayout;
    files->setSpacing(4);
    for (auto* button : {load_, save_}) files->addWidget(button);
    files->addStretch();
    auto* ends = new QHBoxLayout;
    ends->setSpacing(4);
    ends->addWidget(house_button_);
    ends->addStretch();
    for (auto* button : {ok_, cancel_}) ends->addWidget(button);
    for (auto* button : {ok_, cancel_, house_button_, load_, save_}) button->setAutoDefault(false);
    column()->addWidget(head_);
    column()->addWidget(rules_);
    column()->addWidget(form_);
    column()->addWidget(paper_);
    column()->addWidget(problem_);
    column()->addLayout(files);
    column()->addLayout(ends);
    setFixedWidth(384);
}

void StylePanel::begin(const std::string& layer, std::vector<render::Style> styles,
                       std::vector<render::Style> house) {
    give_up();
    layer_ = layer;
    styles_ = before_ = std::move(styles);
    house_ = std::move(house);
    head_->setText(layer_caption(layer));
    problem_->hide();
    fill_rules();
    show();
    raise();
    fit();
    rules_->setFocus();
}

void StylePanel::take(std::vector<render::Style> styles) {
    problem_->hide();
    styles_ = std::move(styles);
    fill_rules();
    emit style_changed(layer_, screen());
}

void StylePanel::give_up() {
    if (!is_busy()) return;
    const bool other = styles_ != before_;
    styles_ = before_;
    if (other) emit style_changed(layer_, screen());
    end();
}

void StylePanel::end() {
    layer_.clear();
    hide();
}

render::Style& StylePanel::screen() {
    const auto found = std::ranges::find(styles_, std::string("screen"), &render::Style::name);
    return found == styles_.end() ? styles_.front() : *found;
}

render::Rule& StylePanel::rule_of(const QListWidgetItem& item) {
    const auto at = place_of(item);
    return screen().passes[at.pass].rules[at.rule];
}

void StylePanel::fill_rules() {
    const QSignalBlocker quiet(rules_);
    rules_->clear();
    const auto& passes = screen().passes;
    for (std::size_t pass = 0; pass < passes.size(); ++pass)
        for (std::size_t rule = 0; rule < passes[pass].rules.size(); ++rule) {
            auto* item = new QListWidgetItem(rules_);
            item->setData(pass_role, static_cast<qulonglong>(pass));
            item->setData(rule_role, static_cast<qulonglong>(rule));
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setSizeHint({0, row_height});
            show_rule(*item);
        }
    rules_->setCurrentRow(0);
    show_current();
}

void StylePanel::show_rule(QListWidgetItem& item) {
    const QSignalBlocker quiet(rules_);
    const auto& rule = rule_of(item);
    render::Style one = screen();
    one.passes = {{{rule}}};
    one.passes.front().rules.front().hidden = false;
    const auto look = render::look_of(rule);
    item.setIcon(swatch(one, palette(), devicePixelRatioF()));
    item.setText(look.text && !look.symbol && !look.is_area && !look.outline
                     ? tr("Label: %1").arg(words_of(rule))
                     : words_of(rule));
    item.setToolTip(item.text());
    item.setCheckState(rule.hidden ? Qt::Unchecked : Qt::Checked);
}

void StylePanel::show_current() {
    const auto* item = rules_->currentItem();
    form_->setVisible(item != nullptr);
    if (item) form_->show_look(render::look_of(rule_of(*item)));
    fit();
}

void StylePanel::change(QListWidgetItem& item, const render::RuleLook& look) {
    const auto chosen = static_cast<std::size_t>(&screen() - styles_.data());
    render::change_look(styles_, chosen, place_of(item), look, paper_->isChecked());
    show_rule(item);
    emit style_changed(layer_, screen());
}

/// The list takes what the map is high for, and not more than it has rows.
void StylePanel::fit() {
    if (isHidden()) return;
    const auto height_of = [this](int rows) { return rows * row_height + 2 * rules_->frameWidth(); };
    rules_->setFixedHeight(height_of(std::clamp(rules_->count(), fewest_rows, most_rows)));
    layout()->activate();
    const int over = sizeHint().height() + around_px - parentWidget()->height();
    if (over > 0) rules_->setFixedHeight(std::max(rules_->height() - over, height_of(fewest_rows)));
    layout()->activate();
    adjustSize();
}

void StylePanel::show_problem(const QString& words) {
    problem_->setText(QStringLiteral("◆ ") + words);
    problem_->show();
    fit();
}

QString StylePanel::problem() const {
    return problem_->isHidden() ? QString() : problem_->text();
}

/// Another card, another town: nothing stays half changed on the map.
void StylePanel::hideEvent(QHideEvent*) {
    if (isHidden()) give_up();
}

bool StylePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize) fit();
    return MapCard::eventFilter(watched, event);
}

}  // namespace liangdi::gui
