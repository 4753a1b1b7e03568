#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exchange/source_frame.hpp"
#include "geo/crs.hpp"
#include "land/finding.hpp"

/// In which frame a source's coordinates really are: what the file says is held against the coordinates and
/// against the place where the town lies (standards/01). Nothing is ever transformed on a guess: a proposal
/// says what it is, why, and with which words a person accepts it.
namespace liangdi::exchange {

/// Where the town lies.
struct TownPlace {
    geo::Crs crs;
    geo::Box box;  ///< of what the town holds, town CRS; empty for an empty town
    std::vector<geo::Box>
        anchors;  ///< boxes of its shapes near the source, to see small offsets; may be empty
};

enum class FrameState {
    sound,
    missing,        ///< the file names no frame
    contradictory,  ///< it names one in which its coordinates lie elsewhere
    foreign_datum,  ///< 54, 80 or another system that no published change brings to the town's
    shifted         ///< it lies here, but beside the same shapes in the town, all by the same way
};

struct FrameProposal {
    SourceFrame frame;  ///< with neither CRS nor fit where more than an option is needed
    std::string what, evidence;
    std::string accept;  ///< what to add to `liangdi import`: "--crs EPSG:4523"
};

struct FrameReport {
    FrameState state = FrameState::sound;
    std::string reason;                    ///< in words, empty where sound
    std::vector<FrameProposal> proposals;  ///< best first
    std::vector<land::Finding> notes;      ///< what does not stop an import
    bool stops() const { return state != FrameState::sound; }
    std::string code() const;     ///< "crs_missing", "crs_contradictory", "crs_not_cgcs2000", "crs_shifted"
    std::string message() const;  ///< reason and proposals as one text
};

/// For one thread.
class CrsDoctor {
  public:
    explicit CrsDoctor(TownPlace place);

    /// `said`: what the file names, unknown for nothing. `points`: some of the source's coordinates as they
    /// were read (x first); `boxes`: of its shapes, for the comparison with the anchors.
    FrameReport look(const geo::Crs& said, std::span<const geo::Point> points,
                     std::span<const geo::Box> boxes = {}) const;

    /// Whether the points lie where the town is, were they in this frame.
    bool lands(const SourceFrame& frame, std::span<const geo::Point> points) const;

  private:
    /// A change of coordinates, or why there is none. Making one asks PROJ's database for tens of
    /// milliseconds, and the same few are tried for every layer of a file.
    struct Way {
        std::unique_ptr<ToTown> to_town;
        std::string problem;
    };
    const Way& way(const SourceFrame& frame) const;
    bool is_here(geo::Point town_point) const;
    std::vector<FrameProposal> candidates(std::span<const geo::Point> points) const;
    std::optional<FrameProposal> wrong_prefix(std::span<const geo::Point> points) const;
    void look_for_shift(const SourceFrame& frame, std::span<const geo::Box> boxes, FrameReport& report) const;

    TownPlace place_;
    double false_easting_ = 0;
    bool gauss_ = false;
    int town_zone_ = 0;  ///< 3-degree zone of the town's meridian
    mutable std::map<std::string, Way> ways_;
};

}  // namespace liangdi::exchange
