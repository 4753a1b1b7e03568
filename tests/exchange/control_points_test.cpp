#include "exchange/control_points.hpp"

#include <cmath>
#include <random>

#include "catch.hpp"
#include "geo/error.hpp"
#include "scratch.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using exchange::ControlPoint;
using exchange::FitKind;

namespace {

std::string refusal(const std::vector<ControlPoint>& points, FitKind kind) {
    try {
        exchange::fit_control_points(points, kind);
    } catch (const Error& error) {
        return error.code();
    }
    return {};
}

}  // namespace

TEST_CASE("a similarity is found again from its own points, anywhere") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0, 20'000), turn(-3, 3), scale(0.9995, 1.0005);
    for (int round = 0; round < 50; ++round) {
        const double angle = turn(random), k = scale(random), cosine = k * std::cos(angle),
                     sine = k * std::sin(angle);
        const geo::Point shift{place(random), place(random)};
        const auto truth = [&](geo::Point p) {
            const double x = p.x - 35'570'000, y = p.y - 2'950'000;
            return geo::Point{570'000 + shift.x + cosine * x - sine * y,
                              2'950'000 + shift.y + sine * x + cosine * y};
        };
        std::vector<ControlPoint> points;
        for (int i = 0; i < 2 + round % 5; ++i) {
            const geo::Point p{35'570'000 + place(random), 2'950'000 + place(random)};
            points.push_back({"K" + std::to_string(i), p, truth(p)});
        }
        for (const FitKind kind : {FitKind::similarity, FitKind::affine}) {
            if (kind == FitKind::affine && points.size() < 4) continue;
            const auto fit = exchange::fit_control_points(points, kind);
            CHECK(fit.rmse_m < 1e-6);
            const geo::Point p{35'580'000, 2'955'000}, found = fit(p), wanted = truth(p);
            CHECK(std::hypot(found.x - wanted.x, found.y - wanted.y) < 1e-4);
        }
    }
}

TEST_CASE("residuals show the point that does not fit, and least squares is least") {
    std::vector<ControlPoint> points;
    for (int i = 0; i < 6; ++i) {
        const geo::Point p{1000.0 * (i % 3), 1500.0 * (i / 3)};
        points.push_back({"P" + std::to_string(i), p, {p.x + 57, p.y - 12}});
    }
    points[4].to.x += 0.8;
    const auto fit = exchange::fit_control_points(points, FitKind::similarity);
    double worst = 0, east = 0, north = 0, sum = 0;
    std::string name;
    for (const auto& r : fit.residuals) {
        if (r.length_m() > worst) worst = r.length_m(), name = r.name;
        east += r.east_m, north += r.north_m, sum += r.length_m() * r.length_m();
    }
    CHECK(name == "P4");
    CHECK(std::abs(east) < 1e-9);
    CHECK(std::abs(north) < 1e-9);
    CHECK(fit.rmse_m == Approx(std::sqrt(sum / 6)));
    // Any other parameters are worse.
    for (const double nudge : {1e-5, -1e-5}) {
        auto other = fit;
        other.xx += nudge, other.yy += nudge;
        double more = 0;
        for (const auto& p : points)
            more += std::pow(std::hypot(other(p.from).x - p.to.x, other(p.from).y - p.to.y), 2);
        CHECK(more > sum);
    }
}

TEST_CASE("too few or degenerate points are refused") {
    const std::vector<ControlPoint> one{{"A", {0, 0}, {5, 5}}};
    CHECK(refusal(one, FitKind::similarity) == "control_points");
    const std::vector<ControlPoint> same{{"A", {0, 0}, {5, 5}}, {"B", {0, 0}, {5, 5}}};
    CHECK(refusal(same, FitKind::similarity) == "control_points");
    const std::vector<ControlPoint> line{
        {"A", {0, 0}, {5, 5}}, {"B", {100, 100}, {105, 105}}, {"C", {200, 200}, {205, 205}}};
    CHECK(refusal(line, FitKind::affine) == "control_points");
    CHECK(refusal(line, FitKind::similarity).empty());
    const std::vector<ControlPoint> mirrored{
        {"A", {0, 0}, {0, 0}}, {"B", {100, 0}, {0, 100}}, {"C", {0, 100}, {100, 0}}};
    CHECK(refusal(mirrored, FitKind::affine) == "control_points");
}

TEST_CASE("control points are read by their headers or by their order") {
    const Scratch scratch;
    const auto named = exchange::read_control_points(
        scratch.write("a.csv", "点号,源X,源Y,目标X,目标Y\nK1,2950000.5,35570000,2950010,570057\n"));
    REQUIRE(named.size() == 1);
    CHECK(named[0].name == "K1");
    CHECK(named[0].from == geo::Point{35570000, 2950000.5});  // X is north to a surveyor
    CHECK(named[0].to == geo::Point{570057, 2950010});
    const auto ordered =
        exchange::read_control_points(scratch.write("b.csv", "p,a,b,c,d\nK1,1,2,3,4\nK2,5,6,7,8\n"));
    REQUIRE(ordered.size() == 2);
    CHECK(ordered[1].to == geo::Point{7, 8});
    CHECK_THROWS_AS(exchange::read_control_points(scratch.write("c.csv", "p,a,b,c,d\nK1,1,2,x,4\n")), Error);
}
