// The sheets about land: their figures against info and against SQL, their tables whole on the pages, their
// words in the PDF, and what a public edition must not hold.
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

#include "../catch.hpp"
#include "geo/spatialite_blob.hpp"
#include "land/area.hpp"
#include "land/masked_name.hpp"
#include "pdf_words.hpp"
#include "sample_project.hpp"
#include "store/land_views.hpp"
#include "tasks/atlas.hpp"
#include "tasks/check.hpp"
#include "tasks/ground_covered.hpp"
#include "tasks/info.hpp"
#include "tasks/land_sheets.hpp"
#include "tasks/sheet_holder.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

std::int64_t hundredths(const std::string& cell) {
    if (cell == "–" || cell.empty()) return 0;
    const auto value = land::parse_hundredths(cell);
    REQUIRE(value);
    return *value;
}

/// What a column's rows add up to.
std::int64_t sum_of(const land::TextTable& table, std::size_t column) {
    std::int64_t sum = 0;
    for (const auto& row : table.rows) sum += hundredths(row.at(column));
    return sum;
}

std::int64_t number(const store::Database& db, const std::string& sql) {
    auto rows = db.prepare(sql);
    return rows.step() ? rows.integer(0) : 0;
}

/// The tables of a page, those that go on on later pages put together again by the heading they began with.
std::map<std::string, std::vector<std::vector<std::string>>> rows_on(const std::vector<render::Page>& pages) {
    std::map<std::string, std::vector<std::vector<std::string>>> out;
    for (const auto& page : pages)
        for (const auto& item : page.items)
            if (const auto* table = std::get_if<render::PageTable>(&item.what)) {
                auto heading = table->table.heading;
                if (const auto at = heading.find("（续表）"); at != std::string::npos) heading.resize(at);
                auto& rows = out[heading];
                rows.insert(rows.end(), table->table.rows.begin(), table->table.rows.end());
            }
    return out;
}

struct Sheets {
    TownFolder folder;
    tasks::Project project{open(town_copy(folder))};
    tasks::SheetBook book{project, {}};
    const store::Database& db() { return book.town().db(); }
};

/// All names of people and families in the town.
std::vector<std::string> personal_names(const store::Database& db) {
    std::vector<std::string> names;
    auto rows = db.prepare(
        "SELECT name FROM party WHERE name IS NOT NULL AND kind IN "
        "('household','contract_household','person')");
    while (rows.step()) names.emplace_back(rows.text(0));
    return names;
}

}  // namespace

TEST_CASE("the villages' three lands add up to the town's figures and counts", "[land_sheets]") {
    Sheets sheets;
    const auto figures = tasks::info(sheets.project).figures;
    const auto& kind = tasks::find_sheet_kind("village");
    const auto villages = tasks::chosen_subjects(sheets.book, kind, {});
    CHECK(villages.size() == 64);
    std::map<std::string, std::int64_t> parcels, registered, revitalised;
    for (const auto& village : villages) {
        CAPTURE(village.name);
        const auto content = kind.content(sheets.book, village, 1, 64);
        const auto& lands = content.tables.at("lands");
        const auto& statuses = content.tables.at("statuses");
        REQUIRE(lands.rows.size() == 3);
        std::int64_t own = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const auto& row = lands.rows[k];
            const auto& name = tasks::land_kinds()[k];
            CHECK(row[0] == tasks::kind_word(sheets.book, name));
            own += std::stoll(row[1]);
            parcels[name] += std::stoll(row[1]);
            registered[name] += hundredths(row[2]);
            revitalised[name] += hundredths(row[3]);
            // Shown rows add up to the shown total, and both tables say the same.
            CHECK(sum_of(statuses, 2 + k) == hundredths(statuses.total[2 + k]));
            CHECK(statuses.total[2 + k] == row[2]);
        }
        CHECK(lands.total[1] == std::to_string(own));
        std::int64_t counted = 0;
        for (const auto& row : statuses.rows) counted += std::stoll(row[1]);
        CHECK(counted == own);
        CHECK(statuses.total[1] == lands.total[1]);
    }
    CHECK(revitalised["homestead"] == figures.homestead_revitalised_m2_hundredths);
    CHECK(revitalised["woodland"] == figures.woodland_revitalised_mu_hundredths);
    CHECK(revitalised["farmland"] == figures.farmland_revitalised_mu_hundredths);
    for (const auto& name : tasks::land_kinds()) {
        CHECK(parcels[name] == number(sheets.db(), "SELECT count(*) FROM parcel WHERE kind='" + name + "'"));
        CHECK(registered[name] ==
              number(sheets.db(),
                     fmt::format("SELECT sum(a.value_hundredths) FROM area_record a JOIN parcel p ON "
                                 "p.id=a.parcel WHERE a.kind='registered' AND p.kind='{}'",
                                 name)));
    }
}

TEST_CASE("every parcel on display stands on some page once, and what is signed stands at the end",
          "[land_sheets]") {
    Sheets sheets;
    const auto& kind = tasks::find_sheet_kind("village");
    const auto sheet = tasks::find_template("public_display");
    std::size_t shown = 0;
    for (const auto& village : tasks::chosen_subjects(sheets.book, kind, {})) {
        CAPTURE(village.name);
        const auto content = kind.content(sheets.book, village, 1, 64);
        const auto& table = content.tables.at("display");
        CHECK(sum_of(table, 2) == hundredths(table.total[2]));
        const auto pages = render::lay_out(sheet, content);
        CHECK(pages.size() > 1);
        CHECK(rows_on(pages).at(table.heading) == table.rows);
        shown += table.rows.size();
        int closings = 0;
        const render::PageTable* last = nullptr;
        for (const auto& page : pages)
            for (const auto& item : page.items)
                if (const auto* part = std::get_if<render::PageTable>(&item.what)) {
                    closings += !part->table.closing.empty();
                    last = part;
                    // Nothing runs over the paper's edge.
                    CHECK(item.mm.bottom() <= page.mm.height());
                    CHECK(item.mm.right() <= page.mm.width());
                }
        CHECK(closings == 1);
        REQUIRE(last);
        CHECK_FALSE(last->table.closing.empty());
        CHECK(last->table.total == table.total);
        CHECK_FALSE(last->table.rows.empty());
    }
    CHECK(shown == 11914);
}

TEST_CASE("titles and names of a land sheet can be searched; the public edition holds no name",
          "[land_sheets]") {
    if (!can_read_pdf()) return;
    Sheets sheets;
    const bool for_public = GENERATE(false, true);
    const auto language = GENERATE(land::Language::zh, land::Language::en);
    struct Asked {
        const char *sheet, *of, *village;
    };
    const auto asked = GENERATE(
        Asked{"village_lands", "52052410120101", ""}, Asked{"public_display", "52052410120102", ""},
        Asked{"parcel_sketch", "520524-A-0170", ""}, Asked{"cadastral_map", "520524101201JC00001", ""},
        Asked{"cadastral_map", "5205241012010100001", ""}, Asked{"cooperative_map", "520524-C-01", ""});
    CAPTURE(for_public, land::language_name(language), asked.sheet);
    tasks::AtlasParams params;
    params.sheet = asked.sheet;
    params.out = sheets.folder / "atlas.pdf";
    if (*asked.of) params.filter.of = {asked.of};
    params.filter.village = asked.village;
    params.sheets.language = language;
    params.sheets.edition = for_public ? "public" : "staff";
    land::Progress silent;
    tasks::write_atlas(sheets.project, params, silent);
    const std::string words = words_of(params.out);
    const auto holds = [&](const std::string& text) {
        return words.find(without_blanks(text)) != std::string::npos;
    };
    tasks::SheetBook book(sheets.project, params.sheets);
    const auto sheet = tasks::find_template(params.sheet);
    const auto& kind = tasks::find_sheet_kind(sheet.subject);
    for (const auto& subject : tasks::chosen_subjects(book, kind, params.filter)) {
        CAPTURE(subject.code);
        for (const auto& page : tasks::sheet_pages(book, sheet, subject, 1, 1))
            for (const auto& item : page.items) {
                if (const auto* text = std::get_if<render::PageText>(&item.what))
                    if (!text->text.contains(QStringLiteral("页")) &&
                        !text->text.contains(QStringLiteral("page")) &&
                        !text->text.contains(QStringLiteral("图号")) &&
                        !text->text.contains(QStringLiteral("Sheet ")))
                        if (!holds(text->text.toStdString())) FAIL_CHECK(text->text.toStdString());
                if (const auto* table = std::get_if<render::PageTable>(&item.what))
                    for (const auto& row : table->table.rows)
                        for (const auto& cell : row)
                            if (!holds(cell)) FAIL_CHECK(cell);
            }
    }
    CHECK(holds(for_public ? (language == land::Language::zh ? "公开版" : "Public edition")
                           : (language == land::Language::zh ? "内部使用" : "Internal use")));
    if (!for_public) return;
    // Nothing of anybody: neither in the words nor in the bytes that a reader could unpack by name.
    const std::string bytes = bytes_of(params.out);
    for (const auto& name : personal_names(sheets.db()))
        if (holds(name) || bytes.find(name) != std::string::npos) FAIL_CHECK(name);
}

TEST_CASE("file names and bookmarks of a public edition are masked, too", "[land_sheets]") {
    Sheets sheets;
    tasks::AtlasParams params;
    params.sheet = "parcel_sketch";
    params.out = sheets.folder / "sketches";
    params.filter.village = "52052410120201";
    params.sheets.edition = "public";
    params.separate = true;
    params.format = tasks::AtlasFormat::svg;
    land::Progress silent;
    const auto report = tasks::write_atlas(sheets.project, params, silent);
    REQUIRE(report.files.size() > 50);
    const auto names = personal_names(sheets.db());
    const std::set<std::string> known(names.begin(), names.end());
    for (std::size_t i = 0; i < report.files.size(); ++i) {
        const std::string stem = report.files[i].stem().string().substr(5);
        CHECK_FALSE(known.contains(stem));
        if (i > 2) continue;
        const std::string svg = bytes_of(report.files[i]);
        for (const auto& name : names)
            if (svg.find(name) != std::string::npos) FAIL_CHECK(name);
    }
}

TEST_CASE("a household's parcels stand on its pages, near ones together", "[land_sheets]") {
    Sheets sheets;
    const auto& kind = tasks::find_sheet_kind("holder");
    tasks::SheetFilter filter;
    filter.village = "红岩村";
    std::set<std::string> parcels;
    int several = 0;
    for (const auto& holder : tasks::chosen_subjects(sheets.book, kind, filter)) {
        const auto pages = kind.contents(sheets.book, holder, 1, 1);
        REQUIRE_FALSE(pages.empty());
        several += pages.size() > 1;
        for (const auto& page : pages) {
            const auto& table = page.tables.at("parcels");
            CHECK(sum_of(table, 2) == hundredths(table.total[2]));
            CHECK(sum_of(table, 3) == hundredths(table.total[3]));
            CHECK(table.rows == [&] { return pages.front().tables.at("parcels").rows; }());
            CHECK(page.maps.contains("main"));
        }
        for (const auto& row : pages.front().tables.at("parcels").rows) parcels.insert(row[0]);
    }
    CHECK(several > 0);
    CHECK(static_cast<std::int64_t>(parcels.size()) ==
          number(sheets.db(),
                 "SELECT count(*) FROM parcel p JOIN village v ON v.id=p.village WHERE "
                 "p.kind='farmland' AND v.village='红岩村'"));
}

TEST_CASE("clusters hold every box once and are no larger than a page", "[land_sheets]") {
    std::mt19937 random(3);
    for (int run = 0; run < 300; ++run) {
        std::uniform_real_distribution<double> place(0, 900), size(1, 60);
        std::vector<geo::Box> boxes;
        for (int i = 0; i < run % 9; ++i) {
            const double x = place(random), y = place(random);
            boxes.push_back({x, y, x + size(random), y + size(random)});
        }
        if (run % 5 == 0) boxes.push_back({});  // no shape
        std::set<std::size_t> seen;
        std::vector<geo::Box> whole;
        for (const auto& cluster : tasks::clusters_of(boxes, 270)) {
            REQUIRE_FALSE(cluster.empty());
            geo::Box box;
            for (const auto i : cluster) {
                CHECK(seen.insert(i).second);
                box.add(boxes.at(i));
            }
            CHECK(std::max(box.width(), box.height()) <= 270);
            whole.push_back(box);
        }
        for (std::size_t i = 0; i < boxes.size(); ++i) CHECK(seen.contains(i) != boxes[i].empty());
        // No two of them would still go on one page.
        for (std::size_t a = 0; a < whole.size(); ++a)
            for (std::size_t b = a + 1; b < whole.size(); ++b) {
                geo::Box both = whole[a];
                both.add(whole[b]);
                CHECK(std::max(both.width(), both.height()) > 270);
            }
    }
}

TEST_CASE("a cadastral map lists the points of the shape, or those that were surveyed", "[land_sheets]") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    // A book holds the town at one moment; the first edit of a file is refused while anybody does.
    auto book = std::make_unique<tasks::SheetBook>(project, tasks::SheetParams{});
    const auto& kind = tasks::find_sheet_kind("parcel");
    tasks::SheetFilter filter;
    filter.of = {"520524101201JC00001"};
    const auto subject = tasks::chosen_subjects(*book, kind, filter).at(0);
    const auto parcel = store::parcel_view(book->town().db(), subject.id, book->date());
    REQUIRE(parcel);
    REQUIRE(parcel->shape.size() == 1);
    const auto computed = kind.content(*book, subject, 1, 1);
    const auto& table = computed.tables.at("points");
    REQUIRE(table.rows.size() == parcel->shape[0].shell.size() - 1);
    std::set<std::string> corners, listed;
    for (const auto& p : parcel->shape[0].shell) corners.insert(fmt::format("{:.3f} {:.3f}", p.y, p.x));
    for (const auto& row : table.rows) listed.insert(row[1] + " " + row[2]);  // X is the north
    CHECK(listed == corners);

    book.reset();

    std::vector<land::Change> points;
    const geo::Point surveyed[] = {{576000, 2950000}, {576012, 2950000}, {576012, 2949991}};
    for (int i = 2; i >= 0; --i)
        points.push_back(land::Insert{"boundary_point",
                                      {},
                                      {{"parcel", subject.id},
                                       {"code", fmt::format("J{}", 40 + i)},
                                       {"ring", std::int64_t{1}},
                                       {"position", std::int64_t{i}},
                                       {"geometry", geo::to_spatialite_blob(surveyed[i], 4544)}}});
    project.store->apply(edit_by("tester", "survey", points));
    tasks::SheetBook after(project, {});
    const auto surveyed_page = kind.content(after, subject, 1, 1);
    const auto& rows = surveyed_page.tables.at("points").rows;
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == std::vector<std::string>{"J40", "2950000.000", "576000.000", "12.00"});
    CHECK(rows[1] == std::vector<std::string>{"J41", "2950000.000", "576012.000", "9.00"});
    CHECK(rows[2] == std::vector<std::string>{"J42", "2949991.000", "576012.000", "15.00"});
}

TEST_CASE("a cooperative's members put in what its land table says", "[land_sheets]") {
    Sheets sheets;
    const auto& kind = tasks::find_sheet_kind("cooperative");
    std::int64_t parcels = 0, rents = 0, farming = 0;
    for (const auto& subject : tasks::chosen_subjects(sheets.book, kind, {})) {
        const auto content = kind.content(sheets.book, subject, 1, 1);
        const auto& areas = content.tables.at("areas");
        const auto& members = content.tables.at("members");
        CHECK(sum_of(members, 3) == hundredths(members.total[3]));
        CHECK(sum_of(members, 4) == hundredths(members.total[4]));
        CHECK(members.total[4] == areas.total[4]);
        CHECK(members.total[2] == areas.total[1]);
        CHECK(sum_of(areas, 2) == hundredths(members.total[3]));  // all of it is farmland here
        parcels += std::stoll(areas.total[1]);
        rents += hundredths(areas.total[4]);
        farming += std::stoll(content.tables.at("facts").rows.back()[1]);
    }
    CHECK(parcels == number(sheets.db(), "SELECT count(*) FROM use_agreement WHERE cooperative IS NOT NULL"));
    CHECK(rents == number(sheets.db(),
                          "SELECT sum(rent_hundredths) FROM use_agreement WHERE cooperative IS NOT NULL"));
    CHECK(farming == tasks::info(sheets.project).figures.cooperative_households);
}

TEST_CASE("ground that maps show together is measured once; beyond 25 km2 it is said", "[land_sheets]") {
    std::mt19937 random(5);
    for (int run = 0; run < 200; ++run) {
        std::uniform_int_distribution<int> place(0, 30), size(0, 12);
        std::vector<geo::Box> boxes;
        std::set<std::pair<int, int>> cells;
        for (int i = 0; i < run % 12; ++i) {
            const int x = place(random), y = place(random), w = size(random), h = size(random);
            boxes.push_back({double(x), double(y), double(x + w), double(y + h)});
            for (int u = x; u < x + w; ++u)
                for (int v = y; v < y + h; ++v) cells.insert({u, v});
        }
        boxes.push_back({});
        CHECK(tasks::area_of_union_m2(boxes) == static_cast<double>(cells.size()));
    }
    const auto page_at = [](double scale, double east) {
        render::Page page;
        render::PageMap map;
        map.scale = scale;
        map.centre = {east, 2950000};
        map.gap_mm = map.outer_mm = 0;
        page.items.push_back({{0, 0, 1000, 1000}, map});
        return page;
    };
    tasks::GroundCovered covered;
    covered.add(page_at(5000, 560000));  // not larger than 1:5000
    CHECK(covered.area_km2() == 0);
    covered.add(page_at(4000, 560000));
    covered.add(page_at(4000, 560000));  // the same ground
    CHECK(covered.area_km2() == Approx(16));
    std::vector<std::string> warnings;
    tasks::add_secrecy_warning(warnings, covered);
    CHECK(warnings.empty());
    covered.add(page_at(4000, 563000));
    CHECK(covered.area_km2() == Approx(28));
    tasks::add_secrecy_warning(warnings, covered);
    REQUIRE(warnings.size() == 1);
    CHECK_THAT(warnings[0], Catch::Matchers::ContainsSubstring("28.0 km2"));
}

TEST_CASE("kept findings become sheets; there is no public edition of them", "[land_sheets]") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    project.store->apply(edit_by(
        "tester", "break",
        {land::Insert{
            "building", {}, {{"name", std::string("无格楼")}, {"kind", std::string("residential")}}}}));
    land::Progress silent;
    tasks::CheckParams check;
    check.keep = true;
    check.rules = {"building_without_grid"};
    REQUIRE(tasks::check(project, check, silent).count > 0);
    tasks::AtlasParams params;
    params.sheet = "finding_sheet";
    params.out = folder / "findings.pdf";
    CHECK(tasks::write_atlas(project, params, silent).pages > 0);
    params.sheets.edition = "public";
    CHECK(code_of([&] { tasks::write_atlas(project, params, silent); }) == "not_public");
}

TEST_CASE("a village that is none is refused; a name takes all that are called so", "[land_sheets]") {
    Sheets sheets;
    tasks::SheetFilter filter;
    filter.village = "无此村";
    for (const char* subject : {"village", "holder", "parcel", "cooperative"})
        CHECK(code_of([&] {
                  tasks::chosen_subjects(sheets.book, tasks::find_sheet_kind(subject), filter);
              }) == "not_found");
    tasks::SheetFilter part;
    part.of = {"红岩村一组"};
    try {
        tasks::chosen_subjects(sheets.book, tasks::find_sheet_kind("village"), part);
        FAIL("a part of a name is none");
    } catch (const Error& e) {
        CHECK(std::string(e.what()).find("青石镇红岩村一组") != std::string::npos);
    }
    filter.village = "红岩村";
    CHECK(tasks::chosen_subjects(sheets.book, tasks::find_sheet_kind("village"), filter).size() == 4);
    CHECK(tasks::chosen_subjects(sheets.book, tasks::find_sheet_kind("cooperative"), filter).size() == 1);
    CHECK(tasks::short_code("5205241012010100001") == "00001");
    CHECK(tasks::short_code("12") == "12");
    CHECK(tasks::short_code("地块甲乙丙丁") == "块甲乙丙丁");
    CHECK(tasks::joined_place("青石镇红岩村一组", "红岩村一组1号") == "青石镇红岩村一组1号");
    CHECK(tasks::joined_place("青石镇红岩村一组", "湾湾") == "青石镇红岩村一组湾湾");
}
