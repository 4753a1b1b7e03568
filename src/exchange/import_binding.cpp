#include "exchange/import_binding.hpp"

#include <algorithm>

#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

struct Binder {
    const land::TownShape& town;
    const SourceLayer& layer;
    std::string where;

    [[noreturn]] void complain(const std::string& what) const { throw Error("bad_mapping", what, where); }

    const land::TableShape& table(const std::string& name) const {
        if (const auto* found = land::find_table(town, name)) return *found;
        std::string all;
        for (const land::TableShape& t : town) all += (all.empty() ? "" : ", ") + t.name;
        complain("the town has no table \"" + name + "\". It has " + all + ".");
    }

    BoundRow row_of(const std::string& name) const {
        BoundRow row;
        row.table = &table(name);
        if (!row.table->extends.empty()) row.base = &table(row.table->extends);
        return row;
    }

    std::string columns_of(const BoundRow& row) const {
        std::string all;
        for (const land::TableShape* t : {row.base, row.table})
            if (t != nullptr)
                for (const land::ColumnShape& c : t->columns)
                    if (c.name != "id") all += (all.empty() ? "" : ", ") + c.name;
        return all;
    }

    const land::TableShape& owner(const BoundRow& row, const std::string& column) const {
        if (const auto* found = row.owner(column); found != nullptr && column != "id") return *found;
        complain("the table " + row.table->name + " has no column \"" + column + "\". It has " +
                 columns_of(row) + ".");
    }

    std::size_t source_column(const std::string& name) const {
        const int index = layer.field(name);
        if (index >= 0) return static_cast<std::size_t>(index);
        std::string all;
        for (const SourceField& f : layer.fields) all += (all.empty() ? "" : ", ") + f.name;
        complain("the source has no column \"" + name + "\". It has " + all + ".");
    }

    BoundField field_of(const BoundRow& row, const FieldRule& rule) const {
        BoundField field;
        field.rule = &rule;
        field.source = source_column(rule.from);
        if (!rule.seal.empty()) {
            field.as = rule.as == ReadAs::by_column ? ReadAs::text : rule.as;
            return field;
        }
        const bool share = rule.as == ReadAs::share;
        const std::string column = share ? rule.to + "_num" : rule.to;
        if (share) field.second = owner(row, rule.to + "_den").column(rule.to + "_den");
        field.table = &owner(row, column);
        field.column = field.table->column(column);
        field.as = rule.as == ReadAs::by_column ? natural_reading(*field.column) : rule.as;
        if (rule.find.empty()) {
            if (!field.column->references.empty())
                complain("the column " + column + " points to " + field.column->references +
                         ": add \"find\": \"" + field.column->references + ".code\" to the field \"" +
                         rule.from + "\"");
            return field;
        }
        const auto dot = rule.find.find('.');
        const BoundRow target = row_of(rule.find.substr(0, dot));
        field.find_table = target.table->name;
        field.find_column = rule.find.substr(dot + 1);
        owner(target, field.find_column);
        if (field.column->references.empty())
            complain("the column " + column + " points to no other table, so nothing is found for it");
        field.as = ReadAs::text;
        return field;
    }

    void fill(BoundRow& row, const std::vector<land::Cell>& set, const std::vector<FieldRule>& fields,
              const std::vector<std::string>& key) const {
        for (const land::Cell& cell : set) {
            const land::TableShape& t = owner(row, cell.column);
            const auto& choices = t.column(cell.column)->choices;
            if (!choices.empty() &&
                std::find(choices.begin(), choices.end(), land::to_display(cell.value)) == choices.end())
                complain(t.name + "." + cell.column + " cannot be \"" + land::to_display(cell.value) + "\"");
            row.constants.push_back({&t, t.column(cell.column), cell.value});
        }
        for (const FieldRule& rule : fields) row.fields.push_back(field_of(row, rule));
        for (const std::string& column : key) {
            owner(row, column);
            const bool given = std::any_of(row.constants.begin(), row.constants.end(),
                                           [&](const BoundCell& c) { return c.column->name == column; }) ||
                               std::any_of(row.fields.begin(), row.fields.end(), [&](const BoundField& f) {
                                   return !f.sealed() && (f.column->name == column ||
                                                          (f.second && f.second->name == column));
                               });
            if (!given) complain("the key column \"" + column + "\" is neither in \"fields\" nor in \"set\"");
        }
        row.key = key;
    }

    static void note_required(BoundRow& row) {
        for (const land::TableShape* table : {row.base, row.table})
            if (table != nullptr)
                for (const land::ColumnShape& column : table->columns)
                    if (column.required && column.name != "id" && column.name != row.parent)
                        row.required.push_back({table, &column});
    }

    /// The kind of a party follows from the table that extends it.
    void add_kind(BoundRow& row) const {
        if (row.base == nullptr || !row.base->has("kind")) return;
        const auto& choices = row.base->column("kind")->choices;
        const bool said = std::any_of(row.constants.begin(), row.constants.end(), [&](const BoundCell& c) {
            return c.table == row.base && c.column->name == "kind";
        });
        if (!said && std::find(choices.begin(), choices.end(), row.table->name) != choices.end())
            row.constants.push_back({row.base, row.base->column("kind"), row.table->name});
    }
};

}  // namespace

const land::TableShape* BoundRow::owner(const std::string& column) const {
    if (table->has(column)) return table;
    return base != nullptr && base->has(column) ? base : nullptr;
}

bool BoundMapping::seals() const {
    return std::any_of(main.fields.begin(), main.fields.end(),
                       [](const BoundField& f) { return f.sealed(); });
}

BoundMapping bind_mapping(const FieldMapping& mapping, const land::TownShape& town, const SourceLayer& layer,
                          const std::string& where) {
    const Binder binder{town, layer, where};
    BoundMapping out;
    out.main = binder.row_of(mapping.table);
    binder.fill(out.main, mapping.set, mapping.fields, mapping.key);
    binder.add_kind(out.main);
    binder.note_required(out.main);
    out.into_sealed = mapping.table == "sealed";
    const bool is_party = mapping.table == "party" || (out.main.base && out.main.base->name == "party");
    if (out.seals() && !out.into_sealed && !is_party)
        binder.complain("sealed values belong to a party; the table " + mapping.table + " is none");
    if (out.into_sealed &&
        (mapping.key != std::vector<std::string>{"party"} || !mapping.rows.empty() || mapping.geometry))
        binder.complain("for the table \"sealed\" the key is [\"party\"], without \"rows\" and \"geometry\"");
    for (const ChildRule& rule : mapping.rows) {
        BoundRow child = binder.row_of(rule.table);
        if (child.base != nullptr)
            binder.complain("a child row cannot be in " + rule.table + ", which extends another table");
        binder.owner(child, rule.parent);
        child.parent = rule.parent;
        binder.fill(child, rule.set, rule.fields, rule.key);
        binder.note_required(child);
        if (child.key.empty()) {
            for (const BoundCell& cell : child.constants) child.key.push_back(cell.column->name);
            for (const BoundField& field : child.fields)
                if (!field.find_table.empty()) child.key.push_back(field.column->name);
        }
        out.children.push_back(std::move(child));
    }
    out.geometry = mapping.geometry;
    if (out.geometry && out.main.table->geometry == geo::GeometryKind::none)
        binder.complain("the table " + mapping.table + " has no geometry");
    if (out.geometry && !layer.has_geometry)
        binder.complain("the source's layer " + layer.name +
                        " has no geometry. Leave \"geometry\" out of the mapping.");
    out.measures_area =
        out.geometry && mapping.table == "parcel" && land::find_table(town, "area_record") != nullptr;
    return out;
}

}  // namespace liangdi::exchange
