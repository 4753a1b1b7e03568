#include "exchange/source_dataset.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "exchange/file_nature.hpp"
#include "exchange/source_path.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

bool ends_with(const std::string& name, const char* ending) {
    const std::size_t length = std::strlen(ending);
    return name.size() > length && EQUAL(name.c_str() + name.size() - length, ending);
}

/// Files inside an archive that could be a source by their ending.
std::vector<std::string> sources_inside(const std::string& archive) {
    std::vector<std::string> found;
    char** all = VSIReadDirRecursive(archive.c_str());
    for (char** name = all; name && *name; ++name) {
        const std::string text = *name;
        for (const char* ending :
             {".shp", ".gpkg", ".kml", ".geojson", ".json", ".gml", ".xml", ".tab", ".mif", ".dxf", ".csv",
              ".xlsx", ".xls", ".ods", ".fgb", ".sqlite", ".gdb", ".gdb/"})
            if (ends_with(text, ending))
                found.push_back(text.ends_with('/') ? text.substr(0, text.size() - 1) : text);
    }
    CSLDestroy(all);
    return found;
}

/// A sentence of GDAL's without the marks that it ends with.
std::string trimmed_end(std::string text) {
    while (!text.empty() && std::strchr(" .;:\n", text.back()) != nullptr) text.pop_back();
    return text;
}

/// Text stays raw bytes; nothing is written beside the source.
Dataset opened(const std::string& path, const char* const* drivers, const char* const* options) {
    return Dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options, nullptr));
}

Dataset opened(const std::string& path, const char* const* drivers) {
    const std::array<const char*, 4> options{"ENCODING=", "HEADERS=NO", "WRITE_GFS=NO", nullptr};
    return opened(path, drivers, options.data());
}

bool names_bad_lines(const Dataset& dataset) {
    return EQUAL(dataset->GetDriverName(), "CNParcelTXT") || EQUAL(dataset->GetDriverName(), "CASSDAT");
}

/// Our own drivers leave bad lines out and turn swapped columns, and say so as warnings while they read.
void note_bad_lines(const Dataset& dataset, const GdalMessages& messages, SourceOpening& opening) {
    for (int i = 0; i < dataset->GetLayerCount(); ++i)
        while (Feature(dataset->GetLayer(i)->GetNextFeature())) {
        }
    for (std::string said : messages.warnings()) {
        if (!said.starts_with(opening.path)) continue;  // GDAL's own, about options
        for (const char* mark : {", ", ": "})
            if (said.starts_with(opening.path + mark)) said.erase(0, opening.path.size() + 2);
        opening.remarks.push_back(
            {"source.line", trimmed_end(said), "look at this line; mend it in the file, or ask the sender"});
    }
}

/// What the driver that opened the file complains of. Those that tried before it complain as well, so its own
/// words are heard alone.
void note_complaints(const Dataset& dataset, SourceOpening& opening) {
    const std::array<const char*, 2> only{dataset->GetDriverName(), nullptr};
    GdalMessages messages;
    const Dataset again = opened(opening.path, only.data());
    if (!again) return;
    if (names_bad_lines(again)) note_bad_lines(again, messages, opening);
    if (!messages.failed()) return;
    opening.remarks.push_back({"source.damaged", "the file is not sound: " + trimmed_end(messages.text()),
                               "compare the number of rows, and ask the sender for a complete copy",
                               land::Severity::error});
}

/// The parts of a shapefile inside an archive; empty where it has its index.
std::vector<std::string> parts_without_index(const std::string& archive, const std::string& shp) {
    const std::string stem = shp.substr(0, shp.size() - 4);
    std::vector<std::string> parts{archive + "/" + shp};
    bool index = false;
    char** all = VSIReadDirRecursive(archive.c_str());
    for (char** name = all; name && *name; ++name) {
        const std::string text = *name;
        if (text.size() <= stem.size() + 1 || text.compare(0, stem.size() + 1, stem + ".") != 0) continue;
        index = index || ends_with(text, ".shx");
        if (text != shp) parts.push_back(archive + "/" + text);
    }
    CSLDestroy(all);
    return index ? std::vector<std::string>{} : parts;
}

/// What GDAL cannot read inside an archive is copied out of it: workbooks, and a shapefile without index.
void move_out_of_archive(SourceOpening& opening, const std::string& inside) {
    const std::string archive = opening.path;
    opening.path += "/" + inside;
    if (ends_with(inside, ".xlsx") || ends_with(inside, ".xls") || ends_with(inside, ".ods"))
        opening.path = opening.links.unpack({opening.path}).string();
    if (!ends_with(inside, ".shp")) return;
    if (const auto parts = parts_without_index(archive, inside); !parts.empty()) {
        opening.path = opening.links.unpack(parts).string();
        opening.restore_index = true;
        opening.remarks.push_back(no_index_remark());
    }
}

/// An archive's other sources must not be passed over in silence.
void note_unread(const Dataset& dataset, const std::vector<std::string>& inside, SourceOpening& opening) {
    if (inside.size() < 2) return;
    std::string unread;
    char** files = dataset->GetFileList();
    for (const std::string& name : inside) {
        bool read = ends_with(name, ".xml") || opening.path.ends_with("/" + name);
        for (char** file = files; file && *file && !read; ++file)
            read = std::string(*file).find("/" + name) != std::string::npos;
        if (!read) unread += (unread.empty() ? "" : ", ") + name;
    }
    CSLDestroy(files);
    if (!unread.empty())
        opening.remarks.push_back({"source.archive_holds_more",
                                   "the archive also holds " + unread + ", which was not read",
                                   "unpack it and give that file by itself"});
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
    const std::vector<const char*> drivers = drivers_that_stay_here();
    GdalMessages messages;
    const auto try_open = [&] {
        std::optional<GdalOption> restore;
        if (opening.restore_index) restore.emplace("SHAPE_RESTORE_SHX", "YES");
        Dataset found = opened(opening.path, drivers.data());
        if (!found || !EQUAL(found->GetDriverName(), "SQLite")) return found;
        // Of a SpatiaLite file GDAL would show only tables with shapes.
        const std::array<const char*, 2> sqlite{"SQLite", nullptr}, all{"LIST_ALL_TABLES=YES", nullptr};
        return opened(opening.path, sqlite.data(), all.data());
    };
    const bool packed = opening.path.starts_with("/vsizip/");
    Dataset dataset = try_open();
    if (packed && (!dataset || dataset->GetLayerCount() == 0)) {
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
        if (inside.empty())
            throw Error("not_readable", "the archive holds nothing that can be imported. Look into it.",
                        file.string());
        dataset.reset();
        move_out_of_archive(opening, inside.front());
        dataset = try_open();
    } else if (packed) {
        note_unread(dataset, sources_inside(opening.path), opening);
    }
    if (dataset) {
        if ((messages.failed() || names_bad_lines(dataset)) && !opening.restore_index)
            note_complaints(dataset, opening);
        return dataset;
    }
    // Warnings are about options that other drivers do not know.
    std::string why = trimmed_end(messages.failed() ? messages.text() : "");
    if (const std::string other = instead_of(file); !other.empty())
        throw Error("not_readable", "the file cannot be opened: " + other + ".", file.string());
    if (why.empty() && ends_with(opening.path, ".csv"))
        why = "a text table has at least two columns, separated by commas, semicolons or tabs";
    if (opening.restore_index)
        why =
            "its .shx file is missing, and the index cannot be built anew" + (why.empty() ? "" : ": " + why);
    throw Error("not_readable",
                "the file cannot be opened" +
                    (why.empty() ? std::string(", its format is not known") : ": " + why) +
                    ". Ask the sender for a complete copy or for another format.",
                file.string());
}

}  // namespace liangdi::exchange
