#include "store/changeset_syntax.hpp"

#include <algorithm>

#include "geo/error.hpp"

namespace liangdi::store {

namespace {

constexpr std::uint64_t most_columns = 2000;                           // SQLITE_MAX_COLUMN
constexpr std::uint64_t longest = 1'000'000'000;                       // SQLITE_MAX_LENGTH
constexpr std::uint8_t op_delete = 9, op_insert = 18, op_update = 23;  // sqlite3.h

[[noreturn]] void damaged() {
    throw Error("damaged", "an entry of the history cannot be read; restore a copy");
}

}  // namespace

void ChangesetSyntax::take(geo::ByteView piece) {
    for (std::size_t i = 0; i < piece.size();) {
        if (at_ == At::content || at_ == At::keys) {  // in one step: most of the bytes are here
            const auto n = std::min<std::uint64_t>(left_, piece.size() - i);
            i += n;
            left_ -= n;
            if (left_ > 0) continue;
            if (at_ == At::keys)
                at_ = At::name;
            else
                next_value();
            continue;
        }
        take(static_cast<std::uint8_t>(piece[i++]));
    }
}

void ChangesetSyntax::end() const {
    if (at_ != At::item) damaged();
}

void ChangesetSyntax::next_value() {
    at_ = --values_left_ == 0 ? At::item : At::type;
}

void ChangesetSyntax::take(std::uint8_t byte) {
    switch (at_) {
        case At::item:
            number_ = 0;
            digits_ = 0;
            if (byte == 'T') {
                at_ = At::columns;
                return;
            }
            if (columns_ == 0 || (byte != op_delete && byte != op_insert && byte != op_update)) damaged();
            may_be_undefined_ = byte == op_update;
            values_left_ = byte == op_update ? 2 * columns_ : columns_;
            at_ = At::indirect;
            return;
        case At::indirect:
            if (byte > 1) damaged();
            at_ = At::type;
            return;
        case At::columns:
        case At::length:
            number_ = number_ << 7 | (byte & 0x7f);
            if (++digits_ > 5) damaged();
            if (byte & 0x80) return;
            left_ = number_;
            if (at_ == At::columns) {
                if (number_ == 0 || number_ > most_columns) damaged();
                columns_ = static_cast<int>(number_);
                at_ = At::keys;
                return;
            }
            if (number_ > longest) damaged();
            at_ = At::content;
            if (left_ == 0) next_value();
            return;
        case At::name:
            if (byte == 0) at_ = At::item;
            return;
        case At::type:
            if (byte == 0 && !may_be_undefined_) damaged();
            if (byte > 5) damaged();
            if (byte == 0 || byte == 5) {  // not there, NULL
                next_value();
            } else if (byte <= 2) {  // integer, real
                left_ = 8;
                at_ = At::content;
            } else {  // text, blob
                number_ = 0;
                digits_ = 0;
                at_ = At::length;
            }
            return;
        case At::keys:
        case At::content:
            return;  // taken in one step above
    }
}

}  // namespace liangdi::store
