#include "cass_write.hpp"

#include <cmath>
#include <string>

#include "common/spatial_axes.hpp"
#include "common/text_fields.hpp"

namespace liangdi::plugins {

CassWriteLayer::CassWriteLayer(const char* name, TextFileWriter& writer, int decimals,
                               const OGRSpatialReference* srs)
    : writer_(writer),
      decimals_(decimals),
      north_first_(srs && data_is_north_first(*srs)),
      definition_(new OGRFeatureDefn(name)) {
    definition_->Reference();
    SetDescription(name);
    definition_->SetGeomType(wkbPoint25D);
    if (srs) {
        // The caller's object may live on its stack, shorter than the layer.
        OGRSpatialReference* own = srs->Clone();
        definition_->GetGeomFieldDefn(0)->SetSpatialRef(own);
        own->Release();
    }
}

CassWriteLayer::~CassWriteLayer() {
    definition_->Release();
}

OGRFeature* CassWriteLayer::GetNextFeature() {
    CPLError(CE_Failure, CPLE_NotSupported, "A file that is being written cannot be read");
    return nullptr;
}

OGRErr CassWriteLayer::CreateField(FieldArgument* field, int) {
    for (const char* known : {"NAME", "CODE", "HEIGHT"}) {
        if (!EQUAL(known, field->GetNameRef())) continue;
        definition_->AddFieldDefn(field);
        return OGRERR_NONE;
    }
    CPLError(CE_Warning, CPLE_NotSupported,
             "The format has no column for the field %s; it is left out (NAME, CODE and HEIGHT have one)",
             field->GetNameRef());
    return OGRERR_FAILURE;
}

OGRErr CassWriteLayer::ICreateFeature(OGRFeature* feature) {
    const std::string what = "point " + std::to_string(written_ + 1);
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (!geometry || wkbFlatten(geometry->getGeometryType()) != wkbPoint || geometry->IsEmpty()) {
        CPLError(CE_Failure, CPLE_NotSupported, "%s: the format holds points only", what.c_str());
        return OGRERR_FAILURE;
    }
    const OGRPoint& point = *geometry->toPoint();
    const double east = north_first_ ? point.getY() : point.getX();
    const double north = north_first_ ? point.getX() : point.getY();
    if (!std::isfinite(east) || !std::isfinite(north) || std::abs(east) >= 1e9 || std::abs(north) >= 1e9) {
        CPLError(CE_Failure, CPLE_AppDefined, "%s: a coordinate is no number or beyond 1e9", what.c_str());
        return OGRERR_FAILURE;
    }
    bool changed = false;
    const auto text = [&](const char* name) {
        const int i = feature->GetFieldIndex(name);
        return i >= 0 && feature->IsFieldSetAndNotNull(i) ? writable(feature->GetFieldAsString(i), changed)
                                                          : std::string();
    };
    const auto number = [&](double value) { return std::string(CPLSPrintf("%.*f", decimals_, value)); };
    const int height_field = feature->GetFieldIndex("HEIGHT");
    std::string height;
    if (height_field >= 0 && feature->IsFieldSetAndNotNull(height_field))
        height = number(feature->GetFieldAsDouble(height_field));
    else if (point.Is3D() && std::isfinite(point.getZ()))
        height = number(point.getZ());
    std::string name = text("NAME");
    if (name.empty()) name = std::to_string(written_ + 1);
    const std::string line =
        name + "," + text("CODE") + "," + number(east) + "," + number(north) + "," + height + "\n";
    if (changed)
        CPLError(CE_Warning, CPLE_AppDefined,
                 "%s: a comma or line end in a text was written as ， or a blank", what.c_str());
    if (!writer_.write(line, what)) return OGRERR_FAILURE;
    feature->SetFID(written_++);
    return OGRERR_NONE;
}

int CassWriteLayer::TestCapability(const char* capability) LIANGDI_GDAL_CONST {
    return EQUAL(capability, OLCSequentialWrite) || EQUAL(capability, OLCStringsAsUTF8) ||
           EQUAL(capability, OLCCreateField);
}

GDALDataset* CassWriteDataset::create(const char* path, int, int, int, GDALDataType, char** options) {
    const char* text = CSLFetchNameValueDef(options, "DECIMALS", "3");
    const auto decimals = integer(text);
    if (!decimals || *decimals < 0 || *decimals > 12) {
        CPLError(CE_Failure, CPLE_IllegalArg, "DECIMALS=%s is none of 0 to 12", text);
        return nullptr;
    }
    auto writer = TextFileWriter::create(path, CSLFetchNameValueDef(options, "ENCODING", ""));
    if (!writer) return nullptr;
    auto dataset = std::make_unique<CassWriteDataset>();
    dataset->SetDescription(path);
    dataset->eAccess = GA_Update;
    dataset->writer_ = std::move(writer);
    dataset->decimals_ = static_cast<int>(*decimals);
    return dataset.release();
}

OGRLayer* CassWriteDataset::create_layer(const char* name, const OGRSpatialReference* srs) {
    if (layer_) {
        CPLError(CE_Failure, CPLE_NotSupported, "A CASS DAT holds one layer");
        return nullptr;
    }
    layer_ = std::make_unique<CassWriteLayer>(name, *writer_, decimals_, srs);
    return layer_.get();
}

}  // namespace liangdi::plugins
