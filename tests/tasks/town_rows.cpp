#include "town_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "geo/spatialite_blob.hpp"

namespace liangdi::tests {
namespace {

const std::set<std::string> never{"sealed", "group_count", "setting", "finding", "lineage"};

std::string label_of(const std::string& table, const std::string& id) {
    if (table == "party" || table == "household" || table == "person" || table == "cooperative")
        return "(SELECT code FROM party WHERE id=" + id + ")";
    if (table == "use_agreement") return "(SELECT contract_no FROM use_agreement WHERE id=" + id + ")";
    const bool named = table == "document" || table == "plan" || table == "meeting" || table == "style";
    return "(SELECT " + std::string(named ? "name" : "code") + " FROM " + table + " WHERE id=" + id + ")";
}

class Corners final : public geo::BlobSink {
  public:
    explicit Corners(int decimals) : decimals_(decimals) {}
    void point(geo::Point p) override { add(p); }
    void line(std::span<const geo::Point> points) override {
        for (const geo::Point p : points) add(p);
    }
    void ring(std::span<const geo::Point> points, bool) override { line(points.subspan(1)); }
    std::string text() {
        std::sort(all_.begin(), all_.end());
        return fmt::format("{}", fmt::join(all_, " "));
    }

  private:
    void add(geo::Point p) { all_.push_back(fmt::format("{:.{}f},{:.{}f}", p.x, decimals_, p.y, decimals_)); }
    int decimals_;
    std::vector<std::string> all_;
};

}  // namespace

std::map<std::string, std::vector<TownRow>> town_rows(store::Store& store, int decimals) {
    std::map<std::string, std::vector<TownRow>> out;
    const auto town = store.snapshot();
    for (const auto& table : store.shape()) {
        if (never.contains(table.name)) continue;
        std::vector<std::string> names, sql;
        const auto take = [&](const land::TableShape& from, const char* alias) {
            for (const auto& column : from.columns) {
                if (column.name == "id" || column.type == land::ColumnType::blob) continue;
                const std::string raw = fmt::format("{}.\"{}\"", alias, column.name);
                names.push_back(column.name);
                sql.push_back(column.references.empty() ? raw : label_of(column.references, raw));
            }
        };
        const auto* base = table.extends.empty() ? nullptr : land::find_table(store.shape(), table.extends);
        if (base) take(*base, "b");
        take(table, "t");
        std::string text = fmt::format("SELECT t.id, {}, {} FROM {} t",
                                       table.geometry == geo::GeometryKind::none ? "NULL" : "t.geometry",
                                       fmt::join(sql, ", "), table.name);
        if (base) text += fmt::format(" JOIN {} b ON b.id=t.id", base->name);
        if (table.name == "party")
            text +=
                " WHERE t.id NOT IN (SELECT id FROM household UNION SELECT id FROM person UNION SELECT id "
                "FROM "
                "cooperative)";
        auto rows = town->db().prepare(text);
        while (rows.step()) {
            TownRow row{rows.integer(0), {}};
            for (std::size_t i = 0; i < names.size(); ++i) {
                const int at = static_cast<int>(i) + 2;
                row.cells[names[i]] = rows.is_null(at) ? "NULL" : "=" + land::to_display(rows.value(at));
            }
            if (!rows.is_null(1)) {
                Corners corners(decimals);
                geo::visit_spatialite_blob(rows.blob(1), corners);
                row.cells["geometry"] = corners.text();
            }
            out[table.name].push_back(std::move(row));
        }
    }
    return out;
}

}  // namespace liangdi::tests
