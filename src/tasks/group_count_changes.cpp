#include "tasks/group_count_changes.hpp"

#include <map>

#include "land/group_counts.hpp"
#include "store/residence.hpp"

namespace liangdi::tasks {

std::vector<land::Change> group_count_changes(store::Snapshot& town, const std::string& date,
                                              const std::vector<exchange::SealedChange>& sealed) {
    // This runs on the thread that reads the source, while rows are being written through what may be the
    // same connection.
    const auto turn = town.db().turn();
    std::vector<std::pair<std::int64_t, land::GroupDeltas>> by_party;  // 0: a party of this very Edit
    std::vector<std::int64_t> parties;
    for (const auto& change : sealed) {
        auto deltas = land::group_deltas(change.before, change.after);
        if (deltas.empty()) continue;
        const auto* party = std::get_if<std::int64_t>(&change.party);
        if (party != nullptr) parties.push_back(*party);
        by_party.emplace_back(party != nullptr ? *party : 0, std::move(deltas));
    }
    const auto communities = store::communities_of_parties(town.db(), date, parties);
    std::map<std::int64_t, land::GroupDeltas> by_community;  // 0: without community
    for (const auto& [party, deltas] : by_party) {
        const auto home = communities.find(party);
        for (const auto& [group, n] : deltas)
            by_community[home == communities.end() ? 0 : home->second][group] += n;
    }

    struct Row {
        std::int64_t id, n;
    };
    std::map<std::pair<std::int64_t, std::string>, Row> present;
    auto rows = town.db().prepare("SELECT coalesce(community,0), grp, id, n FROM group_count ORDER BY id");
    while (rows.step()) {
        present.try_emplace({rows.integer(0), std::string(rows.text(1))},
                            Row{rows.integer(2), rows.integer(3)});
    }

    std::vector<land::Change> changes;
    for (const auto& [community, deltas] : by_community) {
        for (const auto& [group, n] : deltas) {
            if (n == 0) continue;
            if (const auto row = present.find({community, group}); row != present.end()) {
                changes.push_back(
                    land::Update{"group_count", row->second.id, {{"n", row->second.n, row->second.n + n}}});
                continue;
            }
            land::Insert insert{"group_count", {}, {{"grp", group}, {"n", n}}};
            if (community != 0) insert.cells.push_back({"community", community});
            changes.push_back(std::move(insert));
        }
    }
    return changes;
}

}  // namespace liangdi::tasks
