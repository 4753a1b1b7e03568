#include "store/changeset_value.hpp"

#include <sqlite3.h>

#include <array>
#include <bit>
#include <cstring>

namespace liangdi::store {

namespace {

static_assert(std::endian::native == std::endian::little, "changesets are big-endian");

void put_number(geo::Bytes& out, int type, std::uint64_t value) {
    std::array<std::byte, 9> bytes{static_cast<std::byte>(type)};
    value = __builtin_bswap64(value);
    std::memcpy(bytes.data() + 1, &value, sizeof value);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void put_run(geo::Bytes& out, int type, const void* data, std::size_t size) {
    out.push_back(static_cast<std::byte>(type));
    put_varint(out, size);
    const auto* bytes = static_cast<const std::byte*>(data);
    out.insert(out.end(), bytes, bytes + size);
}

}  // namespace

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

void put_value(geo::Bytes& out, const land::Value& value) {
    struct Visitor {
        geo::Bytes& out;
        void operator()(land::Null) const { out.push_back(std::byte{SQLITE_NULL}); }
        void operator()(std::int64_t v) const {
            put_number(out, SQLITE_INTEGER, std::bit_cast<std::uint64_t>(v));
        }
        void operator()(double v) const { put_number(out, SQLITE_FLOAT, std::bit_cast<std::uint64_t>(v)); }
        void operator()(const std::string& v) const { put_run(out, SQLITE_TEXT, v.data(), v.size()); }
        void operator()(const land::Bytes& v) const { put_run(out, SQLITE_BLOB, v.data(), v.size()); }
        void operator()(land::NewId) const {}
    };
    std::visit(Visitor{out}, value);
}

ChangesetValue take_value(geo::ByteView& rest) {
    ChangesetValue value;
    value.type = std::to_integer<int>(rest[0]);
    std::size_t at = 1;
    if (value.type == SQLITE_INTEGER || value.type == SQLITE_FLOAT) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, rest.subspan(at, sizeof bits).data(), sizeof bits);
        bits = __builtin_bswap64(bits);
        at += sizeof bits;
        value.integer = std::bit_cast<std::int64_t>(bits);
        value.real = std::bit_cast<double>(bits);
    } else if (value.type == SQLITE_TEXT || value.type == SQLITE_BLOB) {
        std::size_t size = 0;
        for (bool more = true; more; ++at) {
            more = (rest[at] & std::byte{0x80}) != std::byte{0};
            size = size << 7 | std::to_integer<std::size_t>(rest[at] & std::byte{0x7f});
        }
        value.run = rest.subspan(at, size);
        at += size;
    }
    rest = rest.subspan(at);
    return value;
}

}  // namespace liangdi::store
