#include "exchange/source_dataset.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "exchange/source_path.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

/// Files inside an archive that could be a source by their ending.
std::vector<std::string> sources_inside(const std::string& archive) {
    std::vector<std::string> found;
    char** all = VSIReadDirRecursive(archive.c_str());
    for (char** name = all; name && *name; ++name) {
        const std::string text = *name;
        for (const char* ending :
             {".shp", ".gpkg", ".kml", ".geojson", ".json", ".gml", ".xml", ".tab", ".mif", ".dxf", ".csv",
              ".xlsx", ".xls", ".ods", ".fgb", ".sqlite", ".gdb", ".gdb/"})
            if (text.size() > std::strlen(ending) &&
                EQUAL(text.c_str() + text.size() - std::strlen(ending), ending))
                found.push_back(text.ends_with('/') ? text.substr(0, text.size() - 1) : text);
    }
    CSLDestroy(all);
    return found;
}

std::vector<const char*> drivers_that_stay_here() {
    std::vector<const char*> names;
    GDALDriverManager* manager = GetGDALDriverManager();
    for (int i = 0; i < manager->GetDriverCount(); ++i) {
        GDALDriver* driver = manager->GetDriver(i);
        if (driver->GetMetadataItem(GDAL_DCAP_VECTOR) != nullptr &&
            !leads_elsewhere(driver->GetDescription()))
            names.push_back(driver->GetDescription());
    }
    names.push_back(nullptr);
    return names;
}

}  // namespace

std::vector<OGRLayer*> layers_of(GDALDataset& dataset) {
    const bool sqlite = EQUAL(dataset.GetDriverName(), "SQLite");
    std::vector<OGRLayer*> out;
    for (int i = 0; i < dataset.GetLayerCount(); ++i) {
        OGRLayer* layer = dataset.GetLayer(i);
        const std::string name = layer->GetName();
        // SpatiaLite's own tables, as far as GDAL does not know them for such.
        const bool own = name == "KNN" || name == "KNN2" || name == "data_licenses" ||
                         name.starts_with("views_geometry_columns") ||
                         name.starts_with("virts_geometry_columns") || name.starts_with("idx_");
        if (!sqlite || !(own || dataset.IsLayerPrivate(i))) out.push_back(layer);
    }
    return out;
}

Dataset open_dataset(SourceOpening& opening, const std::filesystem::path& file) {
    register_gdal();
    Dataset dataset;
    std::optional<GdalOption> restore;
    if (opening.restore_index) restore.emplace("SHAPE_RESTORE_SHX", "YES");
    GdalMessages messages;
    const std::vector<const char*> drivers = drivers_that_stay_here();
    const auto try_open = [&] {
        // Text stays raw bytes.
        const std::array<const char*, 3> options_in{"ENCODING=", "HEADERS=NO", nullptr};
        dataset.reset(GDALDataset::Open(opening.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                        drivers.data(), options_in.data(), nullptr));
        if (!dataset || !EQUAL(dataset->GetDriverName(), "SQLite")) return;
        // Of a SpatiaLite file GDAL would show only tables with shapes.
        const std::array<const char*, 2> sqlite{"SQLite", nullptr}, all{"LIST_ALL_TABLES=YES", nullptr};
        dataset.reset(GDALDataset::Open(opening.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                        sqlite.data(), all.data(), nullptr));
    };
    try_open();
    if (!dataset && opening.path.starts_with("/vsizip/")) {
        const std::vector<std::string> inside = sources_inside(opening.path);
        if (inside.size() > 1) {
            constexpr std::size_t shown = 8;
            std::string list;
            for (std::size_t i = 0; i < std::min(shown, inside.size()); ++i)
                list += (i ? ", " : "") + inside[i];
            throw Error("not_readable",
                        fmt::format("the archive holds {} files ({}{}). Unpack it and give one of them.",
                                    inside.size(), list, inside.size() > shown ? " …" : ""),
                        file.string());
        }
        if (inside.size() == 1) opening.path += "/" + inside.front(), try_open();
    }
    if (!dataset) {
        // Warnings are about options that other drivers do not know.
        std::string why = messages.failed() ? messages.text() : "";
        if (why.empty() && (opening.path.ends_with(".csv") || opening.path.ends_with(".CSV")))
            why = "a text table has at least two columns, separated by commas, semicolons or tabs";
        if (opening.restore_index)
            why = "its .shx file is missing, and the index cannot be built anew" +
                  (why.empty() ? "" : ": " + why);
        throw Error("not_readable",
                    "the file cannot be opened" +
                        (why.empty() ? std::string(", its format is not known") : ": " + why) +
                        ". Ask the sender for a complete copy or for another format.",
                    file.string());
    }
    return dataset;
}

}  // namespace liangdi::exchange
