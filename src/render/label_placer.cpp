#include "render/label_placer.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace liangdi::render {

namespace {

/// Boxes in square cells, so that a box meets only its neighbours.
class BoxGrid {
  public:
    void add(const QRectF& box, int owner) {
        over_cells(box, [&](std::int64_t cell) {
            cells_[cell].push_back({box, owner});
            return true;
        });
    }
    /// Calls `meet` with the owner of each box that overlaps, perhaps more than once, until it says false.
    template <typename Meet>
    void overlapping(const QRectF& box, Meet meet) const {
        over_cells(box, [&](std::int64_t cell) {
            const auto at = cells_.find(cell);
            if (at == cells_.end()) return true;
            for (const auto& [other, owner] : at->second)
                if (other.intersects(box) && !meet(owner)) return false;
            return true;
        });
    }

  private:
    static constexpr double cell_px = 64;
    template <typename Visit>
    static void over_cells(const QRectF& box, Visit visit) {
        const auto cell_of = [](double v) { return static_cast<std::int64_t>(std::floor(v / cell_px)); };
        for (std::int64_t y = cell_of(box.top()); y <= cell_of(box.bottom()); ++y)
            for (std::int64_t x = cell_of(box.left()); x <= cell_of(box.right()); ++x)
                if (!visit(y * 1'000'003 + x)) return;
    }
    std::unordered_map<std::int64_t, std::vector<std::pair<QRectF, int>>> cells_;
};

QPointF middle_of(const std::vector<QRectF>& boxes) {
    QRectF all;
    for (const auto& box : boxes) all |= box;
    return all.center();
}

class Placement {
  public:
    Placement(std::span<const LabelRequest> labels, std::span<const QRectF> obstacles, const QRectF& frame)
        : labels_(labels), frame_(frame) {
        for (const auto& obstacle : obstacles) taken_.add(obstacle, not_placed);
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (!labels[i].places.empty())
                for (const auto& box : labels[i].places.front()) wanted_.add(box, static_cast<int>(i));
    }

    int place(std::size_t index) {
        const LabelRequest& label = labels_[index];
        int best = not_placed, fewest = 0;
        for (std::size_t p = 0; p < label.places.size(); ++p) {
            if (!free(label.places[p]) || too_near_its_like(label, label.places[p])) continue;
            const int covered = covered_wishes(index, label.places[p]);
            if (best != not_placed && covered >= fewest) continue;
            best = static_cast<int>(p);
            fewest = covered;
            if (covered == 0) break;
        }
        if (best != not_placed) {
            const auto& boxes = label.places[static_cast<std::size_t>(best)];
            for (const auto& box : boxes) taken_.add(box, static_cast<int>(index));
            if (label.repeat_distance > 0) standing_[label.text].push_back(middle_of(boxes));
        }
        return best;
    }

  private:
    bool free(const std::vector<QRectF>& boxes) const {
        bool is_free = true;
        for (const auto& box : boxes) {
            if (!frame_.contains(box)) return false;
            taken_.overlapping(box, [&](int) { return is_free = false; });
            if (!is_free) return false;
        }
        return !boxes.empty();
    }
    bool too_near_its_like(const LabelRequest& label, const std::vector<QRectF>& boxes) const {
        const auto at = standing_.find(label.text);
        if (label.repeat_distance <= 0 || at == standing_.end()) return false;
        const QPointF here = middle_of(boxes);
        return std::any_of(at->second.begin(), at->second.end(), [&](QPointF there) {
            return std::hypot(here.x() - there.x(), here.y() - there.y()) < label.repeat_distance;
        });
    }
    int covered_wishes(std::size_t index, const std::vector<QRectF>& boxes) const {
        std::vector<int> owners;
        for (const auto& box : boxes)
            wanted_.overlapping(box, [&](int owner) {
                if (owner != static_cast<int>(index)) owners.push_back(owner);
                return true;
            });
        std::sort(owners.begin(), owners.end());
        return static_cast<int>(std::unique(owners.begin(), owners.end()) - owners.begin());
    }

    std::span<const LabelRequest> labels_;
    QRectF frame_;
    BoxGrid taken_, wanted_;
    std::map<std::string, std::vector<QPointF>> standing_;
};

}  // namespace

std::vector<int> place_labels(std::span<const LabelRequest> labels, std::span<const QRectF> obstacles,
                              const QRectF& frame) {
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) {
        return std::tuple(-labels[i].priority, -labels[i].layer, labels[i].id);
    };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return rank(a) < rank(b); });

    Placement placement(labels, obstacles, frame);
    std::vector<int> chosen(labels.size(), not_placed);
    for (const std::size_t i : order) chosen[i] = placement.place(i);
    return chosen;
}

}  // namespace liangdi::render
