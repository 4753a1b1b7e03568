#include "exchange/writer.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"
#include "exchange/text_encoding.hpp"
#include "geo/error.hpp"
#include "scratch.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using exchange::FieldType;
using exchange::Reader;
using exchange::Writer;
using land::Value;

namespace {

struct Table {
    std::vector<std::vector<Value>> cells;
    std::vector<geo::Geometry> shapes;
};

const std::vector<exchange::OutField> fields{
    {"地块编码", FieldType::text, 30, 0}, {"权利人", FieldType::text, 60, 0},
    {"证件号", FieldType::text, 20, 0},   {"层数", FieldType::integer, 9, 0},
    {"面积", FieldType::real, 18, 4},     {"日期", FieldType::date, 0, 0}};

Table some_table(bool rare, bool some_without_shape = true) {
    std::mt19937 random(3);
    const auto at = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const std::vector<std::string> names =
        rare ? std::vector<std::string>{"测试䶮", "测试㵘", "测试𠮷甲", "测试,“引”\"号\"", "测试；末"}
             : std::vector<std::string>{"测试覃", "测试李", "测试,“引”\"号\"", "测试；末"};
    Table table;
    for (int i = 0; i < 60; ++i) {
        std::string code = "00" + std::to_string(520524103007000 + i);
        std::string id_number = "99999919900101" + std::to_string(1000 + i).substr(1) + (i % 3 ? "1" : "X");
        table.cells.push_back({code, names[static_cast<std::size_t>(at(static_cast<int>(names.size()) - 1))],
                               id_number, std::int64_t{at(40)}, at(100000) / 10000.0 + at(1000),
                               "20" + std::to_string(10 + at(15)) + "-0" + std::to_string(1 + at(8)) + "-1" +
                                   std::to_string(at(9))});
        if (i % 7 == 0) table.cells.back()[static_cast<std::size_t>(1 + at(4))] = {};
        const double x = 500000 + at(100000) / 10.0, y = 2950000 + at(100000) / 10.0;
        geo::MultiPolygon shape{{geo::rectangle({x, y, x + 30.25, y + 20.5}).shell,
                                 {geo::rectangle({x + 5, y + 5, x + 9, y + 9}).shell}}};
        if (i % 5 == 0) shape.push_back(geo::rectangle({x + 50, y, x + 60, y + 10}));
        table.shapes.push_back(i % 11 == 3 && some_without_shape ? geo::Geometry{} : geo::Geometry{shape});
    }
    return table;
}

void write(const std::filesystem::path& file, const Table& table, const std::string& encoding, bool shapes,
           const std::string& name) {
    Writer writer(file, {encoding, {}});
    writer.begin({name, fields, shapes ? geo::GeometryKind::multi_polygon : geo::GeometryKind::none,
                  geo::Crs::from_text("EPSG:4544")});
    for (std::size_t i = 0; i < table.cells.size(); ++i)
        writer.add(table.cells[i], shapes ? table.shapes[i] : geo::Geometry{});
    writer.close();
}

std::string shown(const Value& value) {
    if (const auto* real = std::get_if<double>(&value)) return std::to_string(*real);
    return land::is_null(value) ? "" : land::to_display(value);
}

std::string dashed(std::string date) {
    std::replace(date.begin(), date.end(), '/', '-');
    return date;
}

/// Points of a geometry whatever ring order and direction a format prefers.
std::vector<std::pair<double, double>> points(const geo::Geometry& geometry) {
    std::vector<std::pair<double, double>> out;
    if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry))
        for (const geo::Polygon& polygon : *polygons) {
            for (std::size_t i = 0; i + 1 < polygon.shell.size(); ++i)
                out.emplace_back(polygon.shell[i].x, polygon.shell[i].y);
            for (const geo::Ring& hole : polygon.holes)
                for (std::size_t i = 0; i + 1 < hole.size(); ++i) out.emplace_back(hole[i].x, hole[i].y);
        }
    std::sort(out.begin(), out.end());
    return out;
}

std::string code_of(const std::function<void()>& run) {
    try {
        run();
    } catch (const Error& error) {
        return error.code();
    }
    return {};
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("what is written is read back: every format, Chinese names, leading zeros, 18 digits") {
    struct Case {
        const char *file, *encoding;
        bool shapes, rare;
    };
    const Scratch scratch;
    for (const Case& c : {Case{"房屋.shp", "GBK", true, false}, Case{"房屋18.shp", "GB18030", true, true},
                          Case{"户室.gpkg", "", true, true}, Case{"台账.csv", "", false, true},
                          Case{"台账gbk.csv", "GBK", false, false},
                          Case{"台账18.csv", "GB18030", false, true}, Case{"带形.csv", "", true, true},
                          Case{"台账.xlsx", "", false, true}, Case{"户室.geojson", "", true, true},
                          Case{"户室.fgb", "", true, true}, Case{"表.gpkg", "", false, true}}) {
        INFO(c.file);
        const bool all_have_shapes = std::string(c.file).ends_with(".fgb");
        const Table table = some_table(c.rare, !all_have_shapes);
        write(scratch / c.file, table, c.encoding, c.shapes, "户室");
        const Reader reader(scratch / c.file);
        const exchange::SourceLayer& layer = reader.layer();
        for (const exchange::OutField& field : fields) REQUIRE(layer.field(field.name) >= 0);
        std::size_t rows = 0;
        reader.each(layer, [&](const exchange::SourceRow& row) {
            // An indexed format gives its rows in another order; the code is never empty here.
            const std::string code = shown(row.cells[static_cast<std::size_t>(layer.field("地块编码"))]);
            std::size_t at = 0;
            while (at < table.cells.size() && shown(table.cells[at][0]) != code) ++at;
            REQUIRE(at < table.cells.size());
            for (std::size_t f = 0; f < fields.size(); ++f) {
                const Value& wanted = table.cells[at][f];
                const Value& found = row.cells[static_cast<std::size_t>(layer.field(fields[f].name))];
                INFO(fields[f].name << " row " << at);
                if (fields[f].type == FieldType::real && !land::is_null(wanted))
                    CHECK(std::stod(shown(found)) == Approx(std::get<double>(wanted)));
                else if (fields[f].type ==
                         FieldType::date)  // a spreadsheet's date cell is shown with slashes
                    CHECK(dashed(shown(found)) == shown(wanted));
                else
                    CHECK(shown(found) == shown(wanted));
            }
            if (c.shapes) CHECK(points(row.geometry) == points(table.shapes[at]));
            CHECK(row.geometry_problem.empty());
            ++rows;
            return true;
        });
        CHECK(rows == table.cells.size());
        if (c.shapes && !std::string(c.file).ends_with(".csv")) CHECK(layer.crs.epsg() == 4544);
    }
}

TEST_CASE("a workbook and a GeoPackage hold several layers") {
    const Scratch scratch;
    for (const char* name : {"册.xlsx", "册.gpkg"}) {
        Writer writer(scratch / name);
        for (const char* layer : {"住户", "户室"}) {
            writer.begin({layer, {{"编码", FieldType::text, 0, 0}}, geo::GeometryKind::none, {}});
            writer.add({std::string("001")});
        }
        writer.close();
        const Reader reader(scratch / name);
        CHECK(reader.layers().size() == 2);
        int rows = 0;
        reader.each(reader.layer("户室"), [&](const exchange::SourceRow& row) {
            CHECK(row.cells.at(0) == Value{std::string("001")});
            return ++rows > 0;
        });
        CHECK(rows == 1);
    }
}

TEST_CASE("a drawing holds outlines on a layer with its Chinese name") {
    const Scratch scratch;
    Writer writer(scratch / "宗地.dxf");
    writer.begin({"宗地", {}, geo::GeometryKind::multi_polygon, {}});
    writer.add({}, geo::MultiPolygon{geo::rectangle({500000, 2950000, 500010, 2950020})});
    writer.close();
    const Reader reader(scratch / "宗地.dxf");
    int rows = 0;
    reader.each(reader.layer(), [&](const exchange::SourceRow& row) {
        CHECK(row.cells.at(static_cast<std::size_t>(reader.layer().field("Layer"))) ==
              Value{std::string("宗地")});
        CHECK(geo::box_of(row.geometry) == geo::Box{500000, 2950000, 500010, 2950020});
        return ++rows, true;
    });
    CHECK(rows == 1);
}

TEST_CASE("names and texts that the format cannot hold are said, not cut") {
    const Scratch scratch;
    const auto begin = [&](const char* file, const char* encoding, const char* field) {
        Writer writer(scratch / file, {encoding, {}});
        writer.begin({"层", {{field, FieldType::text, 0, 0}}, geo::GeometryKind::point, {}});
        return writer;
    };
    CHECK(code_of([&] { begin("a.shp", "GBK", "五个汉字长"); }) == "");                 // 10 bytes
    CHECK(code_of([&] { begin("a.shp", "GBK", "承包方编码号"); }) == "name_too_long");  // 12 bytes
    CHECK(code_of([&] { begin("a.shp", "UTF-8", "承包方编"); }) == "name_too_long");    // 12 bytes
    try {
        begin("a.shp", "GBK", "承包方编码号");
    } catch (const Error& error) {
        CHECK_THAT(error.what(), Catch::Matchers::ContainsSubstring("承包方编码号"));
    }
    Writer writer = begin("b.shp", "GBK", "名称");
    CHECK(code_of([&] { writer.add({std::string("䶮")}, geo::Point{1, 2}); }) == "not_in_encoding");
    std::string longest;
    for (int i = 0; i < 127; ++i) longest += "测";
    CHECK(code_of([&] { writer.add({longest}, geo::Point{1, 2}); }) == "");
    CHECK(code_of([&] { writer.add({longest + "测"}, geo::Point{1, 2}); }) == "text_too_long");
    CHECK(code_of([&] { Writer unknown(scratch / "a.doc"); }) == "unknown_format");
    CHECK(code_of([&] { Writer nowhere(scratch / "no/such/a.csv"); }) == "not_writable");
}

TEST_CASE("a writer that is not closed leaves the old file and nothing else") {
    const Scratch scratch;
    write(scratch / "a.shp", some_table(false), "GBK", true, "a");
    scratch.write("a.qix", "an index of the old file");
    const auto before = names_in(scratch.folder());
    {
        Writer writer(scratch / "a.shp");
        writer.begin({"a", {{"x", FieldType::text, 0, 0}}, geo::GeometryKind::point, {}});
        writer.add({std::string("new")}, geo::Point{1, 2});
    }
    CHECK(names_in(scratch.folder()) == before);
    CHECK(Reader(scratch / "a.shp").layer().count == 60);
    write(scratch / "a.shp", some_table(false), "GBK", true, "a");
    CHECK_FALSE(std::filesystem::exists(scratch / "a.qix"));
    CHECK(names_in(scratch.folder()) ==
          std::vector<std::string>{"a.cpg", "a.dbf", "a.prj", "a.shp", "a.shx"});
}
