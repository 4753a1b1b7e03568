#include "tasks/building_board.hpp"

#include <algorithm>

#include "geo/error.hpp"
#include "land/masked_counts.hpp"
#include "tasks/sealed_groups.hpp"

namespace liangdi::tasks {

namespace {

/// Persons by what they do make up the whole: of such counts one that is hidden could be told from the rest.
void hide_small(std::vector<BoardCount>& counts) {
    std::vector<std::int64_t> numbers;
    for (const auto& count : counts) numbers.push_back(count.n.value_or(0));
    const auto hidden = land::masked_counts(numbers);
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (hidden[i]) counts[i].n.reset();
}

}  // namespace

BuildingBoard building_board(Project& project, std::int64_t building, BoardEdition edition) {
    const auto town = project.store->snapshot();
    if (!town->row("building", building, {"id"}))
        throw Error("not_found", "this building is no longer in the town file");
    BuildingBoard board;
    board.building = building;
    board.edition = edition;
    board.reference_date = town->setting("reference_date");
    auto facts = store::board_facts(town->db(), board.reference_date, building);
    board.name = facts.name;
    board.address = facts.address;
    board.grid = facts.grid;
    board.community = facts.community;
    board.floors = facts.floors;
    board.officers = std::move(facts.officers);
    const auto used =
        std::ranges::count_if(facts.flats, [](const auto& flat) { return flat.household != 0; });
    const auto all = static_cast<std::int64_t>(facts.flats.size());
    board.counts = {{"flats", all},
                    {"free_flats", all - used},
                    {"households", facts.households},
                    {"persons", facts.persons},
                    {"children", facts.children},
                    {"elderly", facts.elderly},
                    {"labourers", facts.labourers},
                    {"employed", facts.employed},
                    {"pupils", facts.pupils}};
    if (edition == BoardEdition::public_board) {
        // Flats are no people; all that is counted of people is hidden together.
        std::vector<BoardCount> people(board.counts.begin() + 2, board.counts.end());
        hide_small(people);
        std::ranges::copy(people, board.counts.begin() + 2);
        return board;
    }
    board.flats = std::move(facts.flats);
    board.locked = !project.key;
    if (project.key) {
        std::map<std::string, std::int64_t> sums;
        for (const auto& [household, groups] :
             groups_of_households(town->db(), board.reference_date, building, *project.key))
            for (const auto& [group, n] : groups) sums[group] += n;
        for (const auto& [group, n] : sums) board.groups.push_back({group, n});
    }
    return board;
}

}  // namespace liangdi::tasks
