#include "land/flows.hpp"

#include <algorithm>
#include <array>
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

namespace {

struct EndSums {
    std::int64_t households = 0, mu_hundredths = 0;
    std::set<std::int64_t> parcels;
};

void add(KindSum& sum, const HeldParcel& parcel, std::int64_t own, std::int64_t covered, std::int64_t mu) {
    sum.mu_hundredths += mu;
    const AreaUnit usual = parcel.kind == "homestead" ? AreaUnit::m2 : AreaUnit::mu;
    if (parcel.registered.unit != usual) return;
    sum.own_hundredths += own;
    sum.revitalised_hundredths += covered;
}

}  // namespace

Flows flows(PlaceKind from, const FlowRows& rows, FlowMeasure by) {
    const bool to_groups = lies_in_town(from);
    Flows out;
    out.from = from;
    std::unordered_map<std::int64_t, const FlowHousehold*> counted;
    std::unordered_map<std::int64_t, const HeldParcel*> parcels;
    std::map<std::int64_t, EndSums> ends;
    for (const auto& household : rows.households) {
        if (!counted.emplace(household.id, &household).second || household.land_only) continue;
        ++ends[to_groups ? household.origin : household.building].households;
        ++out.total.households;
    }
    for (const auto& parcel : rows.land.parcels) {
        if (!parcels.emplace(parcel.id, &parcel).second) continue;
        add(out.others[parcel.kind], parcel, parcel.registered.hundredths, parcel.covered_hundredths,
            mu_hundredths_of(parcel.registered));
    }
    std::set<std::int64_t> all_parcels;
    for (const auto& holding : holdings(rows.land)) {
        const auto household = counted.find(holding.household);
        if (household == counted.end()) continue;
        const HeldParcel& parcel = *parcels.at(holding.parcel);
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
