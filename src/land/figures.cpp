#include "land/figures.hpp"

#include "land/area.hpp"

namespace liangdi::land {

std::vector<NamedFigure> named(const Figures& f) {
    return {
        {"communities", f.communities},
        {"buildings", f.buildings},
        {"flats", f.flats},
        {"households", f.households},
        {"persons", f.persons},
        {"grids", f.grids},
        {"grid_workers", f.grid_workers},
        {"building_heads", f.building_heads},
        {"party_groups", f.party_groups},
        {"party_members", f.party_members},
        {"delegates", f.delegates},
        {"left_behind_children", f.left_behind_children},
        {"empty_nest_elderly", f.empty_nest_elderly},
        {"disabled", f.disabled},
        {"ground_floor_flats_allocated", f.ground_floor_flats_allocated},
        {"homestead_revitalised_m2", format_hundredths(f.homestead_revitalised_m2_hundredths)},
        {"woodland_revitalised_mu", format_hundredths(f.woodland_revitalised_mu_hundredths)},
        {"farmland_revitalised_mu", format_hundredths(f.farmland_revitalised_mu_hundredths)},
        {"cooperative_households", f.cooperative_households},
        {"labour_households", f.labour_households},
        {"labourers", f.labourers},
        {"employed", f.employed},
        {"zero_employment_households", f.zero_employment_households},
        {"training_courses", f.training_courses},
        {"persons_trained", f.persons_trained},
        {"urban_allowance_households", f.urban_allowance_households},
        {"urban_allowance_persons", f.urban_allowance_persons},
        {"residents_in_business", f.residents_in_business},
        {"special_posts", f.special_posts},
        {"pupils_kindergarten", f.pupils_kindergarten},
        {"pupils_primary", f.pupils_primary},
        {"pupils_middle", f.pupils_middle},
        {"clinics", f.clinics},
    };
}

}  // namespace liangdi::land
