#pragma once

#include <string>
#include <vector>

namespace liangdi::exchange {

struct FormatInfo {
    std::string driver;      ///< GDAL's name
    std::string name;        ///< for people
    std::string extensions;  ///< ".shp .dbf"
    bool reads = false, writes = false;
    std::string note;  ///< what to know, empty for nothing
};

/// All vector formats of this machine's GDAL that Liangdi opens, the usual ones first. Formats that lead to
/// other places (databases, services) are not opened and not listed.
std::vector<FormatInfo> formats();

}  // namespace liangdi::exchange
