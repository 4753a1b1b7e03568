#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "render/map_request.hpp"

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace liangdi::gui {

/// The layer tree: groups, check boxes, swatches from the styles, counts.
class LayersDock : public QWidget {
    Q_OBJECT
  public:
    explicit LayersDock(QWidget* parent = nullptr);

    void set_layers(const std::vector<render::MapLayer>& layers);
    void set_counts(const std::map<std::string, std::int64_t>& counts);
    /// Layers that this scale hides are grey, with the scales at which they show.
    void set_scale(double denominator);
    void show_style(const std::string& layer, const render::Style& style);
    /// The one that the cursor of the tree is on, else the first.
    std::string current_layer() const;
    QTreeWidget* tree() const { return tree_; }

  signals:
    void style_wanted(const std::string& layer);
    void zoom_wanted(const std::string& layer);
    void table_wanted(const std::string& layer);
    void visibility_changed(const std::string& layer, bool visible);

  private:
    void filter(const QString& text);
    void keep_room();
    void show_menu(const QPoint& at);
    QTreeWidgetItem* item_of(const std::string& layer) const;

    QLineEdit* filter_;
    QTreeWidget* tree_;
    std::vector<render::MapLayer> layers_;
    std::map<std::string, std::int64_t> counts_;
    double scale_ = 0;
};

}  // namespace liangdi::gui
