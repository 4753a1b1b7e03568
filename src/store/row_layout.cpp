#include "store/row_layout.hpp"

#include <charconv>

namespace liangdi::store {

namespace {

/// A column's DEFAULT as a value: NULL, a number or a quoted text (our migrations use constants only).
land::Value default_of(const Statement& info, int column) {
    if (info.is_null(column)) return {};
    const std::string text(info.text(column));
    if (text.size() >= 2 && text.front() == '\'') return text.substr(1, text.size() - 2);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

RowLayout::Holds holds_of(std::string_view declared) {
    if (declared == "INTEGER") return RowLayout::Holds::integer;
    if (declared == "REAL") return RowLayout::Holds::real;
    return declared == "TEXT" ? RowLayout::Holds::text : RowLayout::Holds::blob;
}

}  // namespace

std::vector<RowLayout> row_layouts(const Database& db, const land::TownShape& shape) {
    std::vector<RowLayout> layouts;
    auto info = db.prepare("SELECT name, type, dflt_value FROM pragma_table_info(?) ORDER BY cid");
    for (const auto& table : shape) {
        RowLayout layout{&table, {}};
        info.bind(1, table.name);
        while (info.step()) {
            if (info.text(0) == "id") continue;
            RowLayout::Column column{
                std::string(info.text(0)), holds_of(info.text(1)), default_of(info, 2), {}};
            column.geometry = column.name == "geometry";
            if (const auto* known = table.column(column.name)) column.references = known->references;
            layout.columns.push_back(std::move(column));
        }
        info.reset();
        layouts.push_back(std::move(layout));
    }
    return layouts;
}

}  // namespace liangdi::store
