#include "store/insert_changeset.hpp"

#include <sqlite3.h>

#include <bit>
#include <utility>

namespace liangdi::store {

namespace {

constexpr std::size_t block_bytes = 4u << 20;

void put_varint(geo::Bytes& out, std::uint64_t value) {
    // SQLite's variable-length integers; lengths here stay far below 2^56.
    std::byte buffer[9];
    int n = 0;
    do {
        buffer[n++] = static_cast<std::byte>(value & 0x7f);
        value >>= 7;
    } while (value != 0);
    while (n-- > 0) out.push_back(buffer[n] | (n > 0 ? std::byte{0x80} : std::byte{0}));
}

void put_big_endian(geo::Bytes& out, std::uint64_t value) {
    const std::size_t at = out.size();
    out.resize(at + 8);
    for (std::size_t i = 0; i < 8; ++i) out[at + i] = static_cast<std::byte>(value >> (56 - 8 * i));
}

void put_run(geo::Bytes& out, std::byte type, const void* data, std::size_t size) {
    out.push_back(type);
    put_varint(out, size);
    const auto* bytes = static_cast<const std::byte*>(data);
    out.insert(out.end(), bytes, bytes + size);
}

}  // namespace

InsertChangeset::Table::Table(const std::string& name, int columns) {
    bytes_.reserve(block_bytes + (block_bytes >> 4));
    bytes_.push_back(std::byte{'T'});
    put_varint(bytes_, static_cast<std::uint64_t>(columns));
    for (int c = 0; c < columns; ++c) bytes_.push_back(std::byte{c == 0});
    const auto* text = reinterpret_cast<const std::byte*>(name.c_str());
    bytes_.insert(bytes_.end(), text, text + name.size() + 1);
    header_ = bytes_.size();
}

void InsertChangeset::Table::begin_row() {
    bytes_.push_back(std::byte{SQLITE_INSERT});
    bytes_.push_back(std::byte{0});  // not indirect
}

void InsertChangeset::Table::add(const land::Value& value) {
    struct Visitor {
        geo::Bytes& out;
        void operator()(land::Null) const { out.push_back(std::byte{SQLITE_NULL}); }
        void operator()(std::int64_t v) const {
            out.push_back(std::byte{SQLITE_INTEGER});
            put_big_endian(out, std::bit_cast<std::uint64_t>(v));
        }
        void operator()(double v) const {
            out.push_back(std::byte{SQLITE_FLOAT});
            put_big_endian(out, std::bit_cast<std::uint64_t>(v));
        }
        void operator()(const std::string& v) const {
            put_run(out, std::byte{SQLITE_TEXT}, v.data(), v.size());
        }
        void operator()(const land::Bytes& v) const {
            put_run(out, std::byte{SQLITE_BLOB}, v.data(), v.size());
        }
        void operator()(land::NewId) const {}  // resolved before
    };
    std::visit(Visitor{bytes_}, value);
}

InsertChangeset::Table& InsertChangeset::table(const std::string& name, int columns) {
    return tables_.try_emplace(name, name, columns).first->second;
}

void InsertChangeset::spill(Table& table) {
    if (table.bytes_.size() >= block_bytes) hand_on(table);
}

void InsertChangeset::hand_on(Table& table) {
    const geo::Bytes header(table.bytes_.begin(),
                            table.bytes_.begin() + static_cast<std::ptrdiff_t>(table.header_));
    table.bytes_ = take_(std::move(table.bytes_));
    table.bytes_ = header;  // keeps the memory that came back
}

void InsertChangeset::finish() {
    for (auto& [name, table] : tables_) {
        if (table.bytes_.size() > table.header_) hand_on(table);
    }
}

}  // namespace liangdi::store
