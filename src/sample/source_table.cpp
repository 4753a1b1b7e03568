#include "sample/source_table.hpp"

namespace liangdi::sample {

using exchange::FieldRule;
using exchange::FieldType;

namespace {

FieldRule rule(const char* from, const char* to) {
    FieldRule r;
    r.from = from;
    r.to = to;
    return r;
}

}  // namespace

SourceTable::SourceTable(std::string file_name, std::string layer_name, std::string table,
                         std::vector<std::string> key)
    : file(std::move(file_name)) {
    layer.name = std::move(layer_name);
    mapping.table = std::move(table);
    mapping.key = std::move(key);
}

void SourceTable::add_field(const char* from, FieldType type, int width) {
    exchange::OutField field;
    field.name = from;
    field.type = type;
    field.width = width;
    layer.fields.push_back(std::move(field));
}

FieldRule& SourceTable::column(const char* from, const char* to, FieldType type, int width) {
    add_field(from, type, width);
    mapping.fields.push_back(rule(from, to));
    return mapping.fields.back();
}

void SourceTable::code(const char* from, const char* to, const char* find, int width) {
    column(from, to, FieldType::text, width).find = find;
}

void SourceTable::words(const char* from, const char* to, const Words& words, int width) {
    FieldRule& r = column(from, to, FieldType::text, width);
    for (const auto& [ours, theirs] : words) r.values[theirs] = ours;
}

FieldRule& SourceTable::sealed(const char* from, const char* key) {
    add_field(from, FieldType::text, 0);
    FieldRule r = rule(from, "");
    r.seal = key;
    mapping.fields.push_back(std::move(r));
    return mapping.fields.back();
}

void SourceTable::hundredths(const char* from, const char* to) {
    column(from, to, FieldType::real, 12).as = exchange::ReadAs::hundredths;
    layer.fields.back().decimals = 2;
}

void SourceTable::unmapped(const char* from, FieldType type, int width) {
    add_field(from, type, width);
}

void SourceTable::set(const char* column_name, land::Value value) {
    mapping.set.push_back({column_name, std::move(value)});
}

std::size_t SourceTable::child(const char* table, const char* parent, std::vector<land::Cell> constants) {
    exchange::ChildRule c;
    c.table = table;
    c.parent = parent;
    c.set = std::move(constants);
    mapping.rows.push_back(std::move(c));
    return mapping.rows.size() - 1;
}

FieldRule& SourceTable::child_column(std::size_t child_index, const char* from, const char* to,
                                     FieldType type, int width) {
    bool known = false;
    for (const auto& field : layer.fields) known = known || field.name == from;
    if (!known) add_field(from, type, width);
    auto& fields = mapping.rows[child_index].fields;
    fields.push_back(rule(from, to));
    return fields.back();
}

void SourceTable::shapes(geo::GeometryKind kind, const std::string& crs) {
    layer.geometry = kind;
    layer.crs = geo::Crs::from_text(crs);
    mapping.geometry = true;
}

std::string office_word(const Words& words, std::string_view word) {
    for (const auto& [ours, theirs] : words)
        if (word == ours) return theirs;
    return {};
}

}  // namespace liangdi::sample
