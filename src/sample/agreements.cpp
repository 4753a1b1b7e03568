#include <fmt/format.h>

#include <array>
#include <cmath>

#include "geo/areas.hpp"
#include "sample/apportion.hpp"
#include "sample/codes.hpp"
#include "sample/parts.hpp"
#include "sample/targets.hpp"

namespace liangdi::sample {

namespace {

constexpr int cooperatives = 9;

// Measured area in thousandths of a m2: whole, so that sums do not depend on their order.
std::int64_t measured_thousandths(const Parcel& parcel) {
    return std::llround(geo::planar_area_m2(parcel.area) * 1000);
}

std::int64_t in_unit_hundredths(const Parcel& parcel, std::int64_t thousandths_m2) {
    // 1 m2 = 0.0015 mu: thousandths of a m2 x 0.0015 / 10 = hundredths of a mu.
    return parcel.kind == "homestead" ? (thousandths_m2 + 5) / 10 : (thousandths_m2 * 15 + 50000) / 100000;
}

// Takes parcels in the given order until their measured areas come nearest to the target.
std::vector<int> until(const SampleTown& town, const std::vector<int>& order,
                       std::int64_t target_hundredths) {
    std::vector<int> taken;
    std::int64_t sum = 0;
    for (int i : order) {
        const std::int64_t area = in_unit_hundredths(town.parcels[i], measured_thousandths(town.parcels[i]));
        if (target_hundredths - sum < area / 2) break;
        sum += area;
        taken.push_back(i);
    }
    return taken;
}

// Registered areas differ a little from what is measured today. Those under an agreement add up to the
// target.
void register_areas(SampleTown& town, const std::vector<int>& agreed, std::int64_t target_hundredths,
                    Random& random) {
    std::vector<std::int64_t> weights;
    for (int i : agreed)
        weights.push_back(measured_thousandths(town.parcels[i]) * random.between(9860, 10140));
    const auto areas = apportion(target_hundredths, weights);
    for (std::size_t k = 0; k < agreed.size(); ++k) town.parcels[agreed[k]].registered_hundredths = areas[k];
}

void add_cooperatives(SampleTown& town) {
    for (int i = 0; i < cooperatives; ++i) {
        const int village = i * static_cast<int>(town.villages.size()) / cooperatives;
        const Village& v = town.villages[village];
        const std::string base = fmt::format("935299{:02d}MA{:07d}", town.params.part, i + 1);
        town.cooperatives.push_back({fmt::format("520524-C{}-{:02d}", part_tag(town), i + 1),
                                     fmt::format("样例{}种植专业合作社", v.village), with_credit_check(base),
                                     fmt::format("{}-03-18", 2019 + i % 5), village});
    }
    constexpr std::array<const char*, 4> companies{"样例农业一公司", "样例农业二公司", "样例林业公司",
                                                   "样例文旅公司"};
    for (std::size_t i = 0; i < companies.size(); ++i)
        town.organisations.push_back(
            {fmt::format("520524-G{}-{:02d}", part_tag(town), i + 1), companies[i], "company"});
    for (std::size_t v = 0; v < town.villages.size(); ++v) {
        const Village& village = town.villages[v];
        town.organisations.push_back({fmt::format("520524-J{}-{:02d}", part_tag(town), v + 1),
                                      fmt::format("{}{}集体经济组织", village.village, village.group),
                                      "collective"});
    }
}

// Cooperatives farm a contiguous block: the lower terraces of two neighbouring groups.
std::vector<int> block_of(const SampleTown& town, int cooperative,
                          const std::vector<std::vector<int>>& terraces) {
    const int village = town.cooperatives[cooperative].village;
    std::vector<int> block;
    for (int v = village; v < village + 2 && v < static_cast<int>(town.villages.size()); ++v) {
        if (town.villages[v].village != town.villages[village].village) break;
        const auto& fields = terraces[v];
        block.insert(block.end(), fields.begin(),
                     fields.begin() + static_cast<std::ptrdiff_t>(fields.size() * 6 / 10));
    }
    return block;
}

void agree(SampleTown& town, int parcel, int cooperative, const char* kind, int organisation,
           Random& random) {
    Agreement a;
    a.parcel = parcel;
    a.cooperative = cooperative;
    a.organisation = cooperative == none ? organisation : none;
    a.kind = kind;
    const int year = random.between(2020, 2025);
    a.from = fmt::format("{}-{:02d}-01", year, random.between(1, year == 2025 ? 10 : 12));
    a.to = fmt::format("{}-12-31", year + random.between(3, 4) * 5);
    a.contract_no = fmt::format("LZ{}-{}-{:05d}", part_tag(town), year, town.agreements.size() + 1);
    const Parcel& p = town.parcels[parcel];
    const int yuan = p.kind == "woodland" ? random.between(20, 60) : random.between(8, 14) * 50;
    a.rent_hundredths = p.kind == "homestead" ? random.between(2, 9) * 10000 : p.registered_hundredths * yuan;
    town.agreements.push_back(std::move(a));
}

void set_use(Parcel& parcel, bool agreed, Random& random) {
    if (parcel.kind == "homestead") {
        parcel.use_status = agreed ? "reclaimed" : random.chance(800) ? "idle" : "returned";
    } else if (!agreed) {  // leased and in cooperative follow from the agreement
        constexpr std::array<const char*, 4> states{"self_farmed", "idle", "returned", "reclaimed"};
        parcel.use_status = states[random.weighted(
            parcel.kind == "woodland" ? std::vector<int>{70, 22, 8, 0} : std::vector<int>{56, 29, 11, 4})];
    }
}

}  // namespace

void add_agreements(SampleTown& town) {
    Random random = stream(town, "agreements");
    add_cooperatives(town);
    for (Parcel& p : town.parcels)
        p.registered_hundredths =
            in_unit_hundredths(p, measured_thousandths(p) * random.between(9860, 10140) / 10000);
    std::vector<int> farmland, woodland, homesteads;
    std::vector<std::vector<int>> terraces(town.villages.size());
    for (std::size_t i = 0; i < town.parcels.size(); ++i) {
        const Parcel& p = town.parcels[i];
        (p.kind == "farmland"   ? farmland
         : p.kind == "woodland" ? woodland
                                : homesteads)
            .push_back(static_cast<int>(i));
        if (p.terrace) terraces[p.village].push_back(static_cast<int>(i));
    }
    std::vector<int> cooperative_of(town.parcels.size(), none);
    std::vector<int> order;
    for (int c = 0; c < cooperatives; ++c) {
        for (int i : block_of(town, c, terraces)) {
            cooperative_of[i] = c;
            order.push_back(i);
        }
    }
    random.shuffle(farmland);
    random.shuffle(woodland);
    random.shuffle(homesteads);
    for (int i : farmland)
        if (cooperative_of[i] == none) order.push_back(i);
    const std::array<std::pair<std::vector<int>, std::int64_t>, 3> kinds{
        {{until(town, order, target::farmland_mu_hundredths), target::farmland_mu_hundredths},
         {until(town, woodland, target::woodland_mu_hundredths), target::woodland_mu_hundredths},
         {until(town, homesteads, target::homestead_m2_hundredths), target::homestead_m2_hundredths}}};
    std::vector<bool> agreed(town.parcels.size(), false);
    for (const auto& [parcels, sum] : kinds) {
        register_areas(town, parcels, sum, random);
        for (int i : parcels) {
            const Parcel& p = town.parcels[i];
            const bool homestead = p.kind == "homestead", wood = p.kind == "woodland";
            const char* kind = homestead                   ? (random.chance(850) ? "reclaim" : "lodging")
                               : cooperative_of[i] != none ? "share"
                               : random.chance(wood ? 650 : 800) ? "lease"
                               : random.chance(500)              ? "share"
                                                                 : "transfer";
            agree(town, i, cooperative_of[i], kind, homestead ? 3 : wood ? 2 : random.between(0, 1), random);
            agreed[i] = true;
        }
    }
    int expired = 0;
    for (int i : farmland) {  // leases that have run out do not count
        if (agreed[i] || expired == 150) continue;
        agree(town, i, none, "lease", 0, random);
        town.agreements.back().from = "2019-01-01";
        town.agreements.back().to = "2023-12-31";
        ++expired;
    }
    for (std::size_t i = 0; i < town.parcels.size(); ++i) set_use(town.parcels[i], agreed[i], random);
}

}  // namespace liangdi::sample
