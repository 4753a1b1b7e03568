#include "land/kept_findings.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "geo/spatialite_blob.hpp"

namespace liangdi::land {

namespace {

using What = std::tuple<std::string, std::string, std::int64_t, std::string>;

What what_of(const Finding& f) {
    return {f.rule, f.table, f.id, f.reason};
}
What what_of(const KeptFinding& k) {
    return {k.rule, k.table, k.row, k.message};
}

std::map<What, const KeptFinding*> by_what(const std::vector<KeptFinding>& kept) {
    std::map<What, const KeptFinding*> out;
    for (const KeptFinding& k : kept) out.emplace(what_of(k), &k);
    return out;
}

Insert new_row(const Finding& f, const char* state, const std::string& date, int srid) {
    Insert row{"finding", {}, {}};
    const auto add = [&](const char* column, Value value) {
        if (!is_null(value)) row.cells.push_back({column, std::move(value)});
    };
    add("rule", f.rule);
    add("severity", std::string(to_text(f.severity)));
    add("tab", text_or_null(f.table));
    add("row", f.id == 0 ? Value{} : Value{f.id});
    add("field", text_or_null(f.field));
    add("value", text_or_null(f.value));
    add("reason", f.reason);
    add("state", std::string(state));
    add("found_on", text_or_null(date));
    if (f.at) add("geometry", geo::to_spatialite_blob(geo::Geometry(*f.at), srid));
    return row;
}

Update to_state(const KeptFinding& k, const char* state) {
    return {"finding", k.id, {{"state", k.state, std::string(state)}}};
}

}  // namespace

std::vector<Finding> take_accepted(std::vector<Finding>& found, const std::vector<KeptFinding>& kept) {
    const auto rows = by_what(kept);
    const auto first = std::stable_partition(found.begin(), found.end(), [&](const Finding& f) {
        const auto row = rows.find(what_of(f));
        return row == rows.end() || row->second->state != "accepted";
    });
    std::vector<Finding> accepted(std::make_move_iterator(first), std::make_move_iterator(found.end()));
    found.erase(first, found.end());
    return accepted;
}

std::vector<Change> keep_findings(const std::vector<Finding>& found, const std::vector<KeptFinding>& kept,
                                  const std::set<std::string>& judged, const std::string& date, int srid) {
    std::vector<Change> changes;
    const auto rows = by_what(kept);
    std::set<What> now;
    for (const Finding& f : found) {
        if (!now.insert(what_of(f)).second) continue;  // a rule may say the same twice
        const auto row = rows.find(what_of(f));
        if (row == rows.end())
            changes.emplace_back(new_row(f, "open", date, srid));
        else if (row->second->state == "done")
            changes.emplace_back(to_state(*row->second, "open"));
    }
    for (const auto& [what, row] : rows)
        if (row->state != "done" && judged.contains(row->rule) && !now.contains(what))
            changes.emplace_back(to_state(*row, "done"));
    return changes;
}

std::vector<Change> accept_findings(const std::vector<Finding>& found, const std::vector<KeptFinding>& kept,
                                    const std::string& why, const std::string& date, int srid) {
    std::vector<Change> changes;
    const auto rows = by_what(kept);
    std::set<What> now;
    for (const Finding& f : found) {
        if (!now.insert(what_of(f)).second) continue;
        const auto row = rows.find(what_of(f));
        if (row == rows.end()) {
            Insert fresh = new_row(f, "accepted", date, srid);
            fresh.cells.push_back({"note", why});
            changes.emplace_back(std::move(fresh));
        } else if (row->second->state != "accepted") {
            Update update = to_state(*row->second, "accepted");
            update.cells.push_back({"note", text_or_null(row->second->note), why});
            changes.emplace_back(std::move(update));
        }
    }
    return changes;
}

}  // namespace liangdi::land
