#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "exchange/export_columns.hpp"
#include "geo/crs.hpp"
#include "land/progress.hpp"
#include "land/row_source.hpp"

namespace liangdi::exchange {

/// Rows that do not come back, by what points to them: "flat.code" -> the codes. Rows that point to them
/// cannot come back either, and so on, so it is kept from one table to the next.
class LostRows {
  public:
    void add(const land::RowSource& rows, const land::RowView& row);
    bool has(const std::string& find, const std::string& text) const;

  private:
    std::map<std::string, std::set<std::string>> codes_;
};

/// A written layer and the rows it was written from.
struct WrittenLayer {
    std::filesystem::path file;
    std::string name;      ///< of the layer; taken for the file's only one where it is not found
    std::string encoding;  ///< as an import will be told, "" where the file says it itself
    geo::Crs town_crs, crs;
    bool shapes = false;  ///< the rows' shapes are in it
    const land::RowSource* rows = nullptr;
    const TableSurvey* found = nullptr;               ///< of these rows
    const std::set<std::int64_t>* refused = nullptr;  ///< ids of rows that are not in it
    LostRows* lost = nullptr;  ///< of the tables before this one; rows of this one are added
};

struct ReadBackResult {
    std::size_t layers = 1;        ///< in the file
    std::vector<std::string> key;  ///< columns by which an import tells the rows apart (export_key)
};

/// Reads the layer as an import reads it and holds every cell and every shape against the town. What would
/// come back otherwise is reported, whatever the reason: so no loss of a format goes unsaid. Columns that
/// the file does not have are taken out of `columns`, others get the name under which they are read.
ReadBackResult read_back(const WrittenLayer& written, std::vector<ExportColumn>& columns,
                         ExportReport& report, land::Progress& progress);

}  // namespace liangdi::exchange
