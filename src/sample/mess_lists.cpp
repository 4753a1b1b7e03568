#include <algorithm>

#include "sample/planter.hpp"

namespace liangdi::sample {

namespace {

SourceTable counts_list() {
    SourceTable t("人群汇总.csv", "人群汇总", "group_count", {"community", "grp"});
    t.code("社区编码", "community", "community.code");
    t.column("人群", "grp");
    t.column("人数", "n", exchange::FieldType::integer);
    return t;
}

/// A second list of rights, known by their certificates: the first is known by parcel and holder.
SourceTable rights_list() {
    SourceTable t("补发权证.csv", "补发权证", "parcel_right", {"certificate"});
    t.column("权证号", "certificate");
    t.code("地块编码", "parcel", "parcel.code");
    t.code("权利人编码", "party", "party.code");
    t.words("权利类型", "kind", {{"contract", "承包经营权"}, {"use", "使用权"}});
    return t;
}

/// Duties of which the list has no column to say for what.
SourceTable duties_list() {
    SourceTable t("值班名单.csv", "值班名单", "duty", {"officer", "role"});
    t.code("干部编号", "officer", "officer.code");
    t.words("职责", "role", {{"contact_leader", "联系领导"}});
    return t;
}

/// A count that somebody kept by hand and imported over the one that the records give.
void plant_counts(Planter& plant) {
    auto& town = plant.town;
    const auto community_of = [&](int person_index) {
        const int household = town.persons[person_index].household;
        const int grid = town.buildings[town.flats[plant.home_of(household).flat].building].grid;
        return grid == none ? none : town.grids[grid].community;
    };
    std::int64_t n = 0;
    for (const Marking& m : town.markings)
        n += m.group == "empty_nest_elderly" && community_of(m.person) == 0;
    plant.mess.rows.push_back({"人群汇总.csv",
                               "人群汇总",
                               {{"社区编码", town.communities[0].code},
                                {"人群", std::string("empty_nest_elderly")},
                                {"人数", n + 7}},
                               {}});
    plant.mess.wrong.empty_nest_elderly = 7;  // more than the records; plant_mess adds the rest
    plant.fault("sealed_group_counts", "community", town.communities[0].code,
                "the clear count of empty-nest elderly raised by 7", nullptr, "check --unlock");
}

void plant_second_right(Planter& plant) {
    const auto& town = plant.town;
    const int p = plant.parcel("farmland", [&](int i) {
        const ParcelRight& r = plant.right_of(i);
        return plant.agreed.count(i) == 0 && r.parcel == i && r.kind == "contract" && r.household != none;
    });
    plant.mess.rows.push_back({"补发权证.csv",
                               "补发权证",
                               {{"权证号", plant.right_of(p).certificate + "补"},
                                {"地块编码", town.parcels[p].code},
                                {"权利人编码", town.households[plant.right_of(p).household].code},
                                {"权利类型", std::string("承包经营权")}},
                               {}});
    plant.fault("right_twice", "parcel", town.parcels[p].code,
                "its right once more, under the number of a certificate issued again");
}

void plant_duty(Planter& plant) {
    const Officer* officer = nullptr;
    for (std::size_t i = 0; i < plant.town.officers.size(); ++i) {
        const auto& duties = plant.town.duties;
        const bool leads = std::any_of(duties.begin(), duties.end(), [&](const Duty& d) {
            return d.officer == static_cast<int>(i) && d.role == "contact_leader";
        });
        if (!leads) officer = &plant.town.officers[i];
    }
    plant.mess.rows.push_back(
        {"值班名单.csv", "值班名单", {{"干部编号", officer->code}, {"职责", std::string("联系领导")}}, {}});
    plant.fault("duty_without_scope", "officer", officer->code, "a contact leader, it is not said of what");
}

}  // namespace

std::vector<SourceTable> hand_kept_tables() {
    std::vector<SourceTable> tables{counts_list(), rights_list(), duties_list()};
    for (SourceTable& t : tables) t.row = [](std::size_t) { return SourceRowOut{}; };
    return tables;
}

void plant_lists(Planter& plant) {
    plant_counts(plant);
    plant_second_right(plant);
    plant_duty(plant);
}

}  // namespace liangdi::sample
