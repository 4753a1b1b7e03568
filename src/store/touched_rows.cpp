#include "store/touched_rows.hpp"

namespace liangdi::store {

HistoryState history_state(const Database& town) {
    auto last = town.prepare("SELECT seq, sha256 FROM history ORDER BY seq DESC LIMIT 1");
    if (!last.step()) return {};
    return {last.integer(0), std::string(last.text(1))};
}

bool has_been(const Database& town, const HistoryState& then) {
    if (then.seq == 0) return true;
    auto entry = town.prepare("SELECT sha256 FROM history WHERE seq=?");
    entry.bind(1, then.seq);
    return entry.step() && entry.text(0) == then.sha256;
}

bool each_touched(const Database& town, std::int64_t since, std::int64_t most,
                  const std::function<void(std::string_view table, std::int64_t id)>& visit) {
    // Undo and redo keep no touches of their own: theirs are those of the edit they are about.
    auto touched =
        town.prepare("SELECT tab, pk FROM touch WHERE seq IN (SELECT root FROM history WHERE seq>?) LIMIT ?");
    touched.bind_all(since, most + 1);
    std::int64_t rows = 0;
    while (touched.step()) {
        if (++rows > most) return false;
        visit(touched.text(0), touched.integer(1));
    }
    // What an edit added, and what undoing or redoing it took away or brought back: its block of ids.
    auto blocks = town.prepare(
        "SELECT DISTINCT r.id_first, r.id_last FROM history h JOIN history r ON r.seq=h.root "
        "WHERE h.seq>? AND r.id_first>0 AND r.id_last>=r.id_first");
    blocks.bind(1, since);
    while (blocks.step()) {
        rows += blocks.integer(1) - blocks.integer(0) + 1;
        if (rows > most) return false;
        for (std::int64_t id = blocks.integer(0); id <= blocks.integer(1); ++id) visit({}, id);
    }
    return true;
}

}  // namespace liangdi::store
