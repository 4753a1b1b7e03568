#include <array>

#include "sample/source_tables.hpp"

namespace liangdi::sample {

using exchange::FieldType;

namespace {

const Words groups{
    {"left_behind_child", "留守儿童"}, {"empty_nest_elderly", "空巢老人"}, {"disabled", "残疾人"}};
const Words work_states{{"employed", "在业"}, {"seeking", "求职"}};
const Words work_kinds{{"local", "本地就业"},
                       {"away", "外出务工"},
                       {"special_post", "公益性岗位"},
                       {"self_employed", "自主经营"},
                       {"farming", "务农"}};
const Words stages{{"kindergarten", "幼儿园"}, {"primary", "小学"}, {"middle", "初中"}, {"high", "高中"}};
const Words business_kinds{{"shop", "商店"}, {"restaurant", "餐饮"}, {"stall", "摊点"}, {"other", "其他"}};

SourceTable group_catalogue(const SampleTown&) {
    SourceTable t("目录.xlsx", "人群目录", "marking", {"code"});
    t.column("代码", "code");
    t.column("名称", "name");
    t.column("颜色", "colour");
    t.rows = groups.size();
    t.row = [](std::size_t i) {
        constexpr std::array<const char*, 3> colours{"#2B6CA3", "#8A5A0B", "#4B1D6B"};
        return SourceRowOut{
            {std::string(groups[i].first), std::string(groups[i].second), std::string(colours[i])}, {}};
    };
    return t;
}

SourceTable benefit_catalogue(const SampleTown&) {
    SourceTable t("目录.xlsx", "待遇目录", "benefit", {"code"});
    t.column("代码", "code");
    t.column("名称", "name");
    t.column("主管部门", "office");
    t.rows = 1;
    t.row = [](std::size_t) {
        return SourceRowOut{{std::string("urban_allowance"), std::string("城市低保"), std::string("民政局")},
                            {}};
    };
    return t;
}

SourceTable markings(const SampleTown& town) {
    SourceTable t("人群.csv", "人群", "sealed", {"party"});
    t.encoding = "GBK";
    t.code("人员编号", "party", "party.code");
    auto& marks = t.sealed("人群类别", "markings");
    for (const auto& [ours, theirs] : groups) marks.values[theirs] = ours;
    t.rows = town.markings.size();
    t.row = [&town](std::size_t i) {
        const Marking& m = town.markings[i];
        return SourceRowOut{{code_of(town.persons, m.person), office_word(groups, m.group)}, {}};
    };
    return t;
}

SourceTable allowances(const SampleTown& town) {
    SourceTable t("低保.xlsx", "低保", "sealed", {"party"});
    t.code("户号", "party", "party.code");
    t.sealed("低保人数", "benefit.urban_allowance");
    t.layer.fields.back().type = FieldType::integer;
    t.rows = town.allowances.size();
    t.row = [&town](std::size_t i) {
        const Allowance& a = town.allowances[i];
        return SourceRowOut{{code_of(town.households, a.household), whole(a.persons)}, {}};
    };
    return t;
}

SourceTable employments(const SampleTown& town) {
    SourceTable t("就业.csv", "就业", "employment", {"person", "status", "valid_from"});
    t.encoding = "GBK";
    t.code("人员编号", "person", "party.code");
    t.words("就业状态", "status", work_states);
    t.words("就业类型", "kind", work_kinds);
    t.column("单位", "employer");
    t.column("地点", "place");
    t.column("起始日期", "valid_from");
    t.column("终止日期", "valid_to");
    t.rows = town.employments.size();
    t.row = [&town](std::size_t i) {
        const Employment& e = town.employments[i];
        return SourceRowOut{{code_of(town.persons, e.person), office_word(work_states, e.status),
                             land::text_or_null(office_word(work_kinds, e.kind)), text(e.employer),
                             text(e.place), text(e.from), text(e.to)},
                            {}};
    };
    return t;
}

SourceTable courses(const SampleTown& town) {
    SourceTable t("培训.xlsx", "培训班", "training", {"code"});
    t.column("班次编码", "code");
    t.column("班次名称", "name");
    t.column("工种", "skill");
    t.column("主办", "organiser");
    t.column("开班日期", "held_from");
    t.column("结业日期", "held_to");
    t.rows = town.courses.size();
    t.row = [&town](std::size_t i) {
        const Course& c = town.courses[i];
        return SourceRowOut{
            {text(c.code), text(c.name), text(c.skill), text(c.organiser), text(c.from), text(c.to)}, {}};
    };
    return t;
}

SourceTable attendances(const SampleTown& town) {
    SourceTable t("培训.xlsx", "培训名单", "training_attendance", {"training", "person"});
    t.code("班次编码", "training", "training.code");
    t.code("人员编号", "person", "party.code");
    t.column("结果", "result");
    t.rows = town.attendances.size();
    t.row = [&town](std::size_t i) {
        const Attendance& a = town.attendances[i];
        return SourceRowOut{
            {code_of(town.courses, a.course), code_of(town.persons, a.person), text(a.result)}, {}};
    };
    return t;
}

SourceTable enrolments(const SampleTown& town) {
    SourceTable t("学位.csv", "学位", "enrolment", {"person", "stage"});
    t.encoding = "GBK";
    t.code("人员编号", "person", "party.code");
    t.code("学校编码", "facility", "facility.code");
    t.words("学段", "stage", stages);
    t.column("年级", "grade");
    t.column("入学日期", "valid_from");
    t.column("离校日期", "valid_to");
    t.rows = town.enrolments.size();
    t.row = [&town](std::size_t i) {
        const Enrolment& e = town.enrolments[i];
        return SourceRowOut{{code_of(town.persons, e.person), code_of(town.facilities, e.facility),
                             office_word(stages, e.stage), text(e.grade), text(e.from), text(e.to)},
                            {}};
    };
    return t;
}

SourceTable businesses(const SampleTown& town) {
    SourceTable t("商铺.csv", "商铺", "business", {"code"});
    t.column("商铺编码", "code");
    t.column("商铺名称", "name");
    t.words("类别", "kind", business_kinds);
    t.code("经营者编号", "owner", "party.code");
    t.column("地址", "address");
    t.column("开业日期", "valid_from");
    t.column("停业日期", "valid_to");
    t.rows = town.businesses.size();
    t.row = [&town](std::size_t i) {
        const Business& b = town.businesses[i];
        return SourceRowOut{{text(b.code), text(b.name), office_word(business_kinds, b.kind),
                             code_of(town.persons, b.owner), text(b.address), text(b.from), text(b.to)},
                            {}};
    };
    return t;
}

}  // namespace

std::vector<SourceTable> care_tables(const SampleTown& town) {
    return {group_catalogue(town), benefit_catalogue(town), markings(town),
            allowances(town),      employments(town),       courses(town),
            attendances(town),     enrolments(town),        businesses(town)};
}

}  // namespace liangdi::sample
