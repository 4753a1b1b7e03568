#include "tasks/personal_values.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"
#include "store/sealed_rows.hpp"

namespace liangdi::tasks {

namespace {

std::int64_t party_of(store::Snapshot& town, const PersonalParams& params) {
    if (params.id != 0) return params.id;
    auto ids = town.ids_of("party", "code", params.of);
    if (ids.empty()) {
        // A household bears its head's name: the household is meant, it holds the head as well.
        ids = town.ids_of("household", "name", params.of);
        if (ids.empty()) ids = town.ids_of("party", "name", params.of);
    }
    if (ids.empty())
        throw Error("not_found",
                    "nobody in this town file has this code or name; type the whole code or the whole name");
    if (ids.size() > 1)
        throw Error("ambiguous", fmt::format("{} bear this code or name; give the code of one", ids.size()));
    return ids.front();
}

PersonalRecord record_of(const store::SealedRow& row, const land::Sealer& key, land::Disclosure disclosure,
                         land::Date on, bool& child) {
    PersonalRecord record{row.party, row.kind, row.code, row.name, row.relation, false, {}};
    land::SealedFields fields;
    if (!row.body.empty()) {
        try {
            fields = key.open(row.body);
        } catch (const Error&) {
            record.damaged = true;
        }
    }
    child = row.kind == "person" && land::may_be_under_14(fields, row.birth_year, on);
    record.values = land::shown_values(fields, disclosure);
    return record;
}

}  // namespace

PersonalAnswer personal_values(Project& project, const PersonalParams& params) {
    const store::DataKey& key = need_key(project);
    const bool open = params.disclosure == land::Disclosure::open;
    PersonalAnswer answer;
    std::vector<store::SealedRow> rows;
    land::Date on{};
    {
        const auto town = project.store->snapshot();
        const std::string date = town->setting("reference_date");
        on = land::parse_iso_date(date).value_or(land::Date{});
        rows = store::sealed_rows_of(town->db(), party_of(*town, params), date);
    }
    if (rows.empty()) throw Error("not_found", "this household or person is no longer in the town file");
    answer.code = rows.front().code;
    answer.name = rows.front().name;
    if (open)  // before anything is shown: what cannot be logged is not shown
        answer.entry = project.store->log_access(
            project.actor, fmt::format("shown unmasked, all personal values of {}", answer.code),
            params.reason);
    for (const auto& row : rows) {
        bool child = false;
        PersonalRecord record = record_of(row, key, params.disclosure, on, child);
        if (child && !open) {
            ++answer.children;
            continue;
        }
        answer.records.push_back(std::move(record));
    }
    return answer;
}

}  // namespace liangdi::tasks
