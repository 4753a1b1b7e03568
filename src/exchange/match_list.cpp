#include "exchange/match_list.hpp"

#include <fmt/format.h>

#include <array>

#include "exchange/reader.hpp"
#include "exchange/synonyms.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {

namespace {

struct Wanted {
    const char* name;
    std::vector<std::string> headers;
};

const std::vector<Wanted>& wanted() {
    static const std::vector<Wanted> all{
        {"household_code",
         {"户号", "户编号", "户编码", "住户编码", "搬迁户编号", "承包方编码", "household", "household_code"}},
        {"household_name",
         {"户名", "户主", "户主姓名", "姓名", "承包方", "承包方代表", "权利人", "household_name", "name"}},
        {"id_number", {"证件号码", "身份证号", "身份证号码", "公民身份号码", "户主身份证", "id_number"}},
        {"town", {"乡镇", "迁出乡镇", "迁出镇", "原乡镇", "town"}},
        {"village", {"村", "迁出村", "原村", "村名", "行政村", "village"}},
        {"group", {"组", "迁出组", "原组", "村民组", "村民小组", "group", "grp"}},
        {"place", {"村组", "迁出村组", "迁出地", "原住址", "来源", "place", "origin"}},
        {"flat",
         {"户室编码", "户室", "房号", "房屋编码", "安置房号", "户室编号", "不动产单元号", "flat",
          "flat_code"}},
        {"parcel", {"地块编码", "地块代码", "地块", "宗地代码", "宗地号", "parcel", "parcel_code"}},
        {"share", {"份额", "持有份额", "比例", "share"}},
        {"certificate", {"权证号", "权证编号", "不动产权证号", "证书编号", "certificate"}}};
    return all;
}

}  // namespace

MatchList read_match_list(const std::filesystem::path& file, const std::string& layer_name,
                          const std::string& encoding) {
    const Reader reader(file, {encoding});
    const SourceLayer& layer = reader.layer(layer_name);
    MatchList out;
    out.layer = layer.name;
    std::array<int, 11> column;
    column.fill(-1);
    std::vector<std::string> headers;
    for (std::size_t f = 0; f < layer.fields.size(); ++f) headers.push_back(layer.fields[f].name);
    for (std::size_t w = 0; w < wanted().size(); ++w) {
        double best = 0.7;  // below that a header is only likely
        for (std::size_t f = 0; f < headers.size(); ++f) {
            const double score = name_score(plain_header(headers[f]), wanted()[w].headers);
            if (score <= best) continue;
            best = score;
            column[w] = static_cast<int>(f);
        }
        if (column[w] >= 0)
            out.columns.emplace_back(headers[static_cast<std::size_t>(column[w])], wanted()[w].name);
    }
    if (column[0] < 0 && column[1] < 0 && column[2] < 0)
        throw Error("no_columns",
                    fmt::format("no column says which household is meant; call it 户号 or 户名. There are {}",
                                fmt::join(headers, ", ")),
                    file.string());
    if (column[7] < 0 && column[8] < 0)
        throw Error(
            "no_columns",
            fmt::format(
                "no column says which flat or parcel is meant; call it 户室编码 or 地块编码. There are {}",
                fmt::join(headers, ", ")),
            file.string());
    reader.each(layer, [&](const SourceRow& row) {
        const auto text = [&](std::size_t w) -> std::string {
            if (column[w] < 0) return {};
            const auto& cell = row.cells.at(static_cast<std::size_t>(column[w]));
            return land::is_null(cell) ? std::string() : land::to_display(cell);
        };
        MatchListLine one;
        one.line.row = row.row;
        one.line.household_code = text(0);
        one.line.household_name = text(1);
        one.id_number = text(2);
        one.line.has_id_number = !one.id_number.empty();
        one.line.place = text(6).empty() ? text(3) + text(4) + text(5) : text(6);
        one.line.flat = text(7);
        one.line.parcel = text(8);
        one.line.share = text(9);
        one.line.certificate = text(10);
        out.lines.push_back(std::move(one));
        return true;
    });
    return out;
}

}  // namespace liangdi::exchange
