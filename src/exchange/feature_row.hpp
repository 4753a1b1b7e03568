#pragma once

#include <cstdint>
#include <string>

#include "exchange/gdal_session.hpp"
#include "exchange/reader.hpp"

/// A feature of GDAL's as a row of ours.
namespace liangdi::exchange {

/// What the reader knows about a layer beyond its public face.
struct LayerPlan {
    OGRLayer* ogr = nullptr;
    std::string encoding = "UTF-8";
    EncodingWord word;
    bool raw = false;    ///< GDAL hands the bytes through
    bool sheet = false;  ///< rows come numbered as in the sheet, header among them
    std::int64_t header_row = 0;
    int wkt_field = -1;  ///< column of a sheet that holds geometry as text
    bool north_first = false;
    std::int64_t fid_offset = 0;
    bool number_by_fid = false;
};

/// Text of a field as UTF-8; empty where it is not set.
std::string text_of(const OGRFeature& feature, int field, const LayerPlan& plan);

/// The row, `ordinal` being its number where the source gives none. False where a sheet's row has no content.
bool row_of(const OGRFeature& feature, const LayerPlan& plan, const SourceLayer& layer, std::int64_t ordinal,
            SourceRow& row);

}  // namespace liangdi::exchange
