#include "tasks/past.hpp"

#include <fmt/format.h>

#include <map>

#include "geo/error.hpp"

namespace liangdi::tasks {

std::vector<store::HistoryEntry> history(Project& project, std::int64_t limit, std::int64_t before) {
    return store::history_entries(project.store->snapshot()->db(), limit, before);
}

std::vector<HistoryRow> history_rows(Project& project, std::int64_t seq, std::int64_t limit) {
    const auto town = project.store->snapshot();
    std::map<std::string, std::vector<std::string>> columns;
    const auto columns_of = [&](const std::string& table) -> const std::vector<std::string>& {
        auto [it, is_new] = columns.try_emplace(table);
        if (is_new) {
            auto names = town->db().prepare("SELECT name FROM pragma_table_info(?) ORDER BY cid");
            names.bind(1, table);
            while (names.step()) it->second.emplace_back(names.text(0));
        }
        return it->second;
    };
    std::vector<HistoryRow> rows;
    struct Enough {};
    try {
        store::each_change(
            store::stored_changeset(town->db(), seq), true, [&](const store::ChangeRow& change) {
                if (static_cast<std::int64_t>(rows.size()) >= limit) throw Enough{};
                HistoryRow row{change.table, "insert", change.id, {}};
                if (change.kind == store::ChangeKind::update) row.kind = "update";
                if (change.kind == store::ChangeKind::remove) row.kind = "delete";
                const auto& names = columns_of(change.table);
                for (std::size_t c = 1; c < change.before.size() && c < names.size(); ++c) {
                    if (change.before[c] == change.after[c]) continue;
                    row.cells.push_back(
                        {names[c], land::to_display(change.before[c]), land::to_display(change.after[c])});
                }
                rows.push_back(std::move(row));
            });
    } catch (const Enough&) {  // the changeset is a stream: this is its way to stop early
    }
    return rows;
}

namespace {
store::ReverseRequest request_of(const Project& project, const ReverseParams& params) {
    store::ReverseRequest request;
    request.head = project.head("");
    request.entry = params.entry;
    request.batch = params.batch;
    return request;
}
}  // namespace

store::Reversed undo(Project& project, const ReverseParams& params, land::Progress& progress) {
    return project.store->undo(request_of(project, params), progress);
}
store::Reversed redo(Project& project, const ReverseParams& params, land::Progress& progress) {
    return project.store->redo(request_of(project, params), progress);
}

}  // namespace liangdi::tasks
