#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "sample/lattice.hpp"
#include "sample/parcels.hpp"
#include "sample/parts.hpp"

namespace liangdi::sample {

namespace {

struct NamedSite {
    VillageSite site;
    double bearing = 0;  ///< seen from the new town
};

// Sixteen places of a loose lattice of 8 km around the new town, none nearer than 5 km to it.
std::vector<NamedSite> sites_around(const SampleTown& town, Random& random) {
    constexpr std::array<int, 16> groups{4, 5, 3, 4, 4, 5, 3, 4, 4, 5, 3, 4, 4, 4, 4, 4};
    const geo::Point offset = part_offset(town);
    std::vector<NamedSite> sites;
    for (int i = 0; i < 5; ++i) {
        for (int j = 0; j < 5; ++j) {
            const double e = 564000 + 8000 * i, n = 2934000 + 8000 * j;
            const double dx = e - 576700, dy = n - 2950200;
            if (std::hypot(dx, dy) < 6500) continue;
            const geo::Point jitter{random.between(-1600, 1600) * 1.0, random.between(-1600, 1600) * 1.0};
            sites.push_back({{{e + offset.x + jitter.x, n + offset.y + jitter.y}, random.angle(), 4},
                             std::atan2(dy, dx)});
        }
    }
    random.shuffle(sites);
    sites.resize(groups.size());
    std::stable_sort(sites.begin(), sites.end(),
                     [](const NamedSite& a, const NamedSite& b) { return a.bearing < b.bearing; });
    for (std::size_t i = 0; i < sites.size(); ++i) sites[i].site.groups = groups[i];
    return sites;
}

constexpr std::array<const char*, 5> town_names{"青石镇", "白水镇", "三岔乡", "大坪镇", "龙场镇"};
constexpr std::array<const char*, 16> village_names{
    "红岩村", "龙井村", "新场村", "大寨村", "坪上村", "箐口村", "水塘村", "高坡村",
    "石板村", "田坝村", "枫香村", "核桃村", "白岩村", "营盘村", "长冲村", "双桥村"};
constexpr std::array<const char*, 5> group_names{"一组", "二组", "三组", "四组", "五组"};

const char* words(CellUse use) {
    switch (use) {
        case CellUse::paddy:
            return "田埂";
        case CellUse::dry:
            return "土坎";
        case CellUse::shrub:
        case CellUse::forest:
            return "林地";
        case CellUse::homestead:
            return "房屋";
        case CellUse::road:
            return "村道";
        case CellUse::stream:
            return "河沟";
    }
    return "";
}

CellPlace place_of(const VillageMesh& village, const std::vector<std::vector<geo::Ring>>& cells,
                   std::size_t b, std::size_t k) {
    const auto& plan = village.plan;
    CellPlace place{plan[b][k], cells[b][k], b};
    place.west = k == 0 ? "组界" : words(plan[b][k - 1].use);
    place.east = k + 1 == plan[b].size() ? "组界" : words(plan[b][k + 1].use);
    place.south = b == 0 ? "组界" : words(plan[b - 1].front().use);
    place.north = b + 1 == plan.size() ? "组界" : words(plan[b + 1].front().use);
    return place;
}

void add_parcels(SampleTown& town, const VillageMesh& village, int first_group, Random& random) {
    const auto cells = cells_of(village.mesh);
    std::map<int, std::vector<geo::Ring>> of_group;
    std::map<int, int> fields;
    int woods = 0, homes = 0;
    for (std::size_t b = 0; b < cells.size(); ++b) {
        for (std::size_t k = 0; k < cells[b].size(); ++k) {
            const CellPlan& cell = village.plan[b][k];
            of_group[cell.group].push_back(cells[b][k]);
            if (cell.use == CellUse::road || cell.use == CellUse::stream) continue;
            const int group = first_group + cell.group;
            const Village& v = town.villages[group];
            const CellPlace place = place_of(village, cells, b, k);
            Parcel parcel = cell.use == CellUse::homestead ? homestead_parcel(place, v, ++homes, random)
                            : cell.use == CellUse::shrub || cell.use == CellUse::forest
                                ? woodland_parcel(place, v, ++woods, random)
                                : farmland_parcel(place, v, ++fields[cell.group], random);
            parcel.village = group;
            parcel.east = place.east;
            parcel.south = place.south;
            parcel.west = place.west;
            parcel.north = place.north;
            town.parcels.push_back(std::move(parcel));
        }
    }
    for (const auto& [group, rings] : of_group) town.villages[first_group + group].area = outline_of(rings);
}

void add_roads_and_streams(SampleTown& town, const VillageMesh& village, const std::string& name) {
    const BandMesh& mesh = village.mesh;
    geo::LineString road;
    const auto &low = mesh.lines[village.road_band], &high = mesh.lines[village.road_band + 1];
    for (double u = 10; u < village.length_m - 10; u += 15)
        road.push_back(rounded_mm(mesh.place(u, (low(u) + high(u)) / 2)));
    town.streets.push_back({fmt::format("D{}{:03d}", part_tag(town), town.streets.size() + 1), name + "村道",
                            "path", 6, std::move(road)});
    for (const auto& places : village.streams_cm) {
        geo::LineString stream;
        for (std::size_t i = 0; i < places.size(); ++i) stream.push_back(mesh.at(i, places[i]));
        town.barriers.push_back({fmt::format("Z{}{:03d}", part_tag(town), town.barriers.size() + 1),
                                 name + "河沟", "river", std::move(stream)});
    }
}

Random of_village(const SampleTown& town, std::size_t i) {
    return Random(town.params.seed, town.params.part, fmt::format("village {}", i));
}

std::vector<NamedSite> sites_of(const SampleTown& town) {
    Random random = stream(town, "villages");
    return sites_around(town, random);
}

}  // namespace

std::vector<VillageMesh> village_meshes(const SampleTown& town) {
    std::vector<VillageMesh> out;
    const auto sites = sites_of(town);
    for (std::size_t i = 0; i < sites.size(); ++i) {
        Random own = of_village(town, i);
        out.push_back(village_mesh(sites[i].site, own));
    }
    return out;
}

void add_villages(SampleTown& town) {
    const auto sites = sites_of(town);
    for (std::size_t i = 0; i < sites.size(); ++i) {
        const std::size_t origin_town = i * town_names.size() / sites.size();
        const int first_group = static_cast<int>(town.villages.size());
        for (int g = 0; g < sites[i].site.groups; ++g)
            town.villages.push_back({fmt::format("520524{:03d}{:03d}{:02d}",
                                                 101 + 5 * town.params.part + static_cast<int>(origin_town),
                                                 201 + static_cast<int>(i), g + 1),
                                     town_names[origin_town],
                                     village_names[i],
                                     group_names[g],
                                     {}});
        Random own = of_village(town, i);
        const VillageMesh village = village_mesh(sites[i].site, own);
        add_parcels(town, village, first_group, own);
        add_roads_and_streams(town, village, village_names[i]);
    }
}

}  // namespace liangdi::sample
