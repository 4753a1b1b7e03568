#include "land/edit.hpp"

#include "catch.hpp"
#include "land/table_shape.hpp"

using namespace liangdi::land;

TEST_CASE("a source gives the changes of an edit in order, then nothing") {
    Edit edit;
    NewIds ids;
    for (int i = 0; i < 3; ++i)
        edit.changes.push_back(Insert{"party", ids.next(), {{"code", std::to_string(i)}}});
    ChangeSource source = source_of(edit);
    for (std::int64_t i = 1; i <= 3; ++i) {
        const auto change = source();
        REQUIRE(change);
        CHECK(std::get<Insert>(*change).id == Value{NewId{i}});
    }
    CHECK_FALSE(source());
    CHECK_FALSE(source());
    CHECK(ids.count() == 3);
    CHECK(source_of(edit)().has_value());  // a second source begins anew
}

TEST_CASE("values are shown in full") {
    CHECK(to_display(Value{}).empty());
    CHECK(to_display(Value{std::int64_t{-5}}) == "-5");
    CHECK(to_display(Value{0.1}) == "0.1");
    CHECK(to_display(Value{2950189.133}) == "2950189.133");
    CHECK(to_display(Value{std::string("惠民")}) == "惠民");
    CHECK(to_display(Value{Bytes(3)}) == "<3 bytes>");
    CHECK(to_display(Value{NewId{2}}) == "<new 2>");
    CHECK(is_null(text_or_null("")));
    CHECK_FALSE(is_null(text_or_null("x")));
}

TEST_CASE("tables and columns are found by name") {
    TownShape town(2);
    town[0].name = "party";
    town[1].name = "parcel";
    town[1].columns = {{"code", ColumnType::text, false, "", {}}};
    REQUIRE(find_table(town, "parcel"));
    CHECK(find_table(town, "parcel")->has("code"));
    CHECK_FALSE(find_table(town, "parcel")->has("cod"));
    CHECK(find_table(town, "flat") == nullptr);
}
