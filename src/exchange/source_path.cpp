#include "exchange/source_path.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "geo/error.hpp"

namespace liangdi::exchange {
namespace fs = std::filesystem;

std::string gdal_path(const fs::path& file) {
    const std::string said = file.string();
    const auto refused = [&](const char* why) {
        return Error("not_a_file", std::string(why) + ". Give a file or folder of this computer.", said);
    };
    if (said.empty()) throw Error("no_file", "no file was named");
    if (said.find('\0') != std::string::npos || said.find('\n') != std::string::npos)
        throw refused("the name holds a control character");
    std::error_code problem;
    const std::string full = fs::absolute(file, problem).lexically_normal().string();
    if (problem || said.starts_with("/vsi") || full.starts_with("/vsi"))
        throw refused("this is not a plain path");
    const fs::file_status status = fs::status(full, problem);
    if (!fs::exists(status)) {
        if (said.find("://") != std::string::npos) throw refused("addresses are not opened");
        if (const auto colon = said.find(':');
            colon != std::string::npos && colon > 1 && said.find('/') > colon)
            throw refused("connection texts are not opened");
        throw Error("no_file", "there is no such file. Look at the name and the folder.", said);
    }
    if (!fs::is_regular_file(status) && !fs::is_directory(status))
        throw refused("this is neither a file nor a folder");
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    if (fs::is_regular_file(status) && extension == ".zip") return "/vsizip/{" + full + "}";
    return full;
}

bool leads_elsewhere(const std::string& driver_name) {
    static constexpr std::array<std::string_view, 24> drivers{
        "OGR_VRT", "VRT",      "WFS",       "OAPIF",  "CSW",           "HTTP",       "Carto", "AmigoCloud",
        "NGW",     "PLSCENES", "EEDA",      "OGCAPI", "Elasticsearch", "PostgreSQL", "MySQL", "MSSQLSpatial",
        "ODBC",    "OCI",      "MongoDBv3", "HANA",   "GPSBabel",      "OGR_OGDI",   "GMLAS", "Memory"};
    return std::find(drivers.begin(), drivers.end(), driver_name) != drivers.end();
}

}  // namespace liangdi::exchange
