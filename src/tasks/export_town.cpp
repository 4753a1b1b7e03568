#include "tasks/export_town.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "exchange/export_table.hpp"
#include "exchange/load_plan.hpp"
#include "exchange/mapping_guess.hpp"
#include "geo/error.hpp"
#include "store/table_rows.hpp"

namespace liangdi::tasks {
namespace fs = std::filesystem;
namespace {

using exchange::OutFormat;
using exchange::TableExport;

/// Tables that stay: their rows name other rows by ids that another town does not have, are computed anew, or
/// are sealed.
constexpr std::array<std::pair<const char*, const char*>, 5> staying{
    {{"sealed", "personal records stay sealed in the town"},
     {"group_count", "counts of sealed groups come from the sealed records"},
     {"setting", "name, date and CRS of the town go into load.json"},
     {"finding", "findings name rows of this very file; `liangdi check` finds them again"},
     {"lineage", "which parcel came from which is known by rows of this very file"}}};

struct Target {
    const OutFormat* format = nullptr;
    fs::path out;
    bool folder = false;  ///< `out` is a folder, each table a file in it
};

const OutFormat& form_for(const OutFormat& format, geo::GeometryKind kind) {
    // A shapefile without shapes is a .dbf.
    return format.extension == std::string_view(".shp") && kind == geo::GeometryKind::none
               ? exchange::out_format_named(".dbf")
               : format;
}

Target target_of(const ExportParams& params, const std::string& town_name) {
    Target target;
    target.out = params.out.filename().empty() ? params.out.parent_path() : params.out;
    const bool no_extension = target.out.extension().empty();
    if (params.format.empty() && no_extension)
        throw Error("unknown_format", "say with --format what to write, or give the file an extension",
                    params.out.string());
    target.format = params.format.empty() ? &exchange::out_format_of(target.out)
                                          : &exchange::out_format_named(params.format);
    std::error_code none;
    target.folder =
        !params.format.empty() &&
        (no_extension || (fs::is_directory(target.out, none) && target.out.extension() != ".gdb"));
    if (target.folder && target.format->several_layers) {
        fs::create_directories(target.out);
        target.out /= town_name + target.format->extension;
        target.folder = false;
    }
    if (target.folder) return target;
    const OutFormat& by_extension = exchange::out_format_of(target.out);
    if (!by_extension.is(target.format->driver))
        throw Error("unknown_format",
                    fmt::format("the extension is none of {}. Call the file {}, or leave --format out",
                                target.format->driver, target.format->extension),
                    params.out.string());
    target.format = &by_extension;
    return target;
}

/// One file and the tables in it.
struct File {
    fs::path path;
    std::vector<std::unique_ptr<TableExport>> tables;
};

class Export {
  public:
    Export(Project& project, const ExportParams& params, land::Progress& progress)
        : project_(project),
          params_(params),
          progress_(progress),
          target_(target_of(params, project.store->file().stem().string())),
          town_(project.store->snapshot()) {}

    ExportOutcome run() {
        say_what_stays();
        plan();
        for (const File& file : files_) refuse_existing(file);
        for (File& file : files_) write(file);
        if (params_.tables.empty() && !sources_.empty()) write_plan();
        return std::move(outcome_);
    }

  private:
    void say_what_stays();
    std::vector<std::string> chosen_tables() const;
    void plan();
    void refuse_existing(const File& file) const;
    void write(File& file);
    void keep(const TableExport& table, const fs::path& file);
    void write_plan();
    exchange::ExportForm form_for_table(const OutFormat& format) const;

    Project& project_;
    const ExportParams& params_;
    land::Progress& progress_;
    Target target_;
    std::unique_ptr<store::Snapshot> town_;
    std::vector<std::unique_ptr<land::RowSource>> rows_;
    std::vector<File> files_;
    std::vector<exchange::PlannedSource> sources_;
    exchange::LostRows lost_;
    bool areas_exported_ = false;
    ExportOutcome outcome_;
};

void Export::say_what_stays() {
    using land::Severity;
    for (const auto& [table, why] : staying) {
        const auto n = town_->count(table);
        if (n == 0 || !params_.tables.empty()) continue;
        const bool sealed = std::string_view(table) == "sealed";
        outcome_.whole.note(
            sealed ? Severity::warning : Severity::note,
            sealed ? "export.sealed_left_out" : "export.table_left_out", table, "",
            fmt::format("{} rows are not exported: {}", n, why),
            sealed ? "hand personal values on only where the law allows it" : "nothing is to be done");
    }
    const bool people = std::any_of(params_.tables.begin(), params_.tables.end(), [](const std::string& t) {
        return t == "party" || t == "person" || t == "household" || t == "cooperative";
    });
    if (people && town_->count("sealed") > 0)
        outcome_.whole.note(Severity::warning, "export.sealed_left_out", "sealed", "",
                            "identity numbers, phones and other personal values are not exported",
                            "hand personal values on only where the law allows it");
}

std::vector<std::string> Export::chosen_tables() const {
    const auto all = export_tables(town_->shape());
    if (params_.tables.empty()) return all;
    std::vector<std::string> out;
    for (const std::string& table : all)
        if (std::find(params_.tables.begin(), params_.tables.end(), table) != params_.tables.end())
            out.push_back(table);
    for (const std::string& said : params_.tables) {
        if (std::find(all.begin(), all.end(), said) != all.end()) continue;
        for (const auto& [table, why] : staying)
            if (said == table) throw Error("no_table", fmt::format("'{}' is not exported: {}", said, why));
        std::string list;
        for (const std::string& table : all) list += (list.empty() ? "" : ", ") + table;
        throw Error("no_table", fmt::format("the town has no table '{}'. It has {}", said, list));
    }
    return out;
}

exchange::ExportForm Export::form_for_table(const OutFormat& format) const {
    exchange::ExportForm form;
    form.format = &format;
    form.names = params_.names;
    form.encoding = params_.encoding;
    form.town_crs = project_.crs();
    form.crs = form.town_crs;
    if (!params_.crs.empty()) form.crs = geo::Crs::from_text(params_.crs);
    if (format.is("LIBKML")) {
        const geo::Crs of_kml = geo::Crs::from_text("EPSG:4326");
        if (!params_.crs.empty() && !(form.crs == of_kml))
            throw Error("bad_crs", "KML is always in EPSG:4326; leave --crs out", params_.crs);
        form.crs = of_kml;
    }
    return form;
}

void Export::plan() {
    using land::Severity;
    const bool all = params_.tables.empty();
    for (const std::string& name : chosen_tables()) {
        auto rows = store::table_rows(*town_, name);
        const land::TableShape& shape = rows->table();
        const OutFormat& format = form_for(*target_.format, shape.geometry);
        if (all && rows->count() == 0) continue;
        if (!format.takes(format.holds_shapes ? shape.geometry : geo::GeometryKind::none)) {
            const std::string why = fmt::format("{} has no place for the table", format.driver);
            if (!all) throw Error("needs_geometry", why + "; write it as .gpkg, .xlsx or .csv", name);
            outcome_.whole.note(Severity::warning, "export.table_left_out", name, "", why,
                                "write it as .gpkg, .xlsx or .csv");
            continue;
        }
        if (name == "area_record") areas_exported_ = true;
        if (const auto n = rows->of_other_kind(); n > 0)
            outcome_.whole.note(Severity::warning, "export.kind_changed", name, "kind",
                                fmt::format("{} rows are parties of another kind than their table says", n),
                                "their kind comes back as the table's");
        auto table = std::make_unique<TableExport>(*rows, form_for_table(format), params_.layer);
        rows_.push_back(std::move(rows));
        const fs::path path =
            target_.folder ? target_.out / (table->layer() + format.extension) : fs::path(target_.out);
        if (files_.empty() || files_.back().path != path) files_.push_back({path, {}});
        files_.back().tables.push_back(std::move(table));
    }
    if (files_.empty())
        throw Error("nothing_to_export", "none of these tables holds a row that can be written");
    for (const File& file : files_)
        if (file.tables.size() > 1 && (!target_.format->several_layers || !params_.layer.empty()))
            throw Error("one_layer_only",
                        params_.layer.empty()
                            ? std::string(target_.format->driver) + " holds one table a file; name a folder"
                            : std::string("--layer names the layer of one table; leave it out"),
                        params_.out.string());
    if (params_.layer.find_first_of("/\\") != std::string::npos)
        throw Error("bad_name", "a layer's name holds no slash", params_.layer);
    if (target_.folder) fs::create_directories(target_.out);
}

void Export::refuse_existing(const File& file) const {
    std::error_code none;
    if (fs::equivalent(file.path, project_.store->file(), none))
        throw Error("not_writable", "this is the town itself; choose another file", file.path.string());
    if (params_.overwrite) return;
    if (fs::exists(file.path) && !target_.format->can_be_added_to())
        throw Error("file_exists", "the file is there already. Choose another name, or add --overwrite",
                    file.path.string());
    const fs::path plan = file.path.parent_path() / "load.json";
    if (params_.tables.empty() && fs::exists(plan))
        throw Error("file_exists", "there is a load.json already. Choose an empty folder, or add --overwrite",
                    plan.string());
}

void Export::write(File& file) {
    exchange::WriterOptions options;
    const OutFormat& format = exchange::out_format_of(file.path);
    options.encoding = exchange::export_encoding(format, params_.encoding);
    options.add_to_existing = true;
    options.overwrite = params_.overwrite;
    options.in_order = true;
    exchange::Writer writer(file.path, options);
    for (const auto& table : file.tables) table->write(writer, progress_);
    writer.finish();
    for (const auto& table : file.tables) table->read_back(writer.working_file(), lost_, progress_);
    writer.publish();
    for (const auto& table : file.tables) keep(*table, file.path);
    file.tables.clear();
}

void Export::keep(const TableExport& table, const fs::path& file) {
    ExportOutcome::Table one{table.rows().table().name, table.layer(), file, {}, table.report()};
    exchange::FieldMapping mapping = table.mapping();
    if (!mapping.table.empty()) {
        if (areas_exported_ && params_.tables.empty() && mapping.table == "parcel") mapping.measure = false;
        const std::string layer = table.layers_in_file() > 1 ? table.layer() : std::string();
        one.map_file = exchange::mapping_file_beside(file, layer);
        exchange::write_mapping(one.map_file, mapping);
        exchange::PlannedSource source;
        source.file = file.filename().string();
        source.layer = layer;
        if (exchange::out_format_of(file).is("CSV") && !params_.encoding.empty())
            source.encoding = params_.encoding;
        if (table.has_shapes() && !table.names_crs())
            source.crs = form_for_table(exchange::out_format_of(file)).crs.definition();
        source.map = one.map_file.filename().string();
        sources_.push_back(std::move(source));
    }
    outcome_.tables.push_back(std::move(one));
}

void Export::write_plan() {
    exchange::LoadPlan head;
    head.name = project_.name();
    head.reference_date = project_.reference_date();
    head.crs = project_.crs().definition();
    const fs::path folder = fs::absolute(outcome_.tables.front().file).parent_path();
    exchange::write_load_plan(folder, head, sources_);
    outcome_.load_plan = folder / "load.json";
}

}  // namespace

std::vector<land::Finding> ExportOutcome::findings() const {
    std::vector<land::Finding> out = whole.findings;
    for (const Table& table : tables)
        out.insert(out.end(), table.report.findings.begin(), table.report.findings.end());
    return out;
}

std::int64_t ExportOutcome::findings_count() const {
    std::int64_t n = whole.findings_count;
    for (const Table& table : tables) n += table.report.findings_count;
    return n;
}

std::vector<std::string> export_tables(const land::TownShape& town) {
    std::vector<std::string> out;
    for (const land::TableShape& table : town)
        if (std::none_of(staying.begin(), staying.end(),
                         [&](const auto& s) { return table.name == s.first; }))
            out.push_back(table.name);
    return out;
}

ExportOutcome export_town(Project& project, const ExportParams& params, land::Progress& progress) {
    return Export(project, params, progress).run();
}

}  // namespace liangdi::tasks
