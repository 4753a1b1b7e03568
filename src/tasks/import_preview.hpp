#pragma once

#include "exchange/control_points.hpp"
#include "exchange/crs_doctor.hpp"
#include "land/progress.hpp"
#include "tasks/mapping_choice.hpp"

/// What an import would make of a source, seen on its first rows. Reads only.
namespace liangdi::tasks {

struct PreviewWish {
    std::filesystem::path source;
    std::string layer = {}, encoding = {}, crs = {};  ///< as ImportParams has them; empty: as the file says
    bool swap_axes = false;
    std::filesystem::path control_points = {};
    bool affine = false;
    std::string aim = {};    ///< an ImportAim; empty: as choose_mapping finds it
    std::size_t most = 200;  ///< rows
};

/// The sample read in one encoding.
struct EncodingChoice {
    std::string name;
    double legible = 0;  ///< exchange::legibility
    std::string words;   ///< the first texts beyond ASCII
};

/// A frame in which the source may be.
struct FrameChoice {
    enum class State {
        here,          ///< the coordinates lie where the town is
        elsewhere,     ///< they would not
        needs_points,  ///< no published change of datum leads to the town: control points
    };
    std::string crs;  ///< for PreviewWish and ImportParams; empty with control points
    bool swapped = false, gcj02 = false;
    geo::Crs known;
    State state = State::here;
    bool said = false;             ///< by the file
    bool proposed = false;         ///< by the CRS doctor, where the file's own word is not sound
    std::optional<double> away_m;  ///< from the box of the town to that of the sample; none for an empty town
    std::optional<exchange::PlaneFit> fit;
};

struct ImportPreview {
    std::string format;
    std::vector<std::string> layers;  ///< names of those that hold rows or could
    std::string layer;
    std::int64_t count = 0;  ///< rows of the layer, as the driver reports them
    bool has_geometry = false;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  ///< texts of the sample
    std::vector<bool> personal;                  ///< columns that the mapping seals; masked in `rows`

    std::vector<EncodingChoice> encodings;  ///< empty where the format itself says it
    std::string encoding;                   ///< in use
    std::string encoding_said;              ///< by the file, where that is another one

    std::vector<FrameChoice> frames;
    int frame = -1;        ///< in which it would be imported; -1: a person must say it
    int shown_frame = -1;  ///< in which the shapes are shown
    exchange::FrameReport report;
    std::optional<geo::Point> first_point;  ///< as read
    std::vector<geo::Geometry> shapes;      ///< town CRS, in shown_frame
    geo::Box box, town;

    MappingChoice mapping;
    std::vector<land::Finding> remarks;  ///< of the file as a whole
};

/// Throws Error as exchange::Reader does, and for a CRS or control points that are none.
ImportPreview import_preview(const Project& project, const PreviewWish& wish, land::Progress& progress);

/// What of these files and folders is a source of its own: side files of shapefiles and kept mappings go
/// with theirs. Sorted by name.
std::vector<std::filesystem::path> sources_among(const std::vector<std::filesystem::path>& files);

}  // namespace liangdi::tasks
