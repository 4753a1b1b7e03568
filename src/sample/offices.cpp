#include <fmt/format.h>

#include <map>
#include <set>
#include <string>

#include "sample/parts.hpp"
#include "sample/people.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

namespace {

constexpr const char* since = "2020-03-01";

class Offices {
  public:
    explicit Offices(SampleTown& town) : town_(town), random_(stream(town, "offices")) {
        for (std::size_t i = 0; i < town.persons.size(); ++i) {
            const Person& p = town.persons[i];
            const bool eligible =
                age_of(p) >= 25 && age_of(p) <= 68 && town.households[p.household].relocated;
            if (eligible) residents_.push_back(static_cast<int>(i));
        }
        random_.shuffle(residents_);
        in_building_.resize(town.buildings.size());
        for (int p : residents_) in_building_[building_of(p)].push_back(p);
    }

    int building_of(int person) const {
        return town_.flats[town_.occupancies[town_.persons[person].household].flat].building;
    }

    int appoint(const char* what, const char* unit, const char* post, int person = none) {
        Officer o;
        o.code = fmt::format("520524-O{}-{:03d}", part_tag(town_), town_.officers.size() + 1);
        o.name =
            person == none ? fmt::format("{}{:02d}", what, ++numbers_[what]) : town_.persons[person].name;
        o.unit = unit;
        o.post = post;
        o.person = person;
        if (person != none) taken_.insert(person);
        town_.officers.push_back(std::move(o));
        return static_cast<int>(town_.officers.size()) - 1;
    }

    int resident() {  // somebody who holds no office yet
        while (taken_.count(residents_.back()) != 0) residents_.pop_back();
        return residents_.back();
    }
    int resident_of(int building) {
        for (int p : in_building_[building])
            if (taken_.count(p) == 0) return p;
        return resident();
    }

    Duty& duty(int officer, const char* role) {
        Duty d;
        d.officer = officer;
        d.role = role;
        d.from = since;
        town_.duties.push_back(std::move(d));
        return town_.duties.back();
    }

    SampleTown& town_;
    Random random_;

  private:
    std::vector<int> residents_;
    std::vector<std::vector<int>> in_building_;
    std::set<int> taken_;
    std::map<std::string, int> numbers_;
};

int community_of_building(const SampleTown& town, int building) {
    return town.grids[town.buildings[building].grid].community;
}

// 31 party groups, their members and the delegates: all of them residents.
std::vector<int> members_and_delegates(Offices& offices) {
    SampleTown& town = offices.town_;
    for (int i = 0; i < target::party_groups; ++i)
        town.party_groups.push_back({fmt::format("{}P{:02d}", part_tag(town), i + 1),
                                     fmt::format("第{}党小组", i + 1),
                                     i * static_cast<int>(town.communities.size()) / target::party_groups});
    std::vector<int> people;
    std::vector<int> next(town.communities.size(), 0);
    for (int i = 0; i < target::party_members; ++i) {
        const int officer = offices.appoint("", "党小组", "党员", offices.resident());
        const int community = community_of_building(town, offices.building_of(town.officers[officer].person));
        std::vector<int> groups;
        for (std::size_t g = 0; g < town.party_groups.size(); ++g)
            if (town.party_groups[g].community == community) groups.push_back(static_cast<int>(g));
        offices.duty(officer, "party_member").party_group = groups[next[community]++ % groups.size()];
        people.push_back(officer);
    }
    for (int i = 0; i < target::delegates; ++i) {
        const int officer = offices.appoint("", "社区",
                                            i < 2   ? "党代表"
                                            : i < 4 ? "人大代表"
                                                    : "政协委员",
                                            offices.resident());
        offices.duty(officer, "delegate").community =
            community_of_building(town, offices.building_of(town.officers[officer].person));
        people.push_back(officer);
    }
    return people;
}

void add_building_heads(Offices& offices, const std::vector<int>& elected) {
    SampleTown& town = offices.town_;
    std::vector<int> head(target::building_heads, none);
    int from_elected = 0;
    // One delegate (the last of the elected), the others members, each in the building where they live.
    for (std::size_t k = elected.size(); k-- > 0 && from_elected < target::heads_from_members;) {
        if (k + target::delegates >= elected.size() && from_elected == 1) continue;
        int& place = head[offices.building_of(town.officers[elected[k]].person)];
        if (place != none) continue;
        place = elected[k];
        ++from_elected;
    }
    for (int b = 0; b < target::building_heads; ++b) {
        if (head[b] == none) head[b] = offices.appoint("", "楼栋", "楼长", offices.resident_of(b));
        offices.duty(head[b], "building_head").building = b;
    }
}

void add_community_offices(Offices& offices, const std::vector<int>& elected) {
    SampleTown& town = offices.town_;
    for (std::size_t c = 0; c < town.communities.size(); ++c) {
        const int community = static_cast<int>(c);
        offices.duty(offices.appoint("联系领导", "县级领导", "联系领导"), "contact_leader").community =
            community;
        offices.duty(elected[c], "cadre").community = community;  // a member who is also a cadre
        for (int i = 0; i < 2; ++i)
            offices.duty(offices.appoint("干部", "社区", "社区干部"), "cadre").community = community;
        std::vector<int> grids;
        for (std::size_t g = 0; g < town.grids.size(); ++g)
            if (town.grids[g].community == community) grids.push_back(static_cast<int>(g));
        // Five workers a community: neighbouring grids, two or three each.
        const int workers = target::grid_workers / static_cast<int>(town.communities.size());
        std::vector<int> officers;
        for (int w = 0; w < workers; ++w) officers.push_back(offices.appoint("网格员", "社区", "网格员"));
        for (std::size_t k = 0; k < grids.size(); ++k)
            offices.duty(officers[k * officers.size() / grids.size()], "grid_worker").grid = grids[k];
    }
}

// The chain from the county to the origin village, and who helps each household.
void add_origin_chain(Offices& offices) {
    SampleTown& town = offices.town_;
    std::map<std::string, int> county, towns, villages;
    for (std::size_t v = 0; v < town.villages.size(); ++v) {
        const Village& place = town.villages[v];
        auto once = [&](std::map<std::string, int>& known, const std::string& key, const char* what,
                        const char* post) {
            if (known.count(key) == 0) known[key] = offices.appoint(what, key.c_str(), post);
            return known[key];
        };
        const int group = static_cast<int>(v);
        offices.duty(once(county, "县搬迁办" + place.town, "县办", "县办联系人"), "county_office").village =
            group;
        offices.duty(once(towns, place.town, "镇干部", "迁出镇联系人"), "origin_town").village = group;
        offices.duty(once(villages, place.town + place.village, "村干部", "迁出村联系人"), "origin_village")
            .village = group;
    }
    std::vector<int> helpers;
    for (int i = 0; i < 210; ++i) helpers.push_back(offices.appoint("帮扶干部", "县直单位", "帮扶干部"));
    for (int h = 0; h < target::households; ++h)
        offices.duty(helpers[h * helpers.size() / target::households], "helping_officer").household = h;
}

}  // namespace

void add_offices(SampleTown& town) {
    Offices offices(town);
    const auto elected = members_and_delegates(offices);
    add_building_heads(offices, elected);
    add_community_offices(offices, elected);
    add_origin_chain(offices);
    // 1+X: a member helps three to five households.
    for (int k = 0; k < target::party_members; ++k) {
        std::set<int> helped;
        for (int x = offices.random_.between(3, 5); x > 0; --x)
            helped.insert(static_cast<int>(offices.random_.below(target::households)));
        for (int h : helped) town.pairings.push_back({elected[k], h, "2021-01-01"});
    }
}

}  // namespace liangdi::sample
