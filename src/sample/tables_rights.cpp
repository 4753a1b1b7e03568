#include <fmt/format.h>

#include "sample/people.hpp"
#include "sample/source_tables.hpp"

namespace liangdi::sample {

using exchange::FieldType;
using exchange::ReadAs;

namespace {

const Words organisation_kinds{{"company", "企业"}, {"collective", "集体经济组织"}};
const Words right_kinds{{"contract", "承包经营权"}, {"use", "使用权"}};
const Words agreement_kinds{
    {"lease", "出租"}, {"share", "入股"}, {"reclaim", "复垦"}, {"lodging", "民宿"}, {"transfer", "转包"}};
const Words roles{{"farms", "共同经营"}, {"land", "土地入股"}, {"labour", "务工"}, {"capital", "出资"}};

SourceTable contract_households(const SampleTown& town) {
    SourceTable t("承包方.csv", "承包方", "party", {"code"});
    t.encoding = "GBK";
    t.set("kind", std::string("contract_household"));
    t.column("承包方编码", "code");
    t.column("承包方名称", "name");
    t.rows = town.contract_households.size();
    t.row = [&town](std::size_t i) {
        const ContractHousehold& c = town.contract_households[i];
        return SourceRowOut{{text(c.code), text(c.name)}, {}};
    };
    return t;
}

SourceTable contract_members(const SampleTown& town) {
    SourceTable t("承包方成员.csv", "承包方成员", "party_member", {"party", "member"});
    t.encoding = "GBK";
    t.code("承包方编码", "party", "party.code");
    t.code("人员编号", "member", "party.code");
    std::vector<std::pair<int, int>> pairs;  // contract household, person
    const auto members = members_of(town);
    for (std::size_t c = 0; c < town.contract_households.size(); ++c)
        for (int h : town.contract_households[c].households)
            for (int p : members[h])
                if (town.persons[p].died_on.empty()) pairs.emplace_back(static_cast<int>(c), p);
    t.rows = pairs.size();
    t.row = [&town, pairs](std::size_t i) {
        return SourceRowOut{
            {code_of(town.contract_households, pairs[i].first), code_of(town.persons, pairs[i].second)}, {}};
    };
    return t;
}

SourceTable organisations(const SampleTown& town) {
    SourceTable t("单位.csv", "单位", "party", {"code"});
    t.column("单位编码", "code");
    t.column("单位名称", "name");
    t.words("类别", "kind", organisation_kinds);
    t.rows = town.organisations.size();
    t.row = [&town](std::size_t i) {
        const Organisation& o = town.organisations[i];
        return SourceRowOut{{text(o.code), text(o.name), office_word(organisation_kinds, o.kind)}, {}};
    };
    return t;
}

SourceTable cooperatives(const SampleTown& town) {
    SourceTable t("合作社.xlsx", "合作社", "cooperative", {"code"});
    t.column("合作社编码", "code");
    t.column("合作社名称", "name");
    t.column("统一社会信用代码", "registration");
    t.column("成立日期", "founded_on");
    t.rows = town.cooperatives.size();
    t.row = [&town](std::size_t i) {
        const Cooperative& c = town.cooperatives[i];
        return SourceRowOut{{text(c.code), text(c.name), text(c.registration), text(c.founded_on)}, {}};
    };
    return t;
}

SourceTable memberships(const SampleTown& town) {
    SourceTable t("合作社.xlsx", "社员", "membership", {"cooperative", "party", "role"});
    t.code("合作社编码", "cooperative", "party.code");
    t.code("户号", "party", "party.code");
    t.words("身份", "role", roles);
    t.hundredths("入社亩数", "share_hundredths");
    t.column("入社日期", "valid_from");
    t.rows = town.memberships.size();
    t.row = [&town](std::size_t i) {
        const Membership& m = town.memberships[i];
        const bool land_only = m.role == "land";
        return SourceRowOut{{code_of(town.cooperatives, m.cooperative), code_of(town.households, m.household),
                             office_word(roles, m.role),
                             land_only ? in_units(m.share_hundredths) : land::Value{}, text(m.from)},
                            {}};
    };
    return t;
}

SourceTable rights(const SampleTown& town) {
    SourceTable t("权利.csv", "权利", "parcel_right", {"parcel", "party", "kind"});
    t.encoding = "GBK";
    t.code("地块编码", "parcel", "parcel.code");
    t.code("权利人编码", "party", "party.code");
    t.words("权利类型", "kind", right_kinds);
    t.column("份额", "share").as = ReadAs::share;
    t.column("权证号", "certificate");
    t.column("登记日期", "valid_from");
    t.rows = town.rights.size();
    t.row = [&town](std::size_t i) {
        const ParcelRight& r = town.rights[i];
        const land::Value holder = r.household != none ? code_of(town.households, r.household)
                                   : r.person != none
                                       ? code_of(town.persons, r.person)
                                       : code_of(town.contract_households, r.contract_household);
        return SourceRowOut{
            {code_of(town.parcels, r.parcel), holder, office_word(right_kinds, r.kind),
             fmt::format("{}/{}", r.share_num, r.share_den), text(r.certificate), text(r.from)},
            {}};
    };
    return t;
}

SourceTable agreements(const SampleTown& town) {
    SourceTable t("流转合同.xlsx", "流转合同", "use_agreement", {"contract_no"});
    t.column("合同编号", "contract_no");
    t.code("地块编码", "parcel", "parcel.code");
    t.words("流转方式", "kind", agreement_kinds);
    t.code("受让方编码", "lessee", "party.code");
    t.code("合作社编码", "cooperative", "party.code");
    t.column("起始日期", "valid_from");
    t.column("终止日期", "valid_to");
    t.hundredths("年租金元", "rent_hundredths");
    bool parts = false;  // agreements of a part of a parcel exist only where a fault is planted
    for (const Agreement& a : town.agreements) parts = parts || a.area_mu_hundredths != 0;
    if (parts) {
        t.hundredths("流转面积亩", "area_hundredths");
        t.column("面积单位", "unit").values["亩"] = "mu";
    }
    t.code("合同文件", "document", "document.name");
    t.rows = town.agreements.size();
    t.row = [&town, parts](std::size_t i) {
        const Agreement& a = town.agreements[i];
        SourceRowOut row{
            {text(a.contract_no), code_of(town.parcels, a.parcel), office_word(agreement_kinds, a.kind),
             code_of(town.organisations, a.organisation), code_of(town.cooperatives, a.cooperative),
             text(a.from), text(a.to), in_units(a.rent_hundredths)},
            {}};
        const bool part = a.area_mu_hundredths != 0;
        if (parts) row.cells.push_back(part ? in_units(a.area_mu_hundredths) : land::Value{});
        if (parts) row.cells.push_back(text(part ? "亩" : ""));
        row.cells.push_back(a.document == none
                                ? land::Value{}
                                : text(town.documents[static_cast<std::size_t>(a.document)].name));
        return row;
    };
    return t;
}

}  // namespace

std::vector<SourceTable> right_tables(const SampleTown& town) {
    return {contract_households(town), contract_members(town), organisations(town), cooperatives(town),
            memberships(town),         rights(town),           agreements(town)};
}

}  // namespace liangdi::sample
