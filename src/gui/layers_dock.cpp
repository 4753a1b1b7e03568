#include "gui/layers_dock.hpp"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "gui/captions.hpp"
#include "gui/look.hpp"
#include "gui/swatch.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

constexpr int layer_role = Qt::UserRole + 1;

/// The denominators between which anything is drawn, as "≥1:1 500": empty where there is no limit.
QString range_text(const render::Style& style) {
    double farthest = 0;
    for (const auto& pass : style.passes) {
        for (const auto& rule : pass.rules)
            if (!rule.hidden) farthest = std::max(farthest, rule.max_scale);
    }
    if (!std::isfinite(farthest) || farthest <= 0) return {};
    if (std::fmod(farthest, 10) == 1) farthest -= 1;  // the styles write "up to 1 500" as "below 1 501"
    return QStringLiteral("≥1:%1").arg(grouped(farthest, 0));
}

}  // namespace

LayersDock::LayersDock(QWidget* parent) : QWidget(parent), filter_(new QLineEdit), tree_(new QTreeWidget) {
    setObjectName("panel");
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(left_dock_width);
    filter_->setPlaceholderText(tr("Filter layers"));
    filter_->addAction(icon("view-filter"), QLineEdit::LeadingPosition);
    filter_->setClearButtonEnabled(true);
    filter_->setAccessibleName(tr("Filter layers"));
    tree_->setHeaderHidden(true);
    tree_->setColumnCount(2);
    tree_->setIndentation(12);
    tree_->setIconSize({22, 14});
    tree_->setUniformRowHeights(true);
    tree_->setAccessibleName(tr("Layers"));
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(0);
    auto* margin = new QVBoxLayout;
    margin->setContentsMargins(8, 8, 8, 8);
    margin->addWidget(filter_);
    column->addLayout(margin);
    column->addWidget(tree_);
    tree_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(tree_, &QWidget::customContextMenuRequested, this, &LayersDock::show_menu);
    connect(filter_, &QLineEdit::textChanged, this, &LayersDock::filter);
    connect(tree_, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int changed_column) {
        if (changed_column != 0) return;
        const QString layer = item->data(0, layer_role).toString();
        if (!layer.isEmpty())
            emit visibility_changed(layer.toStdString(), item->checkState(0) == Qt::Checked);
    });
}

void LayersDock::set_layers(const std::vector<render::MapLayer>& layers) {
    const QSignalBlocker quiet(tree_);
    layers_ = layers;
    counts_.clear();
    tree_->clear();
    const std::pair<QString, std::vector<const char*>> groups[] = {
        {tr("Resettlement area (town)"),
         {"community", "grid", "grid_tint", "facility", "entrance", "building", "street", "barrier"}},
        {tr("Origin (villages)"),
         {"village", "boundary_point", "land_status", "homestead", "woodland", "farmland", "restriction"}}};
    for (const auto& [title, names] : groups) {
        QTreeWidgetItem* group = nullptr;
        for (const char* name : names) {
            const auto layer = std::ranges::find(layers_, std::string(name), &render::MapLayer::name);
            if (layer == layers_.end()) continue;
            if (!group) {
                group = new QTreeWidgetItem(tree_, {title});
                group->setFont(0, bold(tree_->font()));
                group->setSizeHint(0, QSize(0, row_height));
                group->setFirstColumnSpanned(true);
                group->setFlags(group->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
            }
            auto* item = new QTreeWidgetItem(group, {layer_caption(name)});
            item->setData(0, layer_role, QString::fromLatin1(name));
            item->setIcon(0, swatch(layer->style, palette(), devicePixelRatioF()));
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(0, layer->visible ? Qt::Checked : Qt::Unchecked);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            item->setSizeHint(0, QSize(0, row_height));
        }
        if (group) group->setExpanded(true);
    }
    set_scale(scale_);
    filter(filter_->text());
    keep_room();
}

/// For every name beside the scales at which the layer shows.
void LayersDock::keep_room() {
    constexpr int before_name_px = 108;  // branch, tick, swatch
    int width = left_dock_width;
    for (const auto& layer : layers_) {
        if (!item_of(layer.name)) continue;
        const auto words = [this](const QString& text) { return fontMetrics().horizontalAdvance(text); };
        width = std::max(width,
                         before_name_px + words(layer_caption(layer.name)) + words(range_text(layer.style)));
    }
    setMinimumWidth(width);
}

void LayersDock::set_counts(const std::map<std::string, std::int64_t>& counts) {
    counts_ = counts;
    set_scale(scale_);
}

void LayersDock::set_scale(double denominator) {
    const QSignalBlocker quiet(tree_);
    scale_ = denominator;
    const Tokens& tokens = tokens_for(palette());
    for (const auto& layer : layers_) {
        auto* item = item_of(layer.name);
        if (!item) continue;
        const auto found = counts_.find(layer.name);
        const bool shows = scale_ <= 0 || render::draws_at(layer.style, scale_);
        QString count = found == counts_.end() ? QString() : grouped(static_cast<double>(found->second), 0);
        if (!shows) {
            if (const QString range = range_text(layer.style); !range.isEmpty()) count = range;
        }
        item->setText(1, count);
        item->setForeground(0, shows ? tokens.text : tokens.edge);
        item->setForeground(1, tokens.muted);
        item->setToolTip(
            0, shows ? QString() : tr("Hidden at this scale; shows at %1").arg(range_text(layer.style)));
    }
    tree_->viewport()->update();
}

void LayersDock::show_style(const std::string& layer, const render::Style& style) {
    for (auto& known : layers_)
        if (known.name == layer) known.style = style;
    const QSignalBlocker quiet(tree_);
    if (auto* item = item_of(layer)) item->setIcon(0, swatch(style, palette(), devicePixelRatioF()));
    set_scale(scale_);
}

std::string LayersDock::current_layer() const {
    const auto* item = tree_->currentItem();
    if (item && item->parent()) return item->data(0, layer_role).toString().toStdString();
    const auto* group = item ? item : tree_->topLevelItem(0);
    return group && group->childCount() > 0 ? group->child(0)->data(0, layer_role).toString().toStdString()
                                            : std::string();
}

void LayersDock::show_menu(const QPoint& at) {
    const auto* item = tree_->itemAt(at);
    const std::string layer = item ? item->data(0, layer_role).toString().toStdString() : std::string();
    if (layer.empty()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Style…"), this, [this, layer] { emit style_wanted(layer); });
    menu->addAction(tr("Zoom to the layer"), this, [this, layer] { emit zoom_wanted(layer); });
    menu->addAction(tr("Attribute table"), this, [this, layer] { emit table_wanted(layer); });
    menu->popup(tree_->viewport()->mapToGlobal(at));
}

QTreeWidgetItem* LayersDock::item_of(const std::string& layer) const {
    for (int g = 0; g < tree_->topLevelItemCount(); ++g) {
        auto* group = tree_->topLevelItem(g);
        for (int i = 0; i < group->childCount(); ++i) {
            if (group->child(i)->data(0, layer_role).toString().toStdString() == layer)
                return group->child(i);
        }
    }
    return nullptr;
}

void LayersDock::filter(const QString& text) {
    for (int g = 0; g < tree_->topLevelItemCount(); ++g) {
        auto* group = tree_->topLevelItem(g);
        int shown = 0;
        for (int i = 0; i < group->childCount(); ++i) {
            const bool matches = group->child(i)->text(0).contains(text, Qt::CaseInsensitive);
            group->child(i)->setHidden(!matches);
            if (matches) ++shown;
        }
        group->setHidden(shown == 0);
    }
}

}  // namespace liangdi::gui
