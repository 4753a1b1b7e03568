#include "store/insert_changeset.hpp"

#include <utility>

#include "store/changeset_value.hpp"

namespace liangdi::store {

namespace {
constexpr std::size_t block_bytes = 4u << 20;
}

InsertChangeset::Table::Table(const std::string& name, int columns) {
    bytes_.reserve(block_bytes + (block_bytes >> 4));
    bytes_.push_back(std::byte{'T'});
    put_varint(bytes_, static_cast<std::uint64_t>(columns));
    for (int c = 0; c < columns; ++c) bytes_.push_back(std::byte{c == 0});
    const auto* text = reinterpret_cast<const std::byte*>(name.c_str());
    bytes_.insert(bytes_.end(), text, text + name.size() + 1);
    header_ = bytes_.size();
}

std::size_t InsertChangeset::Table::add(geo::ByteView row) {
    const std::size_t place = bytes_.size();
    bytes_.insert(bytes_.end(), row.begin(), row.end());
    return place;
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
