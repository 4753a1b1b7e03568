#include "exchange/key_doctor.hpp"

#include <fmt/format.h>

#include "land/codes.hpp"
#include "land/id_number.hpp"

namespace liangdi::exchange {
namespace {

constexpr std::size_t most_examples = 5;

bool named_like_code(const std::string& name) {
    for (const char* word : {"编码", "编号", "代码", "户号", "BM", "DM", "code", "Code", "CODE"})
        if (name.ends_with(word)) return true;
    return name == "id" || name == "ID";
}

/// An identity number that serves as a key is not shown.
std::string shown_key(const land::Value& cell) {
    std::string text = land::to_display(cell);
    return land::id_number_defect(text) == land::IdNumberDefect::none ? std::string() : text;
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : " + ") + name;
    return all;
}

}  // namespace

KeyDoctor::KeyDoctor(const SourceLayer& layer, std::vector<std::string> keys) : keys_(std::move(keys)) {
    if (keys_.empty())
        for (const SourceField& field : layer.fields)
            if (keys_.empty() && named_like_code(field.name)) keys_.push_back(field.name);
    for (const std::string& key : keys_)
        if (const int index = layer.field(key); index >= 0) at_.push_back(static_cast<std::size_t>(index));
}

void KeyDoctor::row(const SourceRow& row) {
    constexpr std::size_t most_kept = 2'000'000;
    if (at_.empty() || seen_.size() > most_kept) return;
    std::string exact, plain;
    for (const std::size_t i : at_) {
        const std::string part = land::to_display(row.cells[i]);
        exact += part + '\x1f';
        plain += land::normalized_code(part) + '\x1f';
    }
    if (plain.find_first_not_of('\x1f') == std::string::npos) {
        if (empty_++ == 0) first_empty_ = row.row;
        return;
    }
    Seen& seen = seen_[plain];
    if (seen.times++ == 0) {
        seen.row = row.row, seen.exact = exact;
        return;
    }
    const bool same = seen.exact == exact;
    ++(same ? twice_ : alike_);
    if (examples_.size() < most_examples)
        examples_.push_back(
            {same ? land::Severity::error : land::Severity::warning,
             same ? "key.twice" : "key.alike",
             "",
             0,
             "",
             row.row,
             joined(keys_),
             shown_key(row.cells[at_.front()]),
             same ? fmt::format("row {} has the same key", seen.row)
                  : fmt::format("row {} has the same key but for blanks, width or small letters", seen.row),
             same ? "leave one of the two" : "write both alike",
             {}});
}

std::vector<land::Finding> KeyDoctor::findings() const {
    std::vector<land::Finding> out = examples_;
    if (empty_ > 0)
        out.push_back({land::Severity::error,
                       "key.empty",
                       "",
                       0,
                       "",
                       first_empty_,
                       joined(keys_),
                       "",
                       fmt::format("{} rows have no key, the first here", empty_),
                       "fill the key in, or leave the rows out",
                       {}});
    const std::int64_t more = twice_ + alike_ - static_cast<std::int64_t>(examples_.size());
    if (more > 0)
        out.push_back({land::Severity::error,
                       "key.twice",
                       "",
                       0,
                       "",
                       0,
                       joined(keys_),
                       "",
                       fmt::format("{} more rows have a key that stands above them already", more),
                       "make the keys differ",
                       {}});
    return out;
}

}  // namespace liangdi::exchange
