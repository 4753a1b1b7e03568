#include <fmt/format.h>

#include <array>
#include <set>

#include "sample/parts.hpp"
#include "sample/people.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

namespace {

struct Work {
    const char *kind, *employer, *place;
};

Work work_of(Random& random, bool family_left_behind) {
    if (family_left_behind || random.chance(430)) {
        static const std::vector<Work> away{{"away", "外地电子厂", "广东"},
                                            {"away", "外地建筑工地", "浙江"},
                                            {"away", "外地鞋厂", "福建"},
                                            {"away", "外地物流", "贵阳"}};
        return random.pick(away);
    }
    static const std::vector<Work> near{{"local", "就业帮扶车间", "平远新城"},
                                        {"local", "织金工业园", "织金县"},
                                        {"local", "家政服务", "织金县"},
                                        {"local", "物业公司", "平远新城"},
                                        {"farming", "", "迁出地"},
                                        {"self_employed", "", "织金县"}};
    return random.pick(near);
}

void add_businesses(SampleTown& town, const std::vector<int>& owners) {
    static const std::vector<std::pair<const char*, const char*>> kinds{
        {"shop", "便利店"}, {"restaurant", "粉面馆"}, {"stall", "早点摊"},     {"shop", "服装店"},
        {"stall", "菜摊"},  {"other", "理发店"},      {"restaurant", "小吃店"}};
    for (std::size_t i = 0; i < owners.size(); ++i) {
        const auto& [kind, word] = kinds[i % kinds.size()];
        town.businesses.push_back({fmt::format("{}S{:03d}", part_tag(town), i + 1),
                                   fmt::format("{}{:03d}", word, i + 1), kind,
                                   fmt::format("平远新城商铺{}号", i + 1), "2020-05-01", "", owners[i]});
    }
}

void add_courses(SampleTown& town, Random& random, const std::vector<int>& labourers) {
    constexpr std::array<const char*, 9> skills{"电工", "焊工", "家政", "烹饪", "刺绣",
                                                "种植", "养殖", "保安", "电商"};
    for (int i = 0; i < target::courses; ++i) {
        const int year = 2019 + i / 6, month = 1 + i % 6 * 2;
        town.courses.push_back({fmt::format("{}K{:03d}", part_tag(town), i + 1),
                                fmt::format("{}培训第{}期", skills[i % skills.size()], i / 9 + 1),
                                skills[i % skills.size()], "就业服务站",
                                fmt::format("{}-{:02d}-05", year, month),
                                fmt::format("{}-{:02d}-19", year, month)});
    }
    std::vector<int> trained = labourers;
    random.shuffle(trained);
    trained.resize(target::trained);
    constexpr std::array<const char*, 3> results{"合格", "优秀", "未考"};
    for (std::size_t i = 0; i < trained.size(); ++i) {
        const int course = static_cast<int>(i) % target::courses;
        town.attendances.push_back({course, trained[i], results[random.weighted({80, 14, 6})]});
        if (random.chance(180))  // some come back for a second course
            town.attendances.push_back({(course + random.between(1, target::courses - 1)) % target::courses,
                                        trained[i], results[0]});
    }
}

}  // namespace

void add_labour(SampleTown& town) {
    Random random = stream(town, "labour");
    std::set<int> left_behind;  // households whose children are left behind: their parents work away
    for (const Marking& m : town.markings)
        if (m.group == "left_behind_child") left_behind.insert(town.persons[m.person].household);
    std::vector<int> labourers, first, others;
    int household = none;
    for (std::size_t i = 0; i < town.persons.size(); ++i) {
        const Person& p = town.persons[i];
        if (p.stage != LifeStage::labourer || !town.households[p.household].relocated) continue;
        labourers.push_back(static_cast<int>(i));
        (p.household != household ? first : others).push_back(static_cast<int>(i));
        household = p.household;
    }
    random.shuffle(others);
    std::vector<bool> employed(town.persons.size(), false), special(employed);
    for (int p : first) employed[p] = true;  // no household without work
    for (std::size_t i = 0; i < static_cast<std::size_t>(target::employed) - first.size(); ++i)
        employed[others[i]] = true;

    std::vector<int> near;  // special posts and shops are in town, so not of those who work away
    for (int p : labourers)
        if (employed[p] && left_behind.count(town.persons[p].household) == 0) near.push_back(p);
    random.shuffle(near);
    std::vector<int> owners(near.begin(), near.begin() + target::business_owners);
    for (int i = 0; i < target::special_posts; ++i) special[near[target::business_owners + i]] = true;
    const std::set<int> owns(owners.begin(), owners.end());
    constexpr std::array<const char*, 4> posts{"保洁员", "护林员", "治安巡防", "楼道管理"};
    for (int p : labourers) {
        const std::string from =
            fmt::format("{}-{:02d}-01", random.between(2020, 2025), random.between(1, 10));
        if (!employed[p])
            town.employments.push_back({p, "seeking", "", "", "", from, ""});
        else if (special[p])
            town.employments.push_back(
                {p, "employed", "special_post", posts[random.below(posts.size())], "平远新城", from, ""});
        else if (owns.count(p) != 0)
            town.employments.push_back({p, "employed", "self_employed", "", "平远新城", from, ""});
        else {
            const Work work = work_of(random, left_behind.count(town.persons[p].household) != 0);
            town.employments.push_back({p, "employed", work.kind, work.employer, work.place, from, ""});
        }
    }
    add_businesses(town, owners);
    add_courses(town, random, labourers);
}

}  // namespace liangdi::sample
