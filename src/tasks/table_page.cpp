#include "tasks/table_page.hpp"

#include <algorithm>
#include <array>

#include "exchange/export_names.hpp"
#include "land/area.hpp"
#include "store/table_select.hpp"

namespace liangdi::tasks {

namespace {

/// What the program keeps for itself, and what says nothing unless unsealed.
bool is_for_people(const std::string& table) {
    constexpr std::array kept{"setting", "finding", "lineage",  "style",
                              "layer",   "sealed",  "document", "group_count"};
    return std::ranges::find(kept, table) == kept.end();
}

/// "birth_year" -> "Birth year".
std::string plain_english(std::string name) {
    std::ranges::replace(name, '_', ' ');
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

/// An export gives away the code of the row that is referred to, and says so; a table shows its name.
Caption of_the_row(Caption caption) {
    if (caption.zh == "户号") caption.zh = "住户";
    for (const std::string_view suffix : {"编码", "编号"})
        if (caption.zh.ends_with(suffix) && caption.zh.size() > suffix.size())
            caption.zh.erase(caption.zh.size() - suffix.size());
    return caption;
}

TownTable described(const land::TownShape& town, const land::TableShape& shape) {
    TownTable table{shape.name, {}};
    for (auto& column : store::table_select(town, shape).columns) {
        const bool sealed = column.shape.type == land::ColumnType::blob;
        Caption caption = column_caption(shape.name, shape.extends, column.shape.name);
        if (!column.shape.references.empty()) caption = of_the_row(std::move(caption));
        table.columns.push_back({column.shape, std::move(caption), column.find,
                                 land::read_only_reason(shape, column.shape), sealed});
    }
    return table;
}

}  // namespace

Caption table_caption(const std::string& table) {
    return {exchange::table_name(exchange::NameStyle::chinese, table), plain_english(table)};
}

Caption column_caption(const std::string& table, const std::string& base, const std::string& column) {
    using exchange::NameStyle;
    return {exchange::column_name(NameStyle::chinese, table, base, column),
            plain_english(exchange::column_name(NameStyle::town, table, base, column))};
}

std::vector<TownTable> town_tables(Project& project) {
    std::vector<TownTable> out;
    for (const auto& shape : project.store->shape())
        if (is_for_people(shape.name)) out.push_back(described(project.store->shape(), shape));
    return out;
}

std::vector<std::int64_t> table_ids(Project& project, const TableOrder& order, land::Progress& progress) {
    TableOrder whole = order;
    // What is read as 3.21 is kept as 321.
    if (const auto hundredths = land::parse_hundredths(order.filter)) {
        const auto* shape = land::find_table(project.store->shape(), order.table);
        if (shape)
            for (const auto& column : shape->columns)
                if (land::is_hundredths(column.name))
                    whole.or_equal.push_back({column.name, std::to_string(*hundredths)});
    }
    return store::ordered_ids(*project.store->snapshot(), whole, progress);
}

std::vector<TableLine> table_lines(Project& project, const TownTable& table,
                                   std::span<const std::int64_t> ids) {
    std::vector<TableLine> lines;
    for (const auto& row : store::rows_of(*project.store->snapshot(), table.name, ids)) {
        TableLine line{row.id, row.cells.empty() && !table.columns.empty(), {}, {}};
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& column = table.columns[i];
            line.cells.push_back(column.sealed ? std::string() : land::cell_text(column.shape, row.cells[i]));
            line.names.push_back(land::to_display(row.words[i]));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<RowChoice> row_choices(Project& project, const std::string& table, const std::string& text,
                                   int most) {
    return store::rows_called(*project.store->snapshot(), table, text, most);
}

}  // namespace liangdi::tasks
