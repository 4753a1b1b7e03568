#pragma once

#include "exchange/field_mapping.hpp"
#include "exchange/import_report.hpp"
#include "exchange/reader.hpp"
#include "land/progress.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

struct ImportParams {
    std::filesystem::path source;
    std::string layer, encoding, crs;  ///< empty: as the file says
    std::string table;                 ///< with no mapping: columns of equal names go into this table
    std::optional<exchange::FieldMapping> mapping;
    std::string batch;  ///< of a load
    bool dry_run = false;
};

struct ImportOutcome {
    exchange::ImportReport report;
    std::string table;
    std::int64_t seq = 0;  ///< entry of the history, 0 where nothing changed
};

/// One source in one transaction. Rows that cannot be taken become findings; the others go in.
ImportOutcome import_source(Project& project, const ImportParams& params, land::Progress& progress);

/// A mapping for a source whose columns bear the table's own names: "code" or the first shared column is the
/// key. Throws Error{no_mapping} where no column fits.
exchange::FieldMapping mapping_by_names(const exchange::SourceLayer& layer, const land::TownShape& town,
                                        const std::string& table);

}  // namespace liangdi::tasks
