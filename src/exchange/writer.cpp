#include "exchange/writer.hpp"

#include <cpl_string.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "exchange/gdal_crs.hpp"
#include "exchange/gdal_geometry.hpp"
#include "exchange/gdal_session.hpp"
#include "exchange/text_encoding.hpp"
#include "exchange/write_target.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

/// What a file format asks of its writer.
struct Format {
    std::string_view extension;
    const char* driver;
    bool several_layers, any_geometry, needs_geometry;
};
constexpr std::array formats{Format{".shp", "ESRI Shapefile", false, true, true},
                             Format{".gpkg", "GPKG", true, true, false},
                             Format{".csv", "CSV", false, true, false},
                             Format{".xlsx", "XLSX", true, false, false},
                             Format{".dxf", "DXF", true, true, true},
                             Format{".geojson", "GeoJSON", false, true, false},
                             Format{".fgb", "FlatGeobuf", false, true, true}};

const Format& format_of(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&](const Format& f) { return f.extension == extension; });
    if (found == formats.end())
        throw Error(
            "unknown_format",
            "files \"" + extension + "\" cannot be written. Use .shp .gpkg .csv .xlsx .geojson .fgb or .dxf.",
            file.string());
    return *found;
}

constexpr std::size_t dbf_name_bytes = 10, dbf_text_bytes = 254;

OGRFieldType ogr_type_of(FieldType type) {
    switch (type) {
        case FieldType::integer:
            return OFTInteger64;
        case FieldType::real:
            return OFTReal;
        case FieldType::date:
            return OFTDate;
        default:
            return OFTString;
    }
}

std::string plain(double number) {
    std::array<char, 40> text{};
    return std::string(text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr);
}

std::string as_text(const land::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value)) return plain(*real);
    return land::to_display(value);
}

}  // namespace

struct Writer::Impl {
    Format format{};
    std::string encoding = "UTF-8";
    WriteTarget target;
    Dataset dataset;
    OGRLayer* ogr = nullptr;
    OutLayer layer;
    std::vector<int> ogr_fields;
    int wkt_field = -1;
    std::int64_t rows = 0;
    std::string dxf_header, dated;

    Impl(const std::filesystem::path& file, const WriterOptions& options);
    ~Impl();
    bool bytes_through() const { return format.driver == std::string_view("CSV") || is("DXF"); }
    bool is(std::string_view driver) const { return format.driver == driver; }
    /// What GDAL takes for now while it lives; nothing where the file bears today's date.
    std::unique_ptr<GdalOption> clock() const {
        if (dated.empty()) return nullptr;
        return std::make_unique<GdalOption>("OGR_CURRENT_DATE", (dated + "T00:00:00.000Z").c_str());
    }
    std::string where(const std::string& field) const;
    std::string encoded(const std::string& text, const std::string& field) const;
    void create_dataset();
    void check_names() const;
    void create_fields();
    void set(OGRFeature& feature, std::size_t index, const land::Value& value) const;
};

Writer::Impl::Impl(const std::filesystem::path& file, const WriterOptions& options)
    : format(format_of(file)), target(file), dated(options.dated) {
    register_gdal();
    if (options.encoding.empty()) return;
    if (encoding_name(options.encoding).empty())
        throw Error("bad_encoding",
                    "no encoding is called \"" + options.encoding + "\". Known are GBK, GB18030, UTF-8.");
    encoding = encoding_name(options.encoding) == "UTF-8" ? "UTF-8" : options.encoding;
}

Writer::Impl::~Impl() {
    const GdalMessages quiet;
    dataset.reset();
    if (!dxf_header.empty()) VSIUnlink(dxf_header.c_str());
}

std::string Writer::Impl::where(const std::string& field) const {
    return target.target().filename().string() + ", row " + std::to_string(rows + 1) + ", field " + field;
}

std::string Writer::Impl::encoded(const std::string& text, const std::string& field) const {
    auto bytes = from_utf8(text, encoding);
    if (!bytes)
        throw Error("not_in_encoding",
                    encoding + " lacks a character of \"" + text + "\". Write the file in UTF-8 or GB18030.",
                    where(field));
    return *std::move(bytes);
}

void Writer::Impl::create_dataset() {
    if (is("DXF")) {
        // GDAL's own header says Western European; a Chinese CAD program needs its code page named.
        const char* found = CPLFindFile("gdal", "header.dxf");
        GByte* bytes = nullptr;
        vsi_l_offset size = 0;
        if (found != nullptr && VSIIngestFile(nullptr, found, &bytes, &size, -1)) {
            std::string header(reinterpret_cast<const char*>(bytes), size);
            VSIFree(bytes);
            if (const auto at = header.find("ANSI_1252"); at != std::string::npos)
                header.replace(at, 9, "ANSI_936");
            dxf_header = fmt::format("/vsimem/liangdi-dxf-{}", fmt::ptr(this));
            VSILFILE* out = VSIFOpenL(dxf_header.c_str(), "wb");
            VSIFWriteL(header.data(), 1, header.size(), out);
            VSIFCloseL(out);
        }
        encoding = "GBK";
    }
    CPLStringList options;
    if (!dxf_header.empty()) options.SetNameValue("HEADER", dxf_header.c_str());
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver);
    if (driver == nullptr)
        throw Error("unknown_format", std::string("GDAL came without its driver ") + format.driver);
    dataset.reset(driver->Create(target.working_file().c_str(), 0, 0, 0, GDT_Unknown, options.List()));
}

void Writer::Impl::check_names() const {
    std::set<std::string> seen;
    for (const OutField& field : layer.fields) {
        const std::string name = encoded(field.name, field.name);
        if (is("ESRI Shapefile") && name.size() > dbf_name_bytes)
            throw Error(
                "name_too_long",
                fmt::format(
                    "the field name \"{}\" takes {} bytes in {}, a shapefile holds {}. Give it a shorter "
                    "name or write a GeoPackage.",
                    field.name, name.size(), encoding, dbf_name_bytes),
                target.target().filename().string());
        if (!seen.insert(name).second)
            throw Error("name_twice", "two fields are called \"" + field.name + "\"",
                        target.target().filename().string());
    }
}

void Writer::Impl::create_fields() {
    ogr_fields.clear();
    wkt_field = -1;
    for (const OutField& field : layer.fields) {
        const std::string name = bytes_through() ? encoded(field.name, field.name) : field.name;
        if (is("DXF")) {  // DXF knows only fields of its own (Layer, Text …); others have no place in it
            ogr_fields.push_back(ogr->GetLayerDefn()->GetFieldIndex(name.c_str()));
            continue;
        }
        // GDAL would write the dates of a CSV with slashes.
        const bool iso_text = is("CSV") && field.type == FieldType::date;
        OGRFieldDefn defn(name.c_str(), iso_text ? OFTString : ogr_type_of(field.type));
        if (field.width > 0) defn.SetWidth(field.width);
        if (field.decimals > 0) defn.SetPrecision(field.decimals);
        if (ogr->CreateField(&defn) != OGRERR_NONE)
            throw Error("not_writable", "the field cannot be made", where(field.name));
        ogr_fields.push_back(ogr->GetLayerDefn()->GetFieldCount() - 1);
    }
    if (is("CSV") && layer.geometry != geo::GeometryKind::none) {
        OGRFieldDefn defn("WKT", OFTString);
        ogr->CreateField(&defn);
        wkt_field = ogr->GetLayerDefn()->GetFieldCount() - 1;
    }
}

void Writer::Impl::set(OGRFeature& feature, std::size_t index, const land::Value& value) const {
    const OutField& field = layer.fields[index];
    const int at = ogr_fields[index];
    if (at < 0 || land::is_null(value)) return;
    if (const auto* bytes = std::get_if<land::Bytes>(&value))
        throw Error("not_writable", fmt::format("{} raw bytes cannot be written here", bytes->size()),
                    where(field.name));
    switch (field.type) {
        case FieldType::integer:
            if (const auto* whole = std::get_if<std::int64_t>(&value))
                return feature.SetField(at, GIntBig{*whole});
            break;
        case FieldType::real:
            if (const auto* real = std::get_if<double>(&value)) return feature.SetField(at, *real);
            if (const auto* whole = std::get_if<std::int64_t>(&value))
                return feature.SetField(at, double(*whole));
            break;
        default:
            break;
    }
    const std::string text = as_text(value);
    if (field.type == FieldType::integer || field.type == FieldType::real) {
        char* end = nullptr;
        CPLStrtod(text.c_str(), &end);
        if (text.empty() || *end != '\0')
            throw Error("not_a_number", "\"" + text + "\" is not a number", where(field.name));
    }
    const std::string bytes = encoded(text, field.name);
    const std::size_t room = field.width > 0 ? static_cast<std::size_t>(field.width) : dbf_text_bytes;
    if (is("ESRI Shapefile") && field.type == FieldType::text && bytes.size() > room)
        throw Error("text_too_long",
                    fmt::format("the text takes {} bytes, the field holds {}. Write a GeoPackage.",
                                bytes.size(), room),
                    where(field.name));
    feature.SetField(at, bytes_through() ? bytes.c_str() : text.c_str());
}

Writer::Writer(const std::filesystem::path& file, const WriterOptions& options)
    : impl_(std::make_unique<Impl>(file, options)) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

void Writer::begin(const OutLayer& layer) {
    Impl& w = *impl_;
    const std::string file = w.target.target().string();
    if (w.dataset && !w.format.several_layers)
        throw Error("one_layer_only", std::string(w.format.driver) + " holds one layer a file", file);
    if (w.format.needs_geometry && layer.geometry == geo::GeometryKind::none)
        throw Error("needs_geometry", "this format is for maps; write a table as .xlsx, .csv or .gpkg", file);
    if (!w.format.any_geometry && layer.geometry != geo::GeometryKind::none)
        throw Error("no_geometry_here", "a spreadsheet holds no geometry; write it as .gpkg or .shp", file);
    GdalMessages messages;
    w.layer = layer;
    if (!w.dataset) w.create_dataset();
    w.check_names();
    CPLStringList options;
    OGRwkbGeometryType type = ogr_type(layer.geometry);
    const auto clock = w.clock();
    if (w.is("ESRI Shapefile")) {
        options.SetNameValue("ENCODING", w.encoding.c_str());
        if (!w.dated.empty()) options.SetNameValue("DBF_DATE_LAST_UPDATE", w.dated.c_str());
    }
    if (w.is("CSV")) {
        type = wkbNone;
        options.SetNameValue("LINEFORMAT", "CRLF");
        options.SetNameValue("STRING_QUOTING", "IF_NEEDED");
        if (w.encoding == "UTF-8") options.SetNameValue("WRITE_BOM", "YES");
    }
    if (w.is("GeoJSON")) options.SetNameValue("COORDINATE_PRECISION", "15");
    if (w.dataset) {
        const Srs srs = srs_of(layer.crs);
        w.ogr = w.is("DXF") && w.ogr ? w.ogr
                                     : w.dataset->CreateLayer(w.is("DXF") ? "entities" : layer.name.c_str(),
                                                              srs.get(), type, options.List());
    }
    if (!w.dataset || !w.ogr)
        throw Error("not_writable", "the file cannot be made: " + messages.text(), file);
    w.create_fields();
    w.rows = 0;
    if (w.dataset->TestCapability(ODsCTransactions) && w.is("GPKG")) w.dataset->StartTransaction();
}

void Writer::add(const std::vector<land::Value>& cells, const geo::Geometry& geometry) {
    Impl& w = *impl_;
    if (!w.ogr) throw Error("no_layer", "no layer was begun");
    if (cells.size() > w.layer.fields.size())
        throw Error("too_many_cells", "more cells than fields", w.where("(row)"));
    const geo::GeometryKind kind = geo::kind_of(geometry);
    if (kind != geo::GeometryKind::none && kind != w.layer.geometry)
        throw Error("wrong_geometry", "the geometry is not of the layer's kind", w.where("(geometry)"));
    const GdalOption outlines("DXF_WRITE_HATCH", "NO");
    GdalMessages messages;
    const Feature feature(OGRFeature::CreateFeature(w.ogr->GetLayerDefn()));
    if (w.is("DXF"))
        if (const int at = feature->GetFieldIndex("Layer"); at >= 0)
            feature->SetField(at, w.encoded(w.layer.name, "Layer").c_str());
    for (std::size_t i = 0; i < cells.size(); ++i) w.set(*feature, i, cells[i]);
    if (std::unique_ptr<OGRGeometry> shape = to_ogr(geometry)) {
        if (w.wkt_field >= 0) {
            char* wkt = nullptr;
            shape->exportToWkt(&wkt, wkbVariantIso);
            feature->SetField(w.wkt_field, wkt);
            CPLFree(wkt);
        } else {
            feature->SetGeometryDirectly(shape.release());
        }
    } else if (w.is("FlatGeobuf")) {  // GDAL would write the row and never read it again
        throw Error("needs_geometry", "a FlatGeobuf holds only rows with a shape. Write a GeoPackage.",
                    w.where("(geometry)"));
    } else if (w.is("DXF")) {
        return;  // a drawing shows what has a shape
    }
    if (w.ogr->CreateFeature(feature.get()) != OGRERR_NONE || messages.failed())
        throw Error("not_writable", "the row cannot be written: " + messages.text(), w.where("(row)"));
    ++w.rows;
}

void Writer::close() {
    Impl& w = *impl_;
    if (!w.dataset) throw Error("no_layer", "no layer was begun");
    GdalMessages messages;
    const auto clock = w.clock();
    if (w.is("GPKG")) w.dataset->CommitTransaction();
    w.ogr = nullptr;
    w.dataset.reset();
    if (messages.failed())
        throw Error("not_writable", "the file cannot be finished: " + messages.text(),
                    w.target.target().string());
    w.target.publish();
}

}  // namespace liangdi::exchange
