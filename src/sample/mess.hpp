#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "land/figures.hpp"
#include "land/progress.hpp"
#include "sample/sample_town.hpp"
#include "sample/source_table.hpp"

/// Faults of real life, planted into the sample town with the truth about each, so that what finds faults can
/// be measured: every planted one must be found, and nothing in the clean town.
namespace liangdi::sample {

struct PlantedFault {
    std::string kind;         ///< stable name of the kind of fault
    std::string table, code;  ///< the row that a finding must name; empty where a whole file is wrong
    std::string done;         ///< what was done, in words
    std::string finder;       ///< "check", "check --unlock", "load", "doctor"
    std::string rule;         ///< of the finding: "check.parcel_overlap", "import.key_twice_in_source"
    std::string source;       ///< load, doctor: the file
};

/// A row added to a source table: header -> what the office wrote.
struct AddedRow {
    std::string file, layer;
    std::map<std::string, land::Value> cells;
    geo::Geometry geometry;
};

struct Mess {
    std::vector<PlantedFault> faults;
    std::vector<AddedRow> rows;
    land::Figures right, wrong;  ///< of the clean town, and what `info` must say of the messed one
};

/// Changes the town in place. The same town gets the same faults.
Mess plant_mess(SampleTown& town);

/// Adds the rows to the source tables that no value of SampleTown can say.
void apply_to_tables(const Mess& mess, std::vector<SourceTable>& tables);

/// Writes the files that came in later and are wrong as a whole, into `folder`/来件, and adds their faults.
void write_received(const SampleTown& town, const std::filesystem::path& folder, Mess& mess);

/// truth.json: faults, and the figures that are wrong with their right values.
void write_truth(const Mess& mess, const std::filesystem::path& file);

}  // namespace liangdi::sample
