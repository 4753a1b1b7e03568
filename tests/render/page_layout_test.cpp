#include "render/page_layout.hpp"

#include <random>

#include "../catch.hpp"
#include "geo/error.hpp"
#include "render/page_legend.hpp"
#include "render/page_map.hpp"
#include "render/page_table.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

PageTemplate probe(const std::string& items) {
    return read_template(R"({"subject": "grid", "paper": "A4", "items": [)" + items + "]}", "probe");
}

land::TextTable numbered(std::size_t rows, std::mt19937& random) {
    land::TextTable table;
    table.heading = "楼栋表";
    table.columns = {{"楼号", false, 0}, {"户", true, 0}, {"说明", false, 0}};
    for (std::size_t i = 0; i < rows; ++i) {
        std::string note;
        for (std::size_t n = random() % 40; n > 0; --n) note += "地";
        table.rows.push_back({std::to_string(i), std::to_string(random() % 100), note});
    }
    table.total = {"合计", "7", ""};
    return table;
}

std::vector<const PageTable*> tables_of(const std::vector<Page>& pages) {
    std::vector<const PageTable*> out;
    for (const auto& page : pages)
        for (const auto& item : page.items)
            if (const auto* table = std::get_if<PageTable>(&item.what)) out.push_back(table);
    return out;
}

}  // namespace

TEST_CASE("a table of any length appears row for row once, in order, and fits its pages") {
    std::mt19937 random(7);
    const bool stacked = GENERATE(false, true);
    const PageTemplate sheet =
        stacked ? probe(R"({"item":"stack","box":[10,10,80,150],"items":[{"item":"table","table":"t"}]})")
                : probe(R"({"item":"table","box":[10,10,80,150],"table":"t"})");
    for (const std::size_t rows : {0, 1, 2, 17, 22, 23, 24, 25, 60, 61, 250}) {
        CAPTURE(rows, stacked);
        SheetContent content;
        content.tables["t"] = numbered(rows, random);
        const auto pages = lay_out(sheet, content);
        std::size_t next = 0;
        int totals = 0;
        for (const auto& page : pages) {
            for (const auto& item : page.items) {
                const auto* table = std::get_if<PageTable>(&item.what);
                if (!table) continue;
                for (const auto& row : table->table.rows) CHECK(row[0] == std::to_string(next++));
                totals += table->table.total.empty() ? 0 : 1;
                const double height = table_frame(*table, item.mm.width()).height_mm();
                CHECK(height <= item.mm.height() + 1e-6);
                CHECK(item.mm.bottom() <= page.mm.height());
            }
        }
        CHECK(next == rows);
        CHECK(totals == 1);
        REQUIRE_FALSE(tables_of(pages).empty());
        CHECK_FALSE(tables_of(pages).back()->table.total.empty());
    }
}

TEST_CASE("a narrow table goes on in columns beside one another, and is closed once, at its end") {
    std::mt19937 random(9);
    const PageTemplate sheet =
        probe(R"({"item":"stack","box":[10,10,80,150],"items":[{"item":"table","table":"t"}]})");
    for (const std::size_t rows : {0, 1, 15, 20, 24, 25, 61, 250}) {
        CAPTURE(rows);
        SheetContent content;
        content.tables["t"] = numbered(rows, random);
        content.tables["t"].closing = "公示期\n\n签名";
        content.words["edition"] = "公开版";
        const auto pages = lay_out(sheet, content);
        std::size_t next = 0, most = 0;
        int closings = 0;
        for (std::size_t p = 0; p < pages.size(); ++p) {
            std::vector<QRectF> boxes;
            bool marked = p == 0;
            for (const auto& item : pages[p].items) {
                const auto* text = std::get_if<PageText>(&item.what);
                marked = marked || (text && text->text == QStringLiteral("公开版"));
                const auto* table = std::get_if<PageTable>(&item.what);
                if (!table) continue;
                for (const auto& row : table->table.rows) CHECK(row[0] == std::to_string(next++));
                closings += !table->table.closing.empty();
                CHECK(table_frame(*table, item.mm.width()).height_mm() <= item.mm.height() + 1e-6);
                for (const auto& box : boxes) CHECK_FALSE(box.intersects(item.mm));
                CHECK(QRectF(QPointF(0, 0), pages[p].mm).contains(item.mm));
                boxes.push_back(item.mm);
            }
            CHECK(marked);  // a page by itself says for whom it is
            most = std::max(most, boxes.size());
        }
        CHECK(next == rows);
        CHECK(closings == 1);
        CHECK_FALSE(tables_of(pages).back()->table.closing.empty());
        if (rows == 250) CHECK(most == 3);  // 267 mm for columns of about 80
    }
}

TEST_CASE("a table's columns fill its width exactly, whatever its cells hold") {
    std::mt19937 random(11);
    for (int round = 0; round < 50; ++round) {
        PageTable table;
        const std::size_t columns = 1 + random() % 7;
        for (std::size_t c = 0; c < columns; ++c)
            table.table.columns.push_back({std::string(random() % 12, 'x'), c % 2 == 1, 0});
        for (std::size_t r = 0; r < 5; ++r) {
            table.table.rows.emplace_back();
            for (std::size_t c = 0; c < columns; ++c)
                table.table.rows.back().push_back(std::string(random() % 60, 'y'));
        }
        const auto frame = table_frame(table, 90);
        double all = 0;
        for (const double width : frame.column_mm) {
            CHECK(width > 0);
            all += width;
        }
        CHECK(all == Approx(90));
    }
}

TEST_CASE("words are filled in, braces can be written, an unknown word is an error that names the known") {
    SheetContent content;
    content.words["town"] = "平远新城";
    const auto text_of = [&](const std::string& text) {
        const auto pages =
            lay_out(probe(R"({"item":"text","box":[0,0,90,9],"text":")" + text + "\"}"), content);
        return std::get<PageText>(pages.front().items.front().what).text.toStdString();
    };
    CHECK(text_of("{town}图") == "平远新城图");
    CHECK(text_of("{{{town}}}") == "{平远新城}");
    try {
        text_of("{twon}");
        FAIL("an unknown word passed");
    } catch (const Error& e) {
        CHECK(std::string(e.what()).find("twon") != std::string::npos);
        CHECK(std::string(e.what()).find("town") != std::string::npos);
    }
}

TEST_CASE("what belongs to the other edition, or to nothing, is not on the page") {
    SheetContent content;
    content.edition = "public";
    content.words["phone"] = "";
    const auto pages = lay_out(probe(R"({"item":"text","box":[0,0,90,9],"text":"a","edition":"staff"},
                                        {"item":"text","box":[0,0,90,9],"text":"b","edition":"public"},
                                        {"item":"text","box":[0,0,90,9],"text":"c","needs":"phone"})"),
                               content);
    REQUIRE(pages.front().items.size() == 1);
    CHECK(std::get<PageText>(pages.front().items.front().what).text == "b");
}

TEST_CASE("the scale is the first that shows the whole, from the list and beyond it") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> metres(1, 90000), mm(20, 800);
    for (int round = 0; round < 500; ++round) {
        const geo::Box box{0, 0, metres(random), metres(random)};
        const QSizeF paper(mm(random), mm(random));
        const std::vector<double> list{500, 1000, 2000};
        const double scale = scale_that_fits(box, paper, list);
        CAPTURE(scale, box.width(), box.height(), paper.width(), paper.height());
        CHECK(box.width() / scale * 1000 <= paper.width() + 1e-6);
        CHECK(box.height() / scale * 1000 <= paper.height() + 1e-6);
        if (scale <= 2000) CHECK(std::find(list.begin(), list.end(), scale) != list.end());
    }
}

TEST_CASE("legend titles are read in either language") {
    CHECK(title_in("水田 Paddy", land::Language::zh) == "水田");
    CHECK(title_in("水田 Paddy", land::Language::en) == "Paddy");
    CHECK(title_in("住宅楼，7–11 层 Residential, 7–11 floors", land::Language::zh) == "住宅楼，7–11 层");
    CHECK(title_in("住宅楼，7–11 层 Residential, 7–11 floors", land::Language::en) ==
          "Residential, 7–11 floors");
    CHECK(title_in("惠泽社区界", land::Language::en) == "惠泽社区界");
    CHECK(title_in("", land::Language::en).empty());
}
