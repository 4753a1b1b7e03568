#include "land/check_rule.hpp"

#include "catch.hpp"
#include "geo/error.hpp"

using namespace liangdi;
using namespace liangdi::land;

namespace {

std::string refusal(const std::string& text) {
    try {
        parse_check_rule("r", "r.sql", text);
    } catch (const Error& e) {
        CHECK(e.code() == "bad_rule");
        return e.where();
    }
    return "taken";
}

}  // namespace

TEST_CASE("the head of a rule") {
    const auto rule =
        parse_check_rule("r", "r.sql",
                         "\xEF\xBB\xBF-- caption.zh: 重叠\r\n--caption.en : overlap: of two\n\n-- why\n"
                         "-- mend.zh: 改\n-- severity: note\nSELECT 1 -- severity: error\n");
    CHECK(rule.caption_zh == "重叠");
    CHECK(rule.caption_en == "overlap: of two");
    CHECK(rule.mend_en == "改");  // one language is enough
    CHECK(rule.severity == Severity::note);
    CHECK(rule.sql.find("SELECT 1") != std::string::npos);
    CHECK(rule.caption(true) == "重叠");
    CHECK(rule.mend(false) == "改");
}

TEST_CASE("an incomplete head is refused with its line") {
    CHECK(refusal("-- caption.zh: a\n-- mend.zh: b\n-- severity: error\nSELECT 1") == "taken");
    CHECK(refusal("-- caption.zh: a\n-- mend.zh: b\n-- severity: fatal\n") == "r.sql:3");
    CHECK(refusal("-- caption.zh: a\n-- caption.zh: b\n") == "r.sql:2");
    CHECK(refusal("-- caption.zh:\n") == "r.sql:1");
    CHECK(refusal("-- caption.zh: a\n-- severity: error\n") == "r.sql:1");
    CHECK(refusal("SELECT 1\n-- caption.zh: a\n-- mend.zh: b\n-- severity: error\n") == "r.sql:1");
    CHECK(refusal("") == "r.sql:1");
    CHECK(refusal(std::string("-- caption.zh: a\nSELECT \0", 25)) == "r.sql:2");
}
