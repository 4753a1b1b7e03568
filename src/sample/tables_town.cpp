#include "sample/source_tables.hpp"

namespace liangdi::sample {

using exchange::FieldType;
using geo::GeometryKind;

namespace {

const Words building_kinds{
    {"residential", "住宅"}, {"public", "公共"}, {"commercial", "商业"}, {"other", "其他"}};
const Words street_kinds{{"main", "主干道"}, {"local", "支路"}, {"path", "村道"}};
const Words barrier_kinds{
    {"river", "河流"}, {"wall", "围墙"}, {"railway", "铁路"}, {"bridge", "桥"}, {"gate", "门"}};

const Words facility_kinds{{"workshop", "就业帮扶车间"},
                           {"primary_school", "小学"},
                           {"middle_school", "中学"},
                           {"kindergarten", "幼儿园"},
                           {"square", "广场"},
                           {"service_centre", "便民服务中心"},
                           {"elderly_centre", "老年活动中心"},
                           {"children_centre", "儿童之家"},
                           {"clinic", "卫生室"},
                           {"community_office", "社区服务站"},
                           {"library", "图书室"},
                           {"police_post", "警务室"},
                           {"job_centre", "就业服务站"},
                           {"parking", "停车场"},
                           {"bus_stop", "公交站"},
                           {"market", "农贸市场"},
                           {"waste_point", "垃圾收集点"}};

SourceTable communities(const SampleTown& town) {
    SourceTable t("社区.shp", "社区", "community", {"code"});
    t.encoding = "GBK";
    t.shapes(GeometryKind::multi_polygon, town.crs);
    t.column("社区编码", "code", FieldType::text, 12);
    t.column("社区名称", "name", FieldType::text, 40);
    t.rows = town.communities.size();
    t.row = [&town](std::size_t i) {
        const Community& c = town.communities[i];
        return SourceRowOut{{text(c.code), text(c.name)}, geo::MultiPolygon{c.area}};
    };
    return t;
}

SourceTable grids(const SampleTown& town) {
    SourceTable t("网格.shp", "网格", "grid", {"code"});
    t.encoding = "GBK";
    t.shapes(GeometryKind::multi_polygon, town.crs);
    t.column("网格编码", "code", FieldType::text, 15);
    t.column("网格名称", "name", FieldType::text, 40);
    t.code("社区编码", "community", "community.code", 12);
    t.rows = town.grids.size();
    t.row = [&town](std::size_t i) {
        const Grid& g = town.grids[i];
        return SourceRowOut{{text(g.code), text(g.name), code_of(town.communities, g.community)},
                            geo::MultiPolygon{g.area}};
    };
    return t;
}

SourceTable buildings(const SampleTown& town) {
    SourceTable t("楼栋.shp", "楼栋", "building", {"code"});
    t.encoding = "GBK";
    t.shapes(GeometryKind::multi_polygon, town.crs);
    t.column("楼栋编码", "code", FieldType::text, 12);
    t.column("楼栋名称", "name", FieldType::text, 40);
    t.words("用途", "kind", building_kinds, 10);
    t.code("网格编码", "grid", "grid.code", 15);
    t.column("层数", "floors", FieldType::integer, 4);
    t.column("地址", "address", FieldType::text, 100);
    t.column("竣工日期", "built_on", FieldType::date);
    t.rows = town.buildings.size();
    t.row = [&town](std::size_t i) {
        const Building& b = town.buildings[i];
        return SourceRowOut{{text(b.code), text(b.name), office_word(building_kinds, b.kind),
                             code_of(town.grids, b.grid), whole(b.floors), text(b.address), text(b.built_on)},
                            geo::MultiPolygon{b.footprint}};
    };
    return t;
}

SourceTable entrances(const SampleTown& town) {
    SourceTable t("城区.gpkg", "单元入口", "entrance", {"code"});
    t.shapes(GeometryKind::point, town.crs);
    t.column("入口编码", "code");
    t.column("名称", "name");
    t.code("楼栋编码", "building", "building.code");
    t.rows = town.entrances.size();
    t.row = [&town](std::size_t i) {
        const Entrance& e = town.entrances[i];
        return SourceRowOut{{text(e.code), text(e.name), code_of(town.buildings, e.building)}, e.at};
    };
    return t;
}

SourceTable facilities(const SampleTown& town) {
    SourceTable t("城区.gpkg", "公共设施", "facility", {"code"});
    t.shapes(GeometryKind::point, town.crs);
    t.column("设施编码", "code");
    t.column("名称", "name");
    t.words("类别", "kind", facility_kinds);
    t.code("楼栋编码", "building", "building.code");
    t.rows = town.facilities.size();
    t.row = [&town](std::size_t i) {
        const Facility& f = town.facilities[i];
        return SourceRowOut{{text(f.code), text(f.name), office_word(facility_kinds, f.kind),
                             code_of(town.buildings, f.building)},
                            f.at};
    };
    return t;
}

SourceTable streets(const SampleTown& town) {
    SourceTable t("城区.gpkg", "道路", "street", {"code"});
    t.shapes(GeometryKind::multi_line_string, town.crs);
    t.column("道路编码", "code");
    t.column("道路名称", "name");
    t.words("等级", "kind", street_kinds);
    t.column("路宽", "width_m", FieldType::real);
    t.rows = town.streets.size();
    t.row = [&town](std::size_t i) {
        const Street& s = town.streets[i];
        return SourceRowOut{{text(s.code), text(s.name), office_word(street_kinds, s.kind), s.width_m},
                            geo::MultiLineString{s.line}};
    };
    return t;
}

SourceTable barriers(const SampleTown& town) {
    SourceTable t("城区.gpkg", "河流", "barrier", {"code"});
    t.shapes(GeometryKind::multi_line_string, town.crs);
    t.column("编码", "code");
    t.column("名称", "name");
    t.words("类别", "kind", barrier_kinds);
    t.rows = town.barriers.size();
    t.row = [&town](std::size_t i) {
        const Barrier& b = town.barriers[i];
        return SourceRowOut{{text(b.code), text(b.name), office_word(barrier_kinds, b.kind)},
                            geo::MultiLineString{b.line}};
    };
    return t;
}

SourceTable flats(const SampleTown& town) {
    SourceTable t("户室.xlsx", "户室", "flat", {"code"});
    t.column("户室编码", "code");
    t.column("不动产单元号", "unit_number");
    t.code("楼栋编码", "building", "building.code");
    t.code("入口编码", "entrance", "entrance.code");
    t.column("室号", "number");
    t.column("楼层", "floor", FieldType::integer);
    t.column("居室数", "rooms", FieldType::integer);
    t.hundredths("建筑面积", "area_hundredths");
    t.rows = town.flats.size();
    t.row = [&town](std::size_t i) {
        const Flat& f = town.flats[i];
        return SourceRowOut{{text(f.code), text(f.unit_number), code_of(town.buildings, f.building),
                             code_of(town.entrances, f.entrance), text(f.number), whole(f.floor),
                             whole(f.rooms), in_units(f.area_hundredths)},
                            {}};
    };
    return t;
}

}  // namespace

std::vector<SourceTable> town_tables(const SampleTown& town) {
    return {communities(town), grids(town),   buildings(town), entrances(town),
            facilities(town),  streets(town), barriers(town),  flats(town)};
}

}  // namespace liangdi::sample
