#include "plugin_files.hpp"

#include <cpl_string.h>
#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace liangdi::tests {

namespace {

void load_drivers() {
    static const bool once = [] {
        CPLSetConfigOption("GDAL_DRIVER_PATH", LIANGDI_GDAL_PLUGINS);
        GDALAllRegister();
        return true;
    }();
    REQUIRE(once);
}

void CPL_STDCALL collect(CPLErr level, CPLErrorNum, const char* text) {
    auto* messages = static_cast<Messages*>(CPLGetErrorHandlerUserData());
    if (level >= CE_Warning) messages->all.push_back({level, text});
}

}  // namespace

PluginFolder::PluginFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "liangdi-plugins-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()));
    folder_ = pattern;
}

PluginFolder::~PluginFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string PluginFolder::write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return path(name);
}

std::string bytes_of(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

std::string gbk(const std::string& utf8) {
    char* text = CPLRecode(utf8.c_str(), "UTF-8", "GBK");
    std::string out = text;
    CPLFree(text);
    return out;
}

std::string utf16le(const std::string& utf8) {
    wchar_t* wide = CPLRecodeToWChar(utf8.c_str(), "UTF-8", "UCS-4LE");
    std::string out;
    for (const wchar_t* c = wide; *c; ++c) {
        out += static_cast<char>(*c & 0xFF);
        out += static_cast<char>((*c >> 8) & 0xFF);
    }
    CPLFree(wide);
    return out;
}

Messages::Messages() {
    CPLPushErrorHandlerEx(collect, this);
}

Messages::~Messages() {
    CPLPopErrorHandler();
}

bool Messages::has(std::initializer_list<const char*> parts, CPLErr level) const {
    for (const auto& message : all) {
        bool holds_all = message.level == level;
        for (const char* part : parts) holds_all = holds_all && message.text.find(part) != std::string::npos;
        if (holds_all) return true;
    }
    return false;
}

std::unique_ptr<GDALDataset> open_with(const char* driver, const std::string& path,
                                       const std::vector<std::string>& options) {
    load_drivers();
    const char* const allowed[] = {driver, nullptr};
    CPLStringList list;
    for (const auto& option : options) list.AddString(option.c_str());
    return std::unique_ptr<GDALDataset>(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR, allowed, list.List()));
}

std::unique_ptr<GDALDataset> create_with(const char* driver, const std::string& path,
                                         const std::vector<std::string>& options) {
    load_drivers();
    CPLStringList list;
    for (const auto& option : options) list.AddString(option.c_str());
    GDALDriver* found = GetGDALDriverManager()->GetDriverByName(driver);
    REQUIRE(found);
    return std::unique_ptr<GDALDataset>(found->Create(path.c_str(), 0, 0, 0, GDT_Unknown, list.List()));
}

std::vector<Feature> all_features(GDALDataset& dataset) {
    std::vector<Feature> features;
    OGRLayer* layer = dataset.GetLayer(0);
    REQUIRE(layer);
    layer->ResetReading();
    while (OGRFeature* feature = layer->GetNextFeature()) features.emplace_back(feature);
    return features;
}

std::string text_field(const Feature& feature, const char* name) {
    const int i = feature->GetFieldIndex(name);
    REQUIRE(i >= 0);
    return feature->GetFieldAsString(i);
}

std::vector<std::string> list_field(const Feature& feature, const char* name) {
    std::vector<std::string> out;
    for (char** item = feature->GetFieldAsStringList(feature->GetFieldIndex(name)); item && *item; ++item)
        out.emplace_back(*item);
    return out;
}

std::string wkt(const Feature& feature) {
    const OGRGeometry* geometry = feature->GetGeometryRef();
    OGRWktOptions options;
    options.variant = wkbVariantIso;  // "POINT Z", not a third number in a POINT
    return geometry ? geometry->exportToWkt(options) : "";
}

int epsg_of(GDALDataset& dataset) {
    const OGRSpatialReference* srs = dataset.GetLayer(0)->GetSpatialRef();
    if (!srs) return 0;
    const char* code = srs->GetAuthorityCode(nullptr);
    return code ? std::stoi(code) : -1;
}

OGRSpatialReference gis_srs(int epsg) {
    OGRSpatialReference srs;
    REQUIRE(srs.importFromEPSG(epsg) == OGRERR_NONE);
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

std::string parcel_file(const std::string& body) {
    return "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=35\n[地块坐标]\n" + body;
}

std::string square_rows(int ring) {
    const std::string r = fmt::format(",{},", ring);
    return "J1" + r + "2950100.000,35576600.000\nJ2" + r + "2950200.000,35576600.000\nJ3" + r +
           "2950200.000,35576650.000\nJ4" + r + "2950100.000,35576650.000\nJ1" + r +
           "2950100.000,35576600.000\n";
}

}  // namespace liangdi::tests
