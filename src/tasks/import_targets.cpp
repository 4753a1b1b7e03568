#include "tasks/import_targets.hpp"

#include <algorithm>
#include <set>

#include "exchange/cell_conversion.hpp"
#include "exchange/synonyms.hpp"

namespace liangdi::tasks {
namespace {

using exchange::FieldMapping;
using exchange::FieldRule;
using exchange::SynonymProfile;

bool same_cells(const std::vector<land::Cell>& a, const std::vector<land::Cell>& b) {
    return std::ranges::equal(a, b, [](const land::Cell& x, const land::Cell& y) {
        return x.column == y.column && x.value == y.value;
    });
}

bool same_aim(const SynonymProfile& profile, const std::string& table, const std::vector<std::string>& key,
              const std::vector<land::Cell>& set) {
    return profile.table == table && profile.key == key && same_cells(profile.set, set);
}

/// Those that lead to the same table, key and constants: the parcels of the register come as two files.
std::vector<const SynonymProfile*> profiles_of(const FieldMapping& mapping) {
    std::vector<const SynonymProfile*> out;
    for (const SynonymProfile& profile : exchange::synonym_profiles())
        if (same_aim(profile, mapping.table, mapping.key, mapping.set)) out.push_back(&profile);
    return out;
}

std::string words_of(const std::vector<land::Cell>& set) {
    std::string out;
    for (const land::Cell& cell : set) out += " " + land::to_display(cell.value);
    return out;
}

std::string key_of(const FieldRule& rule, const exchange::ChildRule* row) {
    if (!rule.seal.empty()) return "sealed " + rule.seal;
    return row ? row->table + "." + rule.to + words_of(row->set) : rule.to;
}

/// The table itself or the one that it extends, whichever has the column.
const land::TableShape* owner_of(const land::TownShape& town, const std::string& table,
                                 const std::string& column) {
    const auto* shape = land::find_table(town, table);
    if (!shape || shape->has(column)) return shape;
    const auto* base = land::base_of(town, *shape);
    return base && base->has(column) ? base : nullptr;
}

Caption joined(const Caption& a, const Caption& b) {
    return {a.zh + " · " + b.zh, a.en + " · " + b.en};
}

Caption caption_of(const land::TownShape& town, const std::string& table, const FieldRule& rule) {
    const auto* shape = land::find_table(town, table);
    return joined(table_caption(table),
                  column_caption(table, shape ? shape->extends : std::string(), rule.to));
}

bool possible(const land::TownShape& town, const std::string& table, const FieldRule& rule) {
    if (!rule.seal.empty()) return land::find_table(town, "sealed") != nullptr;
    const std::string column = rule.as == exchange::ReadAs::share ? rule.to + "_num" : rule.to;
    return owner_of(town, table, column) != nullptr;
}

/// A reference is found by what people know its rows by.
std::string find_of(const land::TownShape& town, const land::ColumnShape& column) {
    if (column.references.empty()) return {};
    for (const char* name : {"code", "contract_no", "name"})
        if (owner_of(town, column.references, name)) return column.references + "." + name;
    return {};
}

struct Collected {
    const land::TownShape& town;
    const FieldMapping& mapping;
    std::vector<ImportTarget> targets;
    std::set<std::string> keys;

    void add(const std::string& table, FieldRule rule, const exchange::ChildRule* row) {
        if (!possible(town, table, rule)) return;
        ImportTarget target;
        target.key = key_of(rule, row);
        if (!keys.insert(target.key).second) {
            // The later word is the mapping's own: a hand-written rule must not be lost by a change and back.
            std::ranges::find(targets, target.key, &ImportTarget::key)->rule = std::move(rule);
            return;
        }
        target.caption = caption_of(town, table, rule);
        if (row) {
            target.row = *row;
            target.row->fields.clear();
        }
        target.reads = rule.as;
        if (rule.as == exchange::ReadAs::by_column) {
            const auto* owner = rule.seal.empty() ? owner_of(town, table, rule.to) : nullptr;
            target.reads = owner && rule.find.empty() ? exchange::natural_reading(*owner->column(rule.to))
                                                      : exchange::ReadAs::text;
        }
        target.needed = !row && std::ranges::find(mapping.key, rule.to) != mapping.key.end();
        target.rule = std::move(rule);
        targets.push_back(std::move(target));
    }
    void add_profile(const SynonymProfile& profile) {
        for (const auto& field : profile.fields)
            if (!keys.contains(key_of(field.rule, nullptr))) add(profile.table, field.rule, nullptr);
        for (const auto& row : profile.rows)
            for (const auto& field : row.fields) {
                if (!row.area) {
                    add(row.rule.table, field.rule, &row.rule);
                    continue;
                }
                for (const char* unit : {"m2", "mu"}) {
                    if (field.unit != "auto" && field.unit != unit) continue;
                    exchange::ChildRule rule = row.rule;
                    rule.set.push_back({"unit", std::string(unit)});
                    add(rule.table, field.rule, &rule);
                }
            }
    }
    /// What the mapping itself names: a hand-written one may say more than is listed.
    void add_mapping() {
        for (FieldRule rule : mapping.fields) {
            rule.from.clear();
            add(mapping.table, rule, nullptr);
        }
        for (const auto& row : mapping.rows)
            for (FieldRule rule : row.fields) {
                rule.from.clear();
                add(row.table, rule, &row);
            }
    }
    void add_columns(const land::TableShape& shape) {
        for (const land::ColumnShape& column : shape.columns) {
            const bool constant = std::ranges::any_of(
                mapping.set, [&](const land::Cell& cell) { return cell.column == column.name; });
            if (column.name == "id" || column.type == land::ColumnType::blob || constant) continue;
            if (keys.contains(column.name)) continue;
            FieldRule rule;
            rule.to = column.name;
            rule.find = find_of(town, column);
            if (!column.references.empty() && rule.find.empty()) continue;
            if (column.name.ends_with("_hundredths")) rule.as = exchange::ReadAs::hundredths;
            add(mapping.table, rule, nullptr);
        }
    }
};

}  // namespace

std::vector<ImportAim> import_aims(const land::TownShape& town) {
    std::vector<ImportAim> out;
    for (const SynonymProfile& profile : exchange::synonym_profiles()) {
        const auto is_same = [&](const SynonymProfile& p) {
            return same_aim(p, profile.table, profile.key, profile.set);
        };
        const auto first = std::ranges::find_if(exchange::synonym_profiles(), is_same);
        if (!land::find_table(town, profile.table) || &*first != &profile) continue;
        ImportAim aim{profile.name, profile.table, table_caption(profile.table)};
        // Of several aims of one table the table's name says too little.
        const auto of_table = [&](const SynonymProfile& p) { return p.table == profile.table; };
        if (std::ranges::count_if(exchange::synonym_profiles(), of_table) > 1) {
            std::string plain = profile.name;
            std::ranges::replace(plain, '_', ' ');
            aim.caption = joined(aim.caption, {profile.captions.front(), plain});
        }
        out.push_back(std::move(aim));
    }
    return out;
}

std::string aim_of(const FieldMapping& mapping) {
    const auto profiles = profiles_of(mapping);
    return profiles.empty() ? std::string() : profiles.front()->name;
}

std::vector<ImportTarget> import_targets(const land::TownShape& town, const FieldMapping& mapping) {
    Collected all{town, mapping, {}, {}};
    for (const auto* profile : profiles_of(mapping)) all.add_profile(*profile);
    if (const auto* shape = land::find_table(town, mapping.table); shape && shape->name != "sealed") {
        if (const auto* base = land::base_of(town, *shape)) all.add_columns(*base);
        all.add_columns(*shape);
    }
    all.add_mapping();
    return all.targets;
}

FieldMapping mapping_of_aim(const std::string& aim) {
    FieldMapping mapping;
    for (const SynonymProfile& profile : exchange::synonym_profiles()) {
        if (profile.name != aim) continue;
        mapping.table = profile.table;
        mapping.key = profile.key;
        mapping.set = profile.set;
    }
    return mapping;
}

std::string target_of(const FieldMapping& mapping, const std::string& column) {
    for (const FieldRule& rule : mapping.fields)
        if (rule.from == column) return key_of(rule, nullptr);
    for (const auto& row : mapping.rows)
        for (const FieldRule& rule : row.fields)
            if (rule.from == column) return key_of(rule, &row);
    return {};
}

void set_target(FieldMapping& mapping, const std::string& column, const ImportTarget* target) {
    const auto goes = [&](const FieldRule& rule, const exchange::ChildRule* row) {
        return rule.from == column || (target && key_of(rule, row) == target->key);
    };
    std::erase_if(mapping.fields, [&](const FieldRule& rule) { return goes(rule, nullptr); });
    for (auto& row : mapping.rows) {
        const bool had_fields = !row.fields.empty();
        std::erase_if(row.fields, [&](const FieldRule& rule) { return goes(rule, &row); });
        if (had_fields && row.fields.empty()) row.table.clear();
    }
    std::erase_if(mapping.rows, [](const exchange::ChildRule& row) { return row.table.empty(); });
    if (!target) return;
    FieldRule rule = target->rule;
    rule.from = column;
    if (!target->row) {
        mapping.fields.push_back(std::move(rule));
        return;
    }
    const auto same = std::ranges::find_if(mapping.rows, [&](const exchange::ChildRule& row) {
        return row.table == target->row->table && same_cells(row.set, target->row->set);
    });
    if (same != mapping.rows.end()) {
        same->fields.push_back(std::move(rule));
    } else {
        mapping.rows.push_back(*target->row);
        mapping.rows.back().fields = {std::move(rule)};
    }
}

std::vector<Caption> missing_targets(const land::TownShape& town, const FieldMapping& mapping) {
    std::vector<Caption> out;
    const auto* shape = land::find_table(town, mapping.table);
    if (!shape) return out;
    const auto given = [&](const std::string& column) {
        return std::ranges::any_of(mapping.set, [&](const land::Cell& c) { return c.column == column; }) ||
               std::ranges::any_of(mapping.fields, [&](const FieldRule& r) {
                   return r.to == column || (r.as == exchange::ReadAs::share &&
                                             (r.to + "_num" == column || r.to + "_den" == column));
               });
    };
    std::set<std::string> lacking;
    for (const std::string& key : mapping.key)
        if (!given(key)) lacking.insert(key);
    const auto* base = land::base_of(town, *shape);
    for (const land::TableShape* table : {base, shape}) {
        if (!table || mapping.table == "sealed") continue;
        for (const land::ColumnShape& column : table->columns) {
            const bool by_itself = column.name == "id" || (table == base && column.name == "kind");
            if (column.required && !by_itself && !given(column.name)) lacking.insert(column.name);
        }
    }
    for (const std::string& column : lacking)
        out.push_back(column_caption(mapping.table, shape->extends, column));
    return out;
}

void save_mapping(const std::filesystem::path& file, const FieldMapping& mapping) {
    exchange::write_mapping(file, mapping);
}

}  // namespace liangdi::tasks
