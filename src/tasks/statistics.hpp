#pragma once

#include "land/progress.hpp"
#include "land/statistics.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

struct StatisticsPlace {
    std::int64_t id = 0;      ///< 0: of no registered place
    std::int64_t within = 0;  ///< grid -> community, building -> grid
    std::string name;
    land::PlaceSums sums;
};
struct Statistics {
    land::StatisticsLevel level = land::StatisticsLevel::community;
    std::vector<StatisticsPlace> places;  ///< by name, as people count: 2号楼 before 10号楼
    land::PlaceSums total;                ///< the sums of the places: the figures of the town
    bool with_groups = false;             ///< the records were open
};
Statistics statistics(Project& project, land::StatisticsLevel level, land::Progress& progress);

}  // namespace liangdi::tasks
