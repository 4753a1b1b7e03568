#include "exchange/import_cells.hpp"

#include <algorithm>
#include <set>

#include "exchange/number_doctor.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::exchange {
namespace {

std::string lookup_key(const std::string& table, const std::string& column, const std::string& text) {
    return table + '\x1f' + column + '\x1f' + text;
}

std::string shown(const BoundField& field, const land::Value& raw) {
    return field.sealed() ? std::string{}
                          : land::to_display(raw);  // personal values never stand in a finding
}

Refusal refusal(const BoundField& field, const land::Value& raw, std::string rule, std::string reason,
                std::string mend) {
    return {std::move(rule), field.rule->from, shown(field, raw), std::move(reason), std::move(mend)};
}

/// The source's word for the town's: "男" -> "male".
land::Value meant_by(const BoundField& field, const land::Value& raw) {
    const auto& values = field.rule->values;
    if (values.empty()) return raw;
    const Converted text = convert(raw, ReadAs::text);
    const std::string said =
        text.ok() && !land::is_null(text.value) ? std::get<std::string>(text.value) : std::string{};
    if (const auto found = values.find(said); found != values.end()) return land::text_or_null(found->second);
    if (said.empty()) return {};
    std::string all;
    for (const auto& [word, ignored] : values) all += (all.empty() ? "" : ", ") + word;
    throw refusal(field, raw, "import.value_not_listed",
                  "this value is not in the mapping's list (" + all + ")",
                  "mend it in the source, or add it to \"values\"");
}

/// Several groups in one cell: "残疾人、空巢老人".
std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts{{}};
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 0;
        for (const std::string_view mark : {",", ";", "，", "、", "；"})
            if (text.compare(i, mark.size(), mark) == 0) length = mark.size();
        if (length > 0) {
            parts.emplace_back();
            i += length;
        } else {
            parts.back().push_back(text[i++]);
        }
    }
    return parts;
}

void plan_sealed(const BoundField& field, const land::Value& raw, PlannedRow& row) {
    std::set<std::string> marks;
    const bool several = field.rule->seal == "markings";
    const auto* text = std::get_if<std::string>(&raw);
    if (field.rounded && is_rounded_number(raw))
        throw refusal(field, raw, "import.number_damaged",
                      "a number was cut by a spreadsheet: all digits after the 15th have become 0",
                      "get it from the original; format the column as text first");
    for (const std::string& part : several&& text ? parts_of(*text) : std::vector<std::string>{""}) {
        const Converted value =
            convert(meant_by(field, several && text ? land::Value{land::half_width(part)} : raw), field.as);
        if (!value.ok()) throw refusal(field, raw, "import.unreadable", value.reason, value.mend);
        if (land::is_null(value.value)) continue;
        if (several)
            marks.insert(land::to_display(value.value));
        else
            row.sealed[field.rule->seal] = land::to_display(value.value);
    }
    if (marks.empty()) return;
    std::string& joined = row.sealed["markings"];
    for (const std::string& part : parts_of(joined))
        if (!part.empty()) marks.insert(part);
    joined.clear();
    for (const std::string& mark : marks) joined += (joined.empty() ? "" : ",") + mark;
}

void plan_found(const BoundField& field, const land::Value& raw, const land::Value& code, Lookup& lookup,
                PlannedRow& row) {
    std::size_t hits = 0;
    const std::string text = land::to_display(code);
    land::Value id = lookup.find(field.find_table, field.find_column, text, hits);
    if (land::is_null(id))
        throw refusal(field, raw, hits == 0 ? "import.code_not_found" : "import.code_found_twice",
                      hits == 0 ? "the town has no " + field.find_table + " with this " + field.find_column
                                : "the town has this " + field.find_column + " " + std::to_string(hits) +
                                      " times in " + field.find_table,
                      hits == 0 ? "import the " + field.find_table + " first, or mend the code"
                                : "make the codes differ first");
    row.cells.push_back({field.table, field.column, std::move(id), true, field.rule, &raw});
}

bool is_empty_cell(const land::Value& raw) {
    if (land::is_null(raw)) return true;
    const auto* text = std::get_if<std::string>(&raw);
    if (text == nullptr) return false;
    if (!text->empty() && text->front() > ' ') return false;  // the usual case, without a copy
    return land::half_width(*text).empty();
}

}  // namespace

const PlannedCell* PlannedRow::cell(std::string_view column) const {
    const auto found = std::find_if(cells.begin(), cells.end(),
                                    [&](const PlannedCell& c) { return c.column->name == column; });
    return found == cells.end() ? nullptr : &*found;
}

const PlannedCell* PlannedRow::cell(const land::ColumnShape* column) const {
    const auto found = std::ranges::find(cells, column, &PlannedCell::column);
    return found == cells.end() ? nullptr : &*found;
}

land::Value PlannedRow::value(std::string_view column) const {
    const PlannedCell* found = cell(column);
    return found ? found->value : land::Value{};
}

bool PlannedRow::empty(std::string_view column) const {
    const PlannedCell* found = cell(column);
    return found == nullptr || land::is_null(found->value);
}

land::Value Lookup::find(const std::string& table, const std::string& column, const std::string& text,
                         std::size_t& hits) {
    constexpr std::size_t most_remembered = 200'000;
    const std::string key = lookup_key(table, column, text);
    if (const auto own = added_.find(key); own != added_.end()) return hits = 1, own->second;
    auto known = asked_.find(key);
    if (known == asked_.end()) {
        if (asked_.size() >= most_remembered) asked_.clear();
        known = asked_.emplace(key, town_->ids_of(table, column, text)).first;
    }
    hits = known->second.size();
    return hits == 1 ? land::Value{known->second.front()} : land::Value{};
}

void Lookup::remember(const std::string& table, const std::string& column, const std::string& text,
                      land::Value id) {
    added_[lookup_key(table, column, text)] = std::move(id);
}

void Lookup::forget(const std::string& table, const std::string& column, const std::string& text) {
    added_.erase(lookup_key(table, column, text));
}

PlannedRow plan_cells(const BoundRow& bound, const SourceRow& source, Lookup& lookup) {
    PlannedRow row;
    row.cells.reserve(bound.constants.size() + 2 * bound.fields.size());
    for (const BoundCell& constant : bound.constants)
        row.cells.push_back({constant.table, constant.column, constant.value});
    for (const BoundField& field : bound.fields) {
        const land::Value& raw = source.cells[field.source];
        row.any_field = row.any_field || !is_empty_cell(raw);
        if (field.sealed()) {
            plan_sealed(field, raw, row);
            continue;
        }
        if (field.rounded && field.as == ReadAs::text && is_rounded_number(raw))
            throw refusal(field, raw, "import.number_damaged",
                          "a code was kept as a number: all digits after the 15th have become 0",
                          "get the code from the original; format the column as text first");
        Converted value =
            field.rule->values.empty() ? convert(raw, field.as) : convert(meant_by(field, raw), field.as);
        if (!value.ok()) throw refusal(field, raw, "import.unreadable", value.reason, value.mend);
        if (land::is_null(value.value)) {
            row.cells.push_back({field.table, field.column, {}, field.rule->clear, field.rule, &raw});
            continue;
        }
        if (!field.find_table.empty()) {
            plan_found(field, raw, value.value, lookup, row);
            continue;
        }
        row.cells.push_back({field.table, field.column, std::move(value.value), true, field.rule, &raw});
        if (field.second != nullptr)
            row.cells.push_back(
                {field.table, field.second, std::move(value.denominator), true, field.rule, &raw});
    }
    return row;
}

bool same_value(const land::Value& a, const land::Value& b) {
    if (a == b) return true;
    const auto* whole = std::get_if<std::int64_t>(std::holds_alternative<std::int64_t>(a) ? &a : &b);
    const auto* real = std::get_if<double>(std::holds_alternative<double>(a) ? &a : &b);
    return whole && real && static_cast<double>(*whole) == *real;
}

void put_key_text(const BoundRow& bound, const PlannedRow& row, std::string& text) {
    text.clear();
    for (const std::string& column : bound.key) {
        const PlannedCell* cell = row.cell(column);
        if (const auto* code = cell ? std::get_if<std::string>(&cell->value) : nullptr)
            text += *code;
        else if (const auto* fresh = cell ? std::get_if<land::NewId>(&cell->value) : nullptr)
            text += "new " + std::to_string(fresh->n);
        else if (cell)
            text += land::to_display(cell->value);
        text += '\x1f';
    }
}

land::Value existing_row(const BoundRow& bound, const PlannedRow& row, Lookup& lookup,
                         const land::Value& parent) {
    land::Register& town = lookup.town();
    std::vector<std::int64_t> candidates;
    std::string asked;
    if (!bound.parent.empty()) {
        const auto* id = std::get_if<std::int64_t>(&parent);
        if (id == nullptr) return {};
        candidates = town.children(bound.table->name, bound.parent, *id);
    } else {
        // A code narrows best, a column with few choices worst.
        const auto worth = [&](const std::string& name) {
            const land::ColumnShape& shape = *bound.owner(name)->column(name);
            return !shape.choices.empty()                 ? 3
                   : !shape.references.empty()            ? 1
                   : shape.type == land::ColumnType::text ? 0
                                                          : 2;
        };
        const auto better = [&](const auto& a, const auto& b) {
            // An empty cell narrows nothing; it is a key only where the mapping says so.
            const bool no_a = row.empty(a), no_b = row.empty(b);
            return no_a != no_b ? no_b : worth(a) < worth(b);
        };
        asked = *std::min_element(bound.key.begin(), bound.key.end(), better);
        if (row.empty(asked)) return {};
        const land::Value& value = row.cell(asked)->value;
        if (std::holds_alternative<land::NewId>(value)) return {};
        const auto* id = std::get_if<std::int64_t>(&value);
        const bool reference = !bound.owner(asked)->column(asked)->references.empty();
        const auto* text = std::get_if<std::string>(&value);
        candidates = reference && id ? town.children(bound.table->name, asked, *id)
                     : text          ? town.ids_of(bound.table->name, asked, *text)
                                     : town.ids_of(bound.table->name, asked, land::to_display(value));
    }
    std::erase_if(candidates, [&](std::int64_t id) {
        return std::any_of(bound.key.begin(), bound.key.end(), [&](const std::string& column) {
            if (column == asked || column == bound.parent) return false;
            const auto held = town.row(bound.owner(column)->name, id, {column});
            return !held || !same_value(held->front(), row.value(column));
        });
    });
    if (candidates.empty()) return {};
    if (candidates.size() > 1 && bound.parent.empty()) {
        const PlannedCell* cell = row.cell(bound.key.front());
        throw Refusal{"import.key_twice_in_town", cell ? cell->field() : std::string(),
                      cell ? land::to_display(cell->value) : "",
                      "the town holds " + std::to_string(candidates.size()) + " rows of " +
                          bound.table->name + " with this key",
                      "make their codes differ first"};
    }
    return candidates.front();
}

}  // namespace liangdi::exchange
