#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "geo/geometry.hpp"

/// A plane cut into bands, and each band into cells, without gap or overlap: neighbours share every vertex of
/// their common side. Streets and blocks of the town are such a mesh, and so are terraces along contours.
namespace liangdi::sample {

/// Where a band is cut: place along the band's lower and upper line, in whole centimetres, so that equal
/// places are equal on every machine.
struct Cut {
    std::int32_t lower = 0;
    std::int32_t upper = 0;
};

struct BandMesh {
    /// Height (m) of each line at a place u (m) along it; lines must not cross. One more than there are
    /// bands.
    std::vector<std::function<double(double)>> lines;
    /// For each band from the bottom its cuts, ascending on both lines; the first and last are its ends.
    std::vector<std::vector<Cut>> bands;
    /// Distance (cm) of the further vertices on each line; none nearer than `clear_cm` to a cut.
    std::vector<std::int32_t> station_cm;
    std::int32_t clear_cm = 250;
    std::function<geo::Point(double u, double v)> place;  ///< from the mesh to the map; must not mirror

    /// The map point at u (cm) on a line, rounded to a millimetre.
    geo::Point at(std::size_t line, std::int32_t u_cm) const;
};

/// Rings (closed, counter-clockwise) of all cells: cells[band][k] lies between cuts k and k+1.
std::vector<std::vector<geo::Ring>> cells_of(const BandMesh& mesh);

/// The vertices of one line between two places, both included.
geo::LineString line_between(const BandMesh& mesh, std::size_t line, std::int32_t from_cm,
                             std::int32_t to_cm);

/// The outline of cells that share all vertices, by taking out every side that occurs in both directions.
geo::Polygon outline_of(const std::vector<geo::Ring>& cells);

geo::Point rounded_mm(geo::Point p);

}  // namespace liangdi::sample
