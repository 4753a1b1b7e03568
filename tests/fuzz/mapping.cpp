#include <cstdlib>
#include <nlohmann/json.hpp>

#include "exchange/field_mapping.hpp"
#include "geo/error.hpp"
#include "targets.hpp"

namespace liangdi::fuzz {

void mapping(Input bytes) {
    const auto json = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (json.is_discarded()) return;
    try {
        const auto read = exchange::parse_mapping(json, "fuzz.json");
        // What was read can be written, and reads back the same.
        const auto written = exchange::to_json(read);
        if (exchange::to_json(exchange::parse_mapping(written, "again.json")) != written) std::abort();
    } catch (const Error&) {
    }
}

std::vector<std::string> mapping_seeds() {
    return {
        R"({"table":"building","key":["code"],"geometry":true,"set":{"kind":"residential"},"fields":[{"from":"楼栋编码","to":"code"},
            {"from":"网格","to":"grid","find":"grid.code"},{"from":"层数","to":"floors","as":"integer","empty":"clear"}]})",
        R"({"table":"person","key":["code"],"fields":[{"from":"编码","to":"code"},{"from":"身份证","seal":"id_number","as":"text"},
            {"from":"性别","to":"sex","values":{"男":"male","女":"female"}}],
            "rows":[{"table":"party_member","parent":"member","key":["party"],"fields":[{"from":"户","to":"party","find":"household.code"}]}]})",
        R"({"table":"parcel","key":["code"],"fields":[{"from":"DKBM","to":"code"}],"rows":[{"table":"area_record","parent":"parcel","key":[],
            "set":{"kind":"registered","unit":"mu"},"fields":[{"from":"面积","to":"value_hundredths","as":"hundredths"}]}]})"};
}

}  // namespace liangdi::fuzz
