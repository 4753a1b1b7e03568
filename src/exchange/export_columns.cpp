#include "exchange/export_columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exchange/short_names.hpp"
#include "land/area.hpp"

namespace liangdi::exchange {
namespace {

using land::ColumnType;
using land::Severity;

bool in_hundredths(const land::ColumnShape& column) {
    return column.name.ends_with("_hundredths") && column.type == ColumnType::integer;
}

OutField field_of(const land::RowColumn& column, const ColumnSurvey& found, const OutFormat& format) {
    OutField field;
    if (in_hundredths(column.shape)) {
        // The number fields of a DBF are decimal text; elsewhere a number would be a binary fraction.
        if (format.is("ESRI Shapefile")) field = {{}, FieldType::real, 18, 2};
    } else if (!column.find.empty()) {
        field.type = FieldType::text;
    } else {
        switch (column.shape.type) {
            case ColumnType::integer:
            case ColumnType::flag:
                field.type = FieldType::integer;
                break;
            case ColumnType::real:
                field.type = FieldType::real;
                break;
            case ColumnType::date:
                field.type = found.dates ? FieldType::date : FieldType::text;
                break;
            default:
                break;
        }
    }
    // MapInfo has no whole numbers of 64 bits; a decimal without decimals holds them to 2^53.
    if (format.is("MapInfo File") && field.type == FieldType::integer) field = {{}, FieldType::real, 18, 0};
    if (field.type == FieldType::text && format.text_bytes > 0) {
        constexpr std::size_t of_an_area = 20;
        const std::size_t wanted = in_hundredths(column.shape) ? of_an_area : found.most_bytes;
        field.width =
            static_cast<int>(std::clamp<std::size_t>(wanted, 1, static_cast<std::size_t>(format.text_bytes)));
    }
    return field;
}

/// Smaller is a better part of a key; below 2 it belongs to any key of a table without codes.
int key_rank(const land::RowColumn& column) {
    if (!column.find.empty()) return column.shape.required ? 0 : 2;
    if (!column.shape.choices.empty()) return column.shape.required ? 1 : 3;
    switch (column.shape.type) {
        case ColumnType::date:
            return 4;
        case ColumnType::text:
            return column.shape.required ? 5 : 6;
        case ColumnType::integer:
            return 7;
        default:
            return 8;
    }
}

}  // namespace

land::Value ExportColumn::given(const land::Value& cell) const {
    const auto* whole = std::get_if<std::int64_t>(&cell);
    return hundredths() && whole ? land::Value{land::format_hundredths(*whole)} : cell;
}

std::vector<ExportColumn> export_columns(const land::RowSource& rows, const TableSurvey& survey,
                                         const OutFormat& format, NameStyle style,
                                         const std::string& encoding, ExportReport& report) {
    const std::string& table = rows.table().name;
    // GDAL garbles Chinese field names of a MapInfo file; its cells are sound.
    if (format.is("MapInfo File") && style == NameStyle::chinese) style = NameStyle::town;
    std::vector<ExportColumn> out;
    std::vector<std::string> names;
    std::string left_out;
    for (std::size_t i = 0; i < rows.columns().size(); ++i) {
        const land::RowColumn& column = rows.columns()[i];
        const ColumnSurvey& found = survey.columns[i];
        if (column.shape.type == ColumnType::blob) {
            if (found.filled > 0)
                report.note(Severity::warning, "export.bytes_left_out", table, column.shape.name,
                            fmt::format("{} files kept in the town are not exported", found.filled),
                            "save them one by one from the window");
            continue;
        }
        ExportColumn one;
        one.source = i;
        one.field = field_of(column, found, format);
        std::string name = column_name(style, table, rows.table().extends, column.shape.name);
        if (format.own_fields) name = place_of(format, column.shape.name);
        if (name.empty()) {
            if (found.filled > 0) left_out += (left_out.empty() ? "" : ", ") + column.shape.name;
            continue;
        }
        names.push_back(std::move(name));
        one.rule.to = column.shape.name;
        one.rule.find = column.find;
        if (in_hundredths(column.shape)) one.rule.as = ReadAs::hundredths;
        out.push_back(std::move(one));
    }
    if (!left_out.empty())
        report.note(Severity::warning, "export.columns_left_out", table, "",
                    fmt::format("{} has no place for the columns {}", format.driver, left_out),
                    "write a GeoPackage to keep them");
    const std::vector<std::string> shortened = short_names(names, format.name_bytes, encoding);
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].field.name = out[i].rule.from = shortened[i];
        if (shortened[i] != names[i])
            report.note(Severity::note, "export.name_shortened", table, names[i],
                        fmt::format("the field is called \"{}\" in the file", shortened[i]),
                        "the mapping beside the file says which is which");
    }
    return out;
}

std::vector<std::string> export_key(const land::RowSource& rows, const TableSurvey& survey,
                                    const std::vector<ExportColumn>& columns) {
    const auto shape_of = [&](const ExportColumn& c) -> const land::RowColumn& {
        return rows.columns()[c.source];
    };
    std::vector<std::size_t> order;  // of sources, best first
    for (const ExportColumn& c : columns)
        if (survey.columns[c.source].filled > 0 || survey.rows == 0) order.push_back(c.source);
    const auto rank = [&](std::size_t i) { return key_rank(rows.columns()[i]); };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
    std::vector<std::size_t> key;
    for (const char* name : {"code", "contract_no"})
        for (const ExportColumn& c : columns)
            if (key.empty() && shape_of(c).shape.name == name) key.push_back(c.source);
    if (key.empty())
        for (const std::size_t i : order)
            if (rank(i) < 2) key.push_back(i);
    if (key.empty() && !order.empty()) key.push_back(order.front());
    bool apart = !key.empty() && rows.tells_apart(key);
    for (std::size_t n = 0; n < order.size() && !apart; ++n) {
        if (std::find(key.begin(), key.end(), order[n]) != key.end()) continue;
        key.push_back(order[n]);
        apart = rows.tells_apart(key);
    }
    std::vector<std::string> names;
    for (const std::size_t i : key) names.push_back(rows.columns()[i].shape.name);
    return names;
}

}  // namespace liangdi::exchange
