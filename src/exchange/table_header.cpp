#include "exchange/table_header.hpp"

#include <algorithm>
#include <set>

#include "land/ledger_text.hpp"

namespace liangdi::exchange {
namespace {

bool looks_like_number(const std::string& cell) {
    return !cell.empty() && cell.find_first_not_of("0123456789.,-+eE%/: ") == std::string::npos;
}

std::size_t filled(const SheetRow& row) {
    return static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(),
                      [](const std::string& c) { return !land::half_width(c).empty(); }));
}

bool could_name_columns(const SheetRow& row, std::size_t width) {
    if (filled(row) * 10 < width * 6) return false;
    std::set<std::string> names;
    for (const std::string& cell : row.cells) {
        const std::string name = land::half_width(cell);
        if (name.empty()) continue;
        if (looks_like_number(name) || !names.insert(name).second) return false;
    }
    return !names.empty();
}

std::string one_line(std::string text) {
    std::erase_if(text, [](char c) { return c == '\r' || c == '\n'; });
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::string column_letters(std::size_t index) {
    std::string letters;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

TableHeader find_header(const std::vector<SheetRow>& first_rows) {
    std::size_t width = 0, columns = 0;
    for (const SheetRow& row : first_rows) {
        width = std::max(width, filled(row));
        columns = std::max(columns, row.cells.size());
    }
    TableHeader header;
    header.names.resize(columns);
    const auto found = std::find_if(first_rows.begin(), first_rows.end(),
                                    [&](const SheetRow& row) { return could_name_columns(row, width); });
    if (found != first_rows.end()) {
        header.row = found->number;
        for (std::size_t i = 0; i < found->cells.size(); ++i) header.names[i] = one_line(found->cells[i]);
    }
    for (std::size_t i = 0; i < columns; ++i)
        if (header.names[i].empty()) header.names[i] = column_letters(i);
    return header;
}

}  // namespace liangdi::exchange
