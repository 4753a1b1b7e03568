#include <algorithm>
#include <cmath>

#include "sample/planter.hpp"

namespace liangdi::sample {

namespace {

geo::Point middle_of(const geo::Polygon& area) {
    geo::Point sum;
    const std::size_t n = area.shell.size() - 1;
    for (std::size_t i = 0; i < n; ++i) sum.x += area.shell[i].x, sum.y += area.shell[i].y;
    return {sum.x / static_cast<double>(n), sum.y / static_cast<double>(n)};
}

bool holds(const geo::Ring& ring, geo::Point p) {
    return std::find(ring.begin(), ring.end(), p) != ring.end();
}

int shared_corners(const geo::Polygon& a, const geo::Polygon& b) {
    int n = 0;
    for (std::size_t i = 0; i + 1 < a.shell.size(); ++i) n += holds(b.shell, a.shell[i]);
    return n;
}

/// Moves the corners that `area` shares with `other` by `metres` towards the other's middle (negative: away).
void push(geo::Polygon& area, const geo::Polygon& other, double metres) {
    const geo::Point from = middle_of(area), to = middle_of(other);
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const double dx = (to.x - from.x) / length * metres, dy = (to.y - from.y) / length * metres;
    for (geo::Point& p : area.shell)
        if (holds(other.shell, p))
            p = {std::round((p.x + dx) * 1000) / 1000, std::round((p.y + dy) * 1000) / 1000};
}

bool between_fields(const Parcel& p) {
    const auto field = [](const std::string& words) { return words == "田埂" || words == "土坎"; };
    return field(p.east) && field(p.west) && field(p.north) && field(p.south);
}

/// A field whose successor in the register is its neighbour, with fields all around both.
int field_with_neighbour(Planter& plant) {
    const auto& parcels = plant.town.parcels;
    const int i = plant.parcel("farmland", [&](int k) {
        const auto index = static_cast<std::size_t>(k);
        return index + 1 < parcels.size() && plant.agreed.count(k) == 0 && between_fields(parcels[index]) &&
               between_fields(parcels[index + 1]) && parcels[index + 1].kind == "farmland" &&
               plant.touched_parcels.count(k + 1) == 0 &&
               shared_corners(parcels[index].area, parcels[index + 1].area) >= 2;
    });
    for (int k = i - 2; k <= i + 3; ++k) plant.touched_parcels.insert(k);
    return i;
}

}  // namespace

void plant_shapes(Planter& plant) {
    auto& parcels = plant.town.parcels;
    int i = field_with_neighbour(plant);
    push(parcels[i].area, parcels[i + 1].area, 3);
    plant.fault("parcel_overlap", "parcel", parcels[i].code, "side moved 3 m into the neighbour");

    i = field_with_neighbour(plant);
    push(parcels[i].area, parcels[i + 1].area, 0.02);
    plant.fault("overlap_sliver", "parcel", parcels[i].code, "side moved 2 cm into the neighbour",
                "parcel_overlap");

    i = field_with_neighbour(plant);
    push(parcels[i].area, parcels[i + 1].area, -0.4);
    plant.fault("parcel_gap", "village", plant.town.villages[parcels[i].village].code,
                "side of " + parcels[i].code + " drawn back 0.4 m from the neighbour");

    i = field_with_neighbour(plant);
    {
        const geo::Point a = parcels[i].area.shell[0], b = parcels[i].area.shell[1],
                         c = middle_of(parcels[i].area);
        const double length = std::hypot(c.x - a.x, c.y - a.y);
        const geo::Point d{a.x + (c.x - a.x) / length * 0.3, a.y + (c.y - a.y) / length * 0.3};
        parcels[i].area = {{a, b, d, a}, {}};
        plant.fault("parcel_sliver", "parcel", parcels[i].code,
                    "only a scrap of 0.3 m along one side is left");
    }

    i = plant.parcel("farmland");
    parcels[i].village = (parcels[i].village + 20) % static_cast<int>(plant.town.villages.size());
    plant.fault("parcel_outside_village", "parcel", parcels[i].code, "given to a village group far away");
    plant.fault("parcel_code_of_other_village", "parcel", parcels[i].code, "the same parcel, by its code");

    i = plant.parcel("homestead");
    for (geo::Point& p : parcels[i].area.shell) p.x += 300000;
    plant.fault("far_from_town", "parcel", parcels[i].code, "moved 300 km east, as by a wrong meridian");
}

}  // namespace liangdi::sample
