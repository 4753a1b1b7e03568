#pragma once

#include <functional>

#include "exchange/field_mapping.hpp"
#include "exchange/import_report.hpp"
#include "exchange/mapping_guess.hpp"
#include "exchange/reader.hpp"
#include "land/progress.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

struct ImportOutcome {
    exchange::ImportReport report;
    std::string table;
    std::int64_t seq = 0;  ///< entry of the history, 0 where nothing changed
    exchange::FieldMapping mapping;
    std::string
        mapping_from;  ///< "given", "names", "saved" (beside the source), "kept" (in the town), "guess"
    std::optional<exchange::MappingGuess> guess;
    std::filesystem::path map_file;  ///< where the mapping was written to or read from, empty for nowhere
};

struct ImportParams {
    std::filesystem::path source;
    std::string layer, encoding, crs;      ///< empty: as the file says; crs may be "GCJ-02"
    bool swap_axes = false;                ///< the source's first coordinate is north
    std::filesystem::path control_points;  ///< CSV of pairs; empty: none
    bool affine = false;                   ///< the fit by control points is affine, not a similarity
    std::string table;                     ///< with no mapping: the table that the source belongs to
    std::optional<exchange::FieldMapping> mapping;
    std::string batch;  ///< of a load
    bool dry_run = false;
    std::optional<std::filesystem::path>
        write_map;  ///< keep the mapping there; an empty path: beside the source
    std::function<void(const ImportOutcome&)> before_run;  ///< to show the mapping; may throw Cancelled
};

/// One source in one transaction. Rows that cannot be taken become findings; the others go in. Without a
/// mapping: the one written beside the source, else the one of the last import of the same columns, else
/// columns of the table's own names, else a guess, which is used only where it is sure. Guessed and given
/// mappings are kept in the town by their columns, in the same Edit. Throws Error{no_mapping} with the guess
/// in words where it is not; write_map has kept it then, to be mended.
ImportOutcome import_source(Project& project, const ImportParams& params, land::Progress& progress);

}  // namespace liangdi::tasks
