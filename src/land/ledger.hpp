#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "land/text_table.hpp"
#include "land/words.hpp"

/// A ledger 台账 as a value: what its columns are, its rows on one date, its totals. A spreadsheet, a page
/// and a CSV file are made of it; none of them computes anything of its own.
namespace liangdi::land {

enum class CellKind {
    text,
    code,       ///< text that must never become a number
    date,       ///< ISO text
    count,      ///< whole number
    hundredths  ///< whole hundredths of `unit`, shown with two decimals
};

/// Nothing, a whole number (count, hundredths) or text.
using LedgerCell = std::variant<std::monostate, std::int64_t, std::string>;

struct LedgerColumn {
    std::string name;  ///< stable, as the town file would call it
    Words caption;
    CellKind kind = CellKind::text;
    std::string unit;     ///< "m2", "mu", "yuan"; empty for a count
    bool summed = false;  ///< has a total
    std::string words;    ///< not empty: its values are words of the town file (land::value_words)
    bool is_number() const { return kind == CellKind::count || kind == CellKind::hundredths; }
};

/// One of the town's published figures (land::Figures), as this ledger gives it.
struct LedgerFigure {
    std::string name;          ///< "persons"
    Words caption;             ///< of the line below the totals
    std::string column;        ///< whose values are added up; empty: rows are counted
    std::string where, value;  ///< only rows that have this value in that column; empty: all rows
};

/// What a ledger of a kind looks like, before it has rows.
struct LedgerForm {
    std::string kind;  ///< "household"
    Words title;
    bool personal = false;  ///< names families or persons: not for public editions
    bool sealed = false;    ///< needs the sealed records to be open
    std::vector<LedgerColumn> columns;
    std::vector<LedgerFigure> figures;
    std::size_t column(std::string_view name) const;  ///< throws Error{bad_ledger} where there is none
};

struct Ledger {
    LedgerForm form;
    std::string town, date;  ///< name of the town; the reference date, ISO
    std::vector<std::vector<LedgerCell>> rows;
    std::vector<Words> notes;  ///< what a reader must know: masked counts, shares that did not add up
};

/// Kinds in the order of a folder of ledgers; those of land per level are "land" here.
const std::vector<LedgerForm>& ledger_forms();
/// The form of a kind; of "land" at a level: "parcel", "household", "group", "village", "town".
/// Throws Error{bad_kind, bad_level}.
LedgerForm ledger_form(std::string_view kind, std::string_view level = {});

std::int64_t column_total(const Ledger& ledger, std::size_t column);
std::int64_t figure_value(const Ledger& ledger, const LedgerFigure& figure);
/// Whether the figure is an area of which the value counts hundredths.
bool is_area(const Ledger& ledger, const LedgerFigure& figure);

std::string cell_text(const LedgerColumn& column, const LedgerCell& cell, Language language);
/// "登记面积（亩）"
std::string header_text(const LedgerColumn& column, Language language);

/// The ledger as it stands on paper: all cells as text. A page engine draws exactly this.
struct LedgerText {
    std::string title, subtitle;
    TextTable table;
    std::vector<int> widths;  ///< of each column's longest text, in half-width characters
    struct Line {
        std::string caption, value;
    };
    std::vector<Line> figures;
    std::vector<std::string> notes;
};
LedgerText ledger_text_of(const Ledger& ledger, Language language);

/// Width in half-width characters: a Chinese character takes two.
int text_width(std::string_view utf8);

}  // namespace liangdi::land
