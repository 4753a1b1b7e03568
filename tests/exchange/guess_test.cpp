#include "exchange/mapping_guess.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "exchange/load_plan.hpp"
#include "exchange/synonyms.hpp"
#include "exchange/writer.hpp"
#include "sample/write.hpp"
#include "scratch.hpp"
#include "store/store.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using exchange::FieldRule;
using exchange::MappingGuess;

namespace {

/// The tables of a real town file.
const land::TownShape& town_shape() {
    static const land::TownShape shape = [] {
        const Scratch scratch;
        store::create_town(scratch / "t.sqlite", {"test", 4544, "2025-11-25", 0});
        return store::Store(scratch / "t.sqlite").shape();
    }();
    return shape;
}

MappingGuess guess(const std::filesystem::path& file, const std::string& layer_name = {},
                   const std::string& table = {}) {
    const exchange::Reader reader(file);
    const auto& layer = reader.layer(layer_name);
    return exchange::guess_mapping(reader, layer, exchange::sample_of(reader, layer), town_shape(), table);
}

std::set<std::string> arrows(const exchange::FieldMapping& mapping) {
    std::set<std::string> out;
    const auto add = [&](const std::string& where, const std::vector<FieldRule>& fields) {
        for (const FieldRule& f : fields)
            out.insert(f.from + " -> " + where + (f.to.empty() ? "sealed " + f.seal : f.to) + " " + f.find);
    };
    add("", mapping.fields);
    for (const auto& row : mapping.rows) add(row.table + ".", row.fields);
    return out;
}

const FieldRule* rule_to(const MappingGuess& g, const std::string& column) {
    for (const FieldRule& rule : g.mapping.fields)
        if (rule.to == column || rule.seal == column) return &rule;
    return nullptr;
}

std::string unit_of(const MappingGuess& g) {
    for (const auto& row : g.mapping.rows)
        if (row.table == "area_record")
            for (const land::Cell& cell : row.set)
                if (cell.column == "unit") return land::to_display(cell.value);
    return {};
}

}  // namespace

TEST_CASE("every source of the sample town is guessed, surely, as its own plan has it") {
    const Scratch scratch;
    land::Progress progress;
    sample::write(sample::SampleParams{}, scratch.folder(), progress);
    const exchange::LoadPlan plan = exchange::read_load_plan(scratch.folder());
    CHECK(plan.sources.size() >= 30);
    for (const exchange::LoadSource& source : plan.sources) {
        INFO(source.file.filename().string() << " " << source.layer);
        const MappingGuess g = guess(source.file, source.layer);
        CHECK(g.sure);
        CHECK(g.mapping.table == source.mapping.table);
        CHECK(g.mapping.key == source.mapping.key);
        CHECK(g.mapping.geometry == source.mapping.geometry);
        CHECK(arrows(g.mapping) == arrows(source.mapping));
    }
}

TEST_CASE("NY/T 2539 tables are known by their names") {
    const Scratch scratch;
    const MappingGuess party =
        guess(scratch.write("CBF.csv",
                            "CBFBM,CBFLX,CBFMC,CBFZJLX,CBFZJHM,CBFDZ,LXDH,CBFCYSL\n"
                            "520524103007010001,1,测试甲,1,11010519491231002X,某村,13800000000,4\n"));
    CHECK(party.sure);
    CHECK(party.mapping.table == "party");
    CHECK(rule_to(party, "id_number")->from == "CBFZJHM");
    CHECK(rule_to(party, "phone")->from == "LXDH");
    CHECK(rule_to(party, "code")->from == "CBFBM");

    const MappingGuess group =
        guess(scratch.write("FBF.csv", "FBFBM,FBFMC,FBFFZRXM,FBFDZ\n52052410300701,某村一组,测试乙,某村\n"));
    CHECK(group.mapping.table == "village");
    CHECK(group.mapping.key == std::vector<std::string>{"code"});

    const MappingGuess rights =
        guess(scratch.write("CBDKXX.csv",
                            "DKBM,FBFBM,CBFBM,CBJYQQDFS,HTMJ,CBHTBM,CBJYQZBM,HTMJM,SFQQQG\n"
                            "5205241030070100001,52052410300701,520524103007010001,110,2134.40,"
                            "520524103007010001J,520524103007010001J,3.20,2\n"));
    CHECK(rights.sure);
    CHECK(rights.mapping.table == "parcel");
    CHECK(unit_of(rights) == "mu");  // the figure of the contract is the one in 亩
    REQUIRE(rights.mapping.rows.size() == 2);
    CHECK(rights.mapping.rows[1].table == "parcel_right");
    CHECK(exchange::form_share("contract_party", {"520524103007010001"}) == 1);

    const MappingGuess members =
        guess(scratch.write("CBF_JTCY.csv",
                            "CBFBM,CYXM,CYXB,CYZJLX,CYZJHM,YHZGX,CYBZ\n"
                            "520524103007010001,测试甲,1,1,11010519491231002X,02,\n"));
    CHECK(!members.sure);  // nothing in it is a code of the person
    CHECK(!members.doubts.empty());
}

TEST_CASE("the unit of an area is told by header, or by the shapes, or left out") {
    const Scratch scratch;
    const auto parcels = [&](const char* header, double per_m2, const char* name) {
        const auto file = scratch / name;
        exchange::Writer writer(file);
        writer.begin({"地块",
                      {{"DKBM", exchange::FieldType::text, 0, 0},
                       {"DKMC", exchange::FieldType::text, 0, 0},
                       {header, exchange::FieldType::real, 0, 0}},
                      geo::GeometryKind::multi_polygon,
                      geo::Crs::from_text("EPSG:4544")});
        for (int i = 0; i < 20; ++i) {
            const double side = 20 + i, x = 570'000 + 100 * i;
            // As in life the registered figure is near the drawn one, not equal to it.
            writer.add({fmt::format("52052410300701{:05}", i), std::string("测试地"),
                        side * side * per_m2 * (0.95 + 0.005 * i)},
                       geo::MultiPolygon{geo::rectangle({x, 2'950'000, x + side, 2'950'000 + side})});
        }
        writer.close();
        return guess(file);
    };
    CHECK(unit_of(parcels("HTMJ", 1, "a.gpkg")) == "m2");
    CHECK(unit_of(parcels("HTMJ", 0.0015, "b.gpkg")) == "mu");
    CHECK(unit_of(parcels("合同面积（亩）", 1, "c.gpkg")) == "mu");
    const MappingGuess odd = parcels("HTMJ", 0.1, "d.gpkg");
    CHECK(unit_of(odd).empty());
    CHECK(!odd.doubts.empty());
    CHECK(odd.sure);  // of table and key; the area alone is left out
}

TEST_CASE("captions in other words, English, full width and with remarks") {
    const Scratch scratch;
    const MappingGuess flats = guess(
        scratch.write("房源表.csv", "房屋编号,幢号,房号,所在层,建筑面积(㎡),备 注\nF1,B1,101,1,85.5,无\n"));
    CHECK(flats.sure);
    CHECK(flats.mapping.table == "flat");
    CHECK(rule_to(flats, "building")->find == "building.code");
    CHECK(rule_to(flats, "area_hundredths")->as == exchange::ReadAs::hundredths);
    CHECK(flats.unused == std::vector<std::string>{"备 注"});
    const MappingGuess english =
        guess(scratch.write("flat.csv", "flat_code,building_code,number,floor\nF1,B1,101,1\n"));
    CHECK(english.mapping.table == "flat");
    CHECK(english.sure);
    const MappingGuess people = guess(scratch.write(
        "花名册.csv",
        "人员编号,姓名,性别,公民身份号码,手机号码\nP1,测试甲,男,11010519491231002X,13800000000\n"));
    CHECK(people.sure);
    CHECK(people.mapping.table == "person");
    CHECK(rule_to(people, "sex")->values.at("男") == "male");
    // Identity numbers under a strange header are known by their check digits, and sealed.
    std::string csv = "人员编号,姓名,号\n";
    for (int i = 0; i < 8; ++i) csv += fmt::format("P{},测试,11010519491231002X\n", i);
    const MappingGuess strange = guess(scratch.write("人员.csv", csv));
    REQUIRE(rule_to(strange, "id_number"));
    CHECK(rule_to(strange, "id_number")->from == "号");
}

TEST_CASE("what nothing says is not guessed for sure") {
    const Scratch scratch;
    CHECK(!guess(scratch.write("a.csv", "甲,乙,丙\n1,2,3\n")).sure);
    CHECK(!guess(scratch.write("b.csv", "编号,名称\n1,测试\n")).sure);
    const MappingGuess homeless = guess(scratch.write("户室.csv", "户室编码,室号\nF1,101\n"));
    CHECK(!homeless.sure);  // a flat needs its building
    CHECK(guess(scratch.write("c.csv", "编号,名称\n1,测试\n"), {}, "building").mapping.table == "building");
}

TEST_CASE("the kind of a parcel follows from its code") {
    const Scratch scratch;
    const auto kind = [&](const char* letters) {
        std::string csv = "宗地代码,坐落,地类\n";
        for (int i = 0; i < 6; ++i) csv += fmt::format("520524103007{}{:05},某村,0702\n", letters, i);
        for (const land::Cell& cell : guess(scratch.write("宗地.csv", csv)).mapping.set)
            if (cell.column == "kind") return land::to_display(cell.value);
        return std::string();
    };
    CHECK(kind("JC") == "homestead");
    CHECK(kind("JE") == "woodland");
    CHECK(kind("JD") == "farmland");
}

TEST_CASE("the table of synonyms fits the town's tables") {
    for (const exchange::SynonymProfile& profile : exchange::synonym_profiles()) {
        INFO(profile.name);
        const land::TableShape* table = land::find_table(town_shape(), profile.table);
        REQUIRE(table);
        const auto has = [&](const land::TableShape& t, const std::string& column) {
            const land::TableShape* base =
                t.extends.empty() ? nullptr : land::find_table(town_shape(), t.extends);
            return t.has(column) || (base && base->has(column));
        };
        for (const std::string& key : profile.key) CHECK(has(*table, key));
        const auto check = [&](const land::TableShape& t, const exchange::SynonymField& field) {
            INFO(field.rule.to << field.rule.seal);
            CHECK(!field.names.empty());
            if (field.rule.seal.empty())
                CHECK(has(t,
                          field.rule.as == exchange::ReadAs::share ? field.rule.to + "_num" : field.rule.to));
            for (const auto& [said, meant] : field.rule.values)
                if (const auto* column = t.column(field.rule.to); column && !column->choices.empty())
                    CHECK(std::find(column->choices.begin(), column->choices.end(), meant) !=
                          column->choices.end());
        };
        for (const exchange::SynonymField& field : profile.fields) check(*table, field);
        for (const exchange::SynonymRow& row : profile.rows) {
            REQUIRE(land::find_table(town_shape(), row.rule.table));
            for (const exchange::SynonymField& field : row.fields)
                check(*land::find_table(town_shape(), row.rule.table), field);
        }
    }
}

TEST_CASE("a mapping that was written is read again as it was") {
    const Scratch scratch;
    const auto csv = scratch.write("户室.csv", "户室编码,楼栋,室号\nF1,B1,101\n");
    const MappingGuess g = guess(csv);
    const exchange::Reader reader(csv);
    const auto file = exchange::mapping_file_beside(reader, reader.layer());
    CHECK(file.filename() == "户室.csv.liangdi-map.json");
    exchange::write_mapping(file, g.mapping);
    CHECK(exchange::to_json(exchange::read_mapping(file)) == exchange::to_json(g.mapping));
    CHECK_THROWS(exchange::write_mapping(scratch / "no/where.json", g.mapping));
}
