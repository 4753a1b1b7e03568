#include "sample/village_mesh.hpp"

#include <algorithm>
#include <cmath>

namespace liangdi::sample {

namespace {

struct BandKind {
    int count;
    double height_m;
    CellUse use;
    int shortest_cm, longest_cm;  ///< of a cell
    double wobble;                ///< of the line above it, as a part of the height
    int station_cm;
    bool settlement = false;  ///< homesteads stand in it
    bool terrace = false;
};

const std::vector<BandKind>& band_kinds() {
    static const std::vector<BandKind> kinds{
        {7, 24, CellUse::paddy, 2900, 6000, 0.20, 1100},
        {1, 17, CellUse::paddy, 4000, 7000, 0.0, 1000, true},
        {1, 6, CellUse::road, 0, 0, 0.0, 1000},
        {1, 17, CellUse::paddy, 4000, 7000, 0.0, 1000, true},
        {1, 17, CellUse::paddy, 4000, 7000, 0.1, 1000, true},
        {3, 17, CellUse::paddy, 3200, 6400, 0.14, 900},
        {13, 12, CellUse::dry, 4400, 9200, 0.12, 880, false, true},
        {1, 24, CellUse::shrub, 6200, 10500, 0.2, 1100},
        {4, 33, CellUse::forest, 6200, 10800, 0.15, 1100},
    };
    return kinds;
}

struct Layout {
    std::vector<BandKind> bands;       ///< one entry a band
    std::vector<double> height;        ///< of each line, before bending
    std::vector<double> border_phase;  ///< of each border between groups
    std::vector<double> stream_at;     ///< of each group, m from its western border, 0 = no stream
    double group_m = 430;

    double border(std::size_t k, std::size_t line) const {
        return static_cast<double>(k) * group_m + 11 * std::sin(height[line] / 75 + border_phase[k]);
    }
};

std::int32_t cm(double m) {
    return static_cast<std::int32_t>(std::lround(m * 100));
}

// A cut that must be: a border, the bank of a stream, the end of a settlement. `after` is what follows it.
struct Fixed {
    Cut cut;
    CellPlan after;
};

std::vector<Fixed> fixed_cuts(const Layout& layout, std::size_t b) {
    const BandKind& kind = layout.bands[b];
    std::vector<Fixed> fixed;
    auto add = [&](auto place, CellUse use, std::size_t group) {
        fixed.push_back({{cm(place(b)), cm(place(b + 1))}, {use, static_cast<int>(group), kind.terrace}});
    };
    const std::size_t groups = layout.stream_at.size();
    for (std::size_t g = 0; g <= groups; ++g) {
        auto border = [&](std::size_t line) { return layout.border(g, line); };
        add(border, kind.use, std::min(g, groups - 1));
        if (g == groups) break;
        if (layout.stream_at[g] > 0 && kind.use != CellUse::road) {
            auto bank = [&](double half) {
                return [&, half](std::size_t line) {
                    return static_cast<double>(g) * layout.group_m + layout.stream_at[g] + half +
                           17 * std::sin(layout.height[line] / 82 + layout.border_phase[g]);
                };
            };
            add(bank(-4.5), CellUse::stream, g);
            add(bank(4.5), kind.use, g);
        }
        if (kind.settlement) {
            add([&](std::size_t line) { return border(line) + 0.48 * layout.group_m; }, CellUse::homestead,
                g);
            add([&](std::size_t line) { return border(line) + 0.70 * layout.group_m; }, kind.use, g);
        }
    }
    return fixed;
}

bool near_any(const std::vector<std::int32_t>& sorted, std::int32_t u, std::int32_t distance) {
    const auto it = std::lower_bound(sorted.begin(), sorted.end(), u - distance);
    return it != sorted.end() && *it <= u + distance;
}

void cut_band(VillageMesh& village, const Layout& layout, std::size_t b, Random& random) {
    const BandKind& kind = layout.bands[b];
    std::vector<std::int32_t> below;  // where the cuts of the band below end: ours keep clear of them
    if (b > 0)
        for (const Cut& c : village.mesh.bands[b - 1]) below.push_back(c.upper);
    const std::vector<Fixed> fixed = fixed_cuts(layout, b);
    std::vector<Cut> cuts;
    std::vector<CellPlan> plan;
    for (std::size_t i = 0; i + 1 < fixed.size(); ++i) {
        const Cut from = fixed[i].cut, to = fixed[i + 1].cut;
        const CellPlan cell = fixed[i].after;
        cuts.push_back(from);
        plan.push_back(cell);
        if (cell.use == CellUse::road || cell.use == CellUse::stream) continue;
        const bool homes = cell.use == CellUse::homestead;
        const int shortest = homes ? 1400 : kind.shortest_cm, longest = homes ? 1750 : kind.longest_cm;
        const int slant = homes ? 0 : static_cast<int>(kind.height_m * 30);
        Cut last = from;
        std::int32_t u = from.lower + random.between(shortest, longest);
        while (to.lower - u >= shortest) {
            while (near_any(below, u, 250)) u += 110;
            const double part = static_cast<double>(u - from.lower) / (to.lower - from.lower);
            const double drift = (from.upper - from.lower) * (1 - part) + (to.upper - to.lower) * part;
            const Cut cut{u, u + static_cast<std::int32_t>(drift) + random.between(-slant, slant)};
            const bool fits = to.lower - u >= shortest / 2 && cut.upper - last.upper >= shortest / 2 &&
                              to.upper - cut.upper >= shortest / 2;
            if (fits) {
                cuts.push_back(cut);
                plan.push_back(cell);
                last = cut;
            }
            u += random.between(shortest, longest);
        }
    }
    cuts.push_back(fixed.back().cut);
    village.mesh.bands.push_back(std::move(cuts));
    village.plan.push_back(std::move(plan));
}

Layout layout_of(const VillageSite& site, Random& random) {
    Layout layout;
    layout.group_m = random.between(405, 450);
    layout.height.push_back(0);
    for (const BandKind& kind : band_kinds()) {
        for (int i = 0; i < kind.count; ++i) {
            layout.bands.push_back(kind);
            layout.height.push_back(layout.height.back() + kind.height_m);
        }
    }
    for (int k = 0; k <= site.groups; ++k) layout.border_phase.push_back(random.angle());
    for (int k = 0; k < site.groups; ++k)
        layout.stream_at.push_back(k % 2 == 0 ? random.between(80, 130) : 0);
    return layout;
}

}  // namespace

VillageMesh village_mesh(const VillageSite& site, Random& random) {
    VillageMesh village;
    const Layout layout = layout_of(site, random);
    const double length = layout.group_m * site.groups, depth = layout.height.back();
    village.length_m = length;
    // The slope's shape: contours swing together, the more the higher they lie.
    const double swing = random.angle(), ripple = random.angle();
    for (std::size_t i = 0; i < layout.height.size(); ++i) {
        const bool straight = i == 0 || layout.bands[i - 1].wobble == 0;
        const double own = straight ? 0 : layout.bands[i - 1].wobble * layout.bands[i - 1].height_m;
        const double h = layout.height[i], phase = random.angle();
        village.mesh.lines.emplace_back([=](double u) {
            const double rise = 0.35 + h / depth;
            return h + rise * (13 * std::sin(u / 105 + swing + h / 400) + 4 * std::sin(u / 37 + ripple)) +
                   own * std::sin(u / (9 + own * 4) + phase);
        });
        village.mesh.station_cm.push_back(layout.bands[std::min(i, layout.bands.size() - 1)].station_cm);
    }
    const double bow = (random.chance(500) ? 1 : -1) / (2.0 * random.between(2200, 3600));
    const double cosine = std::cos(site.turn_rad), sine = std::sin(site.turn_rad);
    village.mesh.place = [=, centre = site.centre](double u, double v) {
        const double x = u - length / 2, y = v - depth / 2 + bow * x * x;
        return geo::Point{centre.x + x * cosine - y * sine, centre.y + x * sine + y * cosine};
    };
    village.unplace = [=, centre = site.centre](geo::Point p) {
        const double dx = p.x - centre.x, dy = p.y - centre.y;
        const double x = dx * cosine + dy * sine, y = dy * cosine - dx * sine;
        return geo::Point{x + length / 2, y + depth / 2 - bow * x * x};
    };
    for (std::size_t b = 0; b < layout.bands.size(); ++b) {
        if (layout.bands[b].use == CellUse::road) village.road_band = b;
        cut_band(village, layout, b, random);
    }
    for (std::size_t g = 0; g < layout.stream_at.size(); ++g) {
        if (layout.stream_at[g] <= 0) continue;
        std::vector<std::int32_t> places;
        for (double h : layout.height)
            places.push_back(cm(static_cast<double>(g) * layout.group_m + layout.stream_at[g] +
                                17 * std::sin(h / 82 + layout.border_phase[g])));
        village.streams_cm.push_back(std::move(places));
    }
    return village;
}

}  // namespace liangdi::sample
