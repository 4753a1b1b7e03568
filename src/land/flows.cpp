#include "land/flows.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_map>

#include "land/ledger_land.hpp"

namespace liangdi::land {

std::string_view to_text(PlaceKind kind) {
    constexpr std::array<std::string_view, 8> names{"town",      "community", "grid",        "building",
                                                    "household", "group",     "cooperative", "parcel"};
    return names.at(static_cast<std::size_t>(kind));
}

bool lies_in_town(PlaceKind kind) {
    return kind != PlaceKind::group && kind != PlaceKind::cooperative && kind != PlaceKind::parcel;
}

std::string status_of_land(std::string_view use_status, bool in_cooperative, bool under_agreement,
                           bool only_reclaimed) {
    if (in_cooperative) return "cooperative";
    if (under_agreement) return only_reclaimed ? "reclaimed" : "leased";
    return std::string(use_status);
}

namespace {

std::int64_t mu_of(std::int64_t hundredths, AreaUnit unit) {
    return unit == AreaUnit::mu ? hundredths : (hundredths * 15 + 5000) / 10000;
}

/// The kinds of rights by which families hold land, the stronger before what is derived from it.
std::size_t rank(const std::string& right_kind) {
    constexpr std::array<std::string_view, 5> kinds{"contract", "use", "qualification", "operation",
                                                    "ownership"};
    return static_cast<std::size_t>(std::ranges::find(kinds, right_kind) - kinds.begin());
}

/// The rights of the strongest kind that a known household holds: those that count.
std::vector<const FlowRight*> counting(const std::vector<const FlowRight*>& rights,
                                       const std::unordered_multimap<std::int64_t, PartyPart>& parties) {
    std::size_t best = 99;
    for (const auto* right : rights) {
        const auto [begin, end] = parties.equal_range(right->party);
        if (std::any_of(begin, end, [](const auto& entry) { return entry.second.household != 0; }))
            best = std::min(best, rank(right->kind));
    }
    std::vector<const FlowRight*> out;
    for (const auto* right : rights)
        if (rank(right->kind) == best) out.push_back(right);
    return out;
}

/// Household -> its part of the party's rights. In order: who gets the last hundredth must not depend on a
/// hash table.
std::map<std::int64_t, Share> households_of(std::int64_t party,
                                            const std::unordered_multimap<std::int64_t, PartyPart>& parties) {
    std::map<std::int64_t, Share> out;
    const auto [begin, end] = parties.equal_range(party);
    for (auto i = begin; i != end; ++i) {
        const auto [known, fresh] = out.try_emplace(i->second.household, i->second.part);
        if (!fresh) known->second = sum(known->second, i->second.part);
    }
    return out;
}

struct EndSums {
    std::int64_t households = 0, mu_hundredths = 0;
    std::set<std::int64_t> parcels;
};

void add(KindSum& sum, const FlowParcel& parcel, std::int64_t own, std::int64_t covered, std::int64_t mu) {
    sum.mu_hundredths += mu;
    const AreaUnit usual = parcel.kind == "homestead" ? AreaUnit::m2 : AreaUnit::mu;
    if (parcel.registered.unit != usual) return;
    sum.own_hundredths += own;
    sum.revitalised_hundredths += covered;
}

}  // namespace

std::vector<Holding> holdings(const FlowRows& rows) {
    std::unordered_multimap<std::int64_t, PartyPart> parties;
    for (const auto& part : rows.parties) parties.emplace(part.party, part);
    std::unordered_map<std::int64_t, std::vector<const FlowRight*>> rights;
    for (const auto& right : rows.rights) rights[right.parcel].push_back(&right);
    std::vector<Holding> out;
    for (const auto& parcel : rows.parcels) {
        const auto found = rights.find(parcel.id);
        if (found == rights.end()) continue;
        const auto held = counting(found->second, parties);
        std::vector<Share> shares;
        for (const auto* right : held) shares.push_back(right->share);
        // First to the parties, as the ledger of land does, then within a contract household.
        const auto own = dealt(parcel.registered.hundredths, shares);
        const auto covered = dealt(parcel.covered_hundredths, shares);
        std::map<std::int64_t, Holding> of_household;
        for (std::size_t i = 0; i < held.size(); ++i) {
            const auto households = households_of(held[i]->party, parties);
            std::vector<Share> within;
            for (const auto& [household, share] : households) within.push_back(share);
            const auto own_within = dealt(own[i], within), covered_within = dealt(covered[i], within);
            std::size_t k = 0;
            for (const auto& [household, share] : households) {
                auto& holding = of_household[household];
                holding.own_hundredths += own_within[k];
                holding.covered_hundredths += covered_within[k];
                ++k;
            }
        }
        for (auto& [household, holding] : of_household) {
            holding.household = household;
            holding.parcel = parcel.id;
            holding.mu_hundredths = mu_of(holding.own_hundredths, parcel.registered.unit);
            out.push_back(holding);
        }
    }
    return out;
}

Flows flows(PlaceKind from, const FlowRows& rows, FlowMeasure by) {
    const bool to_groups = lies_in_town(from);
    Flows out;
    out.from = from;
    std::unordered_map<std::int64_t, const FlowHousehold*> counted;
    std::unordered_map<std::int64_t, const FlowParcel*> parcels;
    std::map<std::int64_t, EndSums> ends;
    for (const auto& household : rows.households) {
        if (!counted.emplace(household.id, &household).second || household.land_only) continue;
        ++ends[to_groups ? household.origin : household.building].households;
        ++out.total.households;
    }
    for (const auto& parcel : rows.parcels) {
        if (!parcels.emplace(parcel.id, &parcel).second) continue;
        add(out.others[parcel.kind], parcel, parcel.registered.hundredths, parcel.covered_hundredths,
            mu_of(parcel.registered.hundredths, parcel.registered.unit));
    }
    std::set<std::int64_t> all_parcels;
    for (const auto& holding : holdings(rows)) {
        const auto household = counted.find(holding.household);
        if (household == counted.end()) continue;
        const FlowParcel& parcel = *parcels.at(holding.parcel);
        auto& end = ends[to_groups ? parcel.group : household->second->building];
        end.mu_hundredths += holding.mu_hundredths;
        end.parcels.insert(parcel.id);
        all_parcels.insert(parcel.id);
        out.total.mu_hundredths += holding.mu_hundredths;
        out.mu_by_status[parcel.status] += holding.mu_hundredths;
        add(out.by_kind[parcel.kind], parcel, holding.own_hundredths, holding.covered_hundredths,
            holding.mu_hundredths);
        add(out.others[parcel.kind], parcel, -holding.own_hundredths, -holding.covered_hundredths,
            -holding.mu_hundredths);
    }
    out.total.parcels = static_cast<std::int64_t>(all_parcels.size());
    for (const auto& [id, end] : ends) {
        out.flows.push_back(
            {id, end.households, end.mu_hundredths, static_cast<std::int64_t>(end.parcels.size()), 1});
    }
    out.total.ends = static_cast<std::int64_t>(out.flows.size());
    std::ranges::sort(out.flows, [by](const Flow& a, const Flow& b) {
        const auto key = [by](const Flow& f) {
            return by == FlowMeasure::households ? std::tuple(-f.households, -f.mu_hundredths, f.end)
                                                 : std::tuple(-f.mu_hundredths, -f.households, f.end);
        };
        return key(a) < key(b);
    });
    return out;
}

std::vector<Flow> folded(const std::vector<Flow>& all, std::size_t most) {
    if (all.size() <= most + 1) return all;
    std::vector<Flow> out(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most));
    Flow rest{0, 0, 0, 0, 0};
    for (auto flow = all.begin() + static_cast<std::ptrdiff_t>(most); flow != all.end(); ++flow) {
        rest.households += flow->households;
        rest.mu_hundredths += flow->mu_hundredths;
        rest.parcels += flow->parcels;
        rest.ends += flow->ends;
    }
    out.push_back(rest);
    return out;
}

}  // namespace liangdi::land
