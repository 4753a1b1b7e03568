#include "gui/ground_panel.hpp"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/form_parts.hpp"
#include "gui/look.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

using tasks::GroundLayer;

QVariant to_variant(const std::vector<GroundLayer>& layers) {
    QVariantList all;
    for (const auto& layer : layers)
        all.append(QVariant(QVariantList{q(layer.file.string()), layer.kind == GroundLayer::Kind::heights,
                                         layer.opacity, layer.visible, layer.contour_interval_m}));
    return all;
}

std::vector<GroundLayer> ground_layers_of(const QVariant& kept) {
    std::vector<GroundLayer> out;
    for (const auto& one : kept.toList()) {
        const QVariantList parts = one.toList();
        if (parts.size() != 5 || parts[0].toString().isEmpty()) continue;
        GroundLayer layer;
        layer.file = parts[0].toString().toStdString();
        layer.kind = parts[1].toBool() ? GroundLayer::Kind::heights : GroundLayer::Kind::picture;
        layer.opacity = std::clamp(parts[2].toDouble(), 0.0, 1.0);
        layer.visible = parts[3].toBool();
        layer.contour_interval_m = std::max(parts[4].toDouble(), 0.0);
        out.push_back(std::move(layer));
    }
    return out;
}

GroundPanel::GroundPanel(QWidget* map)
    : MapCard(tr("Ground layers"), map),
      list_(new QListWidget),
      none_(
          new QLabel(tr("Nothing lies under the map yet: GeoTIFF, MBTiles or GeoPackage imagery, a model of "
                        "heights for hillshade and contours, or tiles of a server, kept for offline use."))),
      problem_(new QLabel),
      opacity_words_(new QLabel),
      interval_words_(new QLabel(tr("Contours every"))),
      opacity_(new QSlider(Qt::Horizontal)),
      interval_(new QDoubleSpinBox),
      up_(new QPushButton(tr("Up"))),
      down_(new QPushButton(tr("Down"))),
      remove_(new QPushButton(tr("Remove"))),
      address_(new QLineEdit) {
    list_->setAccessibleName(tr("Ground layers"));
    list_->setMinimumSize(330, 4 * row_height);
    list_->setMaximumHeight(6 * row_height);
    none_->setObjectName("muted");
    none_->setWordWrap(true);
    make_refusal_line(*problem_);
    opacity_->setRange(0, 100);
    opacity_->setAccessibleName(tr("Opacity"));
    interval_->setRange(0, 500);
    interval_->setDecimals(1);
    interval_->setSuffix(QStringLiteral(" m"));
    interval_->setSpecialValueText(tr("none"));
    interval_->setAccessibleName(tr("Contours every"));
    address_->setPlaceholderText(QStringLiteral("https://…/{z}/{x}/{y}.png"));
    address_->setAccessibleName(tr("Address of tiles"));
    address_->hide();
    auto* picture = new QPushButton(tr("Imagery…"));
    auto* heights = new QPushButton(tr("Heights…"));
    auto* tiles = new QPushButton(tr("Map tiles…"));
    auto* look = new QHBoxLayout;
    look->addWidget(opacity_words_);
    look->addWidget(opacity_, 1);
    look->addWidget(interval_words_);
    look->addWidget(interval_);
    auto* order = new QHBoxLayout;
    order->setSpacing(4);
    for (auto* button : {up_, down_, remove_}) order->addWidget(button);
    order->addStretch();
    auto* adding = new QHBoxLayout;
    adding->setSpacing(4);
    for (auto* button : {picture, heights, tiles}) adding->addWidget(button);
    adding->addStretch();
    column()->addWidget(none_);
    column()->addWidget(list_);
    column()->addLayout(look);
    column()->addLayout(order);
    column()->addWidget(address_);
    column()->addWidget(problem_);
    column()->addLayout(adding);
    setFixedWidth(360);
    connect(picture, &QPushButton::clicked, this, &GroundPanel::picture_wanted);
    connect(heights, &QPushButton::clicked, this, &GroundPanel::heights_wanted);
    connect(tiles, &QPushButton::clicked, this, &GroundPanel::ask_address);
    connect(address_, &QLineEdit::returnPressed, this,
            [this] { emit address_given(address_->text().trimmed()); });
    connect(list_, &QListWidget::currentRowChanged, this, &GroundPanel::show_current);
    connect(list_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        layers_[index_of(list_->row(item))].visible = item->checkState() == Qt::Checked;
        emit layers_changed();
    });
    connect(opacity_, &QSlider::valueChanged, this, [this](int percent) {
        auto* layer = current();
        if (!layer) return;
        layer->opacity = percent / 100.0;
        opacity_words_->setText(tr("Opacity %1 %").arg(percent));
        emit layers_changed();
    });
    connect(interval_, &QDoubleSpinBox::editingFinished, this, [this] {
        auto* layer = current();
        if (!layer || layer->contour_interval_m == interval_->value()) return;
        layer->contour_interval_m = interval_->value();
        emit layers_changed();
    });
    connect(up_, &QPushButton::clicked, this, [this] { move_current(-1); });
    connect(down_, &QPushButton::clicked, this, [this] { move_current(1); });
    connect(remove_, &QPushButton::clicked, this, [this] {
        const int row = list_->currentRow();
        if (row < 0) return;
        layers_.erase(layers_.begin() + static_cast<std::ptrdiff_t>(index_of(row)));
        fill(std::min(row, static_cast<int>(layers_.size()) - 1));
        emit layers_changed();
    });
    fill(-1);
}

void GroundPanel::show_layers(std::vector<GroundLayer> layers) {
    layers_ = std::move(layers);
    fill(layers_.empty() ? -1 : 0);
}

void GroundPanel::add(GroundLayer layer) {
    problem_->hide();
    address_->hide();
    // A hillshade darkens what lies under it; over it a picture would hide it.
    auto at = layers_.end();
    if (layer.kind == GroundLayer::Kind::picture)
        at = std::ranges::find(layers_, GroundLayer::Kind::heights, &GroundLayer::kind);
    at = layers_.insert(at, std::move(layer));
    fill(static_cast<int>(layers_.end() - at) - 1);
    emit layers_changed();
}

void GroundPanel::fill(int row) {
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
        const QString name = q(layer->file.filename().string());
        auto* item = new QListWidgetItem(
            layer->kind == GroundLayer::Kind::heights ? tr("%1 · heights").arg(name) : name, list_);
        item->setToolTip(q(layer->file.string()));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(layer->visible ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint({0, row_height});
    }
    list_->setCurrentRow(row);
    list_->setVisible(!layers_.empty());
    none_->setVisible(layers_.empty());
    show_current();
}

void GroundPanel::show_current() {
    const auto* layer = current();
    const QSignalBlocker quiet_opacity(opacity_), quiet_interval(interval_);
    const bool heights = layer && layer->kind == GroundLayer::Kind::heights;
    for (QWidget* widget : std::initializer_list<QWidget*>{opacity_, opacity_words_, up_, down_, remove_})
        widget->setVisible(layer);
    interval_->setVisible(heights);
    interval_words_->setVisible(heights);
    if (layer) {
        const int percent = static_cast<int>(layer->opacity * 100 + 0.5);
        opacity_->setValue(percent);
        opacity_words_->setText(tr("Opacity %1 %").arg(percent));
        interval_->setValue(layer->contour_interval_m);
        up_->setEnabled(list_->currentRow() > 0);
        down_->setEnabled(list_->currentRow() + 1 < list_->count());
    }
    adjustSize();
}

GroundLayer* GroundPanel::current() {
    const int row = list_->currentRow();
    return row < 0 || row >= static_cast<int>(layers_.size()) ? nullptr : &layers_[index_of(row)];
}

void GroundPanel::move_current(int by) {
    const int row = list_->currentRow(), to = row + by;
    if (row < 0 || to < 0 || to >= list_->count()) return;
    std::swap(layers_[index_of(row)], layers_[index_of(to)]);
    fill(to);
    emit layers_changed();
}

void GroundPanel::ask_address() {
    address_->show();
    address_->setFocus();
    adjustSize();
}

void GroundPanel::show_problem(const QString& words) {
    problem_->setText(QStringLiteral("◆ ") + words);
    problem_->show();
    adjustSize();
}

QString GroundPanel::problem() const {
    return problem_->isHidden() ? QString() : problem_->text();
}

}  // namespace liangdi::gui
