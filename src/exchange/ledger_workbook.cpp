#include "exchange/ledger_workbook.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>

#include "exchange/write_target.hpp"
#include "exchange/writer.hpp"
#include "geo/error.hpp"
#include "land/area.hpp"

namespace liangdi::exchange {

namespace {

using land::CellKind;
using land::Language;
using land::Ledger;

constexpr lxw_row_t header_row = 2;  ///< below the title and its second line
constexpr int widest = 40, narrowest = 6;

class Sheet {
  public:
    Sheet(const Ledger& ledger, Language language, const std::filesystem::path& file)
        : ledger_(ledger),
          language_(language),
          text_(land::ledger_text_of(ledger, language)),
          book_(workbook_new(file.c_str())),
          sheet_(book_ ? workbook_add_worksheet(book_, nullptr) : nullptr) {
        if (!sheet_) throw Error("not_writable", "the workbook cannot be made", file.string());
        last_column_ = static_cast<lxw_col_t>(text_.table.columns.size());
        first_row_ = header_row + 1;
        last_row_ =
            first_row_ + static_cast<lxw_row_t>(std::max<std::size_t>(text_.table.rows.size(), 1)) - 1;
    }

    void write() {
        make_formats();
        columns();
        head();
        rows();
        totals();
        figures();
        printing();
    }
    lxw_error close() { return workbook_close(book_); }

  private:
    bool chinese() const { return language_ == Language::zh; }
    lxw_format* make() {
        lxw_format* format = workbook_add_format(book_);
        format_set_font_name(format, chinese() ? "宋体" : "Calibri");
        format_set_font_size(format, 10);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        return format;
    }
    lxw_format* boxed() {
        lxw_format* format = make();
        format_set_border(format, LXW_BORDER_THIN);
        return format;
    }
    void make_formats() {
        title_ = make();
        format_set_bold(title_);
        format_set_font_size(title_, 16);
        format_set_align(title_, LXW_ALIGN_CENTER);
        plain_ = make();
        header_ = boxed();
        format_set_bold(header_);
        format_set_align(header_, LXW_ALIGN_CENTER);
        format_set_text_wrap(header_);
        format_set_bg_color(header_, 0xE6E8E2);
        cell_ = boxed();
        format_set_num_format(cell_, "@");
        count_ = boxed();
        format_set_num_format(count_, "0");
        area_ = boxed();
        format_set_num_format(area_, "0.00");
        total_ = boxed();
        format_set_bold(total_);
        format_set_num_format(total_, "0");
        total_area_ = boxed();
        format_set_bold(total_area_);
        format_set_num_format(total_area_, "0.00");
    }
    lxw_format* number_format(CellKind kind, bool total) const {
        if (kind == CellKind::hundredths) return total ? total_area_ : area_;
        return total ? total_ : count_;
    }
    static double number(CellKind kind, std::int64_t value) {
        return kind == CellKind::hundredths ? static_cast<double>(value) / 100.0 : static_cast<double>(value);
    }
    /// Columns of the ledger stand one to the right: the first numbers the rows.
    static lxw_col_t place_of(std::size_t column) { return static_cast<lxw_col_t>(column + 1); }
    std::string range(lxw_col_t column) const {
        char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
        lxw_rowcol_to_cell_abs(first, first_row_, column, 1, 1);
        lxw_rowcol_to_cell_abs(last, last_row_, column, 1, 1);
        return fmt::format("{}:{}", first, last);
    }

    void columns() {
        worksheet_set_column(sheet_, 0, 0, narrowest, nullptr);
        for (std::size_t i = 0; i < text_.table.columns.size(); ++i)
            worksheet_set_column(sheet_, place_of(i), place_of(i),
                                 std::clamp(text_.widths[i] + 2, narrowest, widest), nullptr);
    }
    void head() {
        worksheet_merge_range(sheet_, 0, 0, 0, last_column_, text_.title.c_str(), title_);
        worksheet_set_row(sheet_, 0, 26, nullptr);
        worksheet_write_string(sheet_, 1, 0, text_.subtitle.c_str(), plain_);
        worksheet_write_string(sheet_, header_row, 0, chinese() ? "序号" : "No.", header_);
        for (std::size_t i = 0; i < text_.table.columns.size(); ++i)
            worksheet_write_string(sheet_, header_row, place_of(i), text_.table.columns[i].caption.c_str(),
                                   header_);
        worksheet_set_row(sheet_, header_row, 30, nullptr);
        worksheet_freeze_panes(sheet_, first_row_, 2);
        worksheet_autofilter(sheet_, header_row, 0, last_row_, last_column_);
        worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                fmt::format("A1:XFD{}", last_row_ + 2).c_str());
    }
    void rows() {
        const auto& columns = ledger_.form.columns;
        for (std::size_t r = 0; r < ledger_.rows.size(); ++r) {
            const auto row = static_cast<lxw_row_t>(first_row_ + r);
            worksheet_write_number(sheet_, row, 0, static_cast<double>(r + 1), count_);
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const auto* value = std::get_if<std::int64_t>(&ledger_.rows[r][i]);
                if (value) {
                    worksheet_write_number(sheet_, row, place_of(i), number(columns[i].kind, *value),
                                           number_format(columns[i].kind, false));
                } else if (text_.table.rows[r][i].empty()) {
                    worksheet_write_blank(sheet_, row, place_of(i), cell_);
                } else {
                    worksheet_write_string(sheet_, row, place_of(i), text_.table.rows[r][i].c_str(), cell_);
                }
            }
        }
    }
    /// A sum of decimals is rounded to what it is made of, as the kept value is.
    void formula(lxw_row_t row, lxw_col_t column, CellKind kind, std::string text, std::int64_t value) {
        if (kind == CellKind::hundredths) text = fmt::format("ROUND({},2)", text);
        worksheet_write_formula_num(sheet_, row, column, ("=" + text).c_str(), number_format(kind, true),
                                    number(kind, value));
    }
    void totals() {
        next_row_ = last_row_ + 1;
        if (text_.table.total.empty()) return;
        const auto& columns = ledger_.form.columns;
        worksheet_write_string(sheet_, next_row_, 0, chinese() ? "合计" : "Total", total_);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].summed) {
                formula(next_row_, place_of(i), columns[i].kind,
                        fmt::format("SUBTOTAL(109,{})", range(place_of(i))), land::column_total(ledger_, i));
            } else {
                worksheet_write_blank(sheet_, next_row_, place_of(i), total_);
            }
        }
        ++next_row_;
    }
    std::string condition(const land::LedgerFigure& figure) const {
        const auto column = ledger_.form.column(figure.where);
        const std::string words = land::cell_text(ledger_.form.columns[column], figure.value, language_);
        return fmt::format("{},\"{}\"", range(place_of(column)), words);
    }
    void figures() {
        ++next_row_;
        for (std::size_t f = 0; f < ledger_.form.figures.size(); ++f) {
            const auto& figure = ledger_.form.figures[f];
            const auto kind = land::is_area(ledger_, figure) ? CellKind::hundredths : CellKind::count;
            const std::string summed =
                figure.column.empty() ? std::string() : range(place_of(ledger_.form.column(figure.column)));
            std::string text;
            if (figure.column.empty())
                text = figure.where.empty() ? fmt::format("COUNT({})", range(0))
                                            : fmt::format("COUNTIFS({})", condition(figure));
            else
                text = figure.where.empty() ? fmt::format("SUM({})", summed)
                                            : fmt::format("SUMIFS({},{})", summed, condition(figure));
            worksheet_write_string(sheet_, next_row_, 1, figure.caption.in(language_).c_str(), plain_);
            formula(next_row_, 2, kind, text, land::figure_value(ledger_, figure));
            ++next_row_;
        }
        for (const auto& note : text_.notes)
            worksheet_write_string(sheet_, next_row_++, 1, note.c_str(), plain_);
    }
    void printing() {
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_set_landscape(sheet_);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, header_row, header_row);
        worksheet_set_margins(sheet_, 0.4, 0.4, 0.6, 0.6);
        worksheet_center_horizontally(sheet_);
        worksheet_set_footer(sheet_, chinese() ? "&L&9&F&R&9第 &P 页，共 &N 页" : "&L&9&F&R&9Page &P of &N");
    }

    const Ledger& ledger_;
    Language language_;
    land::LedgerText text_;
    lxw_workbook* book_;
    lxw_worksheet* sheet_;
    lxw_col_t last_column_ = 0;
    lxw_row_t first_row_ = 0, last_row_ = 0, next_row_ = 0;
    lxw_format *title_ = nullptr, *plain_ = nullptr, *header_ = nullptr, *cell_ = nullptr, *count_ = nullptr,
               *area_ = nullptr, *total_ = nullptr, *total_area_ = nullptr;
};

}  // namespace

void write_ledger_workbook(const Ledger& ledger, Language language, const std::filesystem::path& file) {
    WriteTarget target(file);
    Sheet sheet(ledger, language, target.working_file());
    std::string problem;
    try {
        sheet.write();
    } catch (...) {
        sheet.close();
        throw;
    }
    if (const auto code = sheet.close(); code != LXW_NO_ERROR)
        throw Error("not_writable", fmt::format("the workbook cannot be written: {}", lxw_strerror(code)),
                    file.string());
    target.publish();
}

void write_ledger_csv(const Ledger& ledger, Language language, const std::filesystem::path& file) {
    const auto text = land::ledger_text_of(ledger, language);
    OutLayer layer;
    layer.name = ledger.form.kind;
    for (const auto& column : text.table.columns)
        layer.fields.push_back({column.caption, FieldType::text, 0, 0});
    Writer writer(file, {"UTF-8", "", false, false, true});
    writer.begin(layer);
    const auto add = [&](const std::vector<std::string>& row) {
        std::vector<land::Value> cells;
        for (const auto& cell : row) cells.push_back(land::text_or_null(cell));
        writer.add(cells);
    };
    for (const auto& row : text.table.rows) add(row);
    if (!text.table.total.empty()) add(text.table.total);
    writer.close();
}

}  // namespace liangdi::exchange
