#include <fmt/format.h>

#include "sample/source_tables.hpp"

namespace liangdi::sample {

using exchange::FieldType;
using exchange::ReadAs;

namespace {

const Words moved{{"1", "搬迁户"}, {"0", "留居户"}};
const Words sexes{{"male", "男"}, {"female", "女"}};
const Words schooling{
    {"none", "未上学"}, {"primary", "小学"}, {"middle", "初中"}, {"high", "高中"}, {"college", "大专及以上"}};
const Words relations{{"02", "户主"}, {"10", "配偶"}, {"20", "子"}, {"30", "女"},       {"41", "孙子"},
                      {"42", "孙女"}, {"51", "父"},   {"52", "母"}, {"70", "兄弟姐妹"}, {"97", "其他亲属"}};
const Words occupancy_kinds{{"main", "主房"}, {"additional", "增配房"}};
const Words allocations{{"ordinary", "普通分配"}, {"ground_floor", "底层照顾"}};

SourceTable households(const SampleTown& town) {
    SourceTable t("住户.xlsx", "住户", "household", {"code"});
    t.column("户号", "code");
    t.column("户名", "name");
    t.words("类别", "relocated", moved);
    t.code("迁出村组编码", "origin", "village.code");
    t.column("入住日期", "moved_on");
    t.column("注销日期", "registered_to");
    t.rows = town.households.size();
    t.row = [&town](std::size_t i) {
        const Household& h = town.households[i];
        return SourceRowOut{{text(h.code), text(h.name), office_word(moved, h.relocated ? "1" : "0"),
                             code_of(town.villages, h.origin), text(h.moved_on), text(h.registered_to)},
                            {}};
    };
    return t;
}

SourceTable persons(const SampleTown& town) {
    SourceTable t("人员.xlsx", "人员", "person", {"code"});
    t.column("人员编号", "code");
    t.column("姓名", "name");
    t.words("性别", "sex", sexes);
    t.column("出生日期", "birth_year").as = ReadAs::year;
    t.sealed("证件号码", "id_number");
    t.sealed("联系电话", "phone");
    t.words("文化程度", "education", schooling);
    t.column("去世日期", "died_on");
    exchange::FieldRule birthday;  // the same column once more: year in clear, month and day sealed
    birthday.from = "出生日期";
    birthday.seal = "birth_day";
    birthday.as = ReadAs::month_day;
    t.mapping.fields.push_back(birthday);
    const std::size_t member = t.child("party_member", "member");
    t.child_column(member, "户号", "party").find = "party.code";
    auto& relation = t.child_column(member, "与户主关系", "relation");
    for (const auto& [ours, theirs] : relations) relation.values[theirs] = ours;
    t.child_column(member, "离户日期", "valid_to");
    t.rows = town.persons.size();
    t.row = [&town](std::size_t i) {
        const Person& p = town.persons[i];
        return SourceRowOut{
            {text(p.code), text(p.name), office_word(sexes, p.sex),
             fmt::format("{:04d}-{:02d}-{:02d}", p.birth_year, p.birth_month, p.birth_day), text(p.id_number),
             text(p.phone), office_word(schooling, p.education), text(p.died_on),
             code_of(town.households, p.household), office_word(relations, p.relation), text(p.left_on)},
            {}};
    };
    return t;
}

SourceTable occupancies(const SampleTown& town) {
    SourceTable t("入住.csv", "入住", "occupancy", {"household", "flat", "kind"});
    t.encoding = "GBK";
    t.code("户号", "household", "party.code");
    t.code("户室编码", "flat", "flat.code");
    t.words("房屋性质", "kind", occupancy_kinds);
    t.words("分配方式", "allocation", allocations);
    t.column("入住日期", "valid_from");
    t.column("退房日期", "valid_to");
    t.rows = town.occupancies.size();
    t.row = [&town](std::size_t i) {
        const Occupancy& o = town.occupancies[i];
        return SourceRowOut{{code_of(town.households, o.household), code_of(town.flats, o.flat),
                             office_word(occupancy_kinds, o.kind), office_word(allocations, o.allocation),
                             text(o.from), text(o.to)},
                            {}};
    };
    return t;
}

}  // namespace

std::vector<SourceTable> people_tables(const SampleTown& town) {
    return {households(town), persons(town), occupancies(town)};
}

}  // namespace liangdi::sample
