// Every file of the collection of open data, read and imported, or refused in words. With
// LIANGDI_WRITE_OPEN_DATA=FILE.md the list of results is written there; it is docs/open-data.md.
#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "exchange/doctor.hpp"
#include "exchange/import_run.hpp"
#include "exchange/source_sample.hpp"
#include "geo/error.hpp"
#include "memory_town.hpp"
#include "test_data.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

struct ExpectedLayer {
    std::string name, type, crs;
    std::int64_t count = -1;
};

struct Expected {
    enum class Kind { opens, refused, other } kind = Kind::other;
    std::string driver;
    std::vector<ExpectedLayer> layers;
    std::int64_t restored = -1;  ///< rows with the .shx built anew
};

/// "DRIVER: name TYPE n=N CRS=X; name TYPE n=N CRS=Y; invalid geoms=0", maybe after "words // ".
Expected parsed(std::string text) {
    Expected out;
    if (const auto words = text.find(" // "); words != std::string::npos) text.erase(0, words + 4);
    if (text.rfind("DOES NOT OPEN", 0) == 0) {
        out.kind = Expected::Kind::refused;
        constexpr std::string_view restored = "SHAPE_RESTORE_SHX=YES: ";
        if (const auto at = text.find(restored); at != std::string::npos)
            out.restored = std::strtoll(text.c_str() + at + restored.size(), nullptr, 10);
        return out;
    }
    const auto colon = text.find(": ");
    if (colon == std::string::npos || text.find(" n=") == std::string::npos) return out;
    out.kind = Expected::Kind::opens;
    out.driver = text.substr(0, colon);
    static const std::vector<std::string> types{"Unknown (any)",
                                                "Geometry Collection",
                                                "PolyhedralSurface",
                                                "Curve Polygon",
                                                "Multi Line String",
                                                "Multi Polygon",
                                                "Multi Point",
                                                "Multi Surface",
                                                "Multi Curve",
                                                "Compound Curve",
                                                "Line String",
                                                "Polygon",
                                                "Point",
                                                "None"};
    std::string rest = text.substr(colon + 2);
    while (!rest.empty()) {
        const auto end = rest.find("; ");
        std::string part = rest.substr(0, end);
        rest = end == std::string::npos ? "" : rest.substr(end + 2);
        const auto n = part.find(" n="), crs = part.find(" CRS=");
        if (n == std::string::npos || crs == std::string::npos) continue;
        ExpectedLayer layer;
        layer.count = std::strtoll(part.c_str() + n + 3, nullptr, 10);
        layer.crs = part.substr(crs + 5);
        if (const auto tail = layer.crs.find(" ["); tail != std::string::npos)
            layer.crs = layer.crs.substr(0, tail);
        std::string head = part.substr(0, n);
        for (const std::string& type : types)
            if (head.size() > type.size() && head.ends_with(" " + type)) {
                layer.type = type;
                head = head.substr(0, head.size() - type.size() - 1);
                break;
            }
        for (const char* prefix : {" 3D Measured", " 3D", " Measured"})
            if (head.ends_with(prefix))
                layer.type = prefix + 1 + (" " + layer.type),
                head = head.substr(0, head.size() - std::strlen(prefix));
        layer.name = head;
        out.layers.push_back(std::move(layer));
    }
    return out;
}

/// GDAL 3.6.2 guesses otherwise than Liangdi reads, on purpose.
const std::map<std::string, std::string>& known_differences() {
    static const std::map<std::string, std::string> known{
        {"A-qgis/nextgisqgis/testwkt.csv", "read as one column; GDAL wants another separator"},
    };
    return known;
}

const exchange::SourceLayer* find(const exchange::Reader& reader, const std::string& name) {
    for (const auto& layer : reader.layers())
        if (layer.name == name) return &layer;
    return nullptr;
}

/// The column that tells most rows apart.
std::size_t best_key(const exchange::SourceLayer& layer, const exchange::SourceSample& sample) {
    std::size_t best = 0, most = 0;
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        std::set<std::string> values;
        for (const auto& row : sample.rows)
            if (!land::is_null(row.cells[i])) values.insert(land::to_display(row.cells[i]));
        if (values.size() > most) best = i, most = values.size();
    }
    return best;
}

struct Result {
    std::string read, imported;
};

/// Imports the layer into a table that takes its kind of shape; town CRS is the source's own where it is
/// projected.
std::string imported(const exchange::Reader& reader, const exchange::SourceLayer& layer) {
    const exchange::SourceSample sample = exchange::sample_of(reader, layer);
    geo::GeometryKind kind = geo::GeometryKind::none;
    for (const auto& row : sample.rows)
        if (kind == geo::GeometryKind::none) kind = geo::kind_of(row.geometry);
    if (layer.fields.empty()) return "no column to be a key";
    const char* table = kind == geo::GeometryKind::point               ? "facility"
                        : kind == geo::GeometryKind::multi_line_string ? "street"
                                                                       : "building";
    exchange::FieldMapping mapping;
    mapping.table = table;
    mapping.key = {"code"};
    mapping.geometry = layer.has_geometry;
    exchange::FieldRule rule;
    rule.from = layer.fields[best_key(layer, sample)].name;
    rule.to = "code";
    mapping.fields.push_back(rule);
    MemoryTown town;
    const geo::Crs own = layer.crs, plane = geo::Crs::from_text("EPSG:4544");
    land::Progress progress;
    const auto run_once = [&]() -> exchange::ImportReport {
        exchange::ImportContext context{town.shape,
                                        own.known() && !own.geographic() ? own : plane,
                                        town,
                                        nullptr,
                                        own.known() ? own : plane,
                                        progress};
        exchange::ImportRun run(reader, layer, mapping, context);
        const land::ChangeSource next = run.changes();
        town.begin();
        std::vector<land::Change> all;
        while (auto change = next()) all.push_back(*std::move(change));
        for (const land::Change& change : all) town.apply(change);
        return run.report();
    };
    try {
        const exchange::ImportReport first = run_once();
        CHECK(first.rows_read == first.added + first.changed + first.unchanged + first.refused);
        CHECK(first.changed + first.unchanged == 0);
        CHECK(first.findings_count >= first.refused);
        for (const land::Finding& f : first.findings) {
            CHECK(!f.reason.empty());
            CHECK(!f.source.empty());
        }
        const exchange::ImportReport second = run_once();
        CHECK(second.added == 0);
        CHECK(second.unchanged == first.added);
        std::map<std::string, int> why;
        for (const land::Finding& f : first.findings)
            if (f.severity == land::Severity::error) ++why[f.rule];
        std::string text = fmt::format("{} of {} rows", first.added, first.rows_read);
        if (first.repaired) text += fmt::format(", {} repaired", first.repaired);
        for (const auto& [name, n] : why) text += fmt::format(", {} {}", n, name);
        return text;
    } catch (const Error& error) {
        CHECK(!error.message().empty());
        return "refused: " + error.code();
    }
}

Result tried(const std::filesystem::path& file, const std::string& path, const Expected& expected) {
    Result result;
    try {
        const exchange::Reader reader(file);
        std::int64_t rows = 0;
        bool spatial = false;
        for (const auto& layer : reader.layers()) spatial = spatial || layer.has_geometry;
        result.read = fmt::format("{}, {} layer{}", reader.format(), reader.layers().size(),
                                  reader.layers().size() == 1 ? "" : "s");
        if (reader.format() == "CNParcelTXT") {  // our own driver: GDAL alone has none for this layout
            REQUIRE(reader.layers().size() == 1);
            CHECK(reader.layers().front().count == 60);
            CHECK(path.ends_with(".txt"));
        } else if (expected.kind == Expected::Kind::refused && !known_differences().contains(path)) {
            REQUIRE(expected.restored >= 0);  // else it should not have opened
            REQUIRE(!reader.layers().empty());
            REQUIRE(!reader.remarks().empty());
            CHECK(reader.layers().front().count == expected.restored);
            CHECK(reader.remarks().front().rule == "source.no_shx");
        }
        if (expected.kind == Expected::Kind::opens) CHECK(reader.format() == expected.driver);
        for (const ExpectedLayer& wanted : expected.layers) {
            INFO("layer " << wanted.name);
            const exchange::SourceLayer* layer = find(reader, wanted.name);
            if (layer == nullptr) {
                // A sheet or text file may be named otherwise; there must be one to take its place.
                CHECK(reader.layers().size() == 1);
                if (reader.layers().empty()) continue;
                layer = &reader.layers().front();
            }
            const bool sheet =
                reader.format() == "XLSX" || reader.format() == "ODS" || reader.format() == "CSV";
            const bool lies = wanted.count < 0 || wanted.count > 1'000'000'000;
            if (!lies) CHECK(std::abs(layer->count - wanted.count) <= (sheet ? 2 : 0));
            if (!sheet) CHECK(layer->geometry_type == (wanted.type == "None" ? "" : wanted.type));
            // With several geometry columns ogrinfo names none, Liangdi takes the first.
            const bool several =
                path == "A-gdal/gdal/inspire_cadastralparcel.xml" || path == "A-gdal/gdal/ruian_st_v1.xml.gz";
            if (wanted.crs == "none" && !several) CHECK(!layer->crs.known());
            if (wanted.crs.rfind("EPSG:", 0) == 0) CHECK(layer->crs.definition() == wanted.crs);
        }
        for (const auto& layer : reader.layers()) {
            if (layer.has_geometry != spatial) continue;
            rows = layer.count;
            result.imported = imported(reader, layer);
            break;
        }
        if (!reader.layers().empty()) result.read += fmt::format(", {} rows", rows);
    } catch (const Error& error) {
        result.read = "refused: " + error.message();
        CHECK(error.message().size() > 20);  // in words
        CHECK(error.where().find(file.filename().string()) != std::string::npos);
        const bool archive = path.ends_with(".bz2") || path.ends_with(".zip");
        if (expected.kind == Expected::Kind::opens && !archive) FAIL_CHECK("refused: " << error.what());
        if (expected.restored >= 0) FAIL_CHECK("not restored: " << error.what());
    }
    return result;
}

/// For the list: no bars, no line ends, no folder of this machine, no half character.
std::string cell(std::string text, const std::string& folder) {
    for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
        text.erase(at, folder.size());
    for (char& c : text)
        if (c == '|' || c == '\n' || c == '\r') c = ' ';
    constexpr std::size_t widest = 120;
    if (text.size() <= widest) return text;
    std::size_t end = widest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + " …";
}

}  // namespace

TEST_CASE("every file of the open data is imported, or refused in words, as expected") {
    const auto list = test_data("expected.json");
    if (!list) return;
    std::ifstream in(*list);
    const nlohmann::json entries = nlohmann::json::parse(in);
    REQUIRE(entries.size() > 250);
    std::string table;
    int opened = 0, refused = 0, missing = 0;
    for (const auto& entry : entries) {
        const std::string path = entry.at("path"), said = entry.at("expected");
        INFO(path << " | " << said);
        const Expected expected = parsed(said);
        const std::filesystem::path file = list->parent_path() / path;
        if (!std::filesystem::exists(file)) {
            ++missing;
            continue;
        }
        const Result result = tried(file, path, expected);
        ++(result.read.rfind("refused", 0) == 0 ? refused : opened);
        const std::string folder = std::filesystem::weakly_canonical(list->parent_path()).string() + "/";
        table += fmt::format("| {} | {} | {} | {} |\n", cell(path, folder), cell(said, folder),
                             cell(result.read, folder), cell(result.imported, folder));
    }
    CHECK(opened > 200);
    CHECK(refused > 20);
    CHECK(missing == 0);
    if (const char* target = std::getenv("LIANGDI_WRITE_OPEN_DATA")) {
        std::ofstream out(target);
        out << "# Open data: what Liangdi makes of it\n\n"
               "Written by `LIANGDI_WRITE_OPEN_DATA=docs/open-data.md exchange_test \"every file of the open "
               "data*\"`. \"Imported\" is "
               "the first layer, the column that tells most rows apart taken for the key and its own frame "
               "accepted; a second run "
               "adds nothing.\n\n"
            << fmt::format("{} files: {} read, {} refused in words.\n\n", opened + refused, opened, refused)
            << "| file | expected (GDAL 3.6.2) | read | imported |\n|---|---|---|---|\n"
            << table;
    }
}
