#include "store/packed_rtree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <future>
#include <limits>

namespace liangdi::store {

namespace {

// SQLite's R*Tree (ext/rtree/rtree.c): a node is depth (root only) and cell count in two bytes each, then
// cells of an 8-byte id or child number and four 4-byte floats, all big endian; at most 51 cells.
constexpr std::size_t cells_a_node = 51, cell_bytes = 24, header_bytes = 4;
constexpr std::size_t rows_at_once = 64;  // a statement, see BulkInsert
constexpr std::size_t node_bytes = header_bytes + cells_a_node * cell_bytes;

float rounded_down(double v) {
    const auto f = static_cast<float>(v);
    return static_cast<double>(f) > v ? std::nextafter(f, -std::numeric_limits<float>::infinity()) : f;
}
float rounded_up(double v) {
    const auto f = static_cast<float>(v);
    return static_cast<double>(f) < v ? std::nextafter(f, std::numeric_limits<float>::infinity()) : f;
}

/// Distance along a Hilbert curve of order 16 (J. Skilling's transpose form for two dimensions), without
/// branches: which way they would go is anybody's guess.
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y) {
    std::uint32_t d = 0;
    for (std::uint32_t shift = 16; shift-- > 0;) {
        const std::uint32_t rx = (x >> shift) & 1, ry = (y >> shift) & 1;
        d |= ((3 * rx) ^ ry) << (2 * shift);
        const std::uint32_t turned = ry - 1, flipped = turned & (0 - rx);  // all bits or none
        x ^= flipped & 0xFFFF;
        y ^= flipped & 0xFFFF;
        const std::uint32_t swapped = (x ^ y) & turned;
        x ^= swapped;
        y ^= swapped;
    }
    return d;
}

/// The numbers of the rows in the order of their centres along the curve; on two processors.
std::vector<std::uint32_t> order_along_hilbert(const std::vector<IndexedBox>& rows) {
    geo::Box all;
    const auto centre = [](const IndexedBox& r) {
        return geo::Point{(static_cast<double>(r.min_x) + static_cast<double>(r.max_x)) / 2,
                          (static_cast<double>(r.min_y) + static_cast<double>(r.max_y)) / 2};
    };
    for (const auto& r : rows) all.add(centre(r));
    const double size = std::max({all.width(), all.height(), 1e-9});
    std::vector<std::uint64_t> order(rows.size());  // distance, then the row
    const auto put_in_order = [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const auto c = centre(rows[i]);
            const auto distance = hilbert(static_cast<std::uint32_t>((c.x - all.min_x) / size * 65535),
                                          static_cast<std::uint32_t>((c.y - all.min_y) / size * 65535));
            order[i] = std::uint64_t{distance} << 32 | i;
        }
        std::sort(order.begin() + static_cast<std::ptrdiff_t>(first),
                  order.begin() + static_cast<std::ptrdiff_t>(last));
    };
    const std::size_t half = rows.size() / 2;
    auto upper = std::async(std::launch::async, put_in_order, half, rows.size());
    put_in_order(0, half);
    upper.get();
    std::inplace_merge(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(half), order.end());
    std::vector<std::uint32_t> out(rows.size());
    std::ranges::transform(order, out.begin(), [](std::uint64_t o) { return static_cast<std::uint32_t>(o); });
    return out;
}

class Node {
  public:
    void add(const IndexedBox& cell) {
        std::byte* at = bytes_.data() + header_bytes + cells_ * cell_bytes;
        put(at, std::bit_cast<std::uint64_t>(cell.id));
        put(at + 8, std::bit_cast<std::uint32_t>(cell.min_x));
        put(at + 12, std::bit_cast<std::uint32_t>(cell.max_x));
        put(at + 16, std::bit_cast<std::uint32_t>(cell.min_y));
        put(at + 20, std::bit_cast<std::uint32_t>(cell.max_y));
        if (cells_ == 0) {
            box_ = cell;
        } else {
            box_.min_x = std::min(box_.min_x, cell.min_x);
            box_.max_x = std::max(box_.max_x, cell.max_x);
            box_.min_y = std::min(box_.min_y, cell.min_y);
            box_.max_y = std::max(box_.max_y, cell.max_y);
        }
        ++cells_;
    }
    geo::ByteView finished(std::uint16_t depth) {
        put(bytes_.data(), depth);
        put(bytes_.data() + 2, static_cast<std::uint16_t>(cells_));
        return bytes_;
    }
    IndexedBox box(std::int64_t number) const {
        IndexedBox out = box_;
        out.id = number;
        return out;
    }
    void clear() {
        bytes_.fill(std::byte{0});
        cells_ = 0;
    }

  private:
    template <class T>
    static void put(std::byte* at, T value) {
        for (std::size_t i = 0; i < sizeof(T); ++i) {
            at[i] = static_cast<std::byte>(value >> (8 * (sizeof(T) - 1 - i)));
        }
    }
    std::array<std::byte, node_bytes> bytes_{};
    std::size_t cells_ = 0;
    IndexedBox box_;
};

std::string index_table(const std::string& table, const char* part) {
    return sql_name("idx_" + table + "_geometry" + part);
}

}  // namespace

IndexedBox indexed(std::int64_t id, const geo::Box& box) {
    return {id, rounded_down(box.min_x), rounded_up(box.max_x), rounded_down(box.min_y),
            rounded_up(box.max_y)};
}

namespace {

/// Says of each row in which leaf it stands; in the order of their ids, since appending is several times
/// faster.
void write_homes(Database& db, const std::string& table, const std::vector<IndexedBox>& rows,
                 const std::vector<std::int64_t>& leaf_of) {
    const std::string one =
        fmt::format("INSERT INTO {} (rowid, nodeno) VALUES (?,?)", index_table(table, "_rowid"));
    std::string many = one;
    for (std::size_t i = 1; i < rows_at_once; ++i) many += ",(?,?)";
    auto put_row = db.prepare(one), put_rows = db.prepare(many);
    std::size_t first = 0;
    for (; first + rows_at_once <= rows.size(); first += rows_at_once) {
        int at = 1;
        for (std::size_t i = first; i < first + rows_at_once; ++i)
            put_rows.bind(at, rows[i].id).bind(at + 1, leaf_of[i]), at += 2;
        put_rows.run();
    }
    for (; first < rows.size(); ++first) {
        put_row.bind_all(rows[first].id, leaf_of[first]);
        put_row.run();
    }
}

}  // namespace

void write_packed_rtree(Database& db, const std::string& table, std::vector<IndexedBox> rows) {
    for (const char* part : {"_node", "_rowid", "_parent"}) {
        db.run(fmt::format("DELETE FROM {}", index_table(table, part)));
    }
    auto put_node =
        db.prepare(fmt::format("INSERT INTO {} (nodeno, data) VALUES (?,?)", index_table(table, "_node")));
    auto put_parent = db.prepare(
        fmt::format("INSERT INTO {} (nodeno, parentnode) VALUES (?,?)", index_table(table, "_parent")));
    if (!std::ranges::is_sorted(rows, {}, &IndexedBox::id)) std::ranges::sort(rows, {}, &IndexedBox::id);
    const std::vector<std::uint32_t> order = order_along_hilbert(rows);
    std::vector<std::int64_t> leaf_of(rows.size());
    std::vector<IndexedBox> level(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) level[i] = rows[order[i]];

    std::int64_t next = 2;  // the root is node 1
    Node node;
    for (std::uint16_t depth = 0;; ++depth) {
        const bool root = level.size() <= cells_a_node;
        std::vector<IndexedBox> above;
        for (std::size_t first = 0; first < level.size() || (root && first == 0); first += cells_a_node) {
            const std::int64_t number = root ? 1 : next++;
            node.clear();
            const std::size_t last = std::min(first + cells_a_node, level.size());
            for (std::size_t i = first; i < last; ++i) {
                node.add(level[i]);
                if (depth == 0) {
                    leaf_of[order[i]] = number;
                } else {
                    put_parent.bind_all(level[i].id, number);
                    put_parent.run();
                }
            }
            put_node.bind(1, number).bind_kept(2, node.finished(root ? depth : std::uint16_t{0})).run();
            above.push_back(node.box(number));
        }
        if (root) break;
        level = std::move(above);
    }
    write_homes(db, table, rows, leaf_of);
}

namespace {
/// Whether to pack anew when `some` of `all` rows change.
bool worth_packing(std::int64_t some, std::int64_t all) {
    constexpr std::int64_t few = 2000;  // below, one by one is as fast
    return some >= few && some * 4 >= all;
}

std::vector<IndexedBox> rows_where(const Database& db, const std::string& table,
                                   const std::string& condition) {
    std::vector<IndexedBox> out;
    auto rows = db.prepare(fmt::format("SELECT pkid, xmin, xmax, ymin, ymax FROM {} WHERE {}",
                                       index_table(table, ""), condition));
    while (rows.step()) {
        out.push_back({rows.integer(0), static_cast<float>(rows.real(1)), static_cast<float>(rows.real(2)),
                       static_cast<float>(rows.real(3)), static_cast<float>(rows.real(4))});
    }
    return out;
}

std::int64_t row_count(const Database& db, const std::string& table, const std::string& condition) {
    return db.integer(
        fmt::format("SELECT count(*) FROM {} WHERE {}", index_table(table, "_rowid"), condition));
}
}  // namespace

void add_to_rtree(Database& db, const std::string& table, std::vector<IndexedBox> added) {
    const auto n = static_cast<std::int64_t>(added.size());
    if (worth_packing(n, row_count(db, table, "1"))) {
        for (const auto& row : rows_where(db, table, "1")) added.push_back(row);
        write_packed_rtree(db, table, std::move(added));
        return;
    }
    auto put = db.prepare(fmt::format("INSERT INTO {} (pkid, xmin, xmax, ymin, ymax) VALUES (?,?,?,?,?)",
                                      index_table(table, "")));
    for (const auto& row : added) {
        put.bind_all(row.id, static_cast<double>(row.min_x), static_cast<double>(row.max_x),
                     static_cast<double>(row.min_y), static_cast<double>(row.max_y));
        put.run();
    }
}

void remove_from_rtree(Database& db, const std::string& table, std::int64_t first_id, std::int64_t last_id) {
    const auto in_block = [&](const char* key) {
        return fmt::format("{} BETWEEN {} AND {}", key, first_id, last_id);
    };
    if (worth_packing(row_count(db, table, in_block("rowid")), row_count(db, table, "1"))) {
        write_packed_rtree(db, table, rows_where(db, table, "NOT (" + in_block("pkid") + ")"));
        return;
    }
    std::vector<std::int64_t> ids;
    auto rows = db.prepare(
        fmt::format("SELECT rowid FROM {} WHERE {}", index_table(table, "_rowid"), in_block("rowid")));
    while (rows.step()) ids.push_back(rows.integer(0));
    auto remove = db.prepare(fmt::format("DELETE FROM {} WHERE pkid=?", index_table(table, "")));
    for (const auto id : ids) {
        remove.bind(1, id);
        remove.run();
    }
}

}  // namespace liangdi::store
