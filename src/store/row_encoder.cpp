#include "store/row_encoder.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>

#include "geo/error.hpp"
#include "store/changeset_value.hpp"

namespace liangdi::store {

/// How the cells of rows of one kind, the same columns in the same order, go into the table's.
struct RowEncoder::Plan {
    struct Column {
        const RowLayout::Column* column = nullptr;
        int cell = -1;            // position among the cells, -1 where the default stands
        IdSet* needed = nullptr;  // where it points to rows of a table
    };
    std::size_t table = 0;
    const land::TableShape* shape = nullptr;
    std::vector<std::string> names;  // of the cells
    std::vector<Column> columns;
    IdSet* added = nullptr;
    IdSet* extended = nullptr;  // the ids of the table that it extends

    bool fits(const land::Insert& row) const {
        if (row.cells.size() != names.size() || row.table != shape->name) return false;
        for (std::size_t i = 0; i < names.size(); ++i)
            if (row.cells[i].column != names[i]) return false;
        return true;
    }
};

RowEncoder::RowEncoder(const std::vector<RowLayout>& layouts, IdBlock& ids) : layouts_(layouts), ids_(ids) {}
RowEncoder::~RowEncoder() = default;

RowEncoder::Plan& RowEncoder::plan_for(const land::Insert& row) {
    for (std::size_t i = 0; i < plans_.size(); ++i) {
        if (!plans_[i]->fits(row)) continue;
        if (i > 1) std::swap(plans_[0], plans_[i]);  // the two in turn of most imports stay where they are
        return *plans_[i > 1 ? 0 : i];
    }
    const auto layout = std::ranges::find(
        layouts_, row.table, [](const RowLayout& l) -> const auto& { return l.shape->name; });
    if (layout == layouts_.end())
        throw Error("bad_edit", fmt::format("the town has no table '{}' that can be edited", row.table));
    auto plan = std::make_unique<Plan>();
    plan->table = static_cast<std::size_t>(layout - layouts_.begin());
    plan->shape = layout->shape;
    for (const auto& cell : row.cells) {
        if (std::ranges::find(layout->columns, cell.column, &RowLayout::Column::name) ==
            layout->columns.end())
            throw Error("bad_edit", fmt::format("table '{}' has no column '{}' that can be edited", row.table,
                                                cell.column));
        plan->names.push_back(cell.column);
    }
    for (const auto& column : layout->columns) {
        Plan::Column to{&column};
        const auto cell = std::ranges::find(plan->names, column.name);
        if (cell != plan->names.end()) to.cell = static_cast<int>(cell - plan->names.begin());
        if (!column.references.empty()) to.needed = &references_.needed_of(column.references);
        plan->columns.push_back(to);
    }
    plan->added = &references_.added_to(row.table);
    if (!layout->shape->extends.empty()) plan->extended = &references_.needed_of(layout->shape->extends);
    plans_.push_back(std::move(plan));
    return *plans_.back();
}

/// Makes the value what the column will hold; a changeset must say just that.
void RowEncoder::settle(const RowLayout::Column& column, land::Value& value) {
    if (const auto* fresh = std::get_if<land::NewId>(&value)) value = ids_.of(*fresh);
    if (land::is_null(value)) return;
    bool fits = false;
    switch (column.holds) {
        case RowLayout::Holds::integer:
            fits = std::holds_alternative<std::int64_t>(value);
            break;
        case RowLayout::Holds::real:
            if (const auto* whole = std::get_if<std::int64_t>(&value)) value = static_cast<double>(*whole);
            fits = std::holds_alternative<double>(value);
            break;
        case RowLayout::Holds::text:
            fits = std::holds_alternative<std::string>(value);
            break;
        case RowLayout::Holds::blob:
            fits = std::holds_alternative<land::Bytes>(value);
    }
    if (!fits) {
        throw Error("bad_edit",
                    fmt::format("column '{}' does not hold '{}'", column.name, land::to_display(value)));
    }
}

namespace {

void check_geometry(const land::TableShape& shape, geo::ByteView blob) {
    // Header of a SpatiaLite blob: 00, byte order, SRID, box, 7C, class type.
    constexpr std::size_t type_at = 39;
    std::int32_t type = 0;
    if (blob.size() > type_at + 4) std::memcpy(&type, blob.data() + type_at, 4);
    const bool right_kind = (shape.geometry == geo::GeometryKind::point && type == 1) ||
                            (shape.geometry == geo::GeometryKind::multi_line_string && type == 5) ||
                            (shape.geometry == geo::GeometryKind::multi_polygon && type == 6);
    if (!right_kind || geo::srid_of_spatialite_blob(blob) != shape.srid)
        throw Error("bad_edit", fmt::format("a geometry of '{}' is of the wrong kind or SRID", shape.name));
}

}  // namespace

void RowEncoder::add(land::Insert& row, RowBlock& block) {
    if (std::holds_alternative<std::int64_t>(row.id)) {
        throw Error("bad_edit", fmt::format("a new row of '{}' may not choose its own id", row.table));
    }
    const auto* fresh = std::get_if<land::NewId>(&row.id);
    encode(row, fresh ? ids_.of(*fresh) : ids_.fresh(), block);
}

void RowEncoder::add_again(land::Insert& row, RowBlock& block) {
    encode(row, std::get<std::int64_t>(row.id), block);
}

void RowEncoder::encode(land::Insert& row, std::int64_t id, RowBlock& block) {
    const Plan& plan = plan_for(row);
    geo::Bytes& out = block.bytes;
    const std::size_t begin = out.size();
    out.push_back(std::byte{SQLITE_INSERT});
    out.push_back(std::byte{0});  // not indirect
    put_value(out, id);
    plan.added->add(id);
    if (plan.extended) plan.extended->add(id);
    for (const auto& [column, cell, needed] : plan.columns) {
        if (cell < 0) {
            put_value(out, column->otherwise);
            continue;
        }
        land::Value& value = row.cells[static_cast<std::size_t>(cell)].value;
        settle(*column, value);
        put_value(out, value);
        if (const auto* other = std::get_if<std::int64_t>(&value); other && needed) needed->add(*other);
        if (const auto* blob = std::get_if<land::Bytes>(&value); blob && column->geometry)
            check_geometry(*plan.shape, *blob);
    }
    block.rows.push_back({plan.table, out.size() - begin});
}

}  // namespace liangdi::store
