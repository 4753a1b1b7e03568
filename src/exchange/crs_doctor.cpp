#include "exchange/crs_doctor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "exchange/frame_shift.hpp"
#include "exchange/gdal_crs.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

/// Points spread over the sample, so that a stray one decides nothing.
std::vector<geo::Point> spread(std::span<const geo::Point> points) {
    constexpr std::size_t wanted = 40;
    std::vector<geo::Point> out;
    for (std::size_t i = 0; i < std::min(wanted, points.size()); ++i)
        out.push_back(points[i * points.size() / std::min(wanted, points.size())]);
    return out;
}

geo::Box box_of_points(std::span<const geo::Point> points) {
    geo::Box box;
    for (const geo::Point& p : points) box.add(p);
    return box;
}

bool is_degrees(const geo::Box& box) {
    return std::max(std::abs(box.min_x), std::abs(box.max_x)) <= 180.0 &&
           std::max(std::abs(box.min_y), std::abs(box.max_y)) <= 180.0;
}

std::string range_text(const geo::Box& box) {
    const int digits = is_degrees(box) ? 5 : 0;
    return fmt::format("first coordinates {:.{}f} to {:.{}f}, second {:.{}f} to {:.{}f}", box.min_x, digits,
                       box.max_x, digits, box.min_y, digits, box.max_y, digits);
}

/// "3-degree zone 35" of an easting with a prefix: 25..45 are 3-degree zones, 13..23 6-degree ones.
std::string prefix_text(int prefix) {
    if (prefix >= 25 && prefix <= 45) return fmt::format("the prefix {0} of 3-degree zone {0}", prefix);
    if (prefix >= 13 && prefix <= 23) return fmt::format("the prefix {0} of 6-degree zone {0}", prefix);
    return {};
}

/// Boxes under a change of coordinates, by two corners; those without an image are left out.
template <class Change>
std::vector<geo::Box> moved(const std::vector<geo::Box>& boxes, Change change) {
    std::vector<geo::Box> out;
    for (const geo::Box& box : boxes) {
        try {
            geo::Box there;
            there.add(change({box.min_x, box.min_y}));
            there.add(change({box.max_x, box.max_y}));
            out.push_back(there);
        } catch (const Error&) {
        }
    }
    return out;
}

}  // namespace

std::string FrameReport::code() const {
    switch (state) {
        case FrameState::sound:
            return "crs_sound";
        case FrameState::missing:
            return "crs_missing";
        case FrameState::contradictory:
            return "crs_contradictory";
        case FrameState::foreign_datum:
            return "crs_not_cgcs2000";
        case FrameState::shifted:
            break;
    }
    return "crs_shifted";
}

std::string FrameReport::message() const {
    std::string out = reason;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const FrameProposal& p = proposals[i];
        out += (i == 0 ? " It looks like " : " Or like ") + p.what + ": " + p.evidence + ".";
        if (!p.accept.empty()) out += " To accept this add " + p.accept + ".";
    }
    if (proposals.empty() && stops())
        out +=
            " Ask the sender for the coordinate system and name it with --crs, or give points known in both "
            "systems "
            "with --control-points FILE.csv.";
    return out;
}

CrsDoctor::CrsDoctor(TownPlace place) : place_(std::move(place)) {
    if (const auto zone = gauss_zone(place_.crs)) {
        gauss_ = true;
        false_easting_ = zone->false_easting;
        town_zone_ = static_cast<int>(std::lround(zone->meridian / 3));
    }
}

bool CrsDoctor::is_here(geo::Point p) const {
    if (!place_.box.empty()) {
        constexpr double around_m = 100'000;  // the origin villages of a county
        return place_.box.grown(std::max(around_m, std::hypot(place_.box.width(), place_.box.height())))
            .contains(p);
    }
    // An empty town: its zone, and China from south to north.
    constexpr double half_zone_m = 250'000, south_m = 1'900'000, north_m = 6'000'000;
    return !gauss_ || (std::abs(p.x - false_easting_) < half_zone_m && p.y > south_m && p.y < north_m);
}

const CrsDoctor::Way& CrsDoctor::way(const SourceFrame& frame) const {
    const std::string key = frame.options() + (frame.fit ? " fit" : "");
    if (const auto known = ways_.find(key); known != ways_.end() && !frame.fit) return known->second;
    Way made;
    try {
        made.to_town = std::make_unique<ToTown>(frame, place_.crs);
    } catch (const Error& problem) {
        made.problem = problem.message();
    }
    return ways_[key] = std::move(made);
}

bool CrsDoctor::lands(const SourceFrame& frame, std::span<const geo::Point> points) const {
    const Way& known = way(frame);
    if (!known.to_town) return false;
    std::size_t here = 0, all = 0;
    for (const geo::Point& p : spread(points)) {
        ++all;
        try {
            here += is_here((*known.to_town)(p));
        } catch (const Error&) {
        }
    }
    return all > 0 && here * 10 >= all * 8;
}

std::vector<FrameProposal> CrsDoctor::candidates(std::span<const geo::Point> points) const {
    std::vector<FrameProposal> out;
    const geo::Box box = box_of_points(spread(points));
    const std::string ranges = range_text(box);
    const auto offer = [&](const geo::Crs& crs, bool swapped, const std::string& what,
                           const std::string& evidence) {
        FrameProposal proposal;
        proposal.frame.crs = crs;
        proposal.frame.swapped = swapped;
        if (!crs.known() || !lands(proposal.frame, points)) return;
        if (std::any_of(out.begin(), out.end(), [&](const FrameProposal& p) { return p.frame.crs == crs; }))
            return;
        proposal.what = what + (swapped ? ", with the first coordinate to the north" : "");
        proposal.evidence = evidence + (place_.box.empty() ? "; so they lie in the town's zone"
                                                           : "; so they lie where the town is");
        proposal.accept = proposal.frame.options();
        out.push_back(std::move(proposal));
    };
    for (const bool swapped : {false, true}) {
        const double east = swapped ? box.centre().y : box.centre().x;
        if (is_degrees(box)) {
            offer(geo::Crs::from_text("EPSG:4490"), swapped, "longitude and latitude of CGCS2000 (or WGS 84)",
                  ranges + " are degrees");
            continue;
        }
        const int prefix = static_cast<int>(east / 1e6);
        if (const std::string zone = prefix_text(prefix); !zone.empty()) {
            const double meridian = prefix >= 25 ? prefix * 3.0 : prefix * 6.0 - 3.0;
            offer(cgcs2000_zone({meridian, prefix * 1e6 + 500'000}), swapped,
                  fmt::format("CGCS2000, meridian {:.0f}E, eastings with {}", meridian, zone),
                  ranges + ", eastings begin with " + std::to_string(prefix));
            continue;
        }
        if (east < 0 || east >= 1e6) continue;
        for (const int step : {0, 1, -1, 2, -2}) {
            const int zone = town_zone_ + step;
            offer(cgcs2000_zone({zone * 3.0, 500'000}), swapped,
                  fmt::format("CGCS2000, meridian {}E, eastings without a prefix", zone * 3),
                  ranges + ", eastings have six digits");
            if (!out.empty()) break;  // the nearest meridian that fits; others would be guesses
        }
    }
    if (out.empty())
        if (auto prefix = wrong_prefix(points)) out.push_back(*std::move(prefix));
    return out;
}

/// Coordinates of the town's zone behind the number of another one. No option mends that: whoever wrote them
/// must say which of the two is right.
std::optional<FrameProposal> CrsDoctor::wrong_prefix(std::span<const geo::Point> points) const {
    const int prefix = static_cast<int>(box_of_points(spread(points)).centre().x / 1e6);
    if (!gauss_ || prefix_text(prefix).empty()) return {};
    std::vector<geo::Point> bare = spread(points);
    for (geo::Point& p : bare) p.x -= prefix * 1e6;
    const SourceFrame frame{cgcs2000_zone({town_zone_ * 3.0, 500'000}), false, false, {}};
    if (!frame.crs.known() || !lands(frame, bare)) return {};
    FrameProposal proposal;
    proposal.what = fmt::format("coordinates of meridian {}E behind a wrong prefix", town_zone_ * 3);
    proposal.evidence = fmt::format(
        "the eastings begin with {}, but only without it they lie where the town is; ask the sender which "
        "zone is right",
        prefix);
    return proposal;
}

void CrsDoctor::look_for_shift(const SourceFrame& frame, std::span<const geo::Box> boxes,
                               FrameReport& report) const {
    if (place_.anchors.empty() || boxes.empty()) return;
    const Way& to_town = way(frame);
    if (!to_town.to_town) return;
    const std::vector<geo::Box> here =
        moved({boxes.begin(), boxes.end()}, [&](geo::Point p) { return (*to_town.to_town)(p); });
    const auto shift = common_shift(here, place_.anchors);
    if (shift && shift->length_m() < 0.5) return;
    // The offset of GCJ-02 changes by metres within a village: it is taken out and the rest compared.
    const ToTown to_degrees(SourceFrame{place_.crs, false, false, {}}, geo::Crs::from_text("EPSG:4490"));
    const ToTown without(SourceFrame{geo::Crs::from_text("EPSG:4490"), false, true, {}}, place_.crs);
    const std::vector<geo::Box> cleared = moved(here, [&](geo::Point p) { return without(to_degrees(p)); });
    FrameProposal proposal;
    if (const auto rest = common_shift(cleared, place_.anchors); rest && rest->length_m() < 2.0) {
        report.state = FrameState::shifted;
        report.reason = "The coordinates carry an offset.";
        proposal.what = "GCJ-02 coordinates of a web map";
        proposal.evidence =
            fmt::format("without that offset {} of {} shapes lie on shapes of the same size in the town",
                        rest->agreeing, here.size());
        if (frame.crs.geographic()) {
            proposal.frame = {frame.crs, false, true, {}};
            proposal.accept = "--crs GCJ-02";
        } else {
            proposal.evidence += "; export them as longitude and latitude and import that with --crs GCJ-02";
        }
        report.proposals.push_back(std::move(proposal));
        return;
    }
    if (!shift) return;
    const std::string seen = fmt::format(
        "{} of {} shapes lie {:.1f} m {} and {:.1f} m {} of shapes of the same size in the town",
        shift->agreeing, here.size(), std::abs(shift->east_m), shift->east_m < 0 ? "west" : "east",
        std::abs(shift->north_m), shift->north_m < 0 ? "south" : "north");
    proposal.evidence = seen;
    if (shift->length_m() >= 20.0 && shift->length_m() <= 200.0) {
        report.state = FrameState::shifted;
        report.reason = "The coordinates carry an offset.";
        proposal.what = "Beijing 1954 or Xi'an 1980 coordinates that were only renamed";
        proposal.accept = "--control-points FILE.csv with points known in both systems (or " +
                          frame.options() + " if the source is right and the town wrong)";
    } else if (shift->length_m() < 20.0) {
        const bool ellipsoid = std::abs(shift->east_m) < 0.5 && std::abs(shift->north_m) < 3.0;
        report.notes.push_back(
            {land::Severity::warning,
             "frame.small_offset",
             "",
             0,
             "",
             0,
             "",
             "",
             seen,
             ellipsoid ? "it looks like another ellipsoid under the same projection; ask the sender "
                         "which system it is"
                       : "compare the two before you trust either",
             {}});
        return;
    } else {
        return;
    }
    report.proposals.push_back(std::move(proposal));
}

FrameReport CrsDoctor::look(const geo::Crs& said, std::span<const geo::Point> points,
                            std::span<const geo::Box> boxes) const {
    FrameReport report;
    SourceFrame frame;
    frame.crs = said;
    if (!said.known()) {
        report.state = FrameState::missing;
        report.reason = "The source does not say in which coordinate system it is.";
        report.proposals = candidates(points);
        return report;
    }
    if (const Way& possible = way(frame); !possible.to_town) {
        report.state = FrameState::foreign_datum;
        report.reason = fmt::format("The source names {}, and {}", said.name(), possible.problem);
        FrameProposal fit;
        fit.what = "a case for control points";
        fit.evidence = "points known in both systems give the change and show how well it fits";
        fit.accept = "--control-points FILE.csv";
        report.proposals.push_back(fit);
        const auto zone = gauss_zone(said);
        if (FrameProposal same;
            zone && (same.frame.crs = cgcs2000_zone(*zone)).known() && lands(same.frame, points)) {
            same.what = "CGCS2000 coordinates under a wrong name, if the sender says so";
            same.evidence = "the same zone of CGCS2000 is " + same.frame.crs.definition();
            same.accept = same.frame.options();
            report.proposals.push_back(same);
        }
        return report;
    }
    if (points.empty()) return report;
    if (!lands(frame, points)) {
        report.state = FrameState::contradictory;
        report.reason = fmt::format(
            "The source names {}, but its coordinates ({}) would then lie elsewhere than the town.",
            said.name(), range_text(box_of_points(spread(points))));
        report.proposals = candidates(points);
        std::erase_if(report.proposals,
                      [&](const FrameProposal& p) { return p.frame.crs == said && !p.frame.swapped; });
        return report;
    }
    look_for_shift(frame, boxes, report);
    return report;
}

}  // namespace liangdi::exchange
