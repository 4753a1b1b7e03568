#include "exchange/import_run.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "exchange/count_doctor.hpp"
#include "exchange/encoding_doctor.hpp"
#include "exchange/import_frame.hpp"
#include "exchange/import_row.hpp"
#include "exchange/import_sealed.hpp"
#include "exchange/number_doctor.hpp"
#include "exchange/row_codes.hpp"
#include "exchange/seen_keys.hpp"
#include "geo/areas.hpp"
#include "geo/error.hpp"
#include "geo/spatialite_blob.hpp"

namespace liangdi::exchange {
namespace {

constexpr std::size_t findings_kept = 1000;

bool finds_own_rows(const BoundMapping& bound) {
    const auto points_here = [&](const BoundRow& row) {
        for (const BoundField& field : row.fields)
            if (field.find_table == bound.main.table->name ||
                (bound.main.base && field.find_table == bound.main.base->name))
                return true;
        return false;
    };
    bool any = points_here(bound.main);
    for (const BoundRow& child : bound.children) any = any || points_here(child);
    return any;
}

}  // namespace

struct ImportRun::Impl {
    FieldMapping mapping;
    ImportContext context;
    const SourceLayer* layer;
    std::string source, format;
    BoundMapping bound;
    std::optional<ToTown> transform;
    std::function<bool(SourceRow&)> next_row;
    Lookup lookup;
    bool remembers;
    land::NewIds ids;
    SeenKeys seen;
    std::string key;                  // of the row at hand
    std::vector<land::Change> ready;  // of the last row that was taken
    std::size_t given = 0;            // so many of them are out
    SealedRows sealed_rows;
    ImportReport report;
    std::map<land::Severity, std::size_t> findings_by_severity;
    std::int64_t unreadable = 0;
    bool ended = false, closed_lines_said = false;

    Impl(const Reader& reader, const SourceLayer& source_layer, FieldMapping field_mapping,
         const ImportContext& ctx);
    void look_ahead(const Reader& reader);
    void note_geometry(const RowGeometry& geometry, std::int64_t row);
    void note_changes(const PlannedRow& planned, const std::vector<land::Change>& changes, std::int64_t row);
    bool has_room_for(land::Severity severity);
    void find(land::Finding finding);
    void find(land::Severity severity, const Refusal& refusal, std::int64_t row);
    void take(SourceRow& row);
    void take_sealed_row(const SourceRow& row);
    void leave_out_sealed(std::int64_t row);
    void check_key(const PlannedRow& planned, std::int64_t row);
    void remember(const land::Value& code, const land::Value& id);
    void add_child(std::vector<land::Change>& changes, const BoundRow& child, PlannedRow&& planned,
                   const land::Value& parent);
    std::optional<land::Change> next();
};

ImportRun::Impl::Impl(const Reader& reader, const SourceLayer& source_layer, FieldMapping field_mapping,
                      const ImportContext& ctx)
    : mapping(std::move(field_mapping)),
      context(ctx),
      layer(&source_layer),
      source(reader.file().filename().string() + (reader.layers().size() > 1 ? " " + source_layer.name : "")),
      format(reader.format()),
      bound(bind_mapping(mapping, context.town, source_layer, source)),
      lookup(context.registered),
      remembers(finds_own_rows(bound)),
      seen(layer->count) {
    look_ahead(reader);
    next_row = reader.rows(source_layer);
}

/// What the first rows tell: the frame, and columns whose codes a spreadsheet has cut.
void ImportRun::Impl::look_ahead(const Reader& reader) {
    const SourceSample sample = sample_of(reader, *layer);
    NumberDoctor numbers(*layer);
    for (const SourceRow& row : sample.rows) numbers.row(row);
    const std::vector<bool> rounded = numbers.rounded_columns();
    for (BoundField& field : bound.main.fields) field.rounded = rounded[field.source];
    for (BoundRow& child : bound.children)
        for (BoundField& field : child.fields) field.rounded = rounded[field.source];
    std::set<std::size_t> personal;
    for (const BoundField& field : bound.main.fields)
        if (field.sealed()) personal.insert(field.source);
    for (land::Finding& f : encoding_findings(reader, *layer, sample.rows, personal))
        if (f.severity > land::Severity::note) find(std::move(f));
    for (const SourceRemark& remark : reader.remarks())
        find(remark.severity, {remark.rule, "", "", remark.reason, remark.mend}, 0);
    if (!bound.geometry) return;
    SourceFrame accepted = context.accepted;
    if (!accepted.crs.known()) accepted.crs = context.assumed_crs;
    const SourceFrame frame =
        import_frame(reader, *layer, sample, accepted, {context.town_crs, context.town_box, context.anchors},
                     [this](land::Finding f) { find(std::move(f)); });
    report.frame = frame.name();
    transform.emplace(frame, context.town_crs);
    if (transform->identity()) transform.reset();
}

/// Counts a finding. Each severity has room of its own: an error after a thousand warnings must not be lost.
bool ImportRun::Impl::has_room_for(land::Severity severity) {
    ++report.findings_count;
    return ++findings_by_severity[severity] <= findings_kept;
}

void ImportRun::Impl::find(land::Finding finding) {
    if (!has_room_for(finding.severity)) return;
    finding.table = bound.main.table->name;
    finding.source = source;
    report.findings.push_back(std::move(finding));
}

void ImportRun::Impl::note_geometry(const RowGeometry& geometry, std::int64_t row) {
    if (geometry.closed_lines && !closed_lines_said) {
        closed_lines_said = true;
        find(land::Severity::note,
             {"import.closed_lines", "", "", "closed lines are taken for the areas they bound, from here on",
              "look at the map whether rings inside others should be holes"},
             row);
    }
    if (geometry.repaired.empty()) return;
    ++report.repaired;
    find(land::Severity::note,
         {"import.geometry_repaired", "", "",
          "the shape was not valid (" + geometry.repaired + ") and was made so; its area stays",
          "look at the marked place", geometry.repaired_at},
         row);
}

void ImportRun::Impl::note_changes(const PlannedRow& planned, const std::vector<land::Change>& changes,
                                   std::int64_t row) {
    constexpr std::size_t cells_kept = 200;
    const auto shown = [](const std::string& column, const land::Value& value) {
        if (const auto* n = std::get_if<std::int64_t>(&value);
            n && column.ends_with("_hundredths") && *n >= 0)
            return fmt::format("{}.{:02}", *n / 100, *n % 100);
        const auto* blob = std::get_if<land::Bytes>(&value);
        if (blob == nullptr) return land::to_display(value);
        const auto geometry = geo::from_spatialite_blob(*blob);
        const auto* polygons = geometry ? std::get_if<geo::MultiPolygon>(&*geometry) : nullptr;
        return polygons ? fmt::format("a shape of {:.2f} m2", geo::planar_area_m2(*polygons))
                        : std::string("a shape");
    };
    for (const land::Change& change : changes) {
        const auto* update = std::get_if<land::Update>(&change);
        if (update == nullptr || update->table == "sealed") continue;
        for (const land::CellChange& cell : update->cells) {
            std::string column = update->table + "." + cell.column;
            // Shown as people write it: 195.69, not 19569 hundredths.
            if (constexpr std::string_view unit = "_hundredths"; column.ends_with(unit))
                column.erase(column.size() - unit.size());
            ++report.changed_columns[column];
            if (report.changed_cells.size() < cells_kept)
                report.changed_cells.push_back({row, land::to_display(planned.value(bound.main.key.front())),
                                                column, shown(cell.column, cell.before),
                                                shown(cell.column, cell.after)});
        }
    }
}

void ImportRun::Impl::find(land::Severity severity, const Refusal& refusal, std::int64_t row) {
    if (!has_room_for(severity)) return;
    report.findings.push_back({severity, refusal.rule, bound.main.table->name, 0, source, row, refusal.field,
                               refusal.value, refusal.reason, refusal.mend, refusal.at});
}

void ImportRun::Impl::leave_out_sealed(std::int64_t row) {
    ++report.left_out_sealed;
    find(land::Severity::warning,
         {"import.sealed_left_out", "", "",
          "the town is locked: the personal values of this row were left out",
          "import again with --unlock to add them"},
         row);
}

/// Refuses a row without its key, or with a key that an earlier row had. The key counts as had even if this
/// row is refused later: were the next one of its key taken instead, a second run would find the town changed
/// and take both.
void ImportRun::Impl::check_key(const PlannedRow& planned, std::int64_t row) {
    const std::vector<std::string> needed =
        mapping.key_may_be_empty ? std::vector<std::string>{} : bound.main.key;
    for (const std::string& column : needed)
        if (const PlannedCell* cell = planned.cell(column); !cell || land::is_null(cell->value))
            throw Refusal{"import.key_missing", cell ? cell->field() : column, "",
                          "the row has no " + column + ", by which it is known", "fill it in the source"};
    if (bound.into_sealed) return;
    put_key_text(bound.main, planned, key);
    const std::int64_t* earlier = seen.first_row(key, row);
    if (earlier == nullptr) return;
    const PlannedCell* cell = planned.cell(bound.main.key.front());
    throw Refusal{"import.key_twice_in_source", cell ? cell->field() : std::string(),
                  cell ? cell->said() : std::string(),
                  "row " + std::to_string(*earlier) + " of the source has the same key",
                  "leave one of the two in the source"};
}

void ImportRun::Impl::add_child(std::vector<land::Change>& changes, const BoundRow& child,
                                PlannedRow&& planned, const land::Value& parent) {
    const land::Value held = existing_row(child, planned, lookup, parent);
    if (const auto* id = std::get_if<std::int64_t>(&held)) {
        const CurrentRow current(context.registered, child, planned, *id, false);
        check_row(child, planned, &current);
        for (land::Change& change : update_row(child, planned, *id, current, nullptr))
            changes.push_back(std::move(change));
        return;
    }
    check_row(child, planned, nullptr);
    insert_row(changes, child, std::move(planned), {}, parent, {});
}

/// Lets later rows of the source, and this row's own children, find the row by its code; null forgets it.
void ImportRun::Impl::remember(const land::Value& code, const land::Value& id) {
    if (land::is_null(code)) return;
    for (const land::TableShape* table : {bound.main.table, bound.main.base}) {
        if (table == nullptr) continue;
        if (land::is_null(id))
            lookup.forget(table->name, "code", land::to_display(code));
        else
            lookup.remember(table->name, "code", land::to_display(code), id);
    }
}

void ImportRun::Impl::take(SourceRow& row) {
    PlannedRow planned = plan_cells(bound.main, row, lookup);
    check_key(planned, row.row);
    RowGeometry geometry = bound.geometry
                               ? town_geometry(row, bound.main.table->geometry, bound.main.table->srid,
                                               transform ? &*transform : nullptr, context.repair)
                               : RowGeometry{};
    const land::Value held = existing_row(bound.main, planned, lookup, {});
    const auto* id = std::get_if<std::int64_t>(&held);
    // Refusals end here or in add_child: ids are given and changes kept only when the whole row is taken.
    const land::Value main_id = id ? held : land::Value{land::NewId{ids.count() + 1}};
    const std::vector<Refusal> doubts = doubtful_codes(bound.main, planned, context.sealer != nullptr);
    land::SealedFields personal = std::move(planned.sealed);
    const land::Value code = remembers || !personal.empty() ? planned.value("code") : land::Value{};
    std::vector<land::Change>& changes = ready;
    bool moved = true;
    if (id) {
        const CurrentRow current(context.registered, bound.main, planned, *id, bound.geometry);
        check_row(bound.main, planned, &current);
        changes = update_row(bound.main, planned, *id, current, bound.geometry ? &geometry : nullptr);
        moved = !(current.value(*bound.main.table, "geometry") == land::Value{geometry.blob});
    } else {
        check_row(bound.main, planned, nullptr);
        insert_row(changes, bound.main, std::move(planned), main_id, {}, std::move(geometry.blob));
    }
    if (remembers) remember(code, main_id);
    try {
        for (const BoundRow& child : bound.children) {
            PlannedRow cells = plan_cells(child, row, lookup);
            if (cells.any_field || child.fields.empty()) add_child(changes, child, std::move(cells), main_id);
        }
    } catch (const Refusal&) {
        if (remembers) remember(code, {});
        throw;
    }
    if (bound.measures_area && (id || mapping.measure))
        measure_row(changes, context.registered, main_id, geometry, moved, source);

    if (!personal.empty()) {
        if (context.sealer == nullptr) {
            leave_out_sealed(row.row);
        } else {
            if (!land::is_null(code)) personal["of"] = land::to_display(code);
            const SealedRecord record = sealed_record_of(context.registered, *context.sealer, main_id);
            seal_into(changes, report, *context.sealer, main_id, record, merged(record.fields, personal));
        }
    }
    if (!id) ids.next();
    note_geometry(geometry, row.row);
    if (id) note_changes(planned, changes, row.row);
    for (const Refusal& doubt : doubts) find(land::Severity::warning, doubt, row.row);
    ++(!id ? report.added : changes.empty() ? report.unchanged : report.changed);
}

void ImportRun::Impl::take_sealed_row(const SourceRow& row) {
    const PlannedRow planned = plan_cells(bound.main, row, lookup);
    check_key(planned, row.row);
    if (context.sealer == nullptr) {
        leave_out_sealed(row.row);
        ++report.refused;
        return;
    }
    const land::Value party = planned.value("party");
    const auto* id = std::get_if<std::int64_t>(&party);
    if (id == nullptr)
        throw Refusal{"import.key_missing", "party", "", "the party is not known",
                      "import the parties first"};
    const auto code = context.registered.row("party", *id, {"code"});
    sealed_rows.add(*id,
                    code && !land::is_null(code->front()) ? land::to_display(code->front()) : std::string{},
                    planned.sealed);
}

std::optional<land::Change> ImportRun::Impl::next() {
    SourceRow row;
    if (given == ready.size()) ready.clear(), given = 0;
    while (ready.empty() && !ended) {
        context.progress.at(source, report.rows_read, layer->count);
        if (!next_row(row)) {
            ended = true;
            if (auto few = count_finding(format, *layer, report.rows_read - unreadable))
                find(*std::move(few));
            if (context.sealer != nullptr)
                sealed_rows.flush(ready, report, context.registered, *context.sealer);
            break;
        }
        ++report.rows_read;
        try {
            if (!row.row_problem.empty() && ++unreadable > 0)
                throw Refusal{"import.row_unreadable", "", "",
                              "the row cannot be read whole: " + row.row_problem,
                              "ask the sender for a complete copy"};
            bound.into_sealed ? take_sealed_row(row) : take(row);
        } catch (const Refusal& refusal) {
            ready.clear();
            ++report.refused;
            find(land::Severity::error, refusal, row.row);
        }
    }
    if (ready.empty()) return std::nullopt;
    return std::move(ready[given++]);
}

ImportRun::ImportRun(const Reader& reader, const SourceLayer& layer, FieldMapping mapping,
                     const ImportContext& context)
    : impl_(std::make_unique<Impl>(reader, layer, std::move(mapping), context)) {}
ImportRun::~ImportRun() = default;
ImportRun::ImportRun(ImportRun&&) noexcept = default;
ImportRun& ImportRun::operator=(ImportRun&&) noexcept = default;

land::ChangeSource ImportRun::changes() {
    return [run = impl_.get()] { return run->next(); };
}

const ImportReport& ImportRun::report() const {
    return impl_->report;
}

}  // namespace liangdi::exchange
