#pragma once

#include <functional>

#include "gui/pan_tool.hpp"
#include "gui/pick_tool.hpp"
#include "gui/select_tool.hpp"

namespace liangdi::gui {

/// The tools of the second map: the same ones, since a mode never changes what the mouse does.
class VillageTools final : private ToolContext {
  public:
    using PickAt = std::function<void(QPointF, PickMode)>;
    using PickIn = std::function<void(const geo::Box&, PickMode)>;
    VillageTools(MapCanvas& map, PickAt pick_at, PickIn pick_in, std::function<void(QPointF)> picked)
        : map_(map), pick_at_(std::move(pick_at)), pick_in_(std::move(pick_in)) {
        link.picked = std::move(picked);
    }
    SelectTool select{*this};
    PanTool pan{*this};
    PickTool link{*this};

  private:
    MapCanvas& canvas() override { return map_; }
    void pick_at(QPointF px, PickMode mode) override { pick_at_(px, mode); }
    void pick_in(const geo::Box& ground, PickMode mode) override { pick_in_(ground, mode); }

    MapCanvas& map_;
    PickAt pick_at_;
    PickIn pick_in_;
};

}  // namespace liangdi::gui
