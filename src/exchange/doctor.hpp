#pragma once

#include <string>
#include <vector>

#include "exchange/crs_doctor.hpp"
#include "exchange/mapping_guess.hpp"
#include "land/progress.hpp"

/// What is wrong with a file, before it is imported. Changes nothing.
namespace liangdi::exchange {

struct LayerHealth {
    std::string layer;
    std::int64_t rows = 0;
    std::string encoding;  ///< in which its text was read
    std::string frame;     ///< what the file names, empty for nothing
    bool has_geometry = false;
    FrameReport frame_report;
    std::optional<MappingGuess> guess;  ///< where a table of a town fits
    std::vector<land::Finding> findings;
};

struct FileHealth {
    std::string file, format;
    std::vector<LayerHealth> layers;
    std::vector<land::Finding> findings;  ///< of the file as a whole
    std::vector<land::Finding> all() const;
};

struct ExamineOptions {
    std::string layer;                       ///< only this one; empty = all
    TownPlace place;                         ///< its crs must be known
    const land::TownShape* shape = nullptr;  ///< to guess the mapping; null for none
};

/// Reads the whole file once. Throws Error as the Reader does.
FileHealth examine(const Reader& reader, const ExamineOptions& options, land::Progress& progress);

}  // namespace liangdi::exchange
