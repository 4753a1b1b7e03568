#include "exchange/export_survey.hpp"

#include <algorithm>

#include "exchange/text_encoding.hpp"
#include "geo/spatialite_blob.hpp"
#include "land/date.hpp"

namespace liangdi::exchange {

TableSurvey survey(const land::RowSource& rows, const std::string& encoding, land::Progress& progress) {
    constexpr const char* first_date = "1901-01-01";  // spreadsheets count their days from there
    TableSurvey out;
    out.columns.resize(rows.columns().size());
    const std::int64_t total = rows.count();
    const bool recoded = encoding != "UTF-8";
    rows.each([&](const land::RowView& row) {
        progress.at(rows.table().name, out.rows++, total);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            ColumnSurvey& column = out.columns[i];
            if (land::is_null(row.cells[i])) continue;
            ++column.filled;
            const auto* text = std::get_if<std::string>(&row.cells[i]);
            if (text == nullptr) {
                column.dates = false;
                continue;
            }
            const auto bytes = recoded ? from_utf8(*text, encoding) : *text;
            column.most_bytes = std::max(column.most_bytes, bytes ? bytes->size() : text->size());
            column.dates = column.dates && land::parse_iso_date(*text) && *text >= first_date;
        }
        if (row.blob.empty()) return true;
        ++out.shapes;
        if (const auto box = geo::box_of_spatialite_blob(row.blob)) out.box.add(*box);
        return true;
    });
    return out;
}

}  // namespace liangdi::exchange
