#include "store/refusal.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"

namespace liangdi::store {

std::string described(const HistoryEntry& e) {
    return fmt::format("{} {} ({}, entry {})", e.at.substr(0, 16), e.actor, e.why, e.seq);
}

void refuse(const HistoryEntry& entry, const std::set<std::string>& reasons) {
    std::string list;
    int shown = 0;
    for (const auto& reason : reasons) {
        if (++shown > 10) {
            list += fmt::format("\n  and {} more", reasons.size() - 10);
            break;
        }
        list += "\n  " + reason;
    }
    throw Error(
        "undo_refused",
        fmt::format(
            "entry {} ({}) cannot be reversed, because later edits rest on it; nothing was changed:{}\n"
            "Undo those first, or correct the rows by a new edit",
            entry.seq, entry.why, list));
}

std::set<std::string> reasons_of(const Database& db, const HistoryEntry& entry,
                                 const std::vector<ApplyConflict>& conflicts) {
    std::set<std::string> reasons;
    for (const auto& c : conflicts) {
        if (c.kind == "children") {
            auto orphans =
                db.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 20");
            while (orphans.step()) {
                std::string reason = fmt::format("{} {} refers to a {} of this edit", orphans.text(0),
                                                 orphans.integer(1), orphans.text(2));
                // A row that was there before and was put under it since: who did that, not who made the row.
                const auto later =
                    later_edits_of(db, std::string(orphans.text(0)), orphans.integer(1), entry.seq);
                if (!later.empty())
                    reason += ": " + described(later.back());
                else if (const auto creator = creator_of(db, orphans.integer(1)))
                    reason += ": " + described(*creator);
                reasons.insert(std::move(reason));
            }
            continue;
        }
        const auto later = later_edits_of(db, c.table, c.id, entry.seq);
        if (later.empty()) reasons.insert(fmt::format("{} {} ({})", c.table, c.id, c.kind));
        for (const auto& e : later) reasons.insert(fmt::format("{} {}: {}", c.table, c.id, described(e)));
    }
    return reasons;
}

}  // namespace liangdi::store
