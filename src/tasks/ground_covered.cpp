#include "tasks/ground_covered.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "render/page_map.hpp"

namespace liangdi::tasks {

namespace {

/// Length of the union of the intervals that lie over one another `counts` times.
double covered_length(const std::map<double, int>& counts) {
    double length = 0, from = 0;
    int open = 0;
    for (const auto& [at, change] : counts) {
        if (open > 0) length += at - from;
        open += change;
        from = at;
    }
    return length;
}

}  // namespace

double area_of_union_m2(std::vector<geo::Box> boxes) {
    std::erase_if(boxes, [](const geo::Box& box) { return box.empty(); });
    struct Edge {
        double x;
        bool opens;
        const geo::Box* box;
    };
    std::vector<Edge> edges;
    for (const auto& box : boxes) {
        edges.push_back({box.min_x, true, &box});
        edges.push_back({box.max_x, false, &box});
    }
    std::ranges::sort(edges, {}, &Edge::x);
    std::map<double, int> open;  // where along y an interval of the strip begins (+) or ends (-)
    double area = 0, from = 0, length = 0;
    for (const auto& edge : edges) {
        area += length * (edge.x - from);
        from = edge.x;
        const int by = edge.opens ? 1 : -1;
        for (const auto& [y, change] : {std::pair(edge.box->min_y, by), std::pair(edge.box->max_y, -by)})
            if ((open[y] += change) == 0) open.erase(y);
        length = covered_length(open);
    }
    return area;
}

void GroundCovered::add(const render::Page& page) {
    for (const auto& item : page.items)
        if (const auto* map = std::get_if<render::PageMap>(&item.what); map && map->scale < scale_limit)
            boxes_.push_back(render::map_ground(item.mm, *map));
}

double GroundCovered::area_km2() const {
    return area_of_union_m2(boxes_) / 1e6;
}

void add_secrecy_warning(std::vector<std::string>& warnings, const GroundCovered& covered) {
    const double km2 = covered.area_km2();
    if (km2 <= GroundCovered::limit_km2) return;
    warnings.push_back(
        fmt::format("the maps larger than 1:5000 cover {:.1f} km2 together; beyond 25 km2 they may be secret "
                    "(自然资发〔2020〕95号): ask the natural resources office before they leave the house",
                    km2));
}

}  // namespace liangdi::tasks
