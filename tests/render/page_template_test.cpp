#include "render/page_template.hpp"

#include "../catch.hpp"
#include "geo/error.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

/// What reading the template complains about; empty where it does not.
std::string complaint(const std::string& json) {
    try {
        read_template(json, "probe");
    } catch (const Error& e) {
        CHECK(e.code() == "bad_template");
        return e.what();
    }
    return {};
}

std::string with_item(const std::string& item) {
    return R"({"subject": "grid", "paper": "A4", "items": [)" + item + "]}";
}

}  // namespace

TEST_CASE("every shipped template is read, names its subject and has a title in both languages") {
    REQUIRE_FALSE(template_files().empty());
    for (const auto& file : template_files()) {
        CAPTURE(file.string());
        const PageTemplate sheet = load_template(file);
        CHECK(sheet.name == file.stem().string());
        CHECK_FALSE(sheet.subject.empty());
        CHECK_FALSE(sheet.title.zh.empty());
        CHECK_FALSE(sheet.title.en.empty());
        const QRectF paper(QPointF(0, 0), sheet.mm);
        for (const auto& item : sheet.items) {
            CAPTURE(item.mm.x(), item.mm.y(), item.mm.width(), item.mm.height());
            CHECK((paper.contains(item.mm.topLeft()) && paper.contains(item.mm.bottomRight())));
        }
    }
}

TEST_CASE("papers by name, upright, and by size") {
    CHECK(read_template(with_item(""), "probe").mm == QSizeF(297, 210));
    CHECK(read_template(R"({"subject":"grid","paper":"A3 portrait","items":[]})", "p").mm ==
          QSizeF(297, 420));
    CHECK(read_template(R"({"subject":"grid","paper":[320,180],"items":[]})", "p").mm == QSizeF(320, 180));
}

TEST_CASE("a mistake in a template is named with its item and key") {
    const auto holds = [](const std::string& text, const std::string& part) {
        CAPTURE(text, part);
        return text.find(part) != std::string::npos;
    };
    CHECK(holds(complaint("{"), "JSON"));
    CHECK(holds(complaint(R"({"paper":"A4","items":[]})"), "'subject' is missing"));
    CHECK(holds(complaint(R"({"subject":"grid","paper":"A9","items":[]})"), "A9"));
    CHECK(holds(complaint(R"({"subject":"grid","paper":"A4","items":[],"itms":1})"), "'itms'"));
    CHECK(holds(complaint(with_item(R"({"item":"text","box":[0,0,1],"text":"x"})")), "box"));
    const std::string typo = complaint(with_item(R"({"item":"text","box":[0,0,9,9],"txet":"x"})"));
    CHECK(holds(typo, "'txet'"));
    CHECK(holds(typo, "item 1"));
    CHECK(holds(complaint(with_item(R"({"item":"picture","box":[0,0,9,9]})")), "'picture'"));
    CHECK(holds(complaint(with_item(R"({"item":"text","box":[0,0,9,9],"size":"big"})")), "'size'"));
    CHECK(holds(complaint(with_item(R"({"item":"text","box":[0,0,9,9],"colour":"redd"})")), "redd"));
    CHECK(holds(complaint(with_item(R"({"item":"map","box":[0,0,9,9],"scales":[0]})")), "scales"));
    CHECK(holds(complaint(with_item(R"({"item":"stack","box":[0,0,9,9],"items":[{"item":"map"}]})")),
                "height"));
}
