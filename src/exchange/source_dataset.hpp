#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "exchange/gdal_session.hpp"
#include "exchange/source_opening.hpp"

/// A source as GDAL's dataset, and the options under which it is read.
namespace liangdi::exchange {

/// Spreadsheets and delimited text are read as text without GDAL's guesses; the header is found here.
struct SheetOptions {
    GdalOption xlsx_types{"OGR_XLSX_FIELD_TYPES", "STRING"}, xlsx_headers{"OGR_XLSX_HEADERS", "DISABLE"};
    GdalOption ods_types{"OGR_ODS_FIELD_TYPES", "STRING"}, ods_headers{"OGR_ODS_HEADERS", "DISABLE"};
    GdalOption xls_types{"OGR_XLS_FIELD_TYPES", "STRING"}, xls_headers{"OGR_XLS_HEADERS", "DISABLE"};
    /// GDAL leaves columns beyond 2000 out with no more than a warning.
    GdalOption xlsx_columns{"OGR_XLSX_MAX_FIELD_COUNT", "100000"},
        ods_columns{"OGR_ODS_MAX_FIELD_COUNT", "100000"}, csv_columns{"OGR_CSV_MAX_FIELD_COUNT", "100000"};
    GdalOption arcs{"OGR_ARC_STEPSIZE", "1"};
    GdalOption no_listing{"GDAL_FILENAME_IS_UTF8", "YES"};
};

/// In which encoding the names inside an archive are.
struct ArchiveNames {
    explicit ArchiveNames(const std::string& encoding) {
        if (!encoding.empty()) option.emplace("CPL_ZIP_ENCODING", encoding.c_str());
    }
    std::optional<GdalOption> option;
};

/// Opens the source, read-only. In an archive of one source deeper inside, `opening.path` is moved there.
/// Hold SheetOptions and ArchiveNames around it and around every reading. Throws Error{not_readable}, which
/// lists the sources where an archive holds several.
Dataset open_dataset(SourceOpening& opening, const std::filesystem::path& file);

/// The layers that a person would call so: without a database's own bookkeeping.
std::vector<OGRLayer*> layers_of(GDALDataset& dataset);

}  // namespace liangdi::exchange
