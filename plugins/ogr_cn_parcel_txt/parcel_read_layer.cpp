#include "parcel_read_layer.hpp"

#include "parcel_fields.hpp"
#include "parcel_geometry.hpp"

namespace liangdi::plugins {

namespace {

OGRwkbGeometryType layer_type(const ParcelFileSummary& summary) {
    if (summary.has_faces + summary.has_lines + summary.has_points != 1) return wkbUnknown;
    if (summary.has_faces) return summary.has_multi ? wkbMultiPolygon : wkbPolygon;
    if (summary.has_lines) return summary.has_multi ? wkbMultiLineString : wkbLineString;
    return summary.has_multi ? wkbMultiPoint : wkbPoint;
}

void add_field(OGRFeatureDefn& definition, const std::string& name, OGRFieldType type) {
    OGRFieldDefn field(name.c_str(), type);
    definition.AddFieldDefn(&field);
}

}  // namespace

ParcelReadLayer::ParcelReadLayer(const char* name, std::unique_ptr<TextLineReader> reader,
                                 ParcelFileSummary summary, const ParcelFrame& frame,
                                 const OGRSpatialReference* srs, std::unique_ptr<Complaints> complaints)
    : reader_(std::move(reader)),
      blocks_(std::move(summary.blocks)),
      frame_(frame),
      complaints_(std::move(complaints)),
      definition_(new OGRFeatureDefn(name)) {
    definition_->Reference();
    definition_->SetGeomType(layer_type(summary));
    promote_ = summary.has_multi && definition_->GetGeomType() != wkbUnknown;
    definition_->GetGeomFieldDefn(0)->SetSpatialRef(const_cast<OGRSpatialReference*>(srs));
    SetDescription(name);
    add_field(*definition_, field::point_count, OFTInteger);
    add_field(*definition_, field::area_ha, OFTReal);
    for (const char* text :
         {field::code, field::name, field::kind, field::sheet, field::use, field::land_class})
        add_field(*definition_, text, OFTString);
    for (std::size_t i = 1; i <= summary.extra_columns; ++i)
        add_field(*definition_, field::extra + std::to_string(i), OFTString);
    add_field(*definition_, field::point_names, OFTStringList);
}

ParcelReadLayer::~ParcelReadLayer() {
    definition_->Release();
}

OGRFeature* ParcelReadLayer::read(std::size_t index) {
    const ParcelBlock block = read_block(*reader_, blocks_[index], *complaints_);
    const double tolerance = frame_.geographic ? 2e-8 : 0.002;
    ParcelGeometry parcel =
        geometry_of(block, rings_of(block, frame_.order, *complaints_), tolerance, *complaints_);

    auto feature = std::make_unique<OGRFeature>(definition_);
    feature->SetFID(static_cast<GIntBig>(index));
    const auto set = [&](const char* name, const std::string& text) {
        if (!text.empty()) feature->SetField(definition_->GetFieldIndex(name), text.c_str());
    };
    const ParcelRow& row = block.row;
    if (row.point_count && *row.point_count >= 0 && *row.point_count <= INT_MAX)
        feature->SetField(definition_->GetFieldIndex(field::point_count), static_cast<int>(*row.point_count));
    std::string note;
    if (const auto area = declared_hectares(row.area, note))
        feature->SetField(definition_->GetFieldIndex(field::area_ha), *area);
    else if (!note.empty())
        complaints_->line(block.line, note);
    set(field::code, row.code);
    set(field::name, row.name);
    set(field::kind, kind_word(row.kind));
    set(field::sheet, row.sheet);
    set(field::use, row.use);
    set(field::land_class, row.land_class);
    for (std::size_t i = 0; i < row.extra.size(); ++i)
        set((field::extra + std::to_string(i + 1)).c_str(), row.extra[i]);
    CPLStringList names;
    for (const auto& name : parcel.names) names.AddString(name.c_str());
    if (!names.empty()) feature->SetField(definition_->GetFieldIndex(field::point_names), names.List());

    if (parcel.geometry) {
        OGRGeometry* geometry = parcel.geometry.release();
        if (promote_) geometry = OGRGeometryFactory::forceTo(geometry, definition_->GetGeomType());
        geometry->assignSpatialReference(definition_->GetGeomFieldDefn(0)->GetSpatialRef());
        feature->SetGeometryDirectly(geometry);
    }
    return feature.release();
}

OGRFeature* ParcelReadLayer::GetNextFeature() {
    while (next_ < blocks_.size()) {
        std::unique_ptr<OGRFeature> feature(read(next_++));
        if ((!m_poFilterGeom || FilterGeometry(feature->GetGeometryRef())) &&
            (!m_poAttrQuery || m_poAttrQuery->Evaluate(feature.get())))
            return feature.release();
    }
    return nullptr;
}

OGRFeature* ParcelReadLayer::GetFeature(GIntBig fid) {
    if (fid < 0 || fid >= static_cast<GIntBig>(blocks_.size())) return nullptr;
    return read(static_cast<std::size_t>(fid));
}

OGRErr ParcelReadLayer::SetNextByIndex(GIntBig index) {
    if (m_poFilterGeom || m_poAttrQuery) return OGRLayer::SetNextByIndex(index);
    if (index < 0 || index > static_cast<GIntBig>(blocks_.size())) return OGRERR_FAILURE;
    next_ = static_cast<std::size_t>(index);
    return OGRERR_NONE;
}

GIntBig ParcelReadLayer::GetFeatureCount(int force) {
    if (m_poFilterGeom || m_poAttrQuery) return OGRLayer::GetFeatureCount(force);
    return static_cast<GIntBig>(blocks_.size());
}

int ParcelReadLayer::TestCapability(const char* capability) LIANGDI_GDAL_CONST {
    if (EQUAL(capability, OLCStringsAsUTF8) || EQUAL(capability, OLCRandomRead)) return TRUE;
    if (EQUAL(capability, OLCFastFeatureCount) || EQUAL(capability, OLCFastSetNextByIndex))
        return !m_poFilterGeom && !m_poAttrQuery;
    return FALSE;
}

}  // namespace liangdi::plugins
