#pragma once

#include <memory>
#include <optional>
#include <string>

#include "exchange/control_points.hpp"
#include "geo/crs.hpp"

namespace liangdi::exchange {

/// In which frame a source's coordinates are, as its file says or as a person has accepted it.
struct SourceFrame {
    geo::Crs crs;
    bool swapped = false;         ///< the first coordinate is north (or latitude) although read as east
    bool gcj02 = false;           ///< longitude and latitude carry the offset of Chinese web maps
    std::optional<PlaneFit> fit;  ///< straight into the town's plane, by control points

    bool known() const { return crs.known() || fit.has_value(); }
    std::string name() const;  ///< for people: "EPSG:4523 CGCS2000 / 3-degree … zone 35, axes swapped"
    std::string name_of_crs() const;
    std::string options() const;  ///< how import is told: "--crs EPSG:4523 --swap-axes"
};

/// "EPSG:4523", WKT, or "GCJ-02". Throws Error{bad_crs}.
SourceFrame frame_of_text(const std::string& text);

/// Takes a source's coordinates into the town. One object per thread.
class ToTown {
  public:
    /// Throws Error{no_transform} where PROJ has no real operation between the two (54/80 to CGCS2000).
    ToTown(const SourceFrame& frame, const geo::Crs& town);
    bool identity() const;
    geo::Point operator()(geo::Point p) const;  ///< throws Error{outside_crs}
    geo::Geometry operator()(const geo::Geometry& geometry) const;

  private:
    SourceFrame frame_;
    std::optional<geo::Transform> transform_;
};

}  // namespace liangdi::exchange
