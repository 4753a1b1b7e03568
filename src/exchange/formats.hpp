#pragma once

#include <string>
#include <vector>

namespace liangdi::exchange {

struct FormatInfo {
    std::string driver;      ///< GDAL's name
    std::string name;        ///< for people
    std::string extensions;  ///< ".shp .dbf"
    bool reads = false, writes = false;
    std::string note;     ///< what to know when it is read, empty for nothing
    std::string written;  ///< extensions that `export` writes, empty where it does not
    std::string limits;   ///< what a written file does not hold, empty for nothing
};

/// All vector formats of this machine's GDAL that Liangdi opens, the usual ones first. Formats that lead to
/// other places (databases, services) are not opened and not listed.
std::vector<FormatInfo> formats();

}  // namespace liangdi::exchange
