#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "render/flow_layout.hpp"

namespace liangdi::gui {

class MapCanvas;

/// The flow lines over two maps that stand side by side. The mouse goes through to the maps, but for the
/// pills at the lines' ends.
class FlowOverlay : public QWidget {
    Q_OBJECT
  public:
    /// The parent must hold both maps.
    FlowOverlay(MapCanvas& town, MapCanvas& village, QWidget* parent);

    /// `from_town`: the lines begin in the town. `from`: what they begin at, town CRS.
    void set_flows(std::vector<render::FlowLine> lines, const std::optional<geo::Box>& from, bool from_town);
    const std::vector<render::FlowLine>& lines() const { return lines_; }
    /// As the maps stand now, in device px of this widget.
    render::FlowPicture picture() const;

  signals:
    void pill_clicked(int line);

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* map, QEvent* event) override;

  private:
    std::optional<std::size_t> pill_under(const MapCanvas& map, const QPointF& position) const;

    MapCanvas &town_, &village_;
    std::vector<render::FlowLine> lines_;
    std::optional<geo::Box> from_;
    bool from_town_ = true;
    std::optional<std::size_t> pressed_;
    QCursor cursor_before_;
    bool over_pill_ = false;
};

}  // namespace liangdi::gui
