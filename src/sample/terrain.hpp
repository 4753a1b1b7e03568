#pragma once

#include "exchange/elevation_writer.hpp"
#include "sample/sample_town.hpp"
#include "sample/village_mesh.hpp"

/// The ground under the sample town and its villages, invented like them: not a survey of any real place.
namespace liangdi::sample {

/// Heights as a function of the place. In a village the lines between its bands are contours: each of them
/// has one height, and between two the ground rises evenly. Around villages and town lie karst hills.
class Terrain {
  public:
    explicit Terrain(const SampleTown& town);

    double height_m(geo::Point at) const;  ///< above sea level; easting, northing of the town's CRS
    const std::vector<VillageMesh>& villages() const { return villages_; }
    /// Of a line between the bands of a village, numbered as in its mesh.
    double line_height_m(std::size_t village, std::size_t line) const;

  private:
    double hills_m(geo::Point at) const;
    double in_village_m(std::size_t village, double u, double v) const;

    std::vector<VillageMesh> villages_;
    std::vector<double> base_m_;    ///< of each village: the height of its lowest line
    std::vector<geo::Box> around_;  ///< of each village: where it bears on the ground
    geo::Box town_;
    double town_m_ = 0;
    geo::Point origin_;
};

inline constexpr double terrain_cell_m = 20;

/// The elevation model of the part of the country that holds the town and its villages, a cell `cell_m` wide,
/// heights to a decimetre.
exchange::ElevationGrid elevation_of(const SampleTown& town, double cell_m = terrain_cell_m);

}  // namespace liangdi::sample
