#include "land/flows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

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

std::vector<std::int64_t> apportioned(std::int64_t hundredths, const std::vector<Share>& parts) {
    __extension__ using Wide = __int128;
    std::vector<std::int64_t> out(parts.size());
    std::vector<long double> left(parts.size());
    long double open = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Wide product = static_cast<Wide>(hundredths) * parts[i].num;
        out[i] = static_cast<std::int64_t>(product / parts[i].den);
        left[i] = static_cast<long double>(product % parts[i].den) / static_cast<long double>(parts[i].den);
        open += left[i];
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return left[a] > left[b]; });
    // Thirds and sixths do not add up to a whole in binary: half up, beyond the rounding.
    auto missing = static_cast<std::size_t>(std::floor(open + 0.5L + 1e-9L));
    for (const std::size_t i : order) {
        if (missing == 0) break;
        ++out[i];
        --missing;
    }
    return out;
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

struct Part {
    std::int64_t household = 0;
    Share share;
};

/// Whose the parcel is, with the parts of the strongest kind of right that a known household holds.
std::vector<Part> parts_of(const std::vector<const FlowRight*>& rights,
                           const std::unordered_multimap<std::int64_t, PartyPart>& parties) {
    std::size_t best = 99;
    for (const auto* right : rights) {
        const auto [begin, end] = parties.equal_range(right->party);
        if (std::any_of(begin, end, [](const auto& entry) { return entry.second.household != 0; }))
            best = std::min(best, rank(right->kind));
    }
    std::vector<Part> parts;
    for (const auto* right : rights) {
        if (rank(right->kind) != best) continue;
        const auto [begin, end] = parties.equal_range(right->party);
        std::vector<PartyPart> of_party;
        for (auto i = begin; i != end; ++i) of_party.push_back(i->second);
        // The order of a hash table is nobody's: who gets the last hundredth must not depend on it.
        std::ranges::sort(of_party, {}, &PartyPart::household);
        for (const auto& part : of_party) {
            const Share share{right->share.num * part.part.num, right->share.den * part.part.den};
            const auto known = std::ranges::find(parts, part.household, &Part::household);
            if (known == parts.end()) {
                parts.push_back({part.household, share});
            } else {
                known->share = sum(known->share, share);  // rounded once, however many members it has
            }
        }
    }
    return parts;
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
        const auto parts = parts_of(found->second, parties);
        std::vector<Share> shares;
        for (const auto& part : parts) shares.push_back(part.share);
        const auto own = apportioned(parcel.registered.hundredths, shares);
        const auto covered = apportioned(parcel.covered_hundredths, shares);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            out.push_back(
                {parts[i].household, parcel.id, own[i], covered[i], mu_of(own[i], parcel.registered.unit)});
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
