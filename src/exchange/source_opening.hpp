#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "exchange/reader.hpp"

/// Sources that GDAL does not open as they lie: a shapefile without its index, an OVKML, an archive whose
/// names are Chinese. Nothing is written beside the source and no data is copied: a folder of links stands
/// in; only workbooks and shapefiles without index are copied, out of their archive.
namespace liangdi::exchange {

/// A temporary folder of symbolic links to a source and its side files, gone with the object.
class LinkFolder {
  public:
    LinkFolder() = default;
    ~LinkFolder();
    LinkFolder(LinkFolder&& other) noexcept : folder_(std::move(other.folder_)) { other.folder_.clear(); }
    LinkFolder& operator=(LinkFolder&& other) noexcept;
    /// Links every file beside `file` that shares its name up to the dot; the main file gets `extension`.
    /// Returns the link to the main file.
    std::filesystem::path link(const std::filesystem::path& file, const std::string& extension);
    /// Copies files out of an archive (GDAL's names, all under one folder of it) for drivers that cannot read
    /// them there. Returns the first copy. Throws Error{not_readable} where they are larger than the limit.
    std::filesystem::path unpack(const std::vector<std::string>& inside);

  private:
    void make();
    std::filesystem::path folder_;
};

SourceRemark no_index_remark();

/// How to open a source.
struct SourceOpening {
    std::string path;            ///< for GDAL
    LinkFolder links;            ///< must live as long as the path is used
    bool restore_index = false;  ///< SHAPE_RESTORE_SHX: the .shx is built anew among the links
    std::string names_encoding;  ///< of the names inside an archive, for CPL_ZIP_ENCODING; empty = GDAL's own
    bool gcj02 = false;          ///< an OVKML says so
    std::vector<SourceRemark> remarks;
};

/// Throws Error{no_file, not_a_file, not_readable} as source_path does, and for archives of a kind that is
/// not opened in place.
SourceOpening opening_of(const std::filesystem::path& file);

/// Names of the files inside a .zip as bytes, from its directory; empty where it cannot be read.
std::vector<std::string> names_in_zip(const std::filesystem::path& zip);

}  // namespace liangdi::exchange
