#include "store/search_index.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "store/search_writer.hpp"
#include "store/side_file.hpp"

namespace liangdi::store {

namespace fs = std::filesystem;

namespace {

constexpr int format = 1;  // of the index; another one is made anew

/// One index for each place of each town: a copy of a file has the same id and goes its own way.
fs::path file_in(const fs::path& folder, const Snapshot& town, const fs::path& town_file) {
    std::error_code ignored;
    const fs::path place = fs::weakly_canonical(town_file, ignored);
    return side_file(folder, "find", town.setting("file_id") + "\n" + place.string(), "sqlite");
}

void protect(const fs::path& file) {
    std::error_code ignored;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

}  // namespace

SearchIndex::SearchIndex(const Snapshot& town, const fs::path& town_file, const fs::path& folder,
                         land::Progress& progress)
    : file_(file_in(folder, town, town_file)), db_(":memory:", Database::Access::derived) {
    if (!file_.empty() && open_present(town)) return;
    build(town, progress);
}

bool SearchIndex::open_present(const Snapshot& town) {
    std::error_code ignored;
    if (!fs::is_regular_file(file_, ignored)) return false;
    try {
        db_ = Database(file_, Database::Access::derived);
        if (db_.integer("PRAGMA user_version") != format) return false;
        const auto now = history_state(town.db()), then = state_in(db_);
        if (now.seq == then.seq && now.sha256 == then.sha256) return true;
        if (then.seq < 0 || now.seq < then.seq || !update_search_tables(db_, town, then)) return false;
        opened_ = Opened::updated;
        return true;
    } catch (const Error&) {  // broken, or of somebody else: what can be made again is made again
        return false;
    }
}

void SearchIndex::build(const Snapshot& town, land::Progress& progress) {
    fs::path partial;
    if (!file_.empty()) {
        remove_unused(file_.parent_path(), "find");
        partial = fs::path(fmt::format("{}.{}", file_.string(), ::getpid()));
        std::error_code ignored;
        fs::remove(partial, ignored);
    }
    try {
        db_ = Database(partial.empty() ? fs::path(":memory:") : partial, Database::Access::derived);
        if (!partial.empty()) protect(partial);
        db_.run("PRAGMA journal_mode=OFF; PRAGMA cache_size=-65536");
        {
            Transaction transaction(db_);
            make_search_tables(db_);
            fill_search_tables(db_, town, progress);
            set_state(db_, history_state(town.db()));
            db_.run(fmt::format("PRAGMA user_version={}", format));
            transaction.commit();
        }
        db_.run("PRAGMA journal_mode=DELETE; PRAGMA cache_size=-2000");
        if (!partial.empty()) {
            // Whoever has the one before open keeps reading that.
            fs::rename(partial, file_);
            db_ = Database(file_, Database::Access::derived);
        }
    } catch (...) {
        std::error_code ignored;
        if (!partial.empty()) fs::remove(partial, ignored);
        throw;
    }
    opened_ = Opened::built;
}

std::int64_t SearchIndex::entries() const {
    return db_.integer("SELECT count(*) FROM entry");
}

}  // namespace liangdi::store
