#include "sample/source_tables.hpp"

namespace liangdi::sample {

using exchange::FieldType;
using exchange::ReadAs;
using geo::GeometryKind;

namespace {

const Words uses{{"self_farmed", "自种"}, {"idle", "闲置"}, {"returned", "退出"}, {"reclaimed", "复垦"}};

SourceTable villages(const SampleTown& town) {
    SourceTable t("村组.shp", "村组", "village", {"code"});
    t.encoding = "GBK";
    t.shapes(GeometryKind::multi_polygon, town.crs);
    t.column("FBFBM", "code", FieldType::text, 14);
    t.column("乡镇", "town", FieldType::text, 30);
    t.column("村", "village", FieldType::text, 30);
    t.column("组", "grp", FieldType::text, 20);
    t.rows = town.villages.size();
    t.row = [&town](std::size_t i) {
        const Village& v = town.villages[i];
        return SourceRowOut{{text(v.code), text(v.town), text(v.village), text(v.group)},
                            geo::MultiPolygon{v.area}};
    };
    return t;
}

std::vector<const Parcel*> parcels_of(const SampleTown& town, std::string_view kind) {
    std::vector<const Parcel*> parcels;
    for (const Parcel& p : town.parcels)
        if (p.kind == kind) parcels.push_back(&p);
    return parcels;
}

void registered_area(SourceTable& t, const char* from, const char* unit) {
    const std::size_t area =
        t.child("area_record", "parcel", {{"kind", std::string("registered")}, {"unit", std::string(unit)}});
    t.child_column(area, from, "value_hundredths", FieldType::real, 12).as = ReadAs::hundredths;
    t.layer.fields.back().decimals = 2;
}

// Contracted land by NY/T 2539 (DK with the contract area of CBDKXX and the term of CBHT).
SourceTable farmland(const SampleTown& town) {
    SourceTable t("承包地.shp", "承包地", "parcel", {"code"});
    t.encoding = "GBK";
    t.shapes(GeometryKind::multi_polygon, town.crs);
    t.set("kind", std::string("farmland"));
    t.unmapped("BSM", FieldType::integer, 10);
    t.unmapped("YSDM", FieldType::text, 6);
    t.column("DKBM", "code", FieldType::text, 19);
    t.column("DKMC", "name", FieldType::text, 50);
    t.code("FBFBM", "village", "village.code", 14);
    t.column("TDLYLX", "land_class", FieldType::text, 4);
    t.column("DLDJ", "grade", FieldType::text, 2);
    t.unmapped("SFJBNT", FieldType::text, 1);
    t.column("DKDZ", "bound_east", FieldType::text, 50);
    t.column("DKNZ", "bound_south", FieldType::text, 50);
    t.column("DKXZ", "bound_west", FieldType::text, 50);
    t.column("DKBZ", "bound_north", FieldType::text, 50);
    t.column("CBQXQ", "contract_from", FieldType::date);
    t.column("CBQXZ", "contract_to", FieldType::date);
    t.words("利用现状", "use_status", uses, 10);
    registered_area(t, "HTMJM", "mu");
    const auto parcels = parcels_of(town, "farmland");
    t.rows = parcels.size();
    t.row = [&town, parcels](std::size_t i) {
        const Parcel& p = *parcels[i];
        return SourceRowOut{
            {std::int64_t{1} + static_cast<std::int64_t>(i), std::string("211011"), text(p.code),
             text(p.name), code_of(town.villages, p.village), text(p.land_class), text(p.grade),
             std::string(p.basic_farmland ? "1" : "2"), text(p.east), text(p.south), text(p.west),
             text(p.north), text(p.contract_from), text(p.contract_to), office_word(uses, p.use_status),
             in_units(p.registered_hundredths)},
            geo::MultiPolygon{p.area}};
    };
    return t;
}

SourceTable woodland(const SampleTown& town) {
    SourceTable t("林地.gpkg", "林地", "parcel", {"code"});
    t.shapes(GeometryKind::multi_polygon, town.crs);
    t.set("kind", std::string("woodland"));
    t.column("宗地代码", "code");
    t.column("小地名", "name");
    t.code("村组编码", "village", "village.code");
    t.column("地类", "land_class");
    t.column("林班", "compartment");
    t.column("小班", "subcompartment");
    t.column("承包起", "contract_from");
    t.column("承包止", "contract_to");
    t.words("利用现状", "use_status", uses);
    registered_area(t, "林权面积亩", "mu");
    const auto parcels = parcels_of(town, "woodland");
    t.rows = parcels.size();
    t.row = [&town, parcels](std::size_t i) {
        const Parcel& p = *parcels[i];
        return SourceRowOut{
            {text(p.code), text(p.name), code_of(town.villages, p.village), text(p.land_class),
             text(p.compartment), text(p.subcompartment), text(p.contract_from), text(p.contract_to),
             office_word(uses, p.use_status), in_units(p.registered_hundredths)},
            geo::MultiPolygon{p.area}};
    };
    return t;
}

SourceTable homesteads(const SampleTown& town) {
    SourceTable t("宅基地.shp", "宅基地", "parcel", {"code"});
    t.encoding = "GBK";
    t.shapes(GeometryKind::multi_polygon, town.crs);
    t.set("kind", std::string("homestead"));
    t.column("宗地代码", "code", FieldType::text, 19);
    t.column("坐落", "name", FieldType::text, 60);
    t.code("村组编码", "village", "village.code", 14);
    t.column("地类", "land_class", FieldType::text, 4);
    t.words("利用现状", "use_status", uses, 10);
    registered_area(t, "宗地面积", "m2");
    const auto parcels = parcels_of(town, "homestead");
    t.rows = parcels.size();
    t.row = [&town, parcels](std::size_t i) {
        const Parcel& p = *parcels[i];
        return SourceRowOut{
            {text(p.code), text(p.name), code_of(town.villages, p.village), text(p.land_class),
             office_word(uses, p.use_status), in_units(p.registered_hundredths)},
            geo::MultiPolygon{p.area}};
    };
    return t;
}

SourceTable actual_areas(const SampleTown& town) {
    SourceTable t("实用面积.csv", "实用面积", "area_record", {"parcel", "kind"});
    t.encoding = "GBK";
    t.set("kind", std::string("actual"));
    t.code("地块编码", "parcel", "parcel.code");
    t.hundredths("实用面积", "value_hundredths");
    t.words("单位", "unit", {{"mu", "亩"}, {"m2", "平方米"}});
    t.column("来源", "source");
    t.column("登记日期", "recorded_on");
    std::vector<const Parcel*> counted;
    for (const Parcel& p : town.parcels)
        if (p.actual_hundredths > 0) counted.push_back(&p);
    t.rows = counted.size();
    t.row = [counted](std::size_t i) {
        const Parcel& p = *counted[i];
        return SourceRowOut{
            {text(p.code), in_units(p.actual_hundredths), text(p.kind == "homestead" ? "平方米" : "亩"),
             text("村组摸底表"), text("2024-11-30")},
            {}};
    };
    return t;
}

}  // namespace

std::vector<SourceTable> land_tables(const SampleTown& town) {
    return {villages(town), farmland(town), woodland(town), homesteads(town), actual_areas(town)};
}

}  // namespace liangdi::sample
