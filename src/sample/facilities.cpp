#include <fmt/format.h>

#include <array>

#include "sample/lattice.hpp"
#include "sample/parts.hpp"

namespace liangdi::sample {

namespace {

// A public building: place in units of cells (columns, rows) from the south-west corner, sides in metres.
struct Hall {
    const char* name;
    int grid;
    double column, row;
    double length_m, depth_m;
    int floors;
};

constexpr std::array<Hall, 13> halls{{
    {"就业帮扶车间一", 7, 0.92, 3.66, 86, 26, 3},
    {"就业帮扶车间二", 7, 0.66, 3.22, 56, 32, 2},
    {"就业帮扶车间三", 7, 1.36, 3.30, 50, 30, 2},
    {"小学教学楼", 11, 2.62, 1.78, 60, 14, 5},
    {"小学综合楼", 11, 2.38, 1.46, 14, 50, 4},
    {"小学食堂", 11, 2.70, 1.18, 54, 15, 2},
    {"中学教学楼", 26, 8.70, 1.82, 58, 14, 5},
    {"中学综合楼", 26, 8.36, 1.47, 14, 54, 5},
    {"中学食堂", 26, 8.84, 1.16, 56, 14, 3},
    {"便民服务中心", 19, 6.60, 2.60, 64, 26, 4},
    {"老年活动中心", 19, 7.28, 2.28, 36, 22, 2},
    {"幼儿园教学楼", 27, 10.68, 2.56, 46, 22, 3},
    {"幼儿园活动室", 27, 11.30, 2.32, 22, 30, 2},
}};

struct Place {
    const char* name;
    const char* kind;
    double column, row;
    int hall;  ///< index of the public building it is in, or none
};

constexpr std::array<Place, 26> places{{
    {"就业帮扶车间", "workshop", 0.92, 3.66, 0},
    {"平远小学", "primary_school", 2.62, 1.78, 3},
    {"平远中学", "middle_school", 8.70, 1.82, 6},
    {"平远幼儿园", "kindergarten", 10.68, 2.56, 11},
    {"平远第二幼儿园", "kindergarten", 11.30, 2.32, 12},
    {"中心广场", "square", 5.00, 2.50, none},
    {"便民服务中心", "service_centre", 6.60, 2.60, 9},
    {"老年活动中心", "elderly_centre", 7.28, 2.28, 10},
    {"儿童之家", "children_centre", 7.20, 2.28, 10},
    {"惠民卫生室", "clinic", 6.40, 2.60, 9},
    {"恒大卫生室", "clinic", 9.95, 2.12, none},
    {"惠泽社区服务站", "community_office", 2.05, 2.10, none},
    {"惠民社区服务站", "community_office", 6.75, 2.60, 9},
    {"恒大社区服务站", "community_office", 10.05, 1.92, none},
    {"图书室", "library", 6.85, 2.60, 9},
    {"警务室", "police_post", 6.25, 2.12, none},
    {"就业服务站", "job_centre", 6.50, 2.64, 9},
    {"惠泽停车场", "parking", 3.55, 0.20, none},
    {"惠民停车场", "parking", 5.60, 2.12, none},
    {"恒大停车场", "parking", 9.60, 1.50, none},
    {"平远大道公交站西", "bus_stop", 0.50, 2.02, none},
    {"中心广场公交站", "bus_stop", 5.00, 2.02, none},
    {"平远大道公交站东", "bus_stop", 10.50, 2.02, none},
    {"农贸市场", "market", 3.40, 1.40, none},
    {"垃圾收集点一", "waste_point", 1.95, 0.06, none},
    {"垃圾收集点二", "waste_point", 9.95, 0.06, none},
}};

double v_of(double row) {
    const int whole = static_cast<int>(row);
    return row_bottom(whole) + (row - whole) * (row_bottom(whole + 1) - row_bottom(whole));
}

}  // namespace

void add_facilities(SampleTown& town) {
    const BandMesh mesh = lattice_of(town);
    const int first = static_cast<int>(town.buildings.size());
    for (const Hall& hall : halls) {
        const Frame frame = frame_at(mesh, hall.column * column_m, v_of(hall.row));
        const double a = hall.length_m / 2, b = hall.depth_m / 2;
        Building building;
        building.code = fmt::format("{}G{:03d}", part_tag(town),
                                    town.buildings.size() - static_cast<std::size_t>(first) + 1);
        building.name = hall.name;
        building.kind = "public";
        building.address = fmt::format("平远新城{}", hall.name);
        building.built_on = "2019-05-20";
        building.grid = hall.grid - 1;
        building.floors = hall.floors;
        building.footprint = {{frame.point(-a, -b), frame.point(a, -b), frame.point(a, b), frame.point(-a, b),
                               frame.point(-a, -b)},
                              {}};
        town.buildings.push_back(std::move(building));
    }
    for (const Place& place : places) {
        const std::string code = fmt::format("{}F{:03d}", part_tag(town), town.facilities.size() + 1);
        town.facilities.push_back({code, place.name, place.kind,
                                   place.hall == none ? none : first + place.hall,
                                   rounded_mm(mesh.place(place.column * column_m, v_of(place.row)))});
    }
}

}  // namespace liangdi::sample
