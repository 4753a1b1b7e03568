#include "store/table_source.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "store/parcel_use.hpp"
#include "store/touched_rows.hpp"

namespace liangdi::store {

namespace {

class TableSource final : public land::FeatureSource {
  public:
    TableSource(std::shared_ptr<ReadPool> pool, const land::TableShape& table, const land::LayerSpec& layer)
        : pool_(std::move(pool)),
          table_(table),
          layer_(layer),
          index_(sql_name("idx_" + table.name + "_geometry")) {}

    geo::Box extent() const override {
        auto lease = pool_->lend();
        auto rows =
            lease.db().prepare(fmt::format("SELECT min(i.xmin), min(i.ymin), max(i.xmax), max(i.ymax) FROM "
                                           "{} i JOIN {} t ON t.id=i.pkid WHERE {}",
                                           index_, sql_name(table_.name), filter()));
        bind_filter(rows, 1);
        if (!rows.step() || rows.is_null(0)) return {};
        return {rows.real(0), rows.real(1), rows.real(2), rows.real(3)};
    }

    std::int64_t count() const override {
        auto lease = pool_->lend();
        auto rows =
            lease.db().prepare(fmt::format("SELECT count(*) FROM {} t WHERE t.geometry IS NOT NULL AND {}",
                                           sql_name(table_.name), filter()));
        bind_filter(rows, 1);
        return rows.step() ? rows.integer(0) : 0;
    }

    std::int64_t rows() const override {
        return pool_->lend().db().integer("SELECT count(*) FROM " + sql_name(table_.name));
    }

    void each(const land::FeatureQuery& query,
              const std::function<bool(const land::FeatureView&)>& visit) const override {
        auto lease = pool_->lend();
        auto rows = lease.db().prepare(sql_for(query));
        int index = 1;
        if (by_index(query)) {
            rows.bind_all(query.box->max_x, query.box->min_x, query.box->max_y, query.box->min_y);
            index = 5;
        }
        index = bind_filter(rows, index);
        std::vector<land::Value> attributes(query.attributes.size());
        const auto deliver = [&] {
            const auto blob = rows.blob(1);
            // The R*Tree holds floats, rounded outward by up to half a metre here: check with the blob's own
            // box.
            if (query.box) {
                const auto box = geo::box_of_spatialite_blob(blob);
                if (box && !box->intersects(*query.box)) return true;
            }
            for (std::size_t i = 0; i < attributes.size(); ++i)
                attributes[i] = rows.value(static_cast<int>(i) + 2);
            return visit({rows.integer(0), blob, attributes});
        };
        if (query.ids.empty()) {
            while (rows.step()) {
                if (!deliver()) return;
            }
            return;
        }
        for (const auto id : query.ids) {
            rows.bind(index, id);
            if (rows.step() && !deliver()) return;
            rows.reset();
        }
    }

    std::optional<land::SourceState> state() const override {
        if (follows_from_others()) return {};
        auto lease = pool_->lend();
        const HistoryState now = history_state(lease.db());
        return land::SourceState{rows_name(lease.db()), now.seq, now.sha256};
    }

    std::optional<std::vector<std::int64_t>> changed_since(const land::SourceState& then) const override {
        if (follows_from_others()) return {};
        constexpr std::int64_t few =
            20'000;  // reading more than that by their ids is slower than all of them
        auto lease = pool_->lend();
        if (then.rows != rows_name(lease.db()) || !has_been(lease.db(), {then.seq, then.sha256})) return {};
        std::vector<std::int64_t> ids;
        const bool all =
            each_touched(lease.db(), then.seq, few, [&](std::string_view table, std::int64_t id) {
                if (table.empty() || table == table_.name) ids.push_back(id);
            });
        if (!all) return {};
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    }

  private:
    /// A copy of a file has the same id and goes its own way; an upgrade changes rows without an entry.
    std::string rows_name(const Database& town) const {
        std::error_code ignored;
        return fmt::format("{}\n{}\n{}\n{}", town.text("SELECT value FROM setting WHERE name='file_id'"),
                           std::filesystem::weakly_canonical(pool_->file(), ignored).string(), layer_.name,
                           town.integer("PRAGMA user_version"));
    }
    /// What agreements say of a parcel changes without a change of its row: nothing may be kept of it.
    bool follows_from_others() const { return layer_.name == "land_status"; }
    std::string filter() const { return layer_.column.empty() ? "1" : "t." + sql_name(layer_.column) + "=?"; }
    int bind_filter(Statement& rows, int index) const {
        if (layer_.column.empty()) return index;
        rows.bind(index, layer_.equals);
        return index + 1;
    }
    /// A row that is asked for by its id is found without the index, and measured against the box by its own.
    static bool by_index(const land::FeatureQuery& query) { return query.box && query.ids.empty(); }
    std::string sql_for(const land::FeatureQuery& query) const {
        std::string columns = "t.id, t.geometry";
        for (const auto& name : query.attributes) {
            if (follows_from_others() && name == status_column) {
                columns += ", " + status_of_parcel("t", reference_date_sql);
                continue;
            }
            if (name != "id" && !table_.has(name)) {
                throw Error("no_column", fmt::format("layer '{}' has no attribute '{}'", layer_.name, name));
            }
            columns += ", t." + sql_name(name);
        }
        std::string sql = fmt::format("SELECT {} FROM ", columns);
        if (by_index(query)) {
            // CROSS JOIN keeps SQLite from starting at the table instead of at the index.
            sql += fmt::format(
                "{} i CROSS JOIN {} t ON t.id=i.pkid WHERE i.xmin<=? AND i.xmax>=? AND i.ymin<=? AND "
                "i.ymax>=?",
                index_, sql_name(table_.name));
        } else {
            sql += sql_name(table_.name) + " t WHERE t.geometry IS NOT NULL";
        }
        sql += " AND " + filter();
        if (!query.ids.empty()) sql += " AND t.id=?";
        return sql;
    }

    std::shared_ptr<ReadPool> pool_;
    land::TableShape table_;
    land::LayerSpec layer_;
    std::string index_;
};

}  // namespace

std::shared_ptr<const land::FeatureSource> table_source(std::shared_ptr<ReadPool> pool,
                                                        const land::TownShape& shape,
                                                        const land::LayerSpec& layer) {
    const auto* table = land::find_table(shape, layer.table);
    if (!table || table->geometry == geo::GeometryKind::none) {
        throw Error("no_layer", fmt::format("the town has no map layer '{}'", layer.name));
    }
    return std::make_shared<TableSource>(std::move(pool), *table, layer);
}

}  // namespace liangdi::store
