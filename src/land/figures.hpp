#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace liangdi::land {

/// The figures that a town publishes about itself (DESIGN, the reference town), on one date. Counts, and
/// areas in whole hundredths of their own unit.
struct Figures {
    std::int64_t communities = 0, buildings = 0, flats = 0;
    std::int64_t households = 0, persons = 0;  ///< relocated households and their living members
    std::int64_t grids = 0, grid_workers = 0, building_heads = 0, party_groups = 0;
    std::int64_t party_members = 0, delegates = 0;
    std::int64_t left_behind_children = 0, empty_nest_elderly = 0, disabled = 0;  ///< from the clear counts
    std::int64_t ground_floor_flats_allocated = 0;
    std::int64_t homestead_revitalised_m2_hundredths = 0;
    std::int64_t woodland_revitalised_mu_hundredths = 0, farmland_revitalised_mu_hundredths = 0;
    std::int64_t cooperative_households = 0;
    std::int64_t labour_households = 0, labourers = 0, employed = 0, zero_employment_households = 0;
    std::int64_t training_courses = 0, persons_trained = 0;
    std::int64_t urban_allowance_households = 0, urban_allowance_persons = 0;
    std::int64_t residents_in_business = 0, special_posts = 0;
    std::int64_t pupils_kindergarten = 0, pupils_primary = 0, pupils_middle = 0;
    std::int64_t clinics = 0;

    friend bool operator==(const Figures&, const Figures&) = default;
};

/// A figure as `info --json` prints it: counts as integers, areas as text with two decimals.
struct NamedFigure {
    std::string name;
    std::variant<std::int64_t, std::string> value;
};
std::vector<NamedFigure> named(const Figures& figures);

}  // namespace liangdi::land
