#include "sample/write.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "exchange/load_plan.hpp"
#include "exchange/reader.hpp"
#include "towns.hpp"

using namespace liangdi;
namespace fs = std::filesystem;

namespace {

class Folder {
  public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "liangdi-sample-XXXXXX").string();
        path = mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path path;
};

std::map<std::string, std::string> contents(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        files[fs::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(in), {}};
    }
    return files;
}

std::string text_of(const land::Value& cell) {
    if (const auto* s = std::get_if<std::string>(&cell)) return *s;
    return land::is_null(cell) ? std::string{} : land::to_display(cell);
}

}  // namespace

TEST_CASE("the same seed writes the same bytes, another seed others") {
    Folder a, b, c;
    land::Progress progress;
    sample::write(sample::SampleParams{1, 1, 0}, a.path, progress);
    sample::write(sample::generate({1, 1, 0}), b.path, progress);
    sample::write(sample::SampleParams{2, 1, 0}, c.path, progress);
    // What formats say of their making is the town's date, not today's: YYMMDD in a DBF header.
    CHECK(contents(a.path).at("承包地.dbf").substr(1, 3) == "\x7d\x0b\x19");
    const auto first = contents(a.path), second = contents(b.path), other = contents(c.path);
    REQUIRE(first.size() == second.size());
    for (const auto& [name, bytes] : first) {
        CAPTURE(name);
        REQUIRE(second.count(name) == 1);
        CHECK((bytes == second.at(name)));
    }
    CHECK((first.at("承包地.shp") != other.at("承包地.shp")));
    CHECK((first.at("人员.xlsx") != other.at("人员.xlsx")));
    CHECK((first.at("load.json") == other.at("load.json")));
}

TEST_CASE("load.json reads, its files hold the columns it names, and every code leads to a row") {
    Folder folder;
    land::Progress progress;
    sample::write(tests::town_of_seed(1), folder.path, progress);
    const exchange::LoadPlan plan = exchange::read_load_plan(folder.path);
    CHECK(plan.name == "平远新城");
    CHECK(plan.reference_date == "2025-11-25");
    CHECK(fs::exists(plan.passphrase_file));
    std::map<std::string, std::set<std::string>> known;  // "building.code" -> codes of the sources so far
    for (const exchange::LoadSource& source : plan.sources) {
        CAPTURE(source.file, source.layer);
        const exchange::Reader reader(source.file, {source.encoding});
        const exchange::SourceLayer& layer = reader.layer(source.layer);
        CHECK(layer.has_geometry == source.mapping.geometry);
        auto rules = source.mapping.fields;
        for (const auto& child : source.mapping.rows)
            rules.insert(rules.end(), child.fields.begin(), child.fields.end());
        std::vector<int> at;
        for (const auto& rule : rules) {
            CAPTURE(rule.from);
            at.push_back(layer.field(rule.from));
            REQUIRE(at.back() >= 0);
        }
        const std::string& table = source.mapping.table;
        const bool party = table == "household" || table == "person" || table == "cooperative";
        auto& codes = known[(party ? "party" : table) + ".code"];
        std::int64_t rows = 0, missing = 0, not_listed = 0;
        std::string example;
        reader.each(layer, [&](const exchange::SourceRow& row) {
            ++rows;
            for (std::size_t i = 0; i < rules.size(); ++i) {
                const std::string cell = text_of(row.cells[at[i]]);
                if (cell.empty()) continue;
                if (rules[i].to == "code") codes.insert(cell);
                if (rules[i].to == "name" || rules[i].to == "contract_no")
                    known[table + "." + rules[i].to].insert(cell);
                if (!rules[i].find.empty() && known[rules[i].find].count(cell) == 0)
                    ++missing, example = cell;
                if (!rules[i].values.empty() && rules[i].values.count(cell) == 0)
                    ++not_listed, example = cell;
            }
            return true;
        });
        CAPTURE(example);
        CHECK(rows > 0);
        CHECK(missing == 0);
        CHECK(not_listed == 0);
    }
    CHECK(known["party.code"].size() > 25000);
    CHECK(known["parcel.code"].size() == tests::town_of_seed(1).parcels.size());
}

TEST_CASE("a scaled sample has one load.json over a folder a town") {
    Folder folder;
    land::Progress progress;
    sample::write(sample::SampleParams{1, 2, 0}, folder.path, progress);
    const exchange::LoadPlan plan = exchange::read_load_plan(folder.path);
    CHECK(plan.sources.size() % 2 == 0);
    CHECK(fs::exists(folder.path / "001" / "承包地.shp"));
    CHECK(fs::exists(folder.path / "002" / "承包地.shp"));
}

TEST_CASE("writing stops when it is told to") {
    Folder folder;
    std::stop_source stop;
    stop.request_stop();
    land::Progress progress(stop.get_token());
    CHECK_THROWS_AS(sample::write(tests::town_of_seed(1), folder.path, progress), Cancelled);
    CHECK(contents(folder.path).count("load.json") == 0);
}
