#include "land/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "land/area.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::land {

namespace {

std::int64_t number_of(const LedgerCell& cell) {
    const auto* number = std::get_if<std::int64_t>(&cell);
    return number ? *number : 0;
}

std::string number_text(CellKind kind, std::int64_t value) {
    return kind == CellKind::hundredths ? format_hundredths(value) : std::to_string(value);
}

}  // namespace

std::size_t LedgerForm::column(std::string_view name) const {
    const auto at = std::ranges::find(columns, name, &LedgerColumn::name);
    if (at == columns.end())
        throw Error("bad_ledger", fmt::format("the ledger {} has no column {}", kind, name));
    return static_cast<std::size_t>(at - columns.begin());
}

std::int64_t column_total(const Ledger& ledger, std::size_t column) {
    std::int64_t total = 0;
    for (const auto& row : ledger.rows) total += number_of(row.at(column));
    return total;
}

std::int64_t figure_value(const Ledger& ledger, const LedgerFigure& figure) {
    const auto* column = figure.column.empty() ? nullptr : &figure.column;
    const std::size_t summed = column ? ledger.form.column(*column) : 0;
    const std::size_t where = figure.where.empty() ? 0 : ledger.form.column(figure.where);
    std::int64_t value = 0;
    for (const auto& row : ledger.rows) {
        if (!figure.where.empty()) {
            const auto* text = std::get_if<std::string>(&row.at(where));
            if (!text || *text != figure.value) continue;
        }
        value += column ? number_of(row.at(summed)) : 1;
    }
    return value;
}

bool is_area(const Ledger& ledger, const LedgerFigure& figure) {
    return !figure.column.empty() &&
           ledger.form.columns[ledger.form.column(figure.column)].kind == CellKind::hundredths;
}

std::string cell_text(const LedgerColumn& column, const LedgerCell& cell, Language language) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return number_text(column.kind, *number);
    if (const auto* text = std::get_if<std::string>(&cell))
        return column.words.empty() ? *text : value_words(column.words, *text, language);
    return {};
}

std::string header_text(const LedgerColumn& column, Language language) {
    const std::string& caption = column.caption.in(language);
    if (column.unit.empty()) return caption;
    const std::string unit = value_words("unit", column.unit, language);
    return language == Language::zh ? fmt::format("{}（{}）", caption, unit)
                                    : fmt::format("{} ({})", caption, unit);
}

int text_width(std::string_view utf8) {
    int width = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if (!begins_character(utf8[i])) continue;
        width += static_cast<unsigned char>(utf8[i]) >= 0xE0 ? 2 : 1;
    }
    return width;
}

LedgerText ledger_text_of(const Ledger& ledger, Language language) {
    const bool zh = language == Language::zh;
    const auto& columns = ledger.form.columns;
    LedgerText out;
    out.title = ledger.town.empty() ? ledger.form.title.in(language)
                                    : fmt::format("{} {}", ledger.town, ledger.form.title.in(language));
    out.subtitle = zh ? fmt::format("时点 {}，共 {} 行", ledger.date, ledger.rows.size())
                      : fmt::format("as of {}, {} rows", ledger.date, ledger.rows.size());
    bool summed = false;
    for (const auto& column : columns) {
        const std::string header = header_text(column, language);
        out.table.columns.push_back({header, column.is_number(), 0});
        out.widths.push_back(text_width(header));
        summed = summed || column.summed;
    }
    for (const auto& row : ledger.rows) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            cells.push_back(cell_text(columns[i], row.at(i), language));
            out.widths[i] = std::max(out.widths[i], text_width(cells.back()));
        }
        out.table.rows.push_back(std::move(cells));
    }
    if (summed) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            out.table.total.push_back(
                columns[i].summed ? number_text(columns[i].kind, column_total(ledger, i)) : std::string());
            out.widths[i] = std::max(out.widths[i], text_width(out.table.total.back()));
        }
        if (!columns.front().summed) out.table.total.front() = zh ? "合计" : "Total";
    }
    for (const auto& figure : ledger.form.figures) {
        const auto kind = is_area(ledger, figure) ? CellKind::hundredths : CellKind::count;
        out.figures.push_back({figure.caption.in(language), number_text(kind, figure_value(ledger, figure))});
    }
    for (const auto& note : ledger.notes) out.notes.push_back(note.in(language));
    return out;
}

}  // namespace liangdi::land
