// SearchIndex::search: what is asked of the index, and in which order it is found.
#include <algorithm>
#include <set>

#include "land/search_text.hpp"
#include "store/search_index.hpp"
#include "store/search_pieces.hpp"
#include "store/search_writer.hpp"

namespace liangdi::store {

namespace {

constexpr std::size_t rows_a_number = 200;  // parcels of one certificate or contract

bool stands_in_many_rows(FoundKind kind) {
    return kind == FoundKind::certificate || kind == FoundKind::contract;
}

bool may_be_initials(std::string_view form) {
    return std::ranges::any_of(form, [](char c) { return c >= 'a' && c <= 'z'; }) &&
           std::ranges::all_of(form, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Above every text that begins with `form`: U+10FFFF is no character.
std::string end_of(std::string_view form) {
    return std::string(form) + "\xF4\x8F\xBF\xBF";
}

/// What is found of one kind, each thing once.
class Hits {
  public:
    Hits(FoundKind kind, std::size_t limit) : kind_(kind), limit_(limit) {}
    bool full() const { return hits_.size() >= limit_; }

    /// `found` gives id, source, row, form, text of entries.
    void take(Statement& found, FoundBy by) {
        while (!full() && found.step()) {
            const auto& entries = search_entries()[static_cast<std::size_t>(found.integer(1))];
            const std::int64_t row = found.integer(2);
            if (stands_in_many_rows(kind_) ? !forms_.emplace(found.text(3)).second
                                           : !rows_.insert(row).second)
                continue;
            hits_.push_back({kind_,
                             by,
                             entries.table,
                             entries.field,
                             std::string(found.text(found.is_null(4) ? 3 : 4)),
                             {row}});
        }
    }
    std::vector<SearchHit>& all() { return hits_; }

  private:
    FoundKind kind_;
    std::size_t limit_;
    std::vector<SearchHit> hits_;
    std::set<std::int64_t> rows_;
    std::set<std::string, std::less<>> forms_;
};

}  // namespace

std::string_view to_text(FoundBy by) {
    switch (by) {
        case FoundBy::exact:
            return "exact";
        case FoundBy::prefix:
            return "prefix";
        case FoundBy::substring:
            return "substring";
        case FoundBy::initials:
            return "initials";
    }
    return "";
}

std::vector<SearchHit> SearchIndex::search(const SearchQuery& query) const {
    const std::string form = land::search_form(query.text);
    if (form.empty() || query.limit == 0) return {};
    const std::string select = "SELECT e.id, e.source, e.row, e.form, e.text FROM ";
    auto exact = db_.prepare(select + "entry e WHERE e.id >> 44=? AND e.form=?");
    auto prefix =
        db_.prepare(select + "entry e WHERE e.id >> 44=? AND e.form>? AND e.form<? ORDER BY e.form");
    // The pieces narrow it down; the text itself decides.
    auto part = db_.prepare(select +
                            "piece p JOIN entry e ON e.id=p.rowid WHERE p.piece MATCH ? AND p.rowid>=? AND "
                            "p.rowid<? AND instr(e.form, ?)>1");
    auto initials = db_.prepare(select +
                                "initial i JOIN entry e ON e.id=i.entry WHERE i.kind=? AND i.form>=? "
                                "AND i.form<? ORDER BY i.form, i.entry");
    auto initials_part = db_.prepare(select +
                                     "piece p JOIN entry e ON e.id=p.rowid WHERE p.piece MATCH ? AND "
                                     "p.rowid>=? AND p.rowid<? AND instr(e.initials, ?)>0");
    auto same = db_.prepare("SELECT e.row FROM entry e WHERE e.id >> 44=? AND e.form=? LIMIT ?");

    std::vector<SearchHit> out;
    for (int kind = 0; kind < found_kind_count; ++kind) {
        const auto which = static_cast<FoundKind>(kind);
        if (!query.kinds.empty() && std::ranges::find(query.kinds, which) == query.kinds.end()) continue;
        Hits hits(which, query.limit);
        const std::int64_t number = kind, first = kind_first(kind), end = kind_first(kind + 1);
        const auto ask = [&](Statement& statement, FoundBy by, const auto&... values) {
            if (hits.full()) return;
            statement.bind_all(values...);
            hits.take(statement, by);
            statement.reset();
        };
        ask(exact, FoundBy::exact, number, form);
        ask(prefix, FoundBy::prefix, number, form, end_of(form));
        ask(part, FoundBy::substring, match_of(form), first, end, form);
        if (may_be_initials(form)) {
            ask(initials, FoundBy::initials, number, form, end_of(form));
            ask(initials_part, FoundBy::initials, match_of(form, initials_mark), first, end, form);
        }
        for (auto& hit : hits.all()) {
            if (stands_in_many_rows(which)) {
                same.bind_all(number, land::search_form(hit.text), static_cast<std::int64_t>(rows_a_number));
                hit.rows.clear();
                while (same.step()) hit.rows.push_back(same.integer(0));
                same.reset();
            }
            out.push_back(std::move(hit));
        }
    }
    return out;
}

}  // namespace liangdi::store
