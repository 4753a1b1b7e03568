#include "exchange/feature_row.hpp"

#include <fmt/format.h>

#include "exchange/gdal_geometry.hpp"
#include "exchange/text_encoding.hpp"

namespace liangdi::exchange {
namespace {

land::Value iso_date(const OGRFeature& feature, int field) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (!feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone)) return {};
    std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    // Some formats know no dates and keep them as midnights.
    if (hour != 0 || minute != 0 || second != 0)
        text += fmt::format("T{:02}:{:02}:{:02}", hour, minute, static_cast<int>(second));
    return text;
}

land::Value cell_of(const OGRFeature& feature, int field, const LayerPlan& plan) {
    if (!feature.IsFieldSetAndNotNull(field)) return {};
    switch (feature.GetFieldDefnRef(field)->GetType()) {
        case OFTInteger:
        case OFTInteger64:
            return std::int64_t{feature.GetFieldAsInteger64(field)};
        case OFTReal:
            return feature.GetFieldAsDouble(field);
        case OFTBinary: {
            int size = 0;
            const GByte* bytes =
                const_cast<OGRFeature&>(feature).GetFieldAsBinary(field, &size);  // GDAL forgot const
            const auto* first = reinterpret_cast<const std::byte*>(bytes);
            return land::Bytes(first, first + size);
        }
        case OFTDate:
        case OFTDateTime:
            return iso_date(feature, field);
        default:
            return land::text_or_null(text_of(feature, field, plan));
    }
}

}  // namespace

std::string text_of(const OGRFeature& feature, int field, const LayerPlan& plan) {
    std::string bytes = feature.IsFieldSetAndNotNull(field) ? feature.GetFieldAsString(field) : "";
    if (!plan.raw) return bytes;
    // GDAL leaves the byte-order mark of some text files in the first cell.
    return to_utf8(bytes.starts_with("\xEF\xBB\xBF") ? std::string_view(bytes).substr(3) : bytes,
                   plan.encoding);
}

bool row_of(const OGRFeature& feature, const LayerPlan& plan, const SourceLayer& layer, std::int64_t ordinal,
            SourceRow& row) {
    row = {};
    row.row = plan.number_by_fid ? feature.GetFID() + plan.fid_offset : ordinal;
    bool any = false;
    row.cells.reserve(layer.fields.size());
    for (int i = 0; i < static_cast<int>(layer.fields.size()); ++i) {
        row.cells.push_back(i < feature.GetFieldCount() ? cell_of(feature, i, plan) : land::Value{});
        any = any || !land::is_null(row.cells.back());
    }
    if (plan.sheet) {
        if (plan.wkt_field >= 0) {
            const auto* wkt = std::get_if<std::string>(&row.cells[static_cast<std::size_t>(plan.wkt_field)]);
            if (wkt) put_geometry(from_wkt(*wkt), row);
        }
        return any;
    }
    if (const OGRGeometry* geometry = feature.GetGeometryRef())
        put_geometry(from_ogr(geometry, plan.north_first), row);
    return true;
}

}  // namespace liangdi::exchange
