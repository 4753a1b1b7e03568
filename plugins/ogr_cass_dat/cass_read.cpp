#include "cass_read.hpp"

#include <string>

namespace liangdi::plugins {

namespace {

/// By the majority of the first points; the format's order where they do not tell.
AxisOrder order_of(TextLineReader& reader) {
    TextLine line;
    CassLine parsed;
    int north = 0;
    int east = 0;
    for (int i = 0; i < 1000 && reader.next(line); ++i) {
        parse_cass_line(line.text, parsed);
        if (parsed.kind != CassLineKind::point) continue;
        const AxisOrder order = axis_order(parsed.point.first, parsed.point.second);
        north += order == AxisOrder::north_first;
        east += order == AxisOrder::east_first;
    }
    reader.rewind();
    return north > east ? AxisOrder::north_first : AxisOrder::east_first;
}

void add_field(OGRFeatureDefn& definition, const char* name, OGRFieldType type) {
    OGRFieldDefn field(name, type);
    definition.AddFieldDefn(&field);
}

}  // namespace

CassReadLayer::CassReadLayer(const char* name, std::unique_ptr<TextLineReader> reader,
                             const std::string& path, AxisOrder order, const OGRSpatialReference* srs)
    : reader_(std::move(reader)), complaints_(path), order_(order), definition_(new OGRFeatureDefn(name)) {
    definition_->Reference();
    SetDescription(name);
    definition_->SetGeomType(wkbPoint25D);
    definition_->GetGeomFieldDefn(0)->SetSpatialRef(const_cast<OGRSpatialReference*>(srs));
    add_field(*definition_, "NAME", OFTString);
    add_field(*definition_, "CODE", OFTString);
    add_field(*definition_, "HEIGHT", OFTReal);
}

CassReadLayer::~CassReadLayer() {
    definition_->Release();
}

void CassReadLayer::ResetReading() {
    reader_->rewind();
    next_fid_ = 0;
}

OGRFeature* CassReadLayer::next_point() {
    while (reader_->next(line_)) {
        parse_cass_line(line_.text, parsed_);
        if (parsed_.kind == CassLineKind::blank) continue;
        if (!line_.damage.empty()) complaints_.line(line_.number, line_.damage);
        const bool lost = parsed_.kind == CassLineKind::unreadable;
        if (!parsed_.why.empty()) complaints_.line(line_.number, parsed_.why + (lost ? "; left out" : ""));
        if (lost) continue;
        const CassPoint& point = parsed_.point;
        const AxisOrder own = axis_order(point.first, point.second);
        if (own != AxisOrder::unclear && own != order_)
            complaints_.line(line_.number,
                             "northing and easting are the other way round than in the other lines; "
                             "read accordingly");
        const bool north = (own == AxisOrder::unclear ? order_ : own) == AxisOrder::north_first;
        auto feature = std::make_unique<OGRFeature>(definition_);
        feature->SetFID(next_fid_++);
        if (!point.name.empty()) feature->SetField(0, point.name.c_str());
        if (!point.code.empty()) feature->SetField(1, point.code.c_str());
        auto place = std::make_unique<OGRPoint>(north ? point.second : point.first,
                                                north ? point.first : point.second);
        if (point.height) {
            feature->SetField(2, *point.height);
            place->setZ(*point.height);
        }
        place->assignSpatialReference(definition_->GetGeomFieldDefn(0)->GetSpatialRef());
        feature->SetGeometryDirectly(place.release());
        return feature.release();
    }
    return nullptr;
}

OGRFeature* CassReadLayer::GetNextFeature() {
    for (;;) {
        std::unique_ptr<OGRFeature> feature(next_point());
        if (!feature || ((!m_poFilterGeom || FilterGeometry(feature->GetGeometryRef())) &&
                         (!m_poAttrQuery || m_poAttrQuery->Evaluate(feature.get()))))
            return feature.release();
    }
}

int CassReadDataset::identify(GDALOpenInfo* info) {
    if (info->bIsDirectory || !info->fpL || info->nHeaderBytes == 0) return FALSE;
    if (!EQUAL(CPLGetExtension(info->pszFilename), "dat")) return FALSE;
    const auto size = static_cast<std::size_t>(info->nHeaderBytes);
    return looks_like_cass({reinterpret_cast<const char*>(info->pabyHeader), size}, size < 1024);
}

GDALDataset* CassReadDataset::open(GDALOpenInfo* info) {
    if (!identify(info)) return nullptr;
    if (info->eAccess == GA_Update) {
        CPLError(CE_Failure, CPLE_NotSupported, "%s: a CASS DAT cannot be changed in place; write a new one",
                 info->pszFilename);
        return nullptr;
    }
    OGRSpatialReference srs;
    const char* crs = CSLFetchNameValue(info->papszOpenOptions, "CRS");
    if (crs && srs.SetFromUserInput(crs) != OGRERR_NONE) return nullptr;
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    auto reader =
        TextLineReader::open(info->pszFilename, CSLFetchNameValueDef(info->papszOpenOptions, "ENCODING", ""));
    if (!reader) return nullptr;
    const AxisOrder order = order_of(*reader);
    if (order == AxisOrder::north_first)
        CPLError(CE_Warning, CPLE_AppDefined,
                 "%s: the columns are swapped: the northing stands before the easting; read accordingly",
                 info->pszFilename);
    auto dataset = std::make_unique<CassReadDataset>();
    dataset->SetDescription(info->pszFilename);
    OGRSpatialReference* shared = crs ? srs.Clone() : nullptr;
    const std::string name = CPLGetBasename(info->pszFilename);
    dataset->layer_ =
        std::make_unique<CassReadLayer>(name.c_str(), std::move(reader), info->pszFilename, order, shared);
    if (shared) shared->Release();
    return dataset.release();
}

}  // namespace liangdi::plugins
