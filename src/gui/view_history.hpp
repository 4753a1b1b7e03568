#pragma once

#include <optional>
#include <vector>

#include "render/map_view.hpp"

namespace liangdi::gui {

/// The views that were looked at, for 上一视图 and 下一视图.
class ViewHistory {
  public:
    void visit(const render::MapView& view) {
        if (!views_.empty() && same(views_[at_], view)) return;
        if (!views_.empty()) views_.resize(at_ + 1);
        views_.push_back(view);
        if (views_.size() > longest) views_.erase(views_.begin());
        at_ = views_.size() - 1;
    }
    bool has_previous() const { return at_ > 0; }
    bool has_next() const { return at_ + 1 < views_.size(); }
    std::optional<render::MapView> previous() {
        return has_previous() ? std::optional(views_[--at_]) : std::nullopt;
    }
    std::optional<render::MapView> next() { return has_next() ? std::optional(views_[++at_]) : std::nullopt; }
    void clear() {
        views_.clear();
        at_ = 0;
    }

  private:
    static bool same(const render::MapView& a, const render::MapView& b) {
        return a.centre == b.centre && a.m_per_px == b.m_per_px;
    }
    static constexpr std::size_t longest = 100;
    std::vector<render::MapView> views_;
    std::size_t at_ = 0;
};

}  // namespace liangdi::gui
