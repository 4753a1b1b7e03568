#include "tasks/info.hpp"

#include "store/figures.hpp"

namespace liangdi::tasks {

TownInfo info(Project& project) {
    const auto town = project.store->snapshot();
    TownInfo out;
    out.file = project.store->file().string();
    out.name = town->setting("name");
    out.file_id = town->setting("file_id");
    out.crs = town->setting("crs");
    out.crs_name = project.crs().name();
    out.reference_date = town->setting("reference_date");
    out.schema_version = town->db().integer("PRAGMA user_version");
    out.has_key = store::has_key(town->db());
    out.figures = store::figures_on(town->db(), out.reference_date);
    for (const auto& table : town->shape()) {
        if (const auto n = town->count(table.name); n > 0) out.counts.emplace_back(table.name, n);
    }
    out.history_entries = town->db().integer("SELECT count(*) FROM history");
    const auto last = store::history_entries(town->db(), 1);
    if (!last.empty()) {
        out.data_version = last.front().seq;
        out.last_edit_at = last.front().at;
        out.last_edit_by = last.front().actor;
        out.last_edit_why = last.front().why;
    }
    out.upgraded_copy = project.store->upgraded_copy();
    return out;
}

}  // namespace liangdi::tasks
