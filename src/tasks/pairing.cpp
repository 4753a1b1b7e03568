#include "tasks/pairing.hpp"

#include <fmt/format.h>

#include <set>

#include "store/help_rows.hpp"

namespace liangdi::tasks {

PairingPlan pairing_plan(Project& project) {
    const auto town = project.store->snapshot();
    const std::string date = town->setting("reference_date");
    const auto helpers = store::helpers(town->db(), date);
    auto pairings = store::pairings(town->db(), date);
    PairingPlan plan;
    plan.loads = land::helper_loads(helpers, pairings);
    plan.handovers = land::balanced(helpers, pairings);
    plan.pairings = static_cast<std::int64_t>(pairings.size());
    std::set<std::int64_t> households;
    for (auto& pairing : pairings) {
        households.insert(pairing.household);
        for (const auto& handover : plan.handovers)
            if (handover.pairing.id == pairing.id) pairing.officer = handover.to.officer;
    }
    plan.households = static_cast<std::int64_t>(households.size());
    plan.balanced = land::helper_loads(helpers, pairings);
    return plan;
}

std::int64_t balance_pairing(Project& project) {
    const auto plan = pairing_plan(project);
    if (plan.handovers.empty()) return 0;
    const auto why = fmt::format("balance 1+X: {} households handed over", plan.handovers.size());
    return project.store
        ->apply(land::handover_edit(plan.handovers, project.reference_date(), project.head(why)))
        .seq;
}

}  // namespace liangdi::tasks
