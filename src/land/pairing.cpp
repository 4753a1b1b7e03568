#include "land/pairing.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "geo/error.hpp"
#include "land/date.hpp"

namespace liangdi::land {

namespace {

std::string day_before(const std::string& iso) {
    const auto date = parse_iso_date(iso);
    if (!date) throw Error("bad_date", "a day is written as 2025-11-25", iso);
    return to_text(Date{std::chrono::sys_days{*date} - std::chrono::days{1}});
}

bool may_help(const Helper& helper, const Pairing& pairing) {
    return helper.community == 0 || pairing.community == 0 || helper.community == pairing.community;
}

}  // namespace

std::vector<HelperLoad> helper_loads(const std::vector<Helper>& helpers,
                                     const std::vector<Pairing>& pairings) {
    std::map<std::int64_t, std::int64_t> counts;
    for (const auto& pairing : pairings) ++counts[pairing.officer];
    std::vector<HelperLoad> loads;
    for (const auto& helper : helpers) loads.push_back({helper, counts[helper.officer]});
    std::ranges::stable_sort(loads, [](const auto& a, const auto& b) { return a.households > b.households; });
    return loads;
}

std::vector<Handover> balanced(const std::vector<Helper>& helpers, std::vector<Pairing> pairings) {
    std::map<std::int64_t, std::int64_t> load;
    std::set<std::pair<std::int64_t, std::int64_t>> helped;  // officer, household
    for (const auto& helper : helpers) load[helper.officer] = 0;
    for (const auto& pairing : pairings) {
        ++load[pairing.officer];
        helped.insert({pairing.officer, pairing.household});
    }
    std::map<std::int64_t, const Helper*> known;
    for (const auto& helper : helpers) known[helper.officer] = &helper;
    std::vector<Handover> out;
    std::set<std::int64_t>
        moved;  // a household that is handed over twice would be handed over once too often
    while (true) {
        // The widest gap first; each step narrows it, so that it ends.
        std::optional<std::tuple<std::int64_t, std::size_t, const Helper*>> best;
        for (std::size_t i = 0; i < pairings.size(); ++i) {
            const auto& pairing = pairings[i];
            if (!known.contains(pairing.officer) || moved.contains(pairing.id)) continue;
            for (const auto& to : helpers) {
                const std::int64_t gap = load[pairing.officer] - load[to.officer];
                if (gap < 2 || (best && gap <= std::get<0>(*best))) continue;
                if (!may_help(to, pairing) || helped.contains({to.officer, pairing.household})) continue;
                best = {gap, i, &to};
            }
        }
        if (!best) return out;
        const auto [gap, index, to] = *best;
        Pairing& pairing = pairings[index];
        out.push_back({pairing, *known.at(pairing.officer), *to});
        --load[pairing.officer];
        ++load[to->officer];
        helped.erase({pairing.officer, pairing.household});
        helped.insert({to->officer, pairing.household});
        moved.insert(pairing.id);
        pairing.officer = to->officer;
    }
}

Edit handover_edit(const std::vector<Handover>& handovers, const std::string& from, const EditHead& head) {
    Edit edit{head, {}};
    const std::string last_day = day_before(from);
    for (const auto& handover : handovers) {
        edit.changes.push_back(Update{"pairing", handover.pairing.id, {{"valid_to", Value{}, last_day}}});
        edit.changes.push_back(Insert{"pairing",
                                      {},
                                      {{"officer", handover.to.officer},
                                       {"household", handover.pairing.household},
                                       {"valid_from", from}}});
    }
    return edit;
}

}  // namespace liangdi::land
