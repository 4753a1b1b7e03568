#include "memory_town.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace liangdi::tests {
namespace {

using land::ColumnShape;
using land::ColumnType;

ColumnShape text(const std::string& name, bool required = false) {
    return {name, ColumnType::text, required, {}, {}};
}
ColumnShape whole(const std::string& name, bool required = false) {
    return {name, ColumnType::integer, required, {}, {}};
}
ColumnShape date(const std::string& name) {
    return {name, ColumnType::date, false, {}, {}};
}
ColumnShape key(const std::string& name, const std::string& table, bool required = false) {
    return {name, ColumnType::integer, required, table, {}};
}
ColumnShape choice(const std::string& name, std::vector<std::string> choices, bool required = false) {
    return {name, ColumnType::text, required, {}, std::move(choices)};
}
ColumnShape blob(const std::string& name) {
    return {name, ColumnType::blob, false, {}, {}};
}

constexpr auto none = geo::GeometryKind::none;
constexpr auto areas = geo::GeometryKind::multi_polygon;

}  // namespace

MemoryTown::MemoryTown() {
    shape = {{"village", {text("code"), text("town"), text("village"), text("grp")}, areas, srid, {}},
             {"building",
              {text("code"), text("name"), choice("kind", {"residential", "public", "commercial", "other"}),
               whole("floors")},
              areas,
              srid,
              {}},
             {"flat",
              {text("code"), key("building", "building", true), text("number"), whole("floor"),
               whole("area_hundredths")},
              none,
              0,
              {}},
             {"party",
              {choice("kind", {"household", "contract_household", "person"}, true), text("code"),
               text("name"), text("note")},
              none,
              0,
              {}},
             {"household",
              {ColumnShape{"relocated", ColumnType::flag, false, {}, {}}, key("origin", "village"),
               date("moved_on")},
              none,
              0,
              "party"},
             {"person", {choice("sex", {"male", "female"}), whole("birth_year")}, none, 0, "party"},
             {"party_member",
              {key("party", "party", true), key("member", "party", true), text("relation"),
               date("valid_from"), date("valid_to")},
              none,
              0,
              {}},
             {"occupancy",
              {key("household", "household", true), key("flat", "flat", true),
               choice("kind", {"main", "additional"}), date("valid_from"), date("valid_to")},
              none,
              0,
              {}},
             {"parcel",
              {choice("kind", {"homestead", "woodland", "farmland"}, true), text("code"), text("name"),
               key("village", "village"), date("contract_from"), date("contract_to")},
              areas,
              srid,
              {}},
             {"area_record",
              {key("parcel", "parcel", true), choice("kind", {"registered", "measured", "actual"}, true),
               whole("value_hundredths", true), choice("unit", {"m2", "mu"}, true), text("method"),
               text("source")},
              none,
              0,
              {}},
             {"parcel_right",
              {key("parcel", "parcel", true), key("party", "party", true),
               choice("kind", {"ownership", "contract"}, true), whole("share_num"), whole("share_den"),
               text("certificate")},
              none,
              0,
              {}},
             {"street", {text("code"), text("name")}, geo::GeometryKind::multi_line_string, srid, {}},
             {"facility", {text("code"), text("name")}, geo::GeometryKind::point, srid, {}},
             {"sealed", {key("party", "party", true), blob("body"), blob("blind")}, none, 0, {}}};
}

std::vector<std::int64_t> MemoryTown::ids_of(std::string_view table, std::string_view column,
                                             std::string_view wanted) {
    const land::TableShape* own = land::find_table(shape, table);
    if (own == nullptr) throw std::logic_error("no table " + std::string(table));
    const std::string owner = own->has(column) ? own->name : own->extends;
    const auto [index, fresh] = found_.try_emplace(own->name + "." + std::string(column));
    if (fresh)
        for (const auto& [id, ignored] : rows_[own->name]) {
            const land::Value value = cell(owner, id, std::string(column));
            if (const auto* held = std::get_if<std::string>(&value)) index->second[*held].push_back(id);
        }
    const auto ids = index->second.find(std::string(wanted));
    return ids == index->second.end() ? std::vector<std::int64_t>{} : ids->second;
}

std::optional<std::vector<land::Value>> MemoryTown::row(std::string_view table, std::int64_t id,
                                                        const std::vector<std::string>& columns) {
    const land::TableShape* own = land::find_table(shape, table);
    if (own == nullptr) throw std::logic_error("no table " + std::string(table));
    if (!rows_[own->name].contains(id)) return std::nullopt;
    std::vector<land::Value> values;
    for (const std::string& column : columns) {
        if (column != "geometry" && !own->has(column))
            throw std::logic_error(own->name + " has no column " + column);
        values.push_back(cell(own->name, id, column));
    }
    return values;
}

std::vector<std::int64_t> MemoryTown::children(std::string_view table, std::string_view column,
                                               std::int64_t parent) {
    std::vector<std::int64_t> ids;
    for (auto& [id, row] : rows_[std::string(table)])
        if (row[std::string(column)] == land::Value{parent}) ids.push_back(id);
    return ids;
}

land::Value MemoryTown::cell(const std::string& table, std::int64_t id, const std::string& column) {
    const Row& row = rows_.at(table).at(id);
    return row.contains(column) ? row.at(column) : land::Value{};
}

std::int64_t MemoryTown::id(const std::string& table, const std::string& code) {
    const auto ids = ids_of(table, "code", code);
    if (ids.size() != 1)
        throw std::logic_error(table + " " + code + " is there " + std::to_string(ids.size()) + " times");
    return ids.front();
}

land::Value MemoryTown::settled(const land::Value& value) {
    const auto* fresh = std::get_if<land::NewId>(&value);
    if (fresh == nullptr) return value;
    if (!fresh_.contains(fresh->n)) fresh_[fresh->n] = ++last_;
    return fresh_[fresh->n];
}

void MemoryTown::check(const std::string& table, const Row& row) const {
    for (const ColumnShape& column : land::find_table(shape, table)->columns) {
        const auto held = row.find(column.name);
        const bool empty = held == row.end() || land::is_null(held->second);
        if (column.required && empty) throw std::logic_error(table + "." + column.name + " is empty");
        if (empty) continue;
        if (!column.choices.empty() && std::find(column.choices.begin(), column.choices.end(),
                                                 land::to_display(held->second)) == column.choices.end())
            throw std::logic_error(table + "." + column.name + " CHECK " + land::to_display(held->second));
        if (!column.references.empty() &&
            (!std::holds_alternative<std::int64_t>(held->second) || !rows_.contains(column.references) ||
             !rows_.at(column.references).contains(std::get<std::int64_t>(held->second))))
            throw std::logic_error(table + "." + column.name + " points nowhere");
    }
}

void MemoryTown::apply(const land::Change& change) {
    found_.clear();
    if (const auto* insert = std::get_if<land::Insert>(&change)) {
        const land::Value id = land::is_null(insert->id) ? land::Value{++last_} : settled(insert->id);
        Row row;
        for (const land::Cell& cell : insert->cells) {
            if (cell.column != "geometry" && !land::find_table(shape, insert->table)->has(cell.column))
                throw std::logic_error("no column " + cell.column);
            row[cell.column] = settled(cell.value);
        }
        check(insert->table, row);
        if (!rows_[insert->table].emplace(std::get<std::int64_t>(id), row).second)
            throw std::logic_error("id twice");
        return;
    }
    const auto& update = std::get<land::Update>(change);
    if (update.cells.empty()) throw std::logic_error("an update of nothing");
    Row& row = rows_.at(update.table).at(std::get<std::int64_t>(update.id));
    for (const land::CellChange& cell : update.cells) {
        if (!(row[cell.column] == cell.before))
            throw std::logic_error(update.table + "." + cell.column + " is not what the edit says");
        if (cell.before == cell.after) throw std::logic_error("a change that changes nothing");
        row[cell.column] = settled(cell.after);
    }
    check(update.table, row);
}

std::int64_t MemoryTown::add(const std::string& table, std::vector<land::Cell> cells) {
    begin();
    const land::TableShape* own = land::find_table(shape, table);
    land::Insert base{own->extends, land::NewId{1}, {}}, main{table, land::NewId{1}, {}};
    for (land::Cell& cell : cells)
        (own->has(cell.column) || cell.column == "geometry" ? main : base).cells.push_back(std::move(cell));
    if (!own->extends.empty()) apply(base);
    apply(main);
    return last_;
}

land::SealedBody PlainSealer::seal(const land::SealedFields& fields) const {
    const std::string text = nlohmann::json{{"nonce", ++nonce_}, {"fields", fields}}.dump();
    const auto bytes = [](const std::string& s) {
        const auto* first = reinterpret_cast<const std::byte*>(s.data());
        return geo::Bytes(first, first + s.size());
    };
    return {bytes(text),
            fields.contains("id_number") ? bytes("blind " + fields.at("id_number")) : geo::Bytes{}};
}

land::SealedFields PlainSealer::open(geo::ByteView body) const {
    const std::string text(reinterpret_cast<const char*>(body.data()), body.size());
    return nlohmann::json::parse(text).at("fields").get<land::SealedFields>();
}

const land::Finding* Imported::finding(const std::string& rule) const {
    for (const land::Finding& f : report.findings)
        if (f.rule == rule) return &f;
    return nullptr;
}

Imported import_file(MemoryTown& town, const std::filesystem::path& file, const std::string& mapping,
                     const ImportSetting& setting) {
    const exchange::Reader reader(file, {setting.encoding});
    land::Progress progress;
    exchange::ImportContext context{
        town.shape, geo::Crs::from_text("EPSG:4544"), town, setting.sealer, geo::Crs{}, progress};
    if (!setting.crs.empty()) context.accepted = exchange::frame_of_text(setting.crs);
    exchange::ImportRun run(reader, reader.layer(setting.layer),
                            exchange::parse_mapping(nlohmann::json::parse(mapping), "test.json"), context);
    Imported out;
    const land::ChangeSource next = run.changes();
    while (auto change = next()) out.changes.push_back(*std::move(change));
    out.report = run.report();
    town.begin();
    for (const land::Change& change : out.changes) town.apply(change);
    return out;
}

}  // namespace liangdi::tests
