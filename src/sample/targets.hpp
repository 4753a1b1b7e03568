#pragma once

#include <cstdint>
#include <string_view>

/// The published figures of the reference town (DESIGN), which the generator divides among its rows.
namespace liangdi::sample::target {

inline constexpr std::string_view reference_date = "2025-11-25";
inline constexpr int reference_year = 2025;

inline constexpr int flats = 5512, households = 4958, persons = 22438, ground_floor_flats = 406;
inline constexpr int building_heads = 109, grid_workers = 15, party_groups = 31, party_members = 122;
inline constexpr int delegates = 5, heads_from_members = 8, cadres_from_members = 3;
inline constexpr int left_behind_children = 226, empty_nest_elderly = 114, disabled = 1045;
inline constexpr int allowance_households = 1516, allowance_persons = 5776;
inline constexpr int labour_households = 4426, labourers = 10354, employed = 8843, special_posts = 526;
inline constexpr int business_owners = 85, courses = 36, trained = 1935;
inline constexpr int kindergarten = 860, primary = 2117, middle = 951;
inline constexpr std::int64_t homestead_m2_hundredths = 3822041;
inline constexpr std::int64_t woodland_mu_hundredths = 359810, farmland_mu_hundredths = 1009827;
inline constexpr int farming_households = 45;

// Not published: figures of the mock pictures and plain choices.
inline constexpr int entrances = 231, village_groups = 64, stayed_households = 768;

}  // namespace liangdi::sample::target
