#pragma once

#include "exchange/export_names.hpp"
#include "exchange/export_report.hpp"
#include "land/progress.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

struct ExportParams {
    std::filesystem::path out;        ///< a file, or a folder for formats that hold one layer a file
    std::vector<std::string> tables;  ///< empty: all that hold rows
    std::string format;               ///< GDAL's name or an extension; empty: by the extension of `out`
    exchange::NameStyle names = exchange::NameStyle::town;
    std::string encoding;  ///< "GBK" or "UTF-8" where the format leaves a choice, empty: its custom
    std::string crs;       ///< of the coordinates in the file; empty: the town's, or what the format demands
    std::string layer;     ///< name of the layer of a single table; empty: the table's
    bool overwrite = false;  ///< a file or layer that is there is replaced
};

struct ExportOutcome {
    struct Table {
        std::string table, layer;
        std::filesystem::path file, map_file;  ///< map_file: empty where the file cannot bring the rows back
        exchange::ExportReport report;
    };
    std::vector<Table> tables;
    exchange::ExportReport whole;     ///< what concerns no single table: what is never exported
    std::filesystem::path load_plan;  ///< empty where there is none
    std::vector<land::Finding> findings() const;
    std::int64_t findings_count() const;
};

/// Tables of the town as files of other programs, each with a mapping beside it by which `import` takes it
/// back, and a load.json for all. Every file is read back before it is put in its place: what it does not
/// hold as the town does stands in the report. Changes nothing in the town. Sealed values are not exported.
/// Throws Error{unknown_format, no_table, not_writable, layer_exists, file_exists, would_lose, busy, …}: then
/// no file was changed, except files of a folder that were finished before.
ExportOutcome export_town(Project& project, const ExportParams& params, land::Progress& progress);

/// Tables that can be exported, those that others point to first.
std::vector<std::string> export_tables(const land::TownShape& town);

}  // namespace liangdi::tasks
