#include <string>

#include "common/text_fields.hpp"
#include "parcel_dataset.hpp"
#include "parcel_fields.hpp"

namespace liangdi::plugins {

namespace {

enum class Opening { none, other_section, ours };

/// Which section a line of the first bytes opens. Another format may speak of 地块坐标 in its text; at the
/// start of a line and in brackets it is ours.
Opening opening(const GDALOpenInfo& info) {
    std::string_view head{reinterpret_cast<const char*>(info.pabyHeader),
                          static_cast<std::size_t>(info.nHeaderBytes)};
    const Sniffed sniffed = sniff_encoding(head);
    head.remove_prefix(sniffed.bom_bytes);
    const bool wide = sniffed.encoding == Encoding::utf16le || sniffed.encoding == Encoding::utf16be;
    if (!wide && head.find('\0') != std::string_view::npos) return Opening::none;
    const std::string text = Decoder(sniffed.encoding).decode(head).text;
    Opening found = Opening::none;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        if (const auto name = section_name(std::string_view(text).substr(at, end - at))) {
            found = Opening::other_section;
            if (*name == header_section || *name == body_section) return Opening::ours;
        }
        at = end + 1;
    }
    return found;
}

/// The user's word on the frame (open option CRS), else what the file says.
bool assign_srs(GDALOpenInfo* info, ParcelFrame& frame, OGRSpatialReference& srs, bool& assigned) {
    const char* given = CSLFetchNameValue(info->papszOpenOptions, "CRS");
    for (const auto& remark : frame.remarks)
        CPLError(remark.contradiction && !given ? CE_Failure : CE_Warning, CPLE_AppDefined, "%s: %s%s",
                 info->pszFilename, remark.text.c_str(),
                 remark.contradiction && !given ? " (open option CRS=EPSG:… says which is right)" : "");
    assigned = given ? srs.SetFromUserInput(given) == OGRERR_NONE
                     : frame.epsg != 0 && srs.importFromEPSG(frame.epsg) == OGRERR_NONE;
    if (given && !assigned) return false;
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return true;
}

}  // namespace

int ParcelReadDataset::identify(GDALOpenInfo* info) {
    if (info->bIsDirectory || !info->fpL || info->nHeaderBytes < 8) return FALSE;
    Opening found = opening(*info);
    // A section about the project may stand before the header.
    if (found == Opening::other_section && info->TryToIngest(16384)) found = opening(*info);
    return found == Opening::ours;
}

GDALDataset* ParcelReadDataset::open(GDALOpenInfo* info) {
    if (!identify(info)) return nullptr;
    if (info->eAccess == GA_Update) {
        CPLError(CE_Failure, CPLE_NotSupported,
                 "%s: a parcel TXT cannot be changed in place; write a new one", info->pszFilename);
        return nullptr;
    }
    auto reader =
        TextLineReader::open(info->pszFilename, CSLFetchNameValueDef(info->papszOpenOptions, "ENCODING", ""));
    if (!reader) return nullptr;
    auto complaints = std::make_unique<Complaints>(info->pszFilename);
    ParcelFileSummary summary = summarise(*reader, *complaints);
    ParcelFrame frame = deduce_frame(summary.header, summary.evidence);
    OGRSpatialReference srs;
    bool assigned = false;
    if (!assign_srs(info, frame, srs, assigned)) return nullptr;

    auto dataset = std::make_unique<ParcelReadDataset>();
    dataset->SetDescription(info->pszFilename);
    CPLStringList in_order;
    for (const auto& item : summary.header) {
        dataset->SetMetadataItem(item.key.c_str(), item.value.c_str());
        in_order.AddNameValue(item.key.c_str(), item.value.c_str());
    }
    if (!in_order.empty()) dataset->SetMetadata(in_order.List(), domain::header);
    for (const auto& [name, lines] : summary.sections) {
        const char* before = dataset->GetMetadataItem(name.c_str(), domain::sections);
        const std::string all = (before ? before : "") + lines;
        dataset->SetMetadataItem(name.c_str(), all.c_str(), domain::sections);
    }
    dataset->SetMetadataItem("ENCODING", encoding_name(reader->encoding()), domain::reading);
    dataset->SetMetadataItem(
        "AXIS_ORDER", frame.order == AxisOrder::east_first ? "EAST_FIRST" : "NORTH_FIRST", domain::reading);
    const std::string name = CPLGetBasename(info->pszFilename);
    OGRSpatialReference* shared = assigned ? srs.Clone() : nullptr;
    dataset->layer_ = std::make_unique<ParcelReadLayer>(name.c_str(), std::move(reader), std::move(summary),
                                                        frame, shared, std::move(complaints));
    if (shared) shared->Release();
    return dataset.release();
}

}  // namespace liangdi::plugins
