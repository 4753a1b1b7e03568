#include "exchange/formats.hpp"

#include <algorithm>
#include <array>

#include "exchange/gdal_session.hpp"
#include "exchange/out_format.hpp"
#include "exchange/source_path.hpp"

namespace liangdi::exchange {
namespace {

struct Known {
    const char* driver;
    const char* note;
};

/// In the order in which an office meets them.
constexpr std::array<Known, 17> usual{
    {{"ESRI Shapefile", "encoding by its bytes; without .shx the index is built anew; zipped as well"},
     {"GPKG", ""},
     {"XLSX", "codes stay text; title rows above the header are passed over"},
     {"XLS", "as XLSX"},
     {"ODS", "as XLSX"},
     {"CSV", "GBK or UTF-8; geometry as WKT"},
     {"DXF", "closed lines are areas; names no CRS"},
     {"CAD", "DWG of release 2000 only; ask for DXF"},
     {"LIBKML", "KML, KMZ, OVKML; GCJ-02 is recognised where it is declared"},
     {"GeoJSON", ""},
     {"OpenFileGDB", "FileGDB, also zipped"},
     {"SQLite", "SpatiaLite"},
     {"MapInfo File", "TAB, MIF"},
     {"GML", ""},
     {"FlatGeobuf", ""},
     {"CNParcelTXT", "reporting coordinates"},
     {"CASSDAT", "survey points"}}};

/// What Liangdi writes of this driver: its extensions, and what they do not hold.
void add_writing(FormatInfo& info) {
    for (const OutFormat& format : out_formats()) {
        if (info.driver != format.driver) continue;
        info.writes = true;
        info.written += (info.written.empty() ? "" : " ") + std::string(format.extension);
        if (info.limits.empty()) info.limits = format.note;
    }
}

std::string dotted(const char* extensions) {
    std::string out;
    std::string word;
    for (const char* c = extensions ? extensions : "";; ++c) {
        if (*c != ' ' && *c != '\0') {
            word.push_back(*c);
            continue;
        }
        if (!word.empty()) out += (out.empty() ? "." : " .") + word;
        word.clear();
        if (*c == '\0') return out;
    }
}

}  // namespace

std::vector<FormatInfo> formats() {
    register_gdal();
    std::vector<FormatInfo> out;
    GDALDriverManager* manager = GetGDALDriverManager();
    for (int i = 0; i < manager->GetDriverCount(); ++i) {
        GDALDriver* driver = manager->GetDriver(i);
        const std::string name = driver->GetDescription();
        if (driver->GetMetadataItem(GDAL_DCAP_VECTOR) == nullptr || leads_elsewhere(name)) continue;
        const auto known =
            std::find_if(usual.begin(), usual.end(), [&](const Known& k) { return name == k.driver; });
        FormatInfo info;
        info.driver = name;
        const char* long_name = driver->GetMetadataItem(GDAL_DMD_LONGNAME);
        info.name = long_name ? long_name : name;
        info.extensions = dotted(driver->GetMetadataItem(GDAL_DMD_EXTENSIONS));
        info.reads = driver->GetMetadataItem(GDAL_DCAP_OPEN) != nullptr;
        if (driver->GetMetadataItem(GDAL_DCAP_CREATE) != nullptr) add_writing(info);
        if (known != usual.end()) info.note = known->note;
        out.push_back(std::move(info));
    }
    const auto rank = [](const FormatInfo& info) {
        return std::find_if(usual.begin(), usual.end(),
                            [&](const Known& k) { return info.driver == k.driver; }) -
               usual.begin();
    };
    std::stable_sort(out.begin(), out.end(),
                     [&](const FormatInfo& a, const FormatInfo& b) { return rank(a) < rank(b); });
    return out;
}

}  // namespace liangdi::exchange
