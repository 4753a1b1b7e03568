// The row of StyleRuleForm about lines: colour, width, dashes.
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPainter>
#include <QPixmap>
#include <array>

#include "gui/colour_button.hpp"
#include "gui/style_rule_form.hpp"

namespace liangdi::gui {

namespace {

using Dashes = std::vector<double>;

const std::array<Dashes, 4>& usual_dashes() {
    static const std::array<Dashes, 4> usual{{{}, {6, 3}, {1.5, 2.5}, {10, 3, 2, 3}}};
    return usual;
}

constexpr int no_line = -1;

QIcon picture_of(const Dashes& dashes, const QWidget& widget) {
    constexpr int width = 56, height = 12;
    const double ratio = widget.devicePixelRatioF();
    QPixmap pixmap(QSizeF(width * ratio, height * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    constexpr double thick = 1.6;
    QPen pen(widget.palette().color(QPalette::Text), thick);
    pen.setCapStyle(Qt::FlatCap);
    QList<qreal> pattern;
    for (const double dash : dashes) pattern << dash / thick;
    if (!pattern.isEmpty()) pen.setDashPattern(pattern);
    painter.setPen(pen);
    painter.drawLine(QPointF(0, height / 2.0), QPointF(width, height / 2.0));
    return QIcon(pixmap);
}

void add(QComboBox& box, const Dashes& dashes, const QString& words, int index) {
    box.addItem(picture_of(dashes, box), {}, index);
    box.setItemData(box.count() - 1, words, Qt::ToolTipRole);
    box.setItemData(box.count() - 1, words, Qt::AccessibleTextRole);
}

}  // namespace

void StyleRuleForm::connect_line() {
    dash_->setIconSize({56, 12});
    const auto line = [this]() -> render::LineLook& {
        if (!look_.outline) look_.outline = render::LineLook{line_->colour(), width_->value(), {}};
        return *look_.outline;
    };
    connect(line_, &ColourButton::chosen, this, [this, line](const QColor& colour) {
        if (colour.isValid()) {
            line().colour = colour;
        } else {
            look_.outline.reset();
        }
        showing_ = true;
        show_line();
        showing_ = false;
        tell();
    });
    connect(width_, &QDoubleSpinBox::valueChanged, this, [this](double width) {
        if (showing_ || !look_.outline) return;
        look_.outline->width = width;
        tell();
    });
    connect(dash_, &QComboBox::activated, this, [this, line](int index) {
        const int which = dash_->itemData(index).toInt();
        if (which == no_line) {
            look_.outline.reset();
        } else if (which < static_cast<int>(usual_dashes().size())) {
            if (!look_.outline) line_->set_colour(QColor(0x5E, 0x4A, 0x38));
            line().dashes = usual_dashes()[static_cast<std::size_t>(which)];
        }
        showing_ = true;
        show_line();
        showing_ = false;
        tell();
    });
}

void StyleRuleForm::show_line() {
    const auto& line = look_.outline;
    line_->set_colour(line ? line->colour : QColor());
    width_->setEnabled(line && line->width);
    width_->setValue(line ? line->width.value_or(0) : 1);
    dash_->clear();
    if (look_.is_area) dash_->addItem(tr("none"), no_line);
    const QString words[] = {tr("solid"), tr("dashed"), tr("dotted"), tr("dashes and dots")};
    int current = 0;
    for (int i = 0; i < static_cast<int>(usual_dashes().size()); ++i) {
        add(*dash_, usual_dashes()[static_cast<std::size_t>(i)], words[i], i);
        if (line && line->dashes == usual_dashes()[static_cast<std::size_t>(i)]) current = dash_->count() - 1;
    }
    if (line && !line->dashes.empty() && current == 0) {  // of its own kind
        add(*dash_, line->dashes, tr("as it is"), static_cast<int>(usual_dashes().size()));
        current = dash_->count() - 1;
    } else if (line && line->dashes.empty()) {
        current = look_.is_area ? 1 : 0;
    }
    dash_->setCurrentIndex(current);
}

}  // namespace liangdi::gui
