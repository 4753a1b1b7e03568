#pragma once

#include "land/figures.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

struct TownInfo {
    std::string file, name, file_id, crs, crs_name, reference_date;
    std::int64_t schema_version = 0;
    bool has_key = false;
    std::vector<std::pair<std::string, std::int64_t>> counts;  ///< rows of each table that has any
    land::Figures figures;
    std::int64_t history_entries = 0, data_version = 0;
    std::string last_edit_at, last_edit_by, last_edit_why;  ///< empty where there is none
    std::string upgraded_copy;
};

TownInfo info(Project& project);

}  // namespace liangdi::tasks
