#include "tasks/template_edit.hpp"

#include "catch.hpp"
#include "geo/error.hpp"
#include "tasks/sheet_templates.hpp"

using namespace liangdi;
using tasks::ItemPath;

namespace {

const std::string sheet = R"({"title": "T", "subject": "grid", "paper": "A4", "items": [
  {"item": "text", "box": [1, 2, 30, 4], "text": "a", "bold": true},
  {"item": "map", "box": [0, 10, 100, 80]},
  {"item": "stack", "box": [110, 10, 80, 80], "items": [
    {"item": "table", "table": "summary"},
    {"item": "legend", "row": 6}]}]})";

render::PageTemplate read(const std::string& text) {
    return render::read_template(text, "t");
}

}  // namespace

TEST_CASE("every item knows where its template says so") {
    const auto t = read(sheet);
    CHECK(t.items[1].path == ItemPath{1});
    CHECK(std::get<render::StackSpec>(t.items[2].what).items[1].path == ItemPath{2, 1});
}

TEST_CASE("one field changes, the rest stays") {
    std::string text = tasks::set_field(sheet, {0}, "size", 4.5);
    text = tasks::set_field(text, {0}, "bold", std::monostate());
    text = tasks::set_field(text, {2, 1}, "row", 7.0);
    text = tasks::set_field(text, {}, "title", render::Wording{"甲", "A"});
    const auto t = read(text);
    const auto& words = std::get<render::TextSpec>(t.items[0].what);
    CHECK(words.look.size_mm == 4.5);
    CHECK_FALSE(words.look.bold);
    CHECK(words.text.zh == "a");
    CHECK(std::get<render::LegendSpec>(std::get<render::StackSpec>(t.items[2].what).items[1].what).row_mm ==
          7);
    CHECK(t.title.zh == "甲");
    CHECK(t.title.en == "A");
    CHECK(t.items.size() == 3);
    // A value that is there already makes no other text: the form may say it again.
    CHECK(tasks::set_field(text, {0}, "size", 4.5) == text);
}

TEST_CASE("items come and go") {
    const std::string without = tasks::remove_item(sheet, {2, 0});
    CHECK(std::get<render::StackSpec>(read(without).items[2].what).items.size() == 1);
    for (const char* kind : {"text", "legend", "scale_bar", "north", "rule"}) {
        const auto t = read(tasks::add_item(sheet, kind, {5, 6, 20, 10}));
        CAPTURE(kind);
        REQUIRE(t.items.size() == 4);
        CHECK(t.items[3].mm == QRectF(5, 6, 20, 10));
    }
    for (const char* kind : {"map", "table", "image", "chart"})
        CHECK(read(tasks::add_item(sheet, kind, {5, 6, 20, 10}, "x")).items.size() == 4);
}

TEST_CASE("a page's own view of a map is written, read and forgotten") {
    const render::MapPageView view{{576123.45, 2950000}, 1250};
    const std::string text = tasks::set_page_view(sheet, {1}, "G 07", view);
    const auto& map = std::get<render::MapSpec>(read(text).items[1].what);
    REQUIRE(map.pages.contains("G 07"));
    CHECK(map.pages.at("G 07").scale == 1250);
    CHECK(map.pages.at("G 07").centre.x == 576123.45);
    CHECK(std::get<render::MapSpec>(read(tasks::set_page_view(text, {1}, "G 07", {})).items[1].what)
              .pages.empty());
}

TEST_CASE("a path that leads nowhere and a text that is no JSON are refused") {
    CHECK_THROWS_AS(tasks::set_box(sheet, {9}, {}), Error);
    CHECK_THROWS_AS(tasks::set_box(sheet, {0, 0}, {}), Error);
    CHECK_THROWS_AS(tasks::remove_item(sheet, {}), Error);
    CHECK_THROWS_AS(tasks::set_box("{", {0}, {}), Error);
}

TEST_CASE("shipped templates keep their meaning when they are written anew") {
    for (const auto& file : render::template_files()) {
        CAPTURE(file.string());
        const std::string text = tasks::template_text(file);
        const auto before = render::read_template(text, "t");
        // Something changed and changed back: all is written once.
        std::string again = tasks::set_box(text, {0}, {1, 2, 3, 4});
        again = tasks::set_box(again, {0}, before.items[0].mm);
        const auto after = render::read_template(again, "t");
        REQUIRE(after.items.size() == before.items.size());
        for (std::size_t i = 0; i < before.items.size(); ++i) {
            CHECK(after.items[i].mm == before.items[i].mm);
            CHECK(after.items[i].what.index() == before.items[i].what.index());
        }
        CHECK(after.title.zh == before.title.zh);
        CHECK(after.mm == before.mm);
    }
}
