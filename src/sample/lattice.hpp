#pragma once

#include <array>

#include "sample/band_mesh.hpp"
#include "sample/sample_town.hpp"

/// The plan of the new town: 4 rows of 12 cells between curved streets, as in the reference pictures.
namespace liangdi::sample {

inline constexpr int lattice_rows = 4, lattice_columns = 12;
inline constexpr double column_m = 92;

/// Number of the grid (1 … 35) that a cell belongs to, rows from the river upwards.
inline constexpr std::array<std::array<int, lattice_columns>, lattice_rows> grid_of_cell{{
    {1, 2, 11, 11, 12, 13, 22, 23, 24, 25, 34, 35},
    {3, 4, 11, 11, 14, 15, 20, 21, 26, 26, 32, 33},
    {5, 6, 9, 10, 19, 19, 19, 19, 26, 27, 27, 27},
    {7, 7, 7, 8, 16, 17, 18, 19, 28, 29, 30, 31},
}};

/// The mesh of the town; u runs east along the streets, v north.
BandMesh lattice_of(const SampleTown& town);

/// A local frame on the map: `at` plus `along` x (parallel to the streets) plus `across` x (to the north).
struct Frame {
    geo::Point at;
    geo::Point along, across;  ///< unit vectors
    geo::Point point(double a, double b) const;
};
Frame frame_at(const BandMesh& mesh, double u, double v, double turn_rad = 0);

/// Heights (v, m) of the streets between which a row lies.
double row_bottom(int row);

/// South-west corner on the map of part p of a scaled town, metres; (0, 0) for the reference town.
geo::Point part_offset(const SampleTown& town);

}  // namespace liangdi::sample
