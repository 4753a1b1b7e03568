#include "sealed_search.hpp"

#include <iconv.h>

#include <algorithm>
#include <cctype>

#include "../store/town_file.hpp"
#include "store/changeset.hpp"

namespace liangdi::tests {

namespace {

std::string in_encoding(const std::string& utf8, const char* encoding) {
    const iconv_t to = iconv_open(encoding, "UTF-8");
    std::string in = utf8, out(utf8.size() * 4 + 4, '\0');
    char *from = in.data(), *into = out.data();
    std::size_t left = in.size(), room = out.size();
    const bool done = iconv(to, &from, &left, &into, &room) != static_cast<std::size_t>(-1);
    iconv_close(to);
    if (!done) return {};
    out.resize(out.size() - room);
    return out;
}

bool is_number(const std::string& value) {
    return value.size() >= 11 && std::all_of(value.begin(), value.end(), [](char c) {
               return std::isdigit(static_cast<unsigned char>(c)) || c == 'X';
           });
}

/// Every second byte where the others are zero: UTF-16 of ASCII; what is not becomes a blank.
std::string narrowed(std::string_view bytes, std::size_t first) {
    std::string out;
    out.reserve(bytes.size() / 2);
    for (std::size_t at = first; at + 1 < bytes.size(); at += 2) {
        const char a = bytes[at], b = bytes[at + 1];
        out += b == 0 ? a : (a == 0 ? b : ' ');
    }
    return out;
}

bool is_town(std::string_view bytes) {
    return bytes.starts_with("SQLite format 3") && bytes.size() > 72 && bytes.substr(68, 4) == "LDTN";
}

}  // namespace

void SealedSearch::add(const std::string& value) {
    if (is_number(value)) {
        numbers_.insert(value);
        lengths_.insert(value.size());
        return;
    }
    for (const char* encoding : {"UTF-8", "GBK", "UTF-16LE", "UTF-16BE"}) {
        const auto bytes = in_encoding(value, encoding);
        if (bytes.size() >= 4) texts_.emplace_back(bytes, value);
    }
}

void SealedSearch::add_runs(std::string_view bytes, std::set<std::string>& found) const {
    std::string run;
    const auto look = [&] {
        // A phone is 11 digits, and so are pieces of many longer codes: it must stand alone. Longer numbers
        // are looked for at every place of the run.
        for (const std::size_t length : lengths_) {
            if (run.size() < length || (length == 11 && run.size() != 11)) continue;
            for (std::size_t at = 0; at + length <= run.size(); ++at)
                if (const auto hit = numbers_.find(std::string_view(run).substr(at, length));
                    hit != numbers_.end())
                    found.insert(*hit);
        }
        run.clear();
    };
    for (const char c : bytes) {
        if (c >= '0' && c <= '9') {
            run += c;
        } else if (c == 'X' || c == 'x') {
            run += 'X';
        } else if (!run.empty()) {
            look();
        }
    }
    look();
}

std::vector<std::string> SealedSearch::found_in(std::string_view bytes) const {
    std::set<std::string> found;
    add_runs(bytes, found);  // ASCII digits are the same bytes in UTF-8 and GBK
    for (const std::size_t first : {0, 1}) add_runs(narrowed(bytes, first), found);
    for (const auto& [encoded, value] : texts_)
        if (bytes.find(encoded) != std::string_view::npos) found.insert(value);
    return {found.begin(), found.end()};
}

std::vector<std::string> SealedSearch::found_under(const std::filesystem::path& folder,
                                                   const std::vector<std::filesystem::path>& but) const {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const auto& path = entry.path();
        if (std::any_of(but.begin(), but.end(),
                        [&](const auto& left_out) { return path.string().starts_with(left_out.string()); }))
            continue;
        const std::string bytes = bytes_of(path);
        for (const auto& value : found_in(bytes)) out.push_back(path.filename().string() + ": " + value);
        if (!is_town(bytes)) continue;
        const auto db = raw(path);
        auto entries = db.prepare("SELECT seq FROM history ORDER BY seq");
        while (entries.step()) {
            // Whole, so that a value that lies across two pieces is seen.
            std::string changeset;
            const auto source = store::stored_bytes(db, entries.integer(0));
            for (auto piece = source(); !piece.empty(); piece = source())
                changeset.append(reinterpret_cast<const char*>(piece.data()), piece.size());
            for (const auto& value : found_in(changeset))
                out.push_back(path.filename().string() + " history " + std::to_string(entries.integer(0)) +
                              ": " + value);
        }
    }
    return out;
}

}  // namespace liangdi::tests
