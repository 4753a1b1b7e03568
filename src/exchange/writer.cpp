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
#include "exchange/writer_options.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

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
    const OutFormat& format;
    WriterOptions options;
    std::string encoding = "UTF-8";
    WriteTarget target;
    Dataset dataset;
    OGRLayer* ogr = nullptr;
    OutLayer layer;
    std::vector<int> ogr_fields;
    int wkt_field = -1;
    std::vector<std::string> names;  ///< of the fields as the format keeps them
    std::int64_t rows = 0;
    bool in_transaction = false;
    std::string dxf_header;

    Impl(const std::filesystem::path& file, const WriterOptions& said);
    ~Impl();
    bool bytes_through() const { return is("CSV") || is("DXF"); }
    bool is(std::string_view driver) const { return format.is(driver); }
    /// Formats whose text is written in `encoding`.
    bool has_encoding() const {
        return bytes_through() || is("ESRI Shapefile") || is("MapInfo File") || is("CNParcelTXT") ||
               is("CASSDAT");
    }
    /// What GDAL takes for now while it lives; nothing where the file bears today's date.
    std::unique_ptr<GdalOption> clock() const {
        if (options.dated.empty()) return nullptr;
        return std::make_unique<GdalOption>("OGR_CURRENT_DATE", (options.dated + "T00:00:00.000Z").c_str());
    }
    std::string where(const std::string& field) const;
    std::string encoded(const std::string& text, const std::string& field) const;
    void create_dataset();
    void open_dataset();
    void remove_layer(const std::string& name);
    void check_names() const;
    void create_field(const OutField& field);
    void create_fields();
    void set(OGRFeature& feature, std::size_t index, const land::Value& value) const;
};

Writer::Impl::Impl(const std::filesystem::path& file, const WriterOptions& said)
    : format(out_format_of(file)),
      options(said),
      target(file,
             said.add_to_existing && format.can_be_added_to() ? WriteTarget::Old::copied
                                                              : WriteTarget::Old::replaced,
             format.folder()) {
    register_gdal();
    if (options.add_to_existing && format.can_be_added_to()) check_can_be_added_to(format, target.target());
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
    if (const std::string problem = text_problem(format, text); !problem.empty())
        throw Error(problem.find("control") != std::string::npos ? "not_in_encoding" : "text_too_long",
                    problem + ". Mend it in the town, or write a GeoPackage.", where(field));
    auto bytes = has_encoding() ? from_utf8(text, encoding) : text;
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
    CPLStringList creation = dataset_options(format, encoding);
    if (!dxf_header.empty()) creation.SetNameValue("HEADER", dxf_header.c_str());
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver);
    if (driver == nullptr)
        throw Error("unknown_format", std::string("GDAL came without its driver ") + format.driver);
    dataset.reset(driver->Create(target.working_file().c_str(), 0, 0, 0, GDT_Unknown, creation.List()));
}

void Writer::Impl::open_dataset() {
    const char* drivers[] = {format.driver, nullptr};
    const char* all_tables[] = {"LIST_ALL_TABLES=YES", nullptr};
    dataset.reset(GDALDataset::Open(target.working_file().c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, drivers,
                                    is("SQLite") ? all_tables : nullptr));
    if (!dataset)
        throw Error("not_writable",
                    std::string("the file that is there is no ") + format.driver + " that can be added to",
                    target.target().string());
}

/// Makes room for a layer of this name, or refuses.
void Writer::Impl::remove_layer(const std::string& name) {
    for (int i = 0; i < dataset->GetLayerCount(); ++i) {
        if (!EQUAL(dataset->GetLayer(i)->GetName(), name.c_str())) continue;
        if (!options.overwrite)
            throw Error(
                "layer_exists",
                "the file has a layer \"" + name + "\" already. Choose another name, or overwrite it.",
                target.target().string());
        if (dataset->DeleteLayer(i) != OGRERR_NONE)
            throw Error("not_writable", "the old layer \"" + name + "\" cannot be removed",
                        target.target().string());
        return;
    }
}

void Writer::Impl::check_names() const {
    std::set<std::string> seen;
    for (const OutField& field : layer.fields) {
        const std::string name = encoded(field.name, field.name);
        if (format.name_bytes > 0 && name.size() > static_cast<std::size_t>(format.name_bytes))
            throw Error(
                "name_too_long",
                fmt::format("the field name \"{}\" takes {} bytes in {}, {} holds {}. Give it a shorter "
                            "name or write a GeoPackage.",
                            field.name, name.size(), encoding,
                            is("ESRI Shapefile") ? "a shapefile" : format.driver, format.name_bytes),
                target.target().filename().string());
        if (!seen.insert(name).second)
            throw Error("name_twice", "two fields are called \"" + field.name + "\"",
                        target.target().filename().string());
    }
}

void Writer::Impl::create_field(const OutField& field) {
    const std::string name = bytes_through() ? encoded(field.name, field.name) : field.name;
    OGRFeatureDefn& definition = *ogr->GetLayerDefn();
    if (is("DXF")) {  // DXF knows only fields of its own (Layer, Text …); others have no place in it
        const int at = definition.GetFieldIndex(name.c_str());
        ogr_fields.push_back(at);
        names.push_back(at < 0 ? std::string() : field.name);
        return;
    }
    // GDAL would write the dates of a CSV with slashes.
    const bool as_text = format.text_only || (is("CSV") && field.type == FieldType::date);
    OGRFieldDefn defn(name.c_str(), as_text ? OFTString : ogr_type_of(field.type));
    if (field.width > 0) defn.SetWidth(field.width);
    if (field.decimals > 0) defn.SetPrecision(field.decimals);
    // KML and the like have a field of that meaning already, under a name of other case.
    const int before = definition.GetFieldCount();
    if (ogr->CreateField(&defn) != OGRERR_NONE)
        throw Error("not_writable", "the field cannot be made", where(field.name));
    const int at = definition.GetFieldCount() > before ? before : definition.GetFieldIndex(name.c_str());
    ogr_fields.push_back(at);
    names.push_back(at < 0            ? std::string()
                    : bytes_through() ? field.name
                                      : definition.GetFieldDefn(at)->GetNameRef());
}

void Writer::Impl::create_fields() {
    ogr_fields.clear();
    names.clear();
    wkt_field = -1;
    for (const OutField& field : layer.fields) create_field(field);
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
    const std::size_t room = static_cast<std::size_t>(field.width > 0 ? field.width : format.text_bytes);
    if (format.text_bytes > 0 && field.type == FieldType::text && bytes.size() > room)
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
    if (!w.format.takes(layer.geometry))
        throw Error("needs_geometry", "this format is for maps; write a table as .xlsx, .csv or .gpkg", file);
    if (!w.format.holds_shapes && layer.geometry != geo::GeometryKind::none)
        throw Error("no_geometry_here", "a spreadsheet holds no geometry; write it as .gpkg or .shp", file);
    GdalMessages messages;
    w.layer = layer;
    if (!w.dataset) {
        std::error_code ignored;
        std::filesystem::exists(w.target.working_file(), ignored) ? w.open_dataset() : w.create_dataset();
    }
    w.check_names();
    const auto clock = w.clock();
    if (w.dataset && !w.is("DXF")) w.remove_layer(layer.name);
    if (w.dataset && !w.in_transaction && (w.is("GPKG") || w.is("SQLite")) &&
        w.dataset->TestCapability(ODsCTransactions))
        w.in_transaction = w.dataset->StartTransaction() == OGRERR_NONE;
    if (w.dataset) {
        CPLStringList creation = layer_options(w.format, layer, w.encoding, w.options);
        const Srs srs = srs_of(layer.crs);
        w.ogr = w.is("DXF") && w.ogr ? w.ogr
                                     : w.dataset->CreateLayer(
                                           w.is("DXF") ? "entities" : layer.name.c_str(), srs.get(),
                                           w.is("CSV") ? wkbNone : ogr_type(layer.geometry), creation.List());
    }
    if (!w.dataset || !w.ogr)
        throw Error("not_writable", "the file cannot be made: " + messages.text(), file);
    w.create_fields();
    w.rows = 0;
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
    } else if (w.format.needs_shape && !w.is("DXF")) {  // GDAL would write the row and never read it again
        throw Error("needs_geometry", "this format holds only rows with a shape. Write a GeoPackage.",
                    w.where("(geometry)"));
    } else if (w.is("DXF")) {
        return;  // a drawing shows what has a shape
    }
    if (w.ogr->CreateFeature(feature.get()) != OGRERR_NONE || messages.failed())
        throw Error("not_writable", "the row cannot be written: " + messages.text(), w.where("(row)"));
    ++w.rows;
}

const std::vector<std::string>& Writer::field_names() const {
    return impl_->names;
}

void Writer::finish() {
    Impl& w = *impl_;
    if (!w.dataset) throw Error("no_layer", "no layer was begun");
    GdalMessages messages;
    const auto clock = w.clock();
    if (w.in_transaction) w.dataset->CommitTransaction();
    w.ogr = nullptr;
    w.dataset.reset();
    if (messages.failed())
        throw Error("not_writable", "the file cannot be finished: " + messages.text(),
                    w.target.target().string());
}

std::filesystem::path Writer::working_file() const {
    return impl_->target.working_file();
}

void Writer::publish() {
    impl_->target.publish();
}

void Writer::close() {
    finish();
    publish();
}

}  // namespace liangdi::exchange
