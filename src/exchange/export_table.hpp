#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "exchange/export_columns.hpp"
#include "exchange/export_readback.hpp"
#include "exchange/writer.hpp"
#include "geo/crs.hpp"
#include "land/progress.hpp"
#include "land/row_source.hpp"

namespace liangdi::exchange {

/// How a town is given away.
struct ExportForm {
    const OutFormat* format = nullptr;
    NameStyle names = NameStyle::town;
    std::string encoding;    ///< "GBK" or "UTF-8", "" for what the format is used to
    geo::Crs town_crs, crs;  ///< crs: of the coordinates in the file
};

/// One table of the town into one layer of a file: write it, then read it back from the finished file.
class TableExport {
  public:
    /// `rows` must outlive it. `layer` is the layer's name, "" for the table's in the form's style.
    TableExport(const land::RowSource& rows, const ExportForm& form, std::string layer);

    /// A row that the file cannot hold as it is, is left out with a finding; never cut.
    void write(Writer& writer, land::Progress& progress);
    /// `lost`: rows of tables before this one that do not come back.
    void read_back(const std::filesystem::path& file, LostRows& lost, land::Progress& progress);

    const land::RowSource& rows() const { return rows_; }
    const std::string& layer() const { return layer_; }
    const ExportReport& report() const { return report_; }
    bool has_shapes() const { return shapes_; }  ///< in the file
    bool names_crs() const { return !report_.by_rule.contains("export.crs_not_held"); }
    std::size_t layers_in_file() const { return layers_in_file_; }  ///< after read_back
    /// What brings the rows back; after read_back. Without a table where the file lacks what import needs.
    const FieldMapping& mapping() const { return mapping_; }

  private:
    OutLayer out_layer(const TableSurvey& found) const;
    void refuse(const land::RowView& row, const std::string& rule, const std::string& reason);
    void make_mapping(const std::vector<std::string>& key);

    const land::RowSource& rows_;
    ExportForm form_;
    std::string layer_, encoding_;
    bool shapes_ = false;
    TableSurvey found_;
    std::vector<ExportColumn> columns_;
    std::set<std::int64_t> refused_;
    std::size_t layers_in_file_ = 1;
    FieldMapping mapping_;
    ExportReport report_;
};

/// The encoding that such a file is written in, where the user has a choice or the format has a custom.
std::string export_encoding(const OutFormat& format, const std::string& said);

}  // namespace liangdi::exchange
