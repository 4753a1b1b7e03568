#include "tasks/export_town.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "exchange/reader.hpp"
#include "exchange/writer.hpp"
#include "odd_town.hpp"
#include "sample_project.hpp"
#include "tasks/info.hpp"
#include "tasks/load.hpp"
#include "town_rows.hpp"

using namespace liangdi;
using namespace liangdi::tests;
namespace fs = std::filesystem;

namespace {

tasks::ExportOutcome export_all(const fs::path& town, const fs::path& out, const std::string& format = {},
                                exchange::NameStyle names = exchange::NameStyle::town,
                                const std::string& encoding = {}) {
    auto project = open(town);
    land::Progress silent;
    tasks::ExportParams params;
    params.out = out;
    params.format = format;
    params.names = names;
    params.encoding = encoding;
    return tasks::export_town(project, params, silent);
}

tasks::LoadOutcome load_back(const fs::path& town, const fs::path& folder) {
    land::Progress silent;
    tasks::LoadParams params;
    params.town = town;
    params.folder = folder;
    params.actor = "tester";
    return tasks::load(params, silent);
}

std::string text_of(const TownRow& row, const std::set<std::string>& without) {
    std::string text;
    for (const auto& [column, value] : row.cells)
        if (!without.contains(column)) text += column + value + '\x1f';
    return text;
}

/// What the report says of a table.
struct Said {
    std::set<std::int64_t> rows;    ///< named one by one
    std::set<std::string> columns;  ///< not held at all
};

Said said_of(const exchange::ExportReport& report) {
    REQUIRE(report.findings_count ==
            static_cast<std::int64_t>(report.findings.size()));  // all of them are kept
    Said said;
    for (const auto& finding : report.findings) {
        if (finding.id != 0) said.rows.insert(finding.id);
        if (finding.rule == "export.shapes_left_out") said.columns.insert("geometry");
        if (finding.rule == "export.columns_left_out") said.columns.insert(finding.field);
    }
    return said;
}

/// Every row of `before` that the report does not name is in `after`, and nothing else that was not named.
void check_round_trip(const fs::path& before, const fs::path& after, const tasks::ExportOutcome& outcome,
                      int decimals = 3) {
    store::Store a(before), b(after);
    const auto rows = town_rows(a, decimals), back = town_rows(b, decimals);
    std::set<std::string> exported;
    for (const auto& table : outcome.tables) {
        INFO(table.table);
        CHECK_FALSE(table.map_file.empty());
        exported.insert(table.table);
        const Said said = said_of(table.report);
        std::multiset<std::string> found;
        if (back.contains(table.table))
            for (const auto& row : back.at(table.table)) found.insert(text_of(row, said.columns));
        std::size_t named = 0;
        for (const auto& row : rows.at(table.table)) {
            if (said.rows.contains(row.id)) {
                ++named;
                continue;
            }
            const std::string text = text_of(row, said.columns);
            const auto at = found.find(text);
            INFO("row " << row.id << ": " << text);
            CHECK(at != found.end());
            if (at != found.end()) found.erase(at);
        }
        CHECK(found.size() <= named);
    }
    for (const auto& [table, of] : rows) {
        INFO(table);
        const bool named = std::any_of(outcome.whole.findings.begin(), outcome.whole.findings.end(),
                                       [&, name = table](const auto& f) { return f.table == name; });
        CHECK((exported.contains(table) || named));
    }
}

void check_alone(const fs::path& folder) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        INFO(entry.path().string());
        CHECK_FALSE(entry.path().filename().string().starts_with(".liangdi-"));
        CHECK_FALSE(entry.path().extension() == ".new");
    }
}

}  // namespace

TEST_CASE(
    "export: the sample town comes back equal through a GeoPackage, figures and all but what is sealed") {
    const TownFolder folder;
    fs::create_directories(folder / "out");
    const auto before = contents(raw(loaded_town()));
    const auto outcome = export_all(loaded_town(), folder / "out/town.gpkg");
    CHECK(contents(raw(loaded_town())) == before);
    std::int64_t rows = 0;
    for (const auto& table : outcome.tables) {
        INFO(table.table);
        CHECK(table.report.findings_count == 0);
        CHECK(table.report.corner_deviation_m == 0);
        rows += table.report.rows;
    }
    CHECK(rows > 60000);
    CHECK(std::any_of(outcome.whole.findings.begin(), outcome.whole.findings.end(),
                      [](const auto& f) { return f.rule == "export.sealed_left_out"; }));
    load_back(folder / "new.sqlite", folder / "out");
    check_round_trip(loaded_town(), folder / "new.sqlite", outcome, 9);
    auto project = open(folder / "new.sqlite");
    auto original = open(loaded_town());
    const auto figures = tasks::info(project).figures;
    CHECK(figures.woodland_revitalised_mu_hundredths ==
          tasks::info(original).figures.woodland_revitalised_mu_hundredths);
    CHECK(figures.persons == 22438);
    CHECK(project.store->snapshot()->count("sealed") == 0);
    CHECK(fault_of(project.store->snapshot()->db()).empty());
    check_alone(folder.path);
    // A second load of the same files adds nothing.
    for (const auto& source : load_back(folder / "new.sqlite", folder / "out").sources) {
        INFO(source.file);
        CHECK(source.import.report.added == 0);
        CHECK(source.import.report.changed == 0);
    }
}

TEST_CASE(
    "export: the sample town comes back equal through a folder of shapefiles in GBK, with NY/T 2539 names") {
    const TownFolder folder;
    const auto outcome =
        export_all(loaded_town(), folder / "out", "ESRI Shapefile", exchange::NameStyle::nyt2539, "GBK");
    CHECK(fs::exists(folder / "out/DK.shp"));
    load_back(folder / "new.sqlite", folder / "out");
    check_round_trip(loaded_town(), folder / "new.sqlite", outcome, 9);
    check_alone(folder.path);
}

TEST_CASE("export: an odd town comes back equal through every format but for what the report names") {
    struct Case {
        const char *out, *format, *encoding;
    };
    using exchange::NameStyle;
    constexpr std::array styles{NameStyle::chinese, NameStyle::nyt2539, NameStyle::town};
    unsigned seed = 1;
    for (const Case& c :
         {Case{"out/t.gpkg", "", ""}, Case{"out/t.sqlite", "", ""}, Case{"out/t.gdb", "", ""},
          Case{"out", "ESRI Shapefile", "GBK"}, Case{"out", "ESRI Shapefile", "UTF-8"},
          Case{"out", "CSV", "GBK"}, Case{"out", "CSV", ""}, Case{"out/t.xlsx", "", ""},
          Case{"out/t.ods", "", ""}, Case{"out", "GeoJSON", ""}, Case{"out", "FlatGeobuf", ""},
          Case{"out/t.kmz", "", ""}, Case{"out/t.kml", "", ""}, Case{"out/t.gml", "", ""},
          Case{"out/t.kml", "", ""}, Case{"out", ".mif", ""}, Case{"out", ".tab", ""},
          Case{"out", ".tab", "GBK"}, Case{"out", "ESRI Shapefile", "GBK"}}) {
        const NameStyle names = styles[seed % styles.size()];
        INFO(c.out << " " << c.format << " " << c.encoding << " names " << static_cast<int>(names) << " seed "
                   << seed);
        const TownFolder folder;
        OddTown how;
        how.seed = seed++;
        make_odd_town(folder / "odd.sqlite", how);
        fs::create_directories(folder / "out");
        const auto outcome = export_all(folder / "odd.sqlite", folder / c.out, c.format, names, c.encoding);
        load_back(folder / "new.sqlite", folder / "out");
        check_round_trip(folder / "odd.sqlite", folder / "new.sqlite", outcome);
        check_alone(folder.path);
    }
}

namespace {

fs::path odd_town_in(const TownFolder& folder, unsigned seed = 7) {
    make_odd_town(folder / "odd.sqlite", {seed, false, false, false});
    return folder / "odd.sqlite";
}

tasks::ExportOutcome export_some(const fs::path& town, const fs::path& out, std::vector<std::string> tables,
                                 bool overwrite = false, const std::string& layer = {},
                                 const std::string& crs = {}) {
    auto project = open(town);
    land::Progress silent;
    tasks::ExportParams params;
    params.out = out;
    params.tables = std::move(tables);
    params.overwrite = overwrite;
    params.layer = layer;
    params.crs = crs;
    return tasks::export_town(project, params, silent);
}

/// Every table of a GeoPackage or SQLite file but those of one layer, as text.
std::map<std::string, std::string> other_tables(const fs::path& file, const std::string& layer) {
    std::map<std::string, std::string> out;
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    const auto each = [&](const std::string& sql, auto take) {
        sqlite3_stmt* s = nullptr;
        REQUIRE(sqlite3_prepare_v2(db, sql.c_str(), -1, &s, nullptr) == SQLITE_OK);
        while (sqlite3_step(s) == SQLITE_ROW) {
            std::string row;
            for (int i = 0; i < sqlite3_column_count(s); ++i) {
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(s, i));
                row += std::string(bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(s, i))) +
                       '|';
            }
            take(row);
        }
        sqlite3_finalize(s);
    };
    std::vector<std::string> names;
    each("SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
         [&](const std::string& row) { names.push_back(row.substr(0, row.size() - 1)); });
    for (const auto& name : names) {
        if (name.find(layer) != std::string::npos || name.starts_with("sqlite_") || name.starts_with("gpkg_"))
            continue;
        each("SELECT * FROM \"" + name + "\"", [&](const std::string& row) { out[name] += row + "\n"; });
    }
    sqlite3_close(db);
    return out;
}

std::vector<std::vector<std::string>> rows_of_layer(const fs::path& file, const std::string& layer) {
    const exchange::Reader reader(file);
    std::vector<std::vector<std::string>> out;
    reader.each(reader.layer(layer), [&](const exchange::SourceRow& row) {
        out.emplace_back();
        for (const auto& cell : row.cells) out.back().push_back(land::to_display(cell));
        out.back().push_back(fmt::format("{}", geo::point_count(row.geometry)));
        return true;
    });
    return out;
}

}  // namespace

TEST_CASE(
    "export: other layers of a target stay as they are, a layer of the same name is refused unless said") {
    for (const char* name : {"t.gpkg", "t.sqlite", "t.gdb", "t.xlsx", "t.ods"}) {
        INFO(name);
        const TownFolder folder;
        const auto town = odd_town_in(folder);
        const fs::path file = folder / name;
        export_some(town, file, {"building", "flat"});
        const auto before = rows_of_layer(file, "building");
        const bool database = file.extension() == ".gpkg" || file.extension() == ".sqlite";
        const auto tables = database ? other_tables(file, "parcel") : std::map<std::string, std::string>{};
        CHECK(export_some(town, file, {"parcel"}).tables.at(0).report.rows == 40);
        CHECK(rows_of_layer(file, "building") == before);
        CHECK(rows_of_layer(file, "parcel").size() == 40);
        if (database) {
            auto after = other_tables(file, "parcel");
            for (const auto& [table, text] : tables)
                if (table == "building" || table == "flat") CHECK(after[table] == text);
        }
        const std::string bytes = file.extension() == ".gdb" ? "" : bytes_of(file);
        CHECK(code_of([&] { export_some(town, file, {"parcel"}); }) == "layer_exists");
        if (!bytes.empty()) CHECK(bytes_of(file) == bytes);
        export_some(town, file, {"parcel"}, true);
        CHECK(rows_of_layer(file, "parcel").size() == 40);
        CHECK(rows_of_layer(file, "building") == before);
        CHECK(rows_of_layer(file, "flat").size() == 25);
        export_some(town, file, {"parcel"}, false, "地块二");
        CHECK(rows_of_layer(file, "地块二").size() == 40);
        check_alone(folder.path);
    }
}

TEST_CASE("export: targets that would be harmed are refused and stay byte for byte") {
    const TownFolder folder;
    const auto town = odd_town_in(folder);
    const auto refused = [&](const fs::path& out, const char* code, bool overwrite = false) {
        INFO(out.string());
        const std::string before = fs::is_regular_file(out) ? bytes_of(out) : "";
        CHECK(code_of([&] { export_some(town, out, {"parcel"}, overwrite); }) == code);
        if (!before.empty()) CHECK(bytes_of(out) == before);
    };
    refused(town, "not_writable", true);
    fs::copy_file(town, folder / "other.sqlite");
    refused(folder / "other.sqlite", "not_writable", true);
    std::ofstream(folder / "a.csv") << "x\n";
    refused(folder / "a.csv", "file_exists");
    std::ofstream(folder / "a.gpkg") << "no database";
    refused(folder / "a.gpkg", "not_writable");
    std::ofstream(folder / "a.doc") << "x";
    refused(folder / "a.doc", "unknown_format");
    export_some(town, folder / "b.gpkg", {"building"});
    std::ofstream(folder / "b.gpkg-wal") << "pages of another program";
    refused(folder / "b.gpkg", "busy");
    refused(folder / "no/such/folder.gpkg", "not_writable");
    CHECK(code_of([&] { export_some(town, folder / "c.gpkg", {"sealed"}); }) == "no_table");
    CHECK(code_of([&] { export_some(town, folder / "c.gpkg", {"nothing"}); }) == "no_table");
    CHECK(code_of([&] { export_some(town, folder / "c.fgb", {"flat"}); }) == "needs_geometry");
    CHECK(code_of([&] { export_some(town, folder / "c.kml", {"parcel"}, false, "", "EPSG:4523"); }) ==
          "bad_crs");
    CHECK_FALSE(fs::exists(folder / "c.gpkg"));
    check_alone(folder.path);
}

TEST_CASE("export: a cancelled export leaves the old file as it was") {
    const TownFolder folder;
    const auto town = odd_town_in(folder);
    export_some(town, folder / "a.gpkg", {"building"});
    const std::string before = bytes_of(folder / "a.gpkg");
    for (const int after : {1, 30, 90, 130}) {
        auto project = open(town);
        StopAfter stop(after);
        tasks::ExportParams params;
        params.out = folder / "a.gpkg";
        params.tables = {"parcel", "flat"};
        CHECK_THROWS_AS(tasks::export_town(project, params, stop), Cancelled);
        CHECK(bytes_of(folder / "a.gpkg") == before);
        check_alone(folder.path);
    }
}

TEST_CASE("export: areas leave as decimal text with two decimals, codes as text, references as codes") {
    const TownFolder folder;
    {
        make_odd_town(folder / "odd.sqlite", {3, false, false, false});
        store::Store store(folder / "odd.sqlite");
        const auto parcel = store.snapshot()->ids_of("parcel", "code", "5205241030070000000");
        REQUIRE(parcel.size() == 1);
        store.apply(edit_by("tester", "area",
                            {land::Insert{"area_record",
                                          {},
                                          {{"parcel", parcel.front()},
                                           {"kind", std::string("actual")},
                                           {"value_hundredths", std::int64_t{900719925474099110}},
                                           {"unit", std::string("mu")}}}}));
    }
    export_some(folder / "odd.sqlite", folder / "a.xlsx", {"area_record"});
    const exchange::Reader reader(folder / "a.xlsx");
    const auto& layer = reader.layer();
    bool found = false;
    reader.each(layer, [&](const exchange::SourceRow& row) {
        const auto cell = [&](const char* name) {
            return land::to_display(row.cells.at(static_cast<std::size_t>(layer.field(name))));
        };
        if (cell("kind") != "actual") return true;
        found = true;
        CHECK(cell("parcel") == "5205241030070000000");
        CHECK(cell("value") == "9007199254740991.10");  // no double holds it
        return true;
    });
    CHECK(found);
    // A DBF's number field is decimal text that every program reads as a double: what does not fit is said.
    const auto dbf = export_some(folder / "odd.sqlite", folder / "a.dbf", {"area_record"});
    CHECK(dbf.tables.at(0).report.findings_count > 0);
}

TEST_CASE("export: drawings, reporting coordinates and survey points hold what they can, and say what not") {
    const TownFolder folder;
    const auto town = odd_town_in(folder);
    const auto rule = [](const tasks::ExportOutcome& outcome, const char* name) {
        return outcome.tables.at(0).report.by_rule.contains(name);
    };
    const auto dxf = export_some(town, folder / "a.dxf", {"parcel"});
    CHECK(rule(dxf, "export.columns_left_out"));
    CHECK(rule(dxf, "export.not_for_import"));
    CHECK(dxf.tables.at(0).map_file.empty());
    CHECK(dxf.tables.at(0).report.rows + dxf.tables.at(0).report.refused == 40);
    const auto txt = export_some(town, folder / "a.txt", {"parcel"});
    CHECK(rule(txt, "export.columns_left_out"));
    CHECK_FALSE(txt.tables.at(0).map_file.empty());
    CHECK(txt.tables.at(0).report.corner_deviation_m < 1e-4);
    CHECK(rows_of_layer(folder / "a.txt", "").size() ==
          static_cast<std::size_t>(txt.tables.at(0).report.rows));
    const auto dat = export_some(town, folder / "a.dat", {"boundary_point"});
    CHECK(rows_of_layer(folder / "a.dat", "").size() ==
          static_cast<std::size_t>(dat.tables.at(0).report.rows));
    CHECK(code_of([&] { export_some(town, folder / "b.dat", {"parcel"}); }) == "needs_geometry");
}

TEST_CASE("export: in another CRS the shapes come back to where they were") {
    const TownFolder folder;
    const auto town = odd_town_in(folder);
    for (const char* crs : {"EPSG:4490", "EPSG:4523", "EPSG:4545"}) {
        INFO(crs);
        const auto outcome =
            export_some(town, folder / (std::string(crs).substr(5) + ".gpkg"), {"parcel"}, false, "", crs);
        CHECK(outcome.tables.at(0).report.corner_deviation_m < 1e-6);
        CHECK(outcome.tables.at(0).report.findings_count == 0);
        CHECK(exchange::Reader(outcome.tables.at(0).file).layer().crs == geo::Crs::from_text(crs));
    }
}

TEST_CASE(
    "export: every table's names differ in every style, and every reference points to an earlier table") {
    const TownFolder folder;
    const store::Store store(folder.town());
    for (const auto style :
         {exchange::NameStyle::town, exchange::NameStyle::chinese, exchange::NameStyle::nyt2539}) {
        std::set<std::string> tables;
        for (const auto& table : store.shape()) {
            INFO(table.name);
            CHECK(tables.insert(exchange::table_name(style, table.name)).second);
            std::set<std::string> columns;
            const auto* base =
                table.extends.empty() ? nullptr : land::find_table(store.shape(), table.extends);
            for (const auto* from : {base, &table}) {
                if (from == nullptr) continue;
                for (const auto& column : from->columns) {
                    if (column.name == "id" || (from == base && column.name == "kind")) continue;
                    const auto name = exchange::column_name(style, table.name, table.extends, column.name);
                    INFO(column.name << " " << name);
                    CHECK(columns.insert(name).second);
                    CHECK_FALSE(name.empty());
                }
            }
        }
    }
    std::set<std::string> earlier;
    for (const auto& name : tasks::export_tables(store.shape())) {
        const auto* table = land::find_table(store.shape(), name);
        for (const auto& column : table->columns) {
            INFO(name << "." << column.name);
            CHECK((column.references.empty() || earlier.contains(column.references)));
        }
        earlier.insert(name);
    }
}
