#pragma once

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "catch.hpp"

namespace liangdi::tests {

/// A folder of its own for a test, gone afterwards.
class PluginFolder {
  public:
    PluginFolder();
    ~PluginFolder();
    PluginFolder(const PluginFolder&) = delete;
    PluginFolder& operator=(const PluginFolder&) = delete;

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    std::string write(const std::string& name, const std::string& bytes) const;

  private:
    std::filesystem::path folder_;
};

std::string bytes_of(const std::string& path);
std::string gbk(const std::string& utf8);
std::string utf16le(const std::string& utf8);

/// What GDAL says while this lives, errors and warnings, one text each.
class Messages {
  public:
    Messages();
    ~Messages();
    Messages(const Messages&) = delete;
    Messages& operator=(const Messages&) = delete;

    struct Message {
        CPLErr level;
        std::string text;
    };
    std::vector<Message> all;
    /// One message that holds all of the parts.
    bool has(std::initializer_list<const char*> parts, CPLErr level = CE_Warning) const;
};

/// Opened by the driver of that name and by no other; null if it refuses. The drivers come from
/// GDAL_DRIVER_PATH, as in any GDAL program.
std::unique_ptr<GDALDataset> open_with(const char* driver, const std::string& path,
                                       const std::vector<std::string>& options = {});
std::unique_ptr<GDALDataset> create_with(const char* driver, const std::string& path,
                                         const std::vector<std::string>& options = {});

using Feature = std::unique_ptr<OGRFeature>;
std::vector<Feature> all_features(GDALDataset& dataset);
std::string text_field(const Feature& feature, const char* name);
std::vector<std::string> list_field(const Feature& feature, const char* name);
std::string wkt(const Feature& feature);
int epsg_of(GDALDataset& dataset);  ///< 0 if the layer has no coordinate system
OGRSpatialReference gis_srs(int epsg);

/// A parcel file: the usual header of zone 35, CGCS2000, and the body lines.
std::string parcel_file(const std::string& body);
/// The square J1 to J4 at northing 2950100, easting 35576600, closed, 100 m north-south and 50 m east-west.
std::string square_rows(int ring = 1);

}  // namespace liangdi::tests
