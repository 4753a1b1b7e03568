#include "parcel_write_layer.hpp"

#include "common/text_fields.hpp"
#include "parcel_fields.hpp"

namespace liangdi::plugins {

namespace {

bool known(const std::string& name) {
    for (const char* own : {field::point_count, field::area_ha, field::code, field::name, field::kind,
                            field::sheet, field::use, field::land_class, field::point_names})
        if (EQUAL(own, name.c_str())) return true;
    const std::size_t length = std::string_view(field::extra).size();
    if (!EQUALN(name.c_str(), field::extra, length)) return false;
    const auto number = integer(name.substr(length));
    return number && *number >= 1 && *number <= 99;
}

}  // namespace

ParcelWriteLayer::ParcelWriteLayer(const char* name, TextFileWriter& writer,
                                   const ParcelTextSettings& settings, const OGRSpatialReference* srs,
                                   std::function<bool()> begin)
    : writer_(writer), settings_(settings), begin_(std::move(begin)), definition_(new OGRFeatureDefn(name)) {
    definition_->Reference();
    SetDescription(name);
    if (srs) {
        // The caller's object may live on its stack, shorter than the layer.
        OGRSpatialReference* own = srs->Clone();
        definition_->GetGeomFieldDefn(0)->SetSpatialRef(own);
        own->Release();
    }
}

ParcelWriteLayer::~ParcelWriteLayer() {
    definition_->Release();
}

OGRFeature* ParcelWriteLayer::GetNextFeature() {
    CPLError(CE_Failure, CPLE_NotSupported, "A file that is being written cannot be read");
    return nullptr;
}

OGRErr ParcelWriteLayer::CreateField(FieldArgument* field, int) {
    if (begun_) {
        CPLError(CE_Failure, CPLE_NotSupported, "A field cannot be added after the first parcel");
        return OGRERR_FAILURE;
    }
    if (!known(field->GetNameRef())) {
        CPLError(
            CE_Warning, CPLE_NotSupported,
            "The format has no column for the field %s; it is left out (POINT_COUNT, AREA_HA, CODE, NAME, "
            "KIND, SHEET, USE, LAND_CLASS, EXTRA_n and POINT_NAMES have one)",
            field->GetNameRef());
        return OGRERR_FAILURE;
    }
    definition_->AddFieldDefn(field);
    return OGRERR_NONE;
}

bool ParcelWriteLayer::begin() {
    if (!begun_) {
        begun_ = true;
        begun_well_ = begin_();
    }
    return begun_well_;
}

OGRErr ParcelWriteLayer::ICreateFeature(OGRFeature* feature) {
    if (!begin()) return OGRERR_FAILURE;
    const std::string what = "parcel " + std::to_string(written_ + 1);
    const auto text = parcel_text(*feature, settings_, what);
    if (!text || !writer_.write(*text, what)) return OGRERR_FAILURE;
    feature->SetFID(written_++);
    return OGRERR_NONE;
}

int ParcelWriteLayer::TestCapability(const char* capability) LIANGDI_GDAL_CONST {
    return EQUAL(capability, OLCSequentialWrite) || EQUAL(capability, OLCStringsAsUTF8) ||
           EQUAL(capability, OLCCreateField);
}

}  // namespace liangdi::plugins
