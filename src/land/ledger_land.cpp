#include "land/ledger_land.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace liangdi::land {

namespace {

constexpr std::array<std::string_view, 3> kinds{"homestead", "woodland", "farmland"};

struct Sums {
    std::array<std::int64_t, 3> parcels{}, registered{}, revitalised{};
    void add(const LandFact& fact, std::int64_t registered_part, std::int64_t revitalised_part) {
        const auto kind = static_cast<std::size_t>(std::ranges::find(kinds, fact.kind) - kinds.begin());
        if (kind == kinds.size()) return;
        ++parcels[kind];
        registered[kind] += registered_part;
        revitalised[kind] += revitalised_part;
    }
    void append_to(std::vector<LedgerCell>& row) const {
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            row.emplace_back(parcels[k]);
            row.emplace_back(registered[k]);
            row.emplace_back(revitalised[k]);
        }
    }
};

void parcel_rows(Ledger& ledger, const std::vector<LandFact>& facts, const LandHolders& holders) {
    for (const auto& fact : facts) {
        std::vector<std::string> names;
        for (const auto& right : fact.deal.holders) {
            const auto holder = holders.find(right.party);
            const std::string name = holder == holders.end() ? std::string("?") : holder->second.name;
            names.push_back(right.share == Share{1, 1} ? name
                                                       : fmt::format("{} {}", name, to_text(right.share)));
        }
        ledger.rows.push_back({fact.code, fact.kind, fact.town, fact.village, fact.group, fact.land_class,
                               fmt::format("{}", fmt::join(names, "；")), fact.use,
                               std::string(fact.kind == "homestead" ? "m2" : "mu"), fact.registered,
                               fact.revitalised});
    }
}

void household_rows(Ledger& ledger, const std::vector<LandFact>& facts, const LandHolders& holders) {
    std::map<std::int64_t, Sums> by_party;  // 0: what nobody holds
    std::int64_t too_much = 0, divided = 0;
    for (const auto& fact : facts) {
        if (exceeds_whole(fact.deal)) ++too_much;
        if (std::ranges::any_of(fact.deal.holders, [](const auto& h) { return h.families.size() > 1; }))
            ++divided;
        const auto registered = dealt_parts(fact.registered, fact.deal),
                   revitalised = dealt_parts(fact.revitalised, fact.deal);
        std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> parts;  // a parcel counts once for each
        for (std::size_t i = 0; i < registered.size(); ++i) {
            auto& part = parts[registered[i].counted_for()];
            part.first += registered[i].hundredths;
            part.second += revitalised[i].hundredths;
        }
        for (const auto& [party, part] : parts) by_party[party].add(fact, part.first, part.second);
    }
    struct Line {
        const LandHolder* holder;
        const Sums* sums;
    };
    static const LandHolder nobody{"", "（未登记权利人）", "", "", "", ""};
    std::vector<Line> lines;
    for (const auto& [party, sums] : by_party) {
        const auto holder = holders.find(party);
        lines.push_back({holder == holders.end() ? &nobody : &holder->second, &sums});
    }
    std::ranges::stable_sort(
        lines, {}, [](const Line& line) { return std::pair(line.holder == &nobody, line.holder->code); });
    for (const auto& [holder, sums] : lines) {
        std::vector<LedgerCell> row{holder->code, holder->name,    holder->kind,
                                    holder->town, holder->village, holder->group};
        sums->append_to(row);
        ledger.rows.push_back(std::move(row));
    }
    ledger.notes.push_back(
        {"一块地由几户共有的，每户各计一宗，面积按份额分摊到百分位，各户之和等于全宗",
         "A parcel that several hold counts once for each; its area is dealt by their shares "
         "to the hundredth, so that the parts add up to the whole"});
    if (divided > 0)
        ledger.notes.push_back(
            {fmt::format(
                 "{} 块地的权利人是几户共有的承包户：权利属承包户，不分到户；面积按成员登记的份额、未登记的"
                 "按在册人口平分计入各户，只作汇总，不是份额，不作确权依据",
                 divided),
             fmt::format(
                 "{} parcels are held by contract households of several families, undivided. Their area "
                 "is counted for the families by their members' registered shares, else evenly by heads: "
                 "for sums only, no share and no evidence of a right",
                 divided)});
    if (too_much > 0)
        ledger.notes.push_back(
            {fmt::format("{} 块地的份额之和超过 1，面积按比例分摊；请先更正份额", too_much),
             fmt::format("{} parcels have shares above the whole; their area is dealt in proportion. Correct "
                         "the shares first",
                         too_much)});
}

void place_rows(Ledger& ledger, std::string_view level, const std::vector<LandFact>& facts) {
    std::map<std::vector<std::string>, Sums> by_place;
    for (const auto& fact : facts) {
        std::vector<std::string> key;
        if (level == "group") key = {fact.village_code, fact.town, fact.village, fact.group};
        if (level == "village") key = {fact.town, fact.village};
        if (level == "town") key = {fact.town};
        by_place[std::move(key)].add(fact, fact.registered, fact.revitalised);
    }
    for (const auto& [key, sums] : by_place) {
        std::vector<LedgerCell> row(key.begin(), key.end());
        sums.append_to(row);
        ledger.rows.push_back(std::move(row));
    }
}

}  // namespace

void fill_land_ledger(Ledger& ledger, std::string_view level, const std::vector<LandFact>& facts,
                      const LandHolders& holders) {
    if (level == "parcel") {
        parcel_rows(ledger, facts, holders);
    } else if (level == "household") {
        household_rows(ledger, facts, holders);
    } else {
        place_rows(ledger, level, facts);
    }
}

}  // namespace liangdi::land
