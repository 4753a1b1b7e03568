#pragma once

#include <memory>

#include "exchange/crs_doctor.hpp"
#include "exchange/field_mapping.hpp"
#include "exchange/import_report.hpp"
#include "exchange/reader.hpp"
#include "exchange/repair.hpp"
#include "geo/crs.hpp"
#include "land/edit.hpp"
#include "land/progress.hpp"
#include "land/register.hpp"
#include "land/sealer.hpp"
#include "land/table_shape.hpp"

namespace liangdi::exchange {

/// What an import needs to know of the town. All that is pointed to must outlive the run.
struct ImportContext {
    const land::TownShape& town;
    geo::Crs town_crs;
    land::Register& registered;            ///< a snapshot; the run's own rows need not be in it
    const land::Sealer* sealer = nullptr;  ///< null: locked, personal values are left out
    geo::Crs assumed_crs;  ///< what the user says the source's CRS is; goes before the file's word
    land::Progress& progress;
    SourceFrame accepted =
        {};  ///< more than a CRS: swapped axes, GCJ-02, control points; goes before assumed_crs
    geo::Box town_box = {};              ///< of what the town holds, to see whether the source lies there
    std::vector<geo::Box> anchors = {};  ///< boxes of the town's shapes near the source
    RepairLimits repair = {};
};

/// One source into one table of the town: reads row by row, compares with the town, gives the changes one by
/// one. Rows that cannot be taken become findings, others go on. A second run of the same source changes
/// nothing. An empty cell of the source says nothing about the town's cell unless the mapping says "clear".
class ImportRun {
  public:
    /// Throws Error{bad_mapping} for names that do not exist, and for a geometry whose frame is not sound
    /// what import_frame throws; Error{no_transform} where an accepted CRS cannot be brought into the town's.
    ImportRun(const Reader& reader, const SourceLayer& layer, FieldMapping mapping,
              const ImportContext& context);
    ~ImportRun();
    ImportRun(ImportRun&&) noexcept;
    ImportRun& operator=(ImportRun&&) noexcept;

    /// The changes, once; the run must outlive it. Throws Cancelled when the user asked to stop.
    land::ChangeSource changes();
    /// Complete when `changes` has come to its end.
    const ImportReport& report() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace liangdi::exchange
