#include "exchange/crs_doctor.hpp"

#include <cmath>

#include "catch.hpp"
#include "exchange/frame_shift.hpp"
#include "exchange/gcj02.hpp"
#include "exchange/gdal_crs.hpp"

using namespace liangdi;
using exchange::CrsDoctor;
using exchange::FrameReport;
using exchange::FrameState;
using exchange::SourceFrame;

namespace {

geo::Crs crs(const char* text) {
    return geo::Crs::from_text(text);
}

/// Points around the town, in the frame given by an EPSG code, first coordinate east.
std::vector<geo::Point> points_in(const char* code) {
    const exchange::ToTown to(SourceFrame{crs("EPSG:4544"), false, false, {}}, crs(code));
    std::vector<geo::Point> out;
    for (int i = 0; i < 30; ++i) out.push_back(to({570'000.0 + 137 * i, 2'945'000.0 + 211 * i}));
    return out;
}

std::vector<geo::Point> swapped(std::vector<geo::Point> points) {
    for (geo::Point& p : points) std::swap(p.x, p.y);
    return points;
}

CrsDoctor doctor(bool with_box = true) {
    exchange::TownPlace place;
    place.crs = crs("EPSG:4544");
    if (with_box) place.box = {565'000, 2'940'000, 590'000, 2'960'000};
    return CrsDoctor(place);
}

std::vector<geo::Box> boxes_at(const std::vector<geo::Point>& points, geo::Point shift = {}) {
    std::vector<geo::Box> out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double size = 10.0 + static_cast<double>(i);
        const geo::Point p{points[i].x + shift.x, points[i].y + shift.y};
        out.push_back({p.x, p.y, p.x + size, p.y + size / 2});
    }
    return out;
}

}  // namespace

TEST_CASE("a source without a frame gets the right proposal, with and without a town") {
    struct Case {
        const char* frame;
        bool swap;
        const char* accept;
    };
    for (const Case& c :
         {Case{"EPSG:4523", false, "--crs EPSG:4523"}, Case{"EPSG:4523", true, "--crs EPSG:4523 --swap-axes"},
          Case{"EPSG:4544", false, "--crs EPSG:4544"}, Case{"EPSG:4544", true, "--crs EPSG:4544 --swap-axes"},
          Case{"EPSG:4496", false, "--crs EPSG:4496"}, Case{"EPSG:4490", false, "--crs EPSG:4490"},
          Case{"EPSG:4490", true, "--crs EPSG:4490 --swap-axes"}}) {
        for (const bool with_box : {true, false}) {
            INFO(c.frame << (c.swap ? " swapped" : "") << (with_box ? "" : ", empty town"));
            const auto points = c.swap ? swapped(points_in(c.frame)) : points_in(c.frame);
            const FrameReport report = doctor(with_box).look({}, points);
            CHECK(report.state == FrameState::missing);
            CHECK(report.code() == "crs_missing");
            REQUIRE(!report.proposals.empty());
            CHECK(report.proposals.front().accept == c.accept);
            CHECK(!report.proposals.front().evidence.empty());
            CHECK(doctor(with_box).lands(report.proposals.front().frame, points));
        }
    }
    // Only the town's place tells the meridians of eastings without a prefix apart.
    const FrameReport neighbour = doctor().look({}, points_in("EPSG:4545"));
    REQUIRE(!neighbour.proposals.empty());
    CHECK(neighbour.proposals.front().accept == "--crs EPSG:4545");
}

TEST_CASE("a frame that lies is contradicted by its coordinates") {
    const auto sound = [](const char* said, const char* really) {
        return doctor().look(crs(said), points_in(really));
    };
    for (const char* frame : {"EPSG:4523", "EPSG:4544", "EPSG:4545", "EPSG:4490", "EPSG:4326", "EPSG:32648"})
        CHECK(sound(frame, frame).state == FrameState::sound);
    for (const auto& [said, really] :
         {std::pair{"EPSG:4544", "EPSG:4523"}, std::pair{"EPSG:4523", "EPSG:4544"},
          std::pair{"EPSG:4545", "EPSG:4544"}, std::pair{"EPSG:4490", "EPSG:4523"},
          std::pair{"EPSG:4524", "EPSG:4523"}}) {
        INFO(said << " but " << really);
        const FrameReport report = sound(said, really);
        CHECK(report.state == FrameState::contradictory);
        REQUIRE(!report.proposals.empty());
        CHECK(report.proposals.front().frame.crs == crs(really));
        CHECK(report.message().find("--crs") != std::string::npos);
    }
    const FrameReport turned = doctor().look(crs("EPSG:4326"), swapped(points_in("EPSG:4326")));
    CHECK(turned.state == FrameState::contradictory);
    CHECK(turned.proposals.front().frame.swapped);
    const FrameReport far = doctor().look(crs("EPSG:28992"), std::vector<geo::Point>{{155'000, 463'000}});
    CHECK(far.stops());
    CHECK(far.message().find("--control-points") != std::string::npos);
}

TEST_CASE("a wrong prefix is named, and no option pretends to mend it") {
    auto points = points_in("EPSG:4523");
    for (geo::Point& p : points) p.x += 1e6;
    const FrameReport report = doctor().look({}, points);
    REQUIRE(report.proposals.size() == 1);
    CHECK(report.proposals.front().evidence.find("begin with 36") != std::string::npos);
    CHECK(report.proposals.front().accept.empty());
}

TEST_CASE("54 and 80 are never taken for 2000") {
    for (const char* frame : {"EPSG:2359", "EPSG:2411", "EPSG:2380", "EPSG:2432", "EPSG:4610", "EPSG:4214"}) {
        INFO(frame);
        const bool prefix = std::string(frame) == "EPSG:2359" || std::string(frame) == "EPSG:2411";
        const FrameReport report = doctor().look(crs(frame), points_in(prefix ? "EPSG:4523" : "EPSG:4544"));
        CHECK(report.state == FrameState::foreign_datum);
        CHECK(report.code() == "crs_not_cgcs2000");
        CHECK(report.proposals.front().accept.find("--control-points") == 0);
    }
}

TEST_CASE("offsets are seen where the town holds the same shapes") {
    exchange::TownPlace place;
    place.crs = crs("EPSG:4544");
    place.box = {565'000, 2'940'000, 590'000, 2'960'000};
    const auto points = points_in("EPSG:4544");
    place.anchors = boxes_at(points);
    const CrsDoctor with_anchors(place);
    CHECK(with_anchors.look(crs("EPSG:4544"), points, boxes_at(points)).state == FrameState::sound);
    const FrameReport renamed = with_anchors.look(crs("EPSG:4544"), points, boxes_at(points, {-62, 41}));
    REQUIRE(renamed.state == FrameState::shifted);
    CHECK(renamed.code() == "crs_shifted");
    CHECK(renamed.proposals.front().what.find("1980") != std::string::npos);
    const FrameReport ellipsoid = with_anchors.look(crs("EPSG:4544"), points, boxes_at(points, {0.1, 1.37}));
    CHECK(ellipsoid.state == FrameState::sound);
    REQUIRE(ellipsoid.notes.size() == 1);
    CHECK(ellipsoid.notes.front().rule == "frame.small_offset");
    // Longitude and latitude off a web map.
    const exchange::ToTown out(SourceFrame{crs("EPSG:4544"), false, false, {}}, crs("EPSG:4326"));
    std::vector<geo::Box> moved;
    for (const geo::Box& box : place.anchors) {
        geo::Box gcj;
        gcj.add(exchange::to_gcj02(out({box.min_x, box.min_y})));
        gcj.add(exchange::to_gcj02(out({box.max_x, box.max_y})));
        moved.push_back(gcj);
    }
    const FrameReport web = with_anchors.look(crs("EPSG:4326"), points_in("EPSG:4326"), moved);
    REQUIRE(web.state == FrameState::shifted);
    CHECK(web.proposals.front().accept == "--crs GCJ-02");
    // Shapes of another kind near by prove nothing.
    std::vector<geo::Box> others;
    for (const geo::Box& box : boxes_at(points, {-62, 41}))
        others.push_back({box.min_x, box.min_y, box.min_x + 3 * box.width(), box.max_y});
    CHECK(with_anchors.look(crs("EPSG:4544"), points, others).state == FrameState::sound);
}

TEST_CASE("GCJ-02 goes on and off within a millimetre, and is what is published") {
    const geo::Point zhijin{105.77, 26.66}, offset = exchange::to_gcj02(zhijin);
    CHECK(offset.x - zhijin.x == Approx(0.0034852).margin(5e-7));
    CHECK(offset.y - zhijin.y == Approx(-0.0035229).margin(5e-7));
    for (double lon = 75; lon < 134; lon += 3.7)
        for (double lat = 19; lat < 53; lat += 2.9) {
            const geo::Point back = exchange::from_gcj02(exchange::to_gcj02({lon, lat}));
            CHECK(std::abs(back.x - lon) < 1e-9);
            CHECK(std::abs(back.y - lat) < 1e-9);
        }
}

TEST_CASE("zones are known by their parameters") {
    for (const auto& [code, meridian, easting] :
         {std::tuple{"EPSG:4523", 105.0, 35'500'000.0}, std::tuple{"EPSG:2359", 105.0, 35'500'000.0},
          std::tuple{"EPSG:4544", 105.0, 500'000.0}, std::tuple{"EPSG:4496", 105.0, 18'500'000.0}}) {
        const auto zone = exchange::gauss_zone(crs(code));
        REQUIRE(zone);
        CHECK(zone->meridian == meridian);
        CHECK(zone->false_easting == easting);
    }
    CHECK(exchange::cgcs2000_zone({105, 35'500'000}).epsg() == 4523);
    CHECK(exchange::cgcs2000_zone({105, 500'000}).epsg() == 4544);
    CHECK(exchange::cgcs2000_zone({105, 18'500'000}).epsg() == 4496);
    CHECK(!exchange::cgcs2000_zone({105, 36'500'000}).known());
    CHECK(!exchange::gauss_zone(crs("EPSG:32648")));
    CHECK(!exchange::gauss_zone(crs("EPSG:4490")));
}
