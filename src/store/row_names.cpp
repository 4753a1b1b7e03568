#include "store/row_names.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"
#include "store/database.hpp"

namespace liangdi::store {

namespace {

/// Rows of the table with what they are called, n; a table that extends another holds only some of its rows.
std::string rows_sql(const RowName& name, const std::string& table) {
    if (name.table == table) return sql_name(table) + " n";
    return fmt::format("{} x JOIN {} n ON n.id=x.id", sql_name(table), sql_name(name.table));
}

}  // namespace

std::string RowName::words(const std::string& alias) const {
    const std::string code_sql = fmt::format("{}.{}", alias, sql_name(code));
    if (of_village)
        return fmt::format("coalesce(nullif(coalesce({0}.village,'')||coalesce({0}.grp,''),''),{1})", alias,
                           code_sql);
    if (!by_names) return code_sql;
    if (!with_code) return fmt::format("coalesce(nullif({}.name,''),{})", alias, code_sql);
    return fmt::format("coalesce(nullif({0}.name,'')||' · '||{1},nullif({0}.name,''),{1})", alias, code_sql);
}

RowName row_name(const land::TownShape& town, const land::TableShape& table) {
    const auto* base = land::base_of(town, table);
    for (const char* code : {"code", "contract_no", "name"})
        for (const auto* holder : {&table, base}) {
            if (!holder || !holder->has(code)) continue;
            RowName out{holder->name, code};
            out.of_village = holder->name == "village";
            out.by_names = holder->has("name");
            out.with_code = holder->name == "party" || holder->name == "officer";
            return out;
        }
    throw Error("no_column", fmt::format("rows of '{}' have no code to be known by", table.name));
}

std::string like_pattern(const std::string& text) {
    std::string out = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') out += '\\';
        out += c;
    }
    return out + "%";
}

std::vector<NamedRow> rows_called(const Snapshot& town, const std::string& table, const std::string& text,
                                  int most) {
    const RowName name = row_name(town.shape(), town.table(table));
    const std::string code = "n." + sql_name(name.code), words = name.words("n");
    const std::string pattern = like_pattern(text);
    std::vector<NamedRow> out;
    const auto take = [&](const std::string& where, const std::string& like) {
        auto rows =
            town.db().prepare(fmt::format("SELECT n.id, {}, {} FROM {} WHERE {} LIMIT {}", code, words,
                                          rows_sql(name, table), where, most - static_cast<int>(out.size())));
        if (!text.empty()) rows.bind(1, like);
        while (rows.step())
            out.push_back(
                {rows.integer(0), land::to_display(rows.value(1)), land::to_display(rows.value(2))});
    };
    if (text.empty()) {
        take("1", {});
        return out;
    }
    const auto like = [&](int parameter) {
        return fmt::format(R"(({0} LIKE ?{2} ESCAPE '\' OR {1} LIKE ?{2} ESCAPE '\'))", words, code,
                           parameter);
    };
    take(like(1), pattern.substr(1));
    if (static_cast<int>(out.size()) == most) return out;
    std::string others = like(1);
    for (const auto& row : out) others += fmt::format(" AND n.id<>{}", row.id);
    take(others, pattern);
    return out;
}

std::unordered_map<std::int64_t, std::int64_t> ranks_by_name(const Snapshot& town, const std::string& table) {
    const RowName name = row_name(town.shape(), town.table(table));
    auto rows = town.db().prepare(fmt::format("SELECT n.id FROM {} ORDER BY {} COLLATE names, n.id",
                                              rows_sql(name, table), name.words("n")));
    std::unordered_map<std::int64_t, std::int64_t> ranks;
    while (rows.step()) ranks.emplace(rows.integer(0), static_cast<std::int64_t>(ranks.size()));
    return ranks;
}

}  // namespace liangdi::store
