#include "land/ledger_land.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

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
        for (const auto& holding : fact.holders) {
            const auto holder = holders.find(holding.party);
            const std::string name = holder == holders.end() ? std::string("?") : holder->second.name;
            names.push_back(
                holding.share == Share{1, 1} ? name : fmt::format("{} {}", name, to_text(holding.share)));
        }
        ledger.rows.push_back({fact.code, fact.kind, fact.town, fact.village, fact.group, fact.land_class,
                               fmt::format("{}", fmt::join(names, "；")), fact.use,
                               std::string(fact.kind == "homestead" ? "m2" : "mu"), fact.registered,
                               fact.revitalised});
    }
}

void household_rows(Ledger& ledger, const std::vector<LandFact>& facts, const LandHolders& holders) {
    std::map<std::int64_t, Sums> by_party;  // 0: what nobody holds
    std::int64_t too_much = 0;
    for (const auto& fact : facts) {
        std::vector<Share> shares;
        long double whole = 0;
        for (const auto& holding : fact.holders) {
            shares.push_back(holding.share);
            whole +=
                static_cast<long double>(holding.share.num) / static_cast<long double>(holding.share.den);
        }
        if (whole > 1 + 1e-12L) ++too_much;
        const auto registered = dealt(fact.registered, shares), revitalised = dealt(fact.revitalised, shares);
        for (std::size_t i = 0; i < registered.size(); ++i)
            by_party[i < shares.size() ? fact.holders[i].party : 0].add(fact, registered[i], revitalised[i]);
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

std::vector<std::int64_t> dealt(std::int64_t total, const std::vector<Share>& shares) {
    long double whole = 0;
    for (const auto& share : shares)
        whole += static_cast<long double>(share.num) / static_cast<long double>(share.den);
    const long double scale = std::max(whole, 1.0L);
    std::vector<std::int64_t> parts;
    long double so_far = 0;
    std::int64_t given = 0;
    for (const auto& share : shares) {
        so_far += static_cast<long double>(share.num) / static_cast<long double>(share.den);
        const auto upto = static_cast<std::int64_t>(
            std::floor(static_cast<long double>(total) * so_far / scale + 0.5L + 1e-9L));
        parts.push_back(upto - given);
        given = upto;
    }
    const bool is_whole = whole > 1 - 1e-12L;
    if (is_whole && !parts.empty()) {
        parts.back() += total - given;
    } else {
        parts.push_back(total - given);
    }
    return parts;
}

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
