#include "render/generalise.hpp"

#include <utility>

namespace liangdi::render {

namespace {

double distance2(GridPoint p, GridPoint q) {
    const double dx = static_cast<double>(p.x) - q.x, dy = static_cast<double>(p.y) - q.y;
    return dx * dx + dy * dy;
}

/// Squared, to the segment from a to b.
double distance2(GridPoint p, GridPoint a, GridPoint b) {
    const double dx = static_cast<double>(b.x) - a.x, dy = static_cast<double>(b.y) - a.y;
    const double px = static_cast<double>(p.x) - a.x, py = static_cast<double>(p.y) - a.y;
    const double length2 = dx * dx + dy * dy, along = px * dx + py * dy;
    if (along <= 0 || length2 == 0) return px * px + py * py;
    if (along >= length2) return distance2(p, b);
    const double across = px * dy - py * dx;
    return across * across / length2;
}

template <class Distance>
std::size_t farthest(std::size_t from, std::size_t to, double& most, Distance distance) {
    std::size_t at = from;
    for (std::size_t i = from + 1; i < to; ++i)
        if (const double d = distance(i); d > most) most = d, at = i;
    return at;
}

}  // namespace

void generalise(std::vector<GridPoint>& line, double tolerance) {
    if (line.size() < 3) return;
    const std::size_t last = line.size() - 1;
    std::vector<char> kept(line.size(), 0);
    kept[0] = kept[last] = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open;
    if (line.front() == line.back() && line.size() > 4) {
        // A ring has no two ends: it is cut at the vertex farthest from where it begins, and keeps the vertex
        // farthest from that cut, so that it stays an area.
        double most = -1;
        const std::size_t across =
            farthest(0, last, most, [&](std::size_t i) { return distance2(line[i], line[0]); });
        most = -1;
        const std::size_t aside =
            farthest(0, last, most, [&](std::size_t i) { return distance2(line[i], line[0], line[across]); });
        std::size_t cuts[] = {0, across, aside, last};
        if (cuts[1] > cuts[2]) std::swap(cuts[1], cuts[2]);
        for (int i = 0; i < 3; ++i) {
            kept[cuts[i]] = 1;
            open.emplace_back(cuts[i], cuts[i + 1]);
        }
    } else {
        open.emplace_back(0, last);
    }
    const double tolerance2 = tolerance * tolerance;
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        if (to - from < 2) continue;
        double most = tolerance2;
        const std::size_t at =
            farthest(from, to, most, [&](std::size_t i) { return distance2(line[i], line[from], line[to]); });
        if (at == from) continue;
        kept[at] = 1;
        open.emplace_back(from, at);
        open.emplace_back(at, to);
    }
    std::size_t n = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i]) line[n++] = line[i];
    line.resize(n);
}

}  // namespace liangdi::render
