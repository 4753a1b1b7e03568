#include "sample/source_tables.hpp"

namespace liangdi::sample {

namespace {

const Words duty_roles{{"contact_leader", "联系领导"}, {"cadre", "社区干部"},
                       {"grid_worker", "网格员"},      {"building_head", "楼长"},
                       {"party_member", "党员"},       {"delegate", "两代表一委员"},
                       {"county_office", "县办"},      {"origin_town", "迁出镇"},
                       {"origin_village", "迁出村"},   {"helping_officer", "帮扶干部"}};

SourceTable party_groups(const SampleTown& town) {
    SourceTable t("党小组.csv", "党小组", "party_group", {"code"});
    t.encoding = "GBK";
    t.column("党小组编码", "code");
    t.column("名称", "name");
    t.code("社区编码", "community", "community.code");
    t.rows = town.party_groups.size();
    t.row = [&town](std::size_t i) {
        const PartyGroup& g = town.party_groups[i];
        return SourceRowOut{{text(g.code), text(g.name), code_of(town.communities, g.community)}, {}};
    };
    return t;
}

SourceTable officers(const SampleTown& town) {
    SourceTable t("干部.xlsx", "干部", "officer", {"code"});
    t.column("干部编号", "code");
    t.column("姓名", "name");
    t.code("人员编号", "person", "party.code");
    t.column("单位", "unit");
    t.column("职务", "post");
    t.rows = town.officers.size();
    t.row = [&town](std::size_t i) {
        const Officer& o = town.officers[i];
        return SourceRowOut{
            {text(o.code), text(o.name), code_of(town.persons, o.person), text(o.unit), text(o.post)}, {}};
    };
    return t;
}

// Duties come as one sheet a scope: an office keeps them so, and each sheet has a whole key.
SourceTable duties(const SampleTown& town, const char* sheet, const char* from, const char* to,
                   const char* find, int Duty::*scope, std::function<land::Value(int)> code) {
    SourceTable t("职责.xlsx", sheet, "duty", {"officer", "role", to});
    t.code("干部编号", "officer", "officer.code");
    t.words("职责", "role", duty_roles);
    t.code(from, to, find);
    t.column("起始日期", "valid_from");
    t.column("终止日期", "valid_to");
    std::vector<const Duty*> chosen;
    for (const Duty& d : town.duties)
        if (d.*scope != none) chosen.push_back(&d);
    t.rows = chosen.size();
    t.row = [&town, chosen, scope, code = std::move(code)](std::size_t i) {
        const Duty& d = *chosen[i];
        return SourceRowOut{{code_of(town.officers, d.officer), office_word(duty_roles, d.role),
                             code(d.*scope), text(d.from), text(d.to)},
                            {}};
    };
    return t;
}

SourceTable pairings(const SampleTown& town) {
    SourceTable t("结对.csv", "结对", "pairing", {"officer", "household"});
    t.encoding = "GBK";
    t.code("干部编号", "officer", "officer.code");
    t.code("户号", "household", "party.code");
    t.column("起始日期", "valid_from");
    t.rows = town.pairings.size();
    t.row = [&town](std::size_t i) {
        const Pairing& p = town.pairings[i];
        return SourceRowOut{
            {code_of(town.officers, p.officer), code_of(town.households, p.household), text(p.from)}, {}};
    };
    return t;
}

}  // namespace

std::vector<SourceTable> office_tables(const SampleTown& town) {
    return {party_groups(town),
            officers(town),
            duties(town, "社区", "社区编码", "community", "community.code", &Duty::community,
                   [&town](int i) { return code_of(town.communities, i); }),
            duties(town, "网格", "网格编码", "grid", "grid.code", &Duty::grid,
                   [&town](int i) { return code_of(town.grids, i); }),
            duties(town, "楼栋", "楼栋编码", "building", "building.code", &Duty::building,
                   [&town](int i) { return code_of(town.buildings, i); }),
            duties(town, "党小组", "党小组编码", "party_group", "party_group.code", &Duty::party_group,
                   [&town](int i) { return code_of(town.party_groups, i); }),
            duties(town, "村组", "村组编码", "village", "village.code", &Duty::village,
                   [&town](int i) { return code_of(town.villages, i); }),
            duties(town, "住户", "户号", "household", "party.code", &Duty::household,
                   [&town](int i) { return code_of(town.households, i); }),
            pairings(town)};
}

}  // namespace liangdi::sample
