#include "sample/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "sample/codes.hpp"
#include "sample/parts.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

namespace {

// Adds to or takes from random counts, one at a time, until they add up to `sum`.
void adjust(std::vector<int>& counts, int sum, const std::vector<int>& least, const std::vector<int>& most,
            Random& random) {
    int now = 0;
    for (int c : counts) now += c;
    while (now != sum) {
        const auto i = random.below(counts.size());
        const int step = now < sum ? 1 : -1;
        if (counts[i] + step < least[i] || counts[i] + step > most[i]) continue;
        counts[i] += step;
        now += step;
    }
}

// How many of each household's members work, and who the others are.
struct Composition {
    int labourers = 0;
    std::vector<LifeStage> others;
};

std::vector<Composition> compositions(Random& random) {
    const auto n = static_cast<std::size_t>(target::households);
    std::vector<int> sizes(n);
    for (int& s : sizes) s = 1 + static_cast<int>(random.weighted({4, 9, 14, 23, 22, 15, 8, 4, 1}));
    adjust(sizes, target::persons, std::vector<int>(n, 1), std::vector<int>(n, 9), random);

    // Households without labour are small: old people, the sick.
    std::vector<std::size_t> small;
    for (std::size_t i = 0; i < n; ++i)
        if (sizes[i] <= 2) small.push_back(i);
    for (std::size_t i = 0; small.size() < n - target::labour_households; ++i)
        if (sizes[i] == 3) small.push_back(i);
    random.shuffle(small);
    small.resize(n - target::labour_households);
    std::vector<int> labourers(n), least(n, 1), most(n);
    for (std::size_t i = 0; i < n; ++i) {
        labourers[i] = std::max(1, (sizes[i] + 1) / 2);
        most[i] = std::min(sizes[i], 5);
    }
    for (std::size_t i : small) labourers[i] = least[i] = most[i] = 0;
    adjust(labourers, target::labourers, least, most, random);

    std::vector<LifeStage> children;
    auto add = [&](int count, LifeStage stage) {
        children.insert(children.end(), static_cast<std::size_t>(count), stage);
    };
    add(target::kindergarten, LifeStage::kindergarten);
    add(target::primary, LifeStage::primary);
    add(target::middle, LifeStage::middle);
    add(900, LifeStage::infant);
    add(640, LifeStage::high);
    random.shuffle(children);

    std::vector<Composition> all(n);
    std::vector<std::size_t> slots;  // one entry a member who does not work
    for (std::size_t i = 0; i < n; ++i) {
        all[i].labourers = labourers[i];
        slots.insert(slots.end(), static_cast<std::size_t>(sizes[i] - labourers[i]), i);
    }
    random.shuffle(slots);
    for (std::size_t i : slots) {
        auto& others = all[i].others;
        const auto young =
            std::count_if(others.begin(), others.end(), [](LifeStage s) { return s > LifeStage::elder; });
        const auto old = std::count(others.begin(), others.end(), LifeStage::elder);
        if (labourers[i] > 0 && young < 4 && !children.empty()) {
            others.push_back(children.back());
            children.pop_back();
        } else {
            others.push_back(old < 2 && (labourers[i] == 0 || random.chance(640)) ? LifeStage::elder
                                                                                  : LifeStage::adult);
        }
    }
    return all;
}

int school_age(LifeStage stage, Random& random) {
    switch (stage) {
        case LifeStage::infant:
            return random.between(0, 2);
        case LifeStage::kindergarten:
            return random.between(3, 5);
        case LifeStage::primary:
            return random.between(6, 11);
        case LifeStage::middle:
            return random.between(12, 14);
        default:
            return random.between(15, 17);
    }
}

// Gives each person a code, a name, a birth and numbers that no real person has.
class Registrar {
  public:
    Registrar(SampleTown& town, Random& random) : town_(town), random_(random) {}

    void enter(int household, int nth, LifeStage stage, int age, bool male, std::string relation) {
        const Household& h = town_.households[household];
        Person p;
        p.code = fmt::format("{}-{}", h.code, nth);
        p.name = fmt::format("{}{}-{}", h.relocated ? "甲" : "乙", h.code.substr(h.code.size() - 4), nth);
        p.sex = male ? "male" : "female";
        p.birth_year = target::reference_year - age;
        p.birth_month = random_.between(1, 10);  // so that age = difference of years on the reference date
        p.birth_day = random_.between(1, 28);
        const int order = ++orders_[{p.birth_year, p.birth_month, p.birth_day, male}];
        p.id_number = id_number(town_.params.part, p.birth_year, p.birth_month, p.birth_day, order, male);
        p.phone = age >= 15
                      ? phone_number(town_.params.part, static_cast<std::int64_t>(town_.persons.size()) + 1)
                      : "";
        const std::array<const char*, 5> schooling{"none", "primary", "middle", "high", "college"};
        p.education = age < 6    ? "none"
                      : age < 12 ? "primary"
                                 : schooling[random_.weighted(age > 55 ? std::vector<int>{40, 45, 14, 1}
                                                                       : std::vector<int>{4, 30, 46, 14, 6})];
        p.household = household;
        p.relation = std::move(relation);
        p.stage = stage;
        town_.persons.push_back(std::move(p));
    }

  private:
    SampleTown& town_;
    Random& random_;
    std::map<std::tuple<int, int, int, bool>, int> orders_;
};

// Relations to the head by GB/T 4761: 02 head, 10 spouse, 20/30 son, daughter, 41/42 grandchildren,
// 51/52 father, mother, 70 brother or sister, 97 other.
void add_household(SampleTown& town, Registrar& registrar, int household, const Composition& c,
                   Random& random) {
    int nth = 0;
    const bool head_male = random.chance(780);
    const int grown = std::max(0, c.labourers - 2);  // grown-up children who work
    const bool has_child =
        std::any_of(c.others.begin(), c.others.end(), [](LifeStage s) { return s > LifeStage::elder; });
    const bool works = c.labourers > 0;
    const int head_age = !works      ? random.between(63, 84)
                         : grown > 0 ? random.between(44, 58)
                                     : random.between(36, 55);
    for (int i = 0; i < c.labourers; ++i) {
        if (i == 0)
            registrar.enter(household, ++nth, LifeStage::labourer, head_age, head_male, "02");
        else if (i == 1)
            registrar.enter(household, ++nth, LifeStage::labourer,
                            std::max(20, head_age - random.between(-2, 4)), !head_male, "10");
        else {
            const bool male = random.chance(560);
            registrar.enter(household, ++nth, LifeStage::labourer, random.between(18, head_age - 21), male,
                            male ? "20" : "30");
        }
    }
    int parents = 0;
    for (std::size_t i = 0; i < c.others.size(); ++i) {
        const LifeStage stage = c.others[i];
        bool male = random.chance(510);
        if (!works && i == 0) {
            registrar.enter(household, ++nth, stage,
                            stage == LifeStage::elder ? head_age : random.between(40, 59), head_male, "02");
        } else if (!works) {
            const bool spouse = i == 1;
            if (spouse) male = !head_male;
            const int age = stage == LifeStage::elder ? std::max(60, head_age - random.between(-3, 5))
                                                      : random.between(35, 59);
            registrar.enter(household, ++nth, stage, age, male, spouse ? "10" : "97");
        } else if (stage == LifeStage::elder) {
            male = parents++ == 0 ? random.chance(400) : town.persons.back().sex == "female";
            registrar.enter(household, ++nth, stage,
                            std::min(93, std::max(62, head_age + random.between(19, 29))), male,
                            male ? "51" : "52");
        } else if (stage == LifeStage::adult) {
            const bool spouse = c.labourers == 1 && !has_child && i == 0;
            registrar.enter(household, ++nth, stage, spouse ? head_age : random.between(18, 58),
                            spouse ? !head_male : male, spouse ? "10" : "70");
        } else {
            const bool grandchild = grown > 0 && head_age >= 50 && stage != LifeStage::high;
            const std::string relation = grandchild ? (male ? "41" : "42") : (male ? "20" : "30");
            registrar.enter(household, ++nth, stage, school_age(stage, random), male, relation);
        }
    }
}

}  // namespace

void add_people(SampleTown& town) {
    Random random = stream(town, "people");
    Registrar registrar(town, random);
    const auto all = compositions(random);
    for (int i = 0; i < target::households; ++i) add_household(town, registrar, i, all[i], random);
    for (int i = target::households; i < static_cast<int>(town.households.size()); ++i) {
        Composition c;
        c.labourers = random.between(0, 2);
        for (int k = random.between(c.labourers == 0 ? 1 : 0, 2); k > 0; --k)
            c.others.push_back(LifeStage::elder);
        add_household(town, registrar, i, c, random);
    }
}

std::vector<std::vector<int>> members_of(const SampleTown& town) {
    std::vector<std::vector<int>> members(town.households.size());
    for (std::size_t i = 0; i < town.persons.size(); ++i)
        members[town.persons[i].household].push_back(static_cast<int>(i));
    return members;
}

int age_of(const Person& person) {
    return target::reference_year - person.birth_year;
}

bool is_child(const Person& person) {
    return person.stage > LifeStage::elder;
}

}  // namespace liangdi::sample
