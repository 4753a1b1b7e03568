#pragma once

#include "sample/sample_town.hpp"
#include "sample/village_mesh.hpp"

/// One function a kind of land: turns a cell of the village's mesh into a parcel.
namespace liangdi::sample {

struct CellPlace {
    const CellPlan& cell;
    const geo::Ring& ring;
    std::size_t band = 0;
    const char *east = "", *south = "", *west = "", *north = "";  ///< what lies there, in words
};

Parcel farmland_parcel(const CellPlace& place, const Village& village, int sequence, Random& random);
Parcel woodland_parcel(const CellPlace& place, const Village& village, int sequence, Random& random);
Parcel homestead_parcel(const CellPlace& place, const Village& village, int sequence, Random& random);

}  // namespace liangdi::sample
