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
    std::string source;       ///< load, doctor: the file; check: the script that another program runs first
};

/// A row added to a source table: header -> what the office wrote.
struct AddedRow {
    std::string file, layer;
    std::map<std::string, land::Value> cells;
    geo::Geometry geometry;
};

/// A shape that another GIS program wrote over the town's own: what no import lets in.
struct ForeignShape {
    std::string table, code;
    geo::Polygon area;
};

struct Mess {
    std::vector<PlantedFault> faults;
    std::vector<AddedRow> rows;
    std::vector<ForeignShape> foreign;
    land::Figures right, wrong;  ///< of the clean town, and what `info` must say of the messed one
};

/// Changes the town in place. The same town gets the same faults.
Mess plant_mess(SampleTown& town);

/// Lists kept beside the registers, which somebody imports over them; empty until rows are added.
std::vector<SourceTable> hand_kept_tables();

/// Adds the rows to the source tables that no value of SampleTown can say.
void apply_to_tables(const Mess& mess, std::vector<SourceTable>& tables);

/// Writes the files that came in later and are wrong as a whole, into `folder`/来件, and adds their faults.
void write_received(const SampleTown& town, const std::filesystem::path& folder, Mess& mess);

/// Writes the script in which another GIS program changes shapes behind Liangdi's back, into `folder`/来件.
void write_foreign(const SampleTown& town, const std::filesystem::path& folder, const Mess& mess);

/// truth.json: faults, and the figures that are wrong with their right values.
void write_truth(const Mess& mess, const std::filesystem::path& file);

}  // namespace liangdi::sample
