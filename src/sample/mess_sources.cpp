#include <fmt/format.h>

#include "exchange/text_encoding.hpp"
#include "geo/error.hpp"
#include "sample/planter.hpp"
#include "sample/source_tables.hpp"

namespace liangdi::sample {

namespace {

void at_load(Planter& plant, const char* kind, const char* table, const std::string& code, std::string done,
             const char* rule, const AddedRow& row) {
    plant.mess.faults.push_back({kind, table, code, std::move(done), "load", rule, row.file});
    plant.mess.rows.push_back(row);
}

}  // namespace

// Each is a row more, which the import refuses: the figures stay.
void plant_sources(Planter& plant) {
    const auto& town = plant.town;
    const std::string nowhere = town.villages[5].code + "99999";
    at_load(plant, "code_not_found", "parcel_right", nowhere, "a right to a parcel that is on no list",
            "import.code_not_found",
            {"权利.csv",
             "权利",
             {{"地块编码", nowhere},
              {"权利人编码", town.households[90].code},
              {"权利类型", std::string("承包经营权")},
              {"份额", std::string("1/1")}},
             {}});
    at_load(plant, "key_twice_in_source", "household", town.households[91].code, "a household listed twice",
            "import.key_twice_in_source",
            {"住户.xlsx",
             "住户",
             {{"户号", town.households[91].code},
              {"户名", town.households[91].name},
              {"类别", std::string("搬迁户")}},
             {}});
    at_load(plant, "ends_before_it_begins", "use_agreement", "LZ2024-90001", "from 2024 to 2023",
            "import.not_allowed",
            {"流转合同.xlsx",
             "流转合同",
             {{"合同编号", std::string("LZ2024-90001")},
              {"地块编码", town.parcels[40].code},
              {"流转方式", std::string("出租")},
              {"起始日期", std::string("2024-01-01")},
              {"终止日期", std::string("2023-12-31")}},
             {}});
    at_load(
        plant, "value_not_listed", "employment", town.persons[300].code, "a word that is on no list: 上班",
        "import.value_not_listed",
        {"就业.csv", "就业", {{"人员编号", town.persons[300].code}, {"就业状态", std::string("上班")}}, {}});
    at_load(plant, "id_number_damaged", "person", "520524-X-0001",
            "a spreadsheet made 5.29905E+17 of the identity number", "import.unreadable",
            {"人员.xlsx",
             "人员",
             {{"人员编号", std::string("520524-X-0001")},
              {"姓名", std::string("甲样例")},
              {"性别", std::string("男")},
              {"证件号码", std::string("5.29905E+17")},
              {"户号", town.households[92].code}},
             {}});
    const geo::Point at = town.parcels[40].area.shell.front();
    const geo::Ring bow{at, {at.x + 60, at.y + 60}, {at.x + 60, at.y}, {at.x, at.y + 60}, at};
    const std::string crossed = town.villages[5].code + "99998";
    at_load(plant, "crossed_shape", "parcel", crossed, "a shape like a bow tie", "import.geometry_invalid",
            {"承包地.shp",
             "承包地",
             {{"DKBM", crossed}, {"FBFBM", town.villages[5].code}, {"HTMJM", 1.0}},
             geo::MultiPolygon{{bow, {}}}});
}

void apply_to_tables(const Mess& mess, std::vector<SourceTable>& tables) {
    for (const AddedRow& added : mess.rows) {
        bool taken = false;
        for (SourceTable& t : tables) {
            if (t.file != added.file || t.layer.name != added.layer) continue;
            SourceRowOut row;
            row.geometry = added.geometry;
            std::size_t known = 0;
            for (const auto& field : t.layer.fields) {
                const auto cell = added.cells.find(field.name);
                row.cells.push_back(cell == added.cells.end() ? land::Value{} : cell->second);
                known += cell != added.cells.end();
            }
            if (known != added.cells.size())
                throw Error("bad_mess", "a planted row has a column that its table lacks", added.file);
            t.row = [before = t.row, n = t.rows, row](std::size_t i) { return i < n ? before(i) : row; };
            ++t.rows;
            taken = true;
        }
        if (!taken) throw Error("bad_mess", "a planted row has no table", added.file);
    }
}

namespace {

/// UTF-8 that a program took for GBK and saved as UTF-8: 户口变更 becomes 鎴峰彛鍙樻洿.
std::string taken_for_gbk(const std::string& text) {
    return exchange::to_utf8(text, "GB18030");
}

/// UTF-8 that a program took for ISO-8859-1 and saved as UTF-8: 杨家庄 becomes æ, ¨, å and the like.
std::string taken_for_latin(const std::string& text) {
    return exchange::to_utf8(text, "ISO-8859-1");
}

exchange::OutLayer layer_of(const char* name, const std::vector<const char*>& fields) {
    exchange::OutLayer layer;
    layer.name = name;
    for (const char* field : fields) {
        exchange::OutField out;
        out.name = field;
        out.width = 40;
        layer.fields.push_back(std::move(out));
    }
    return layer;
}

/// Forty farmland parcels as a survey office sends them, each corner taken through `change`.
template <class Change>
void write_survey(const SampleTown& town, const std::filesystem::path& file, Change change) {
    exchange::Writer writer(file, {"GBK", town.reference_date});
    auto layer = layer_of("补测", {"DKBM", "DKMC"});
    layer.geometry = geo::GeometryKind::multi_polygon;
    layer.crs = geo::Crs::from_text(town.crs);
    writer.begin(layer);
    int n = 0;
    for (const Parcel& p : town.parcels) {
        if (p.kind != "farmland" || p.code.size() != 19 || n == 40) continue;
        ++n;
        geo::Polygon area = p.area;
        for (geo::Point& corner : area.shell) corner = change(corner);
        writer.add({p.code, p.name}, geo::MultiPolygon{area});
    }
    writer.close();
}

}  // namespace

void write_received(const SampleTown& town, const std::filesystem::path& folder, Mess& mess) {
    const auto into = folder / "来件";
    std::error_code failed;
    std::filesystem::create_directories(into, failed);
    if (failed) throw Error("not_writable", "the folder cannot be made: " + failed.message(), into.string());
    const auto planted = [&](const char* kind, const char* file, const char* done, const char* rule) {
        mess.faults.push_back({kind, "", "", done, "doctor", rule, fmt::format("来件/{}", file)});
    };
    write_survey(town, into / "补测_带号.shp", [](geo::Point p) { return geo::Point{p.x + 36e6, p.y}; });
    planted("wrong_zone", "补测_带号.shp",
            "coordinates carry the prefix of zone 36, the file names the town's CRS", "frame.contradictory");
    write_survey(town, into / "补测_轴序.shp", [](geo::Point p) { return geo::Point{p.y, p.x}; });
    planted("swapped_axes", "补测_轴序.shp", "north and east are exchanged", "frame.contradictory");

    exchange::Writer text(into / "人员变更.csv", {"UTF-8", town.reference_date});
    text.begin(layer_of("人员变更", {"code", "name", "note"}));
    for (int i = 0; i < 30; ++i)
        text.add({town.persons[i].code, town.persons[i].name, taken_for_gbk("户口变更，待核实")});
    text.close();
    planted("mis_encoded", "人员变更.csv", "UTF-8 taken for GBK and saved as UTF-8 again",
            "encoding.damaged_text");

    exchange::Writer names(into / "商户登记.csv", {"UTF-8", town.reference_date});
    names.begin(layer_of("商户登记", {"code", "name"}));
    for (int i = 0; i < 30; ++i)
        names.add({town.businesses[i].code, taken_for_latin(town.businesses[i].name)});
    names.close();
    planted("taken_for_latin", "商户登记.csv", "UTF-8 taken for ISO-8859-1 and saved as UTF-8 again",
            "encoding.taken_for_latin");

    exchange::Writer codes(into / "地块清单.xlsx", {"", town.reference_date});
    codes.begin(layer_of("地块清单", {"地块编码", "备注"}));
    for (int i = 0; i < 30; ++i) codes.add({std::string("5.20524E+18"), {}});
    codes.close();
    planted("number_damaged", "地块清单.xlsx", "a spreadsheet made 5.20524E+18 of the parcel codes",
            "number.shortened");
}

}  // namespace liangdi::sample
