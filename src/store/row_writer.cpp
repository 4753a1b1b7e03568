#include "store/row_writer.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/changeset_value.hpp"

namespace liangdi::store {

namespace {

// A statement opens the cursors of its table and of each index every time it runs: once for so many rows.
constexpr std::size_t rows_at_once = 16;

/// An INSERT of some rows. Parameters keep their values from run to run: what was NULL and is again is not
/// bound anew, and of most rows most columns are.
class RowsStatement {
  public:
    RowsStatement(const Database& db, const RowLayout& layout, std::size_t rows)
        : statement_(db.prepare(sql(layout, rows))), null_(rows * (layout.columns.size() + 1) + 1, true) {}

    void bind(std::size_t at, const ChangesetValue& value) {
        const int index = static_cast<int>(at);
        const bool null = value.type == SQLITE_NULL;
        if (null && null_[at]) return;
        null_[at] = null;
        switch (value.type) {
            case SQLITE_INTEGER:
                statement_.bind(index, value.integer);
                return;
            case SQLITE_FLOAT:
                statement_.bind(index, value.real);
                return;
            case SQLITE_TEXT:
                statement_.bind_kept(index, std::string_view(reinterpret_cast<const char*>(value.run.data()),
                                                             value.run.size()));
                return;
            case SQLITE_BLOB:
                statement_.bind_kept(index, value.run);
                return;
            default:
                statement_.bind_null(index);
        }
    }
    void run() { statement_.run(); }

  private:
    // ROLLBACK: a row that the table refuses ends the whole import, and SQLite need not be ready to take back
    // one statement alone.
    static std::string sql(const RowLayout& layout, std::size_t rows) {
        std::string names = "id", marks = "(?";
        for (const auto& column : layout.columns) names += ", " + sql_name(column.name), marks += ",?";
        marks += ')';
        std::string values = marks;
        for (std::size_t i = 1; i < rows; ++i) values += "," + marks;
        return fmt::format("INSERT OR ROLLBACK INTO {} ({}) VALUES {}", sql_name(layout.shape->name), names,
                           values);
    }

    Statement statement_;
    std::vector<bool> null_;
};

}  // namespace

struct RowWriter::Table {
    const RowLayout* layout;
    InsertChangeset::Table* changeset;
    RowsStatement one, many;
    std::vector<std::size_t> batch{};  // places in the changeset of rows not written yet
    std::vector<IndexedBox> boxes{};
};

RowWriter::RowWriter(Database& db, const std::vector<RowLayout>& layouts,
                     InsertChangeset::Take take_changeset)
    : db_(db), layouts_(layouts), changeset_(std::move(take_changeset)), tables_(layouts.size()) {}
RowWriter::~RowWriter() = default;

RowWriter::Table& RowWriter::table(std::size_t number) {
    auto& found = tables_[number];
    if (!found) {
        const RowLayout& layout = layouts_[number];
        const int columns = static_cast<int>(layout.columns.size()) + 1;
        found.reset(new Table{&layout, &changeset_.table(layout.shape->name, columns),
                              RowsStatement(db_, layout, 1), RowsStatement(db_, layout, rows_at_once)});
    }
    return *found;
}

void RowWriter::write(const RowBlock& block) {
    geo::ByteView rest = block.bytes;
    for (const auto& row : block.rows) {
        Table& to = table(row.table);
        to.batch.push_back(to.changeset->add(rest.first(row.size)));
        rest = rest.subspan(row.size);
        if (to.batch.size() == rows_at_once) write_batch(to);
    }
    changes_ += std::ssize(block.rows);
}

void RowWriter::write_batch(Table& table) {
    constexpr std::size_t operation_bytes = 2;
    const bool full = table.batch.size() == rows_at_once;
    RowsStatement& statement = full ? table.many : table.one;
    std::size_t at = 1;
    for (const std::size_t place : table.batch) {
        geo::ByteView row = table.changeset->from(place + operation_bytes);
        const ChangesetValue id = take_value(row);
        statement.bind(at++, id);
        for (const auto& column : table.layout->columns) {
            const ChangesetValue value = take_value(row);
            statement.bind(at++, value);
            if (column.geometry && value.type == SQLITE_BLOB)
                table.boxes.push_back(indexed(id.integer, *geo::box_of_spatialite_blob(value.run)));
        }
        if (full) continue;
        statement.run();
        at = 1;
    }
    if (full) statement.run();
    table.batch.clear();
    changeset_.spill(*table.changeset);
}

void RowWriter::finish() {
    for (const auto& table : tables_) {
        if (!table) continue;
        write_batch(*table);
        if (table->boxes.empty()) continue;
        const std::string& name = table->layout->shape->name;
        add_to_rtree(db_, name, std::move(table->boxes));
        // What SpatiaLite's own trigger would have kept: when the layer's statistics grew old.
        auto time = db_.prepare(
            "UPDATE geometry_columns_time SET last_insert=strftime('%Y-%m-%dT%H:%M:%fZ','now') WHERE "
            "f_table_name=lower(?)");
        time.bind(1, name);
        time.run();
    }
    changeset_.finish();
}

}  // namespace liangdi::store
