#include "exchange/writer_options.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <array>
#include <fstream>

#include "exchange/source_path.hpp"
#include "exchange/text_encoding.hpp"
#include "geo/error.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::exchange {
namespace fs = std::filesystem;
namespace {

/// A part of a zipped document, empty where there is none.
std::string part_of(const fs::path& file, const char* part) {
    constexpr vsi_l_offset most = 1 << 20;
    VSILFILE* in = VSIFOpenL(("/vsizip/{" + file.string() + "}/" + part).c_str(), "rb");
    if (in == nullptr) return {};
    std::string text(most, '\0');
    text.resize(VSIFReadL(text.data(), 1, text.size(), in));
    VSIFCloseL(in);
    return text;
}

bool is_town(const fs::path& file) {
    constexpr std::streamoff application_id_at = 68;  // SQLite file format, database header
    std::array<char, 4> id{};
    std::ifstream in(file, std::ios::binary);
    in.seekg(application_id_at);
    in.read(id.data(), id.size());
    return in && std::string(id.data(), id.size()) == "LDTN";
}

}  // namespace

CPLStringList dataset_options(const OutFormat& format, const std::string& encoding) {
    CPLStringList options;
    const auto set = [&](const char* name, const std::string& value) {
        options.SetNameValue(name, value.c_str());
    };
    if (format.is("SQLite")) {
        set("SPATIALITE", "YES");
        set("INIT_WITH_EPSG", "NO");  // only the CRS that is used; all of them take 5 MB
    }
    if (format.is("MapInfo File"))
        set("FORMAT", format.extension == std::string_view(".mif") ? "MIF" : "TAB");
    if (format.is("CNParcelTXT") || format.is("CASSDAT")) {
        set("ENCODING", encoding == "UTF-8" ? "UTF-8" : "GBK");
        set("DECIMALS", "4");
    }
    return options;
}

CPLStringList layer_options(const OutFormat& format, const OutLayer& layer, const std::string& encoding,
                            const WriterOptions& said) {
    CPLStringList options;
    const auto set = [&](const char* name, const std::string& value) {
        options.SetNameValue(name, value.c_str());
    };
    if (format.is("ESRI Shapefile")) {
        set("ENCODING", encoding);
        if (!said.dated.empty()) set("DBF_DATE_LAST_UPDATE", said.dated);
    }
    if (format.is("CSV")) {
        set("LINEFORMAT", "CRLF");
        set("STRING_QUOTING", "IF_NEEDED");
        if (encoding == "UTF-8") set("WRITE_BOM", "YES");
    }
    if (format.is("GeoJSON")) set("COORDINATE_PRECISION", "15");
    if (format.is("SQLite")) {
        set("LAUNDER", "NO");
        set("GEOMETRY_NAME", "geometry");
    }
    if (format.is("FlatGeobuf") && said.in_order) set("SPATIAL_INDEX", "NO");
    if (format.is("MapInfo File")) {
        set("ENCODING", encoding == "UTF-8" ? "UTF-8" : "CP936");
        if (const geo::Box box = layer.bounds.grown(1); !layer.bounds.empty())
            set("BOUNDS",
                fmt::format("{:.3f},{:.3f},{:.3f},{:.3f}", box.min_x, box.min_y, box.max_x, box.max_y));
    }
    return options;
}

std::string text_problem(const OutFormat& format, const std::string& text) {
    const bool xml = format.is("XLSX") || format.is("ODS") || format.is("LIBKML") || format.is("GML");
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x20 && (c == '\0' || (xml && c != '\t' && c != '\n')))
            return "the text holds a control character";
    if (format.text_characters > 0) {
        std::size_t characters = 0;
        for (const char c : text) characters += land::begins_character(c) ? 1 : 0;
        if (characters > static_cast<std::size_t>(format.text_characters))
            return fmt::format("the text has {} characters, a cell holds {}", characters,
                               format.text_characters);
    }
    return {};
}

void check_can_be_added_to(const OutFormat& format, const fs::path& file) {
    if (!fs::exists(file)) return;
    if (format.is("GPKG") || format.is("SQLite")) {
        for (const char* side : {"-wal", "-journal"}) {
            std::error_code none;
            if (const auto size = fs::file_size(file.string() + side, none); !none && size > 0)
                throw Error("busy", "another program has the file open. Close it there and try again.",
                            file.string());
        }
        if (is_town(file))
            throw Error("not_writable",
                        "this is a town file; an export is never written into one. Choose another file.",
                        file.string());
    }
    // GDAL keeps a workbook's cells and loses everything else; its own workbooks have nothing else.
    const std::string app = format.is("XLSX")  ? part_of(file, "docProps/app.xml")
                            : format.is("ODS") ? part_of(file, "meta.xml")
                                               : std::string();
    if ((format.is("XLSX") && (app.empty() || app.find("<Application") != std::string::npos)) ||
        (format.is("ODS") && (app.empty() || app.find("generator") != std::string::npos)))
        throw Error(
            "would_lose",
            "this workbook was made by another program; its formats and formulas would be lost. Choose a "
            "new file.",
            file.string());
}

}  // namespace liangdi::exchange
