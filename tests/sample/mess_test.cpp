#include "sample/mess.hpp"

#include <set>

#include "catch.hpp"
#include "geo/error.hpp"
#include "sample/figures.hpp"
#include "sample/write.hpp"
#include "towns.hpp"

using namespace liangdi;

TEST_CASE("the same town gets the same faults, each with its row; other seeds have room for all of them") {
    std::size_t planted = 0;
    for (const std::uint64_t seed : {1, 2, 7}) {
        INFO("seed " << seed);
        sample::SampleTown town = sample::generate({seed, 1, 0}), again = town;
        const sample::Mess mess = sample::plant_mess(town), same = sample::plant_mess(again);
        REQUIRE(mess.faults.size() == same.faults.size());
        std::set<std::string> kinds;
        for (std::size_t i = 0; i < mess.faults.size(); ++i) {
            const auto& fault = mess.faults[i];
            INFO(fault.kind);
            CHECK(fault.code == same.faults[i].code);
            CHECK(fault.done == same.faults[i].done);
            CHECK_FALSE(fault.code.empty());
            CHECK_FALSE(fault.table.empty());
            CHECK_FALSE(fault.rule.empty());
            kinds.insert(fault.kind);
        }
        CHECK(kinds.size() >= 25);
        if (planted != 0) CHECK(mess.faults.size() == planted);
        planted = mess.faults.size();
        CHECK(mess.right == sample::expected_figures(sample::generate({seed, 1, 0})));
        CHECK_FALSE(mess.wrong == mess.right);
    }
}

TEST_CASE("faults go into one town only") {
    land::Progress silent;
    sample::SampleParams params;
    params.scale = 2;
    params.mess = true;
    CHECK_THROWS_AS(sample::write(params, "nowhere", silent), Error);
    CHECK_FALSE(std::filesystem::exists("nowhere"));
}
