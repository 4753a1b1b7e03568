#include "tasks/linking.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "land/date.hpp"
#include "store/residence.hpp"
#include "tasks/household.hpp"

namespace liangdi::tasks {

namespace {

std::string iso(const std::string& text, const std::string& fallback) {
    if (text.empty()) return fallback;
    const auto date = land::parse_date(text);
    if (!date) throw Error("bad_date", "this is no date; write it as 2025-11-25", text);
    return land::to_text(*date);
}

void check_target(const LinkParams& params) {
    if (params.flat.empty() == params.parcel.empty()) {
        throw Error("bad_link", "say either a flat or a parcel to link the household with");
    }
}

template <class Rows, class Other>
Rows only(Rows rows, Other matches) {
    std::erase_if(rows, [&](const auto& row) { return !matches(row); });
    return rows;
}

}  // namespace

LinkResult link(Project& project, const LinkParams& params) {
    check_target(params);
    land::LinkOutcome outcome;
    std::string what;
    {
        const auto town = project.store->snapshot();
        const std::string date = town->setting("reference_date");
        const std::int64_t household = find_household(*town, params.household);
        if (!params.flat.empty()) {
            const std::int64_t flat = find_by_code(*town, "flat", params.flat);
            what = fmt::format("link {} with flat {} ({})", params.household, params.flat, params.flat_kind);
            outcome = land::link_flat({household, flat, params.flat_kind, iso(params.from, ""),
                                       params.household, params.flat, date},
                                      store::occupancies_of(town->db(), household, flat), project.head(what));
        } else {
            const auto share = land::parse_share(params.share);
            if (!share) throw Error("bad_share", "this is no share; write it as 1/3", params.share);
            const std::int64_t parcel = find_by_code(*town, "parcel", params.parcel);
            what = fmt::format("link {} with parcel {}, share {}", params.household, params.parcel,
                               land::to_text(*share));
            outcome = land::link_parcel({household, parcel, params.right_kind, *share, params.certificate,
                                         iso(params.from, ""), params.household, params.parcel, date},
                                        store::rights_on(town->db(), parcel), project.head(what));
        }
    }
    return {project.store->apply(outcome.edit).seq, what, std::move(outcome.findings),
            std::move(outcome.words)};
}

LinkResult unlink(Project& project, const LinkParams& params) {
    check_target(params);
    land::Edit edit;
    std::string what;
    {
        const auto town = project.store->snapshot();
        const std::string date = town->setting("reference_date");
        const std::string on = iso(params.on, date);
        const std::int64_t household = find_household(*town, params.household);
        if (!params.flat.empty()) {
            const std::int64_t flat = find_by_code(*town, "flat", params.flat);
            what = fmt::format("unlink {} from flat {}", params.household, params.flat);
            edit = land::unlink_flat(only(store::occupancies_of(town->db(), household, flat),
                                          [&](const auto& row) {
                                              return row.household == household && row.flat == flat &&
                                                     land::is_active(row.from, row.to, date);
                                          }),
                                     on, params.mistake, project.head(what));
        } else {
            const std::int64_t parcel = find_by_code(*town, "parcel", params.parcel);
            what = fmt::format("unlink {} from parcel {}", params.household, params.parcel);
            edit = land::unlink_parcel(only(store::rights_on(town->db(), parcel),
                                            [&](const auto& row) {
                                                return row.party == household &&
                                                       land::is_active(row.from, row.to, date);
                                            }),
                                       on, params.mistake, project.head(what));
        }
    }
    return {project.store->apply(edit).seq, what, {}, {}};
}

}  // namespace liangdi::tasks
