#include "exchange/reader.hpp"

#include <algorithm>
#include <array>

#include "exchange/column_rows.hpp"
#include "exchange/feature_row.hpp"
#include "exchange/gdal_crs.hpp"
#include "exchange/gdal_session.hpp"
#include "exchange/source_dataset.hpp"
#include "exchange/source_encoding.hpp"
#include "exchange/source_opening.hpp"
#include "exchange/table_header.hpp"
#include "exchange/text_encoding.hpp"
#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

FieldType type_of(const OGRFieldDefn& field) {
    switch (field.GetType()) {
        case OFTInteger:
        case OFTInteger64:
            return FieldType::integer;
        case OFTReal:
            return FieldType::real;
        case OFTString:
            return FieldType::text;
        case OFTDate:
            return FieldType::date;
        default:
            return FieldType::other;
    }
}

}  // namespace

struct Reader::Impl {
    std::filesystem::path file;
    ReaderOptions options;
    SourceOpening opening;  // before the dataset, which reads through its links
    std::string path, driver;
    Dataset dataset;
    std::vector<SourceLayer> layers;
    std::vector<LayerPlan> plans;
    std::weak_ptr<ColumnRows> in_columns;  // a layer has one stream at a time

    void open();
    void describe(OGRLayer* ogr);
    void describe_sheet(LayerPlan& plan, SourceLayer& layer);
    std::size_t index_of(const SourceLayer& layer) const;
    void reopen_for(std::size_t index);
    std::shared_ptr<ColumnRows> columns_from(std::size_t index, std::int64_t row);
    std::function<bool(SourceRow&)> rows(const SourceLayer& layer);
};

void Reader::Impl::open() {
    opening = opening_of(file);
    const SheetOptions sheet_options;
    const ArchiveNames names(opening.names_encoding);
    const GdalMessages quiet;
    dataset = open_dataset(opening, file);
    path = opening.path;
    driver = dataset->GetDriverName();
    for (OGRLayer* ogr : layers_of(*dataset)) describe(ogr);
}

void Reader::Impl::describe(OGRLayer* ogr) {
    LayerPlan plan;
    SourceLayer layer;
    plan.ogr = ogr;
    layer.name = ogr->GetName();
    OGRFeatureDefn* definition = ogr->GetLayerDefn();
    if (driver == "ESRI Shapefile") {
        plan.raw = true;
        std::string dbf = path;
        if (VSIStatBufL stat; VSIStatL(path.c_str(), &stat) == 0 && VSI_ISDIR(stat.st_mode))
            dbf = CPLFormFilename(path.c_str(), ogr->GetName(), "dbf");
        else if (!path.ends_with(".dbf") && !path.ends_with(".DBF"))
            dbf = CPLResetExtension(path.c_str(), path.ends_with(".SHP") ? "DBF" : "dbf");
        plan.word = dbf_word(dbf, options.encoding);
        plan.encoding = plan.word.found;
        plan.fid_offset = 1;
        plan.number_by_fid = true;
    }
    if (driver == "CSV") {
        plan.raw = true;
        plan.word = csv_word(path, options.encoding);
        plan.encoding = plan.word.found;
        if (plan.encoding == "UTF-16")
            throw Error("not_readable", "the text is UTF-16. Save it as \"CSV UTF-8\" and import that.",
                        file.string());
    }
    plan.sheet = driver == "CSV" || driver == "XLSX" || driver == "ODS" || driver == "XLS";
    layer.has_geometry = definition->GetGeomFieldCount() > 0;
    if (layer.has_geometry) {
        layer.geometry_type = OGRGeometryTypeToName(ogr->GetGeomType());
        layer.crs = crs_of(ogr->GetSpatialRef());
        plan.north_first = north_first(ogr->GetSpatialRef());
    }
    for (int i = 0; i < definition->GetFieldCount(); ++i) {
        const OGRFieldDefn* field = definition->GetFieldDefn(i);
        const std::string name = field->GetNameRef();
        layer.fields.push_back({plan.raw ? to_utf8(name, plan.encoding) : name, type_of(*field)});
    }
    // Counting an OSM extract would read it whole.
    layer.count = driver == "OSM" ? 0 : std::max<std::int64_t>(0, ogr->GetFeatureCount());
    if (plan.sheet) describe_sheet(plan, layer);
    layers.push_back(std::move(layer));
    plans.push_back(std::move(plan));
}

void Reader::Impl::describe_sheet(LayerPlan& plan, SourceLayer& layer) {
    constexpr std::size_t looked_at = 20;
    plan.number_by_fid = true;
    std::vector<SheetRow> first;
    plan.ogr->ResetReading();
    while (first.size() < looked_at) {
        const Feature feature(plan.ogr->GetNextFeature());
        if (!feature) break;
        SheetRow row{feature->GetFID(), {}};
        for (int i = 0; i < feature->GetFieldCount(); ++i) row.cells.push_back(text_of(*feature, i, plan));
        first.push_back(std::move(row));
    }
    constexpr std::size_t most_of_xlsx = 2000;  // GDAL 3.6 drops the rest without a word
    if (driver == "XLSX" && layer.fields.size() == most_of_xlsx)
        opening.remarks.push_back({"source.columns_cut",
                                   layer.name + " has 2000 columns or more, only the first 2000 are read",
                                   "save the sheet as CSV and import that", land::Severity::error});
    const TableHeader header = find_header(first);
    plan.header_row = header.row;
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        layer.fields[i] = {i < header.names.size() ? header.names[i] : column_letters(i), FieldType::text};
        if (EQUAL(layer.fields[i].name.c_str(), "WKT")) plan.wkt_field = static_cast<int>(i);
    }
    layer.has_geometry = plan.wkt_field >= 0;
    layer.count = std::max<std::int64_t>(0, layer.count - header.row);
}

std::size_t Reader::Impl::index_of(const SourceLayer& layer) const {
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (&layers[i] == &layer || layers[i].name == layer.name) return i;
    throw Error("no_layer", "the layer " + layer.name + " is not of this file", file.string());
}

/// An OSM extract gives one layer at a time, and only from the beginning of the file; the others would pile
/// up in memory.
void Reader::Impl::reopen_for(std::size_t index) {
    dataset.reset();
    dataset = open_dataset(opening, file);
    for (std::size_t i = 0; i < plans.size(); ++i) plans[i].ogr = dataset->GetLayer(static_cast<int>(i));
    const std::string only = std::string("SET interest_layers = ") + plans[index].ogr->GetName();
    if (OGRLayer* nothing = dataset->ExecuteSQL(only.c_str(), nullptr, nullptr))
        dataset->ReleaseResultSet(nothing);
}

/// The rows after the first `row` in columns; null where the layer is to be read on as features.
std::shared_ptr<ColumnRows> Reader::Impl::columns_from(std::size_t index, std::int64_t row) {
    VSIStatBufL stat;
    if (options.as_features || driver != "GPKG" || path.starts_with("/vsi") ||
        VSIStatL(path.c_str(), &stat) != 0)
        return {};
    OGRLayer& ogr = *plans[index].ogr;
    std::shared_ptr<ColumnRows> columns = ColumnRows::of(ogr, static_cast<std::uint64_t>(stat.st_size),
                                                         layers[index].count, plans[index].north_first);
    if (!columns) {
        ogr.SetNextByIndex(row);  // whoever asks for a stream begins anew
        return {};
    }
    in_columns = columns;
    SourceRow passed_over;
    while (columns->taken() < row && columns->next(passed_over)) {
    }
    return columns;
}

std::function<bool(SourceRow&)> Reader::Impl::rows(const SourceLayer& layer) {
    const std::size_t index = index_of(layer);
    const LayerPlan& plan = plans[index];
    {
        const SheetOptions sheet_options;
        const ArchiveNames names(opening.names_encoding);
        const GdalMessages quiet;
        if (const auto earlier = in_columns.lock()) earlier->stop();
        if (driver == "OSM") reopen_for(index);
        plan.ogr->ResetReading();
    }
    struct Cursor {
        std::shared_ptr<ColumnRows> columns{};
        std::int64_t ordinal = 0, last = 0;
        std::vector<SourceRow> block{};  ///< read ahead: GDAL's options are set once for many rows
        std::size_t given = 0;
        bool ended = false;
        std::string broken{};  ///< why nothing more comes out of the file
    };
    return [this, index, &plan, at = Cursor{}](SourceRow& row) mutable {
        constexpr std::size_t block_rows = 256;
        constexpr std::int64_t columns_after = 512;  // who takes a sample (400) shall not pay for threads
        if (at.ordinal == columns_after && at.given == at.block.size() && !at.columns) {
            const GdalMessages quiet;
            at.columns = columns_from(index, at.ordinal);
        }
        if (at.columns) {
            if (at.columns->next(row)) {
                row.row = at.last = ++at.ordinal;
                return true;
            }
            at.ended = at.columns->whole();
            at.columns.reset();
            const GdalMessages quiet;
            if (!at.ended) plan.ogr->SetNextByIndex(at.ordinal);
        }
        if (at.given == at.block.size() && !at.ended && at.broken.empty()) {
            at.block.clear();
            at.given = 0;
            const SheetOptions sheet_options;
            const ArchiveNames names(opening.names_encoding);
            GdalMessages messages;
            while (at.block.size() < block_rows) {
                messages.clear();
                const Feature feature(plan.ogr->GetNextFeature());
                if (!feature) {
                    at.ended = !messages.failed();
                    if (messages.failed()) at.broken = messages.text();
                    break;
                }
                ++at.ordinal;
                if (plan.sheet && feature->GetFID() <= plan.header_row) continue;
                SourceRow fresh;
                if (!row_of(*feature, plan, layers[index], at.ordinal, fresh)) continue;
                if (messages.failed()) fresh.row_problem = messages.text();
                at.block.push_back(std::move(fresh));
            }
        }
        if (at.given < at.block.size()) {
            row = std::move(at.block[at.given++]);
            at.last = row.row;
            return true;
        }
        if (at.ended) return false;
        // The records of a shapefile cut short are known by number at least: each is reported. Of other
        // files the place is, as a last row.
        const std::int64_t count = layers[index].count;
        const bool numbered = driver == "ESRI Shapefile";
        if (numbered && at.last >= count) return false;
        at.ended = !numbered;
        row = {};
        row.row = ++at.last;
        row.cells.resize(layers[index].fields.size());
        row.row_problem = at.broken;
        if (!numbered)
            row.row_problem = "reading stopped after " + std::to_string(at.last - 1) + " rows" +
                              (count >= at.last ? " of " + std::to_string(count) : "") + ": " + at.broken;
        return true;
    };
}

Reader::Reader(const std::filesystem::path& file, const ReaderOptions& options)
    : impl_(std::make_unique<Impl>()) {
    impl_->file = file;
    impl_->options = options;
    impl_->open();
}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

const std::vector<SourceLayer>& Reader::layers() const {
    return impl_->layers;
}
const std::filesystem::path& Reader::file() const {
    return impl_->file;
}
const std::string& Reader::format() const {
    return impl_->driver;
}
std::string Reader::encoding(const SourceLayer& layer) const {
    return impl_->plans[impl_->index_of(layer)].encoding;
}

EncodingWord Reader::encoding_word(const SourceLayer& layer) const {
    EncodingWord word = impl_->plans[impl_->index_of(layer)].word;
    if (word.found.empty()) word.found = encoding(layer);
    return word;
}
const std::vector<SourceRemark>& Reader::remarks() const {
    return impl_->opening.remarks;
}
bool Reader::says_gcj02() const {
    return impl_->opening.gcj02;
}

const SourceLayer& Reader::layer(const std::string& name) const {
    std::string names;
    for (const SourceLayer& layer : impl_->layers) {
        if (layer.name == name || (name.empty() && impl_->layers.size() == 1)) return layer;
        names += (names.empty() ? "" : ", ") + layer.name;
    }
    if (impl_->layers.empty())
        throw Error("not_readable",
                    "the file holds no layer and no table. Ask the sender for a complete copy.",
                    impl_->file.string());
    throw Error(
        "no_layer",
        (name.empty() ? std::string("the file has several layers") : "there is no layer \"" + name + "\"") +
            ". Name one with --layer: " + names,
        impl_->file.string());
}

void Reader::each(const SourceLayer& layer, const std::function<bool(const SourceRow&)>& take) const {
    const auto next = impl_->rows(layer);
    SourceRow row;
    while (next(row) && take(row)) {
    }
}

std::function<bool(SourceRow&)> Reader::rows(const SourceLayer& layer) const {
    return impl_->rows(layer);
}

int SourceLayer::field(std::string_view field_name) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].name == field_name) return static_cast<int>(i);
    return -1;
}

}  // namespace liangdi::exchange
