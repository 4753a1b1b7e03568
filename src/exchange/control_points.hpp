#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/geometry.hpp"

/// Points known in two plane systems, and the change from one to the other that fits them best. The
/// parameters of a change of datum are secret where they cover a region (standards/07): they live as long as
/// the import and are stored nowhere; what is kept is how well they fit.
namespace liangdi::exchange {

struct ControlPoint {
    std::string name;
    geo::Point from, to;  ///< source's plane, town's plane; x east, y north, metres
};

enum class FitKind {
    similarity,  ///< Helmert in the plane: shift, turn, one scale; at least 2 points
    affine       ///< two scales and a skew more; at least 3 points not in line
};

struct Residual {
    std::string name;
    double east_m = 0, north_m = 0;  ///< wanted minus found
    double length_m() const;
};

struct PlaneFit {
    FitKind kind = FitKind::similarity;
    // About the centres of the points, so that nothing is lost to coordinates of eight digits.
    geo::Point from_centre, to_centre;
    double xx = 1, xy = 0, yx = 0, yy = 1;
    std::vector<Residual> residuals;
    double rmse_m = 0;  ///< square root of the mean of squared residual lengths

    geo::Point operator()(geo::Point p) const {
        const double x = p.x - from_centre.x, y = p.y - from_centre.y;
        return {to_centre.x + xx * x + xy * y, to_centre.y + yx * x + yy * y};
    }
};

/// Least squares. Throws Error{control_points} for too few points, for points on one place or (affine) in
/// line, and for a fit that no two cadastral systems have (scale beyond 1 %, mirrored).
PlaneFit fit_control_points(const std::vector<ControlPoint>& points, FitKind kind);

/// A CSV of pairs: name, easting and northing in the source, easting and northing in the town. The header
/// names the columns (点号, 源东, 源北, 目标东, 目标北 or name, from_east, from_north, to_east, to_north;
/// also 源X/源Y where X is north); without one they stand in that order. Throws Error{control_points} with
/// the row.
std::vector<ControlPoint> read_control_points(const std::filesystem::path& csv);

}  // namespace liangdi::exchange
