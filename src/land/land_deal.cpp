#include "land/land_deal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

namespace liangdi::land {

namespace {

/// The kinds of rights by which land is held, the stronger before what is derived from it.
std::size_t rank(const std::string& right_kind) {
    constexpr std::array<std::string_view, 5> kinds{"contract", "use", "qualification", "operation",
                                                    "ownership"};
    return static_cast<std::size_t>(std::ranges::find(kinds, right_kind) - kinds.begin());
}

long double in_decimals(Share share) {
    return static_cast<long double>(share.num) / static_cast<long double>(share.den);
}

using Parts = std::unordered_map<std::int64_t, std::vector<LandDeal::Family>>;

/// Each family once, in the order of ids: who gets the last hundredth must not depend on how rows were read.
Parts families_by_party(const std::vector<PartyPart>& parties) {
    std::unordered_map<std::int64_t, std::map<std::int64_t, Share>> sums;
    for (const auto& part : parties) {
        const auto [known, fresh] = sums[part.party].try_emplace(part.household, part.part);
        if (!fresh) known->second = sum(known->second, part.part);
    }
    Parts out;
    for (const auto& [party, families] : sums)
        for (const auto& [household, share] : families) out[party].push_back({household, share});
    return out;
}

LandDeal deal_from(const std::vector<HeldRight>& on_parcel, const Parts& parts) {
    std::size_t best = 99;
    for (const auto& right : on_parcel) best = std::min(best, rank(right.kind));
    LandDeal deal;
    for (const auto& right : on_parcel) {
        if (rank(right.kind) != best) continue;
        const auto families = parts.find(right.party);
        deal.holders.push_back(
            {right.id, right.party, right.share,
             families == parts.end() ? std::vector<LandDeal::Family>{{0, {1, 1}}} : families->second});
    }
    return deal;
}

}  // namespace

std::unordered_map<std::int64_t, LandDeal> deals_of(const HeldLand& land) {
    const auto parts = families_by_party(land.parties);
    std::unordered_map<std::int64_t, std::vector<HeldRight>> rights;
    for (const auto& right : land.rights) rights[right.parcel].push_back(right);
    std::unordered_map<std::int64_t, LandDeal> out;
    for (const auto& parcel : land.parcels) out[parcel.id] = deal_from(rights[parcel.id], parts);
    return out;
}

bool exceeds_whole(const LandDeal& deal) {
    long double whole = 0;
    for (const auto& holder : deal.holders) whole += in_decimals(holder.share);
    return whole > 1 + 1e-12L;
}

std::vector<DealtPart> dealt_parts(std::int64_t total, const LandDeal& deal) {
    std::vector<Share> shares;
    for (const auto& holder : deal.holders) shares.push_back(holder.share);
    const auto to_holders = dealt(total, shares);
    std::vector<DealtPart> out;
    for (std::size_t i = 0; i < deal.holders.size(); ++i) {
        const auto& holder = deal.holders[i];
        std::vector<Share> within;
        for (const auto& family : holder.families) within.push_back(family.part);
        const auto to_families = dealt(to_holders[i], within);
        // What the members' shares leave over stays with the holder.
        for (std::size_t k = 0; k < to_families.size(); ++k)
            out.push_back({holder.right, holder.party,
                           k < holder.families.size() ? holder.families[k].household : 0, to_families[k]});
    }
    if (to_holders.size() > deal.holders.size()) out.push_back({0, 0, 0, to_holders.back()});
    return out;
}

std::vector<std::int64_t> dealt(std::int64_t total, const std::vector<Share>& shares) {
    long double whole = 0;
    for (const auto& share : shares) whole += in_decimals(share);
    const long double scale = std::max(whole, 1.0L);
    std::vector<std::int64_t> parts;
    long double so_far = 0;
    std::int64_t given = 0;
    for (const auto& share : shares) {
        so_far += in_decimals(share);
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

std::vector<Holding> holdings(const HeldLand& land) {
    const auto deals = deals_of(land);
    std::vector<Holding> out;
    for (const auto& parcel : land.parcels) {
        const LandDeal& deal = deals.at(parcel.id);
        const auto own = dealt_parts(parcel.registered.hundredths, deal);
        const auto covered = dealt_parts(parcel.covered_hundredths, deal);
        std::map<std::pair<std::int64_t, std::int64_t>, Holding> by_holder;
        for (std::size_t i = 0; i < own.size(); ++i) {
            const std::int64_t party = own[i].household != 0 ? 0 : own[i].party;
            auto& holding = by_holder[{own[i].household, party}];
            holding.household = own[i].household;
            holding.party = party;
            holding.own_hundredths += own[i].hundredths;
            holding.covered_hundredths += covered[i].hundredths;
        }
        for (auto& [holder, holding] : by_holder) {
            holding.parcel = parcel.id;
            holding.mu_hundredths = mu_hundredths_of({holding.own_hundredths, parcel.registered.unit});
            out.push_back(holding);
        }
    }
    return out;
}

}  // namespace liangdi::land
