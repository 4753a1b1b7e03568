#pragma once

#include <string>
#include <vector>

#include "sample/band_mesh.hpp"
#include "sample/random.hpp"
#include "sample/sample_town.hpp"

/// The land of one village as a mesh: from the valley floor upwards paddies, the road with the settlements,
/// terraces along the contours, woodland. Groups lie beside one another; a stream crosses some of them.
namespace liangdi::sample {

enum class CellUse { paddy, dry, shrub, forest, homestead, road, stream };

struct CellPlan {
    CellUse use = CellUse::paddy;
    int group = 0;  ///< within the village
    bool terrace = false;
};

struct VillageMesh {
    BandMesh mesh;
    std::vector<std::vector<CellPlan>> plan;  ///< like cells_of(mesh)
    std::size_t road_band = 0;
    std::vector<std::vector<std::int32_t>> streams_cm;  ///< for each stream its place on each line
    double length_m = 0;
    /// From the map to the mesh: (u, v). The other way round than mesh.place.
    std::function<geo::Point(geo::Point)> unplace;
};

struct VillageSite {
    geo::Point centre;
    double turn_rad = 0;
    int groups = 4;
};

VillageMesh village_mesh(const VillageSite& site, Random& random);

/// The meshes of the town's villages, in the order of their first groups; the same at each call.
std::vector<VillageMesh> village_meshes(const SampleTown& town);

}  // namespace liangdi::sample
