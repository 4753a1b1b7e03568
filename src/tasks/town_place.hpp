#pragma once

#include "exchange/crs_doctor.hpp"
#include "exchange/source_sample.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

/// Where the town lies: its CRS, the box of what it holds (villages, communities, grids, buildings; parcels
/// where there is nothing else), and, for areas, the boxes of its shapes around the source.
exchange::TownPlace town_place(const Project& project, const exchange::SourceLayer& layer,
                               const exchange::SourceSample& sample);

/// The place of a town of which only the CRS is known.
exchange::TownPlace place_of_crs(const std::string& crs);

}  // namespace liangdi::tasks
