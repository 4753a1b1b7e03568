#include "exchange/control_points.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <optional>

#include "exchange/reader.hpp"
#include "geo/error.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::exchange {
namespace {

[[noreturn]] void refuse(const std::string& why, const std::string& where = {}) {
    throw Error("control_points", why, where);
}

std::optional<double> number(const land::Value& cell) {
    const std::string text = land::half_width(land::to_display(cell));
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || end != text.c_str() + text.size() || !std::isfinite(value)) return {};
    return value;
}

/// Which column is which, by header; empty where the header says nothing.
struct Columns {
    std::array<int, 5> at{-1, -1, -1, -1, -1};  // name, from east, from north, to east, to north
    bool whole() const { return at[1] >= 0 && at[2] >= 0 && at[3] >= 0 && at[4] >= 0; }
};

Columns columns_of(const SourceLayer& layer) {
    const std::array<std::vector<std::string_view>, 5> names{
        {{"点号", "点名", "name", "point", "id"},
         {"from_east", "from_x", "源东", "源东坐标", "源Y"},
         {"from_north", "from_y", "源北", "源北坐标", "源X"},
         {"to_east", "to_x", "目标东", "目标东坐标", "目标Y"},
         {"to_north", "to_y", "目标北", "目标北坐标", "目标X"}}};
    Columns columns;
    for (std::size_t i = 0; i < names.size(); ++i)
        for (const std::string_view name : names[i])
            if (columns.at[i] < 0) columns.at[i] = layer.field(name);
    return columns;
}

}  // namespace

double Residual::length_m() const {
    return std::hypot(east_m, north_m);
}

PlaneFit fit_control_points(const std::vector<ControlPoint>& points, FitKind kind) {
    const std::size_t wanted = kind == FitKind::affine ? 3 : 2;
    if (points.size() < wanted)
        refuse(fmt::format("{} control points are needed at least, better 4 or more; there are {}", wanted,
                           points.size()));
    PlaneFit fit;
    fit.kind = kind;
    const double n = static_cast<double>(points.size());
    for (const ControlPoint& p : points) {
        fit.from_centre.x += p.from.x / n, fit.from_centre.y += p.from.y / n;
        fit.to_centre.x += p.to.x / n, fit.to_centre.y += p.to.y / n;
    }
    double sxx = 0, sxy = 0, syy = 0, ux = 0, uy = 0, vx = 0, vy = 0;
    for (const ControlPoint& p : points) {
        const double x = p.from.x - fit.from_centre.x, y = p.from.y - fit.from_centre.y;
        const double u = p.to.x - fit.to_centre.x, v = p.to.y - fit.to_centre.y;
        sxx += x * x, sxy += x * y, syy += y * y;
        ux += u * x, uy += u * y, vx += v * x, vy += v * y;
    }
    constexpr double least_spread_m = 1.0;
    if (std::sqrt((sxx + syy) / n) < least_spread_m)
        refuse("the control points lie on one place. Take points that surround the area.");
    if (kind == FitKind::similarity) {
        const double a = (ux + vy) / (sxx + syy), b = (vx - uy) / (sxx + syy);
        fit.xx = a, fit.xy = -b, fit.yx = b, fit.yy = a;
    } else {
        const double determinant = sxx * syy - sxy * sxy;
        if (determinant < 1e-6 * (sxx + syy) * (sxx + syy))
            refuse(
                "the control points lie in one line. Take points that surround the area, or leave --affine "
                "out.");
        fit.xx = (ux * syy - uy * sxy) / determinant, fit.xy = (uy * sxx - ux * sxy) / determinant;
        fit.yx = (vx * syy - vy * sxy) / determinant, fit.yy = (vy * sxx - vx * sxy) / determinant;
    }
    const double scale2 = fit.xx * fit.yy - fit.xy * fit.yx;
    if (!(scale2 > 0.98 && scale2 < 1.02))
        refuse(fmt::format(
            "the two sets of coordinates do not fit each other (areas would change by the factor {:.4f}). "
            "Look whether east and north are in the right columns and the points belong together.",
            scale2));
    double sum = 0;
    for (const ControlPoint& p : points) {
        const geo::Point found = fit(p.from);
        fit.residuals.push_back({p.name, p.to.x - found.x, p.to.y - found.y});
        sum += std::pow(fit.residuals.back().length_m(), 2);
    }
    fit.rmse_m = std::sqrt(sum / n);
    return fit;
}

std::vector<ControlPoint> read_control_points(const std::filesystem::path& csv) {
    const Reader reader(csv);
    const SourceLayer& layer = reader.layer();
    Columns columns = columns_of(layer);
    if (!columns.whole()) {
        if (layer.fields.size() < 4 || layer.fields.size() > 5)
            refuse(
                "five columns are wanted: name, easting and northing in the source, easting and northing in "
                "the town",
                csv.string());
        const int first = layer.fields.size() == 5 ? 1 : 0;
        columns.at = {first - 1, first, first + 1, first + 2, first + 3};
    }
    std::vector<ControlPoint> points;
    reader.each(layer, [&](const SourceRow& row) {
        const auto cell = [&](int i) {
            return row.cells[static_cast<std::size_t>(columns.at[static_cast<std::size_t>(i)])];
        };
        std::array<double, 4> values{};
        for (int i = 0; i < 4; ++i) {
            const auto value = number(cell(i + 1));
            if (!value)
                refuse("this is not a coordinate: " + land::to_display(cell(i + 1)),
                       fmt::format("{} row {}", csv.string(), row.row));
            values[static_cast<std::size_t>(i)] = *value;
        }
        const std::string name =
            columns.at[0] >= 0 ? land::to_display(cell(0)) : std::to_string(points.size() + 1);
        points.push_back({name, {values[0], values[1]}, {values[2], values[3]}});
        return true;
    });
    return points;
}

}  // namespace liangdi::exchange
