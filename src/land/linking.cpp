#include "land/linking.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "land/date.hpp"

namespace liangdi::land {

namespace {

Finding warning(std::string rule, std::string table, std::int64_t id, std::string reason, std::string mend) {
    Finding f;
    f.severity = Severity::warning;
    f.rule = std::move(rule);
    f.table = std::move(table);
    f.id = id;
    f.reason = std::move(reason);
    f.mend = std::move(mend);
    return f;
}

/// The day on which a link counts: the reference date, or its first day where that is later.
std::string day_of(const std::string& from, const std::string& on) {
    return std::max(from, on);
}
/// Whether a term that begins on `from` and has no end meets this row's.
bool meets(const std::string& from, const std::string& to) {
    return to.empty() || from.empty() || to >= from;
}
std::string term(const std::string& from, const std::string& to) {
    if (from.empty() && to.empty()) return "without dates";
    if (to.empty()) return "from " + from;
    return from.empty() ? "until " + to : fmt::format("from {} to {}", from, to);
}
std::string named(const std::string& name, const char* otherwise) {
    return name.empty() ? otherwise : name;
}
/// What to do where a term begins before another has ended: begin later, or correct the other's end.
std::string mend_of_dates(const std::string& to) {
    return to.empty() ? std::string("end the other one first, or correct its dates")
                      : fmt::format("begin on a day after {}, or correct the other one's dates", to);
}

template <class Row>
Edit unlink(const char* table, const std::vector<Row>& links, const std::string& on, bool mistake,
            const EditHead& head) {
    if (links.empty()) throw Error("not_linked", "there is no such link in force, so nothing was changed");
    Edit edit{head, {}};
    for (const auto& row : links) {
        if (mistake) {
            edit.changes.push_back(Delete{table, row.id, {}});
            continue;
        }
        if (!row.from.empty() && row.from > on) {
            throw Error(
                "bad_date",
                fmt::format("the link began on {}, it cannot end on {}; give a later day, or --mistake to "
                            "take it out altogether",
                            row.from, on));
        }
        edit.changes.push_back(Update{table, row.id, {{"valid_to", text_or_null(row.to), on}}});
    }
    return edit;
}

}  // namespace

LinkOutcome link_flat(const FlatLink& link, const std::vector<OccupancyRow>& registered,
                      const EditHead& head) {
    LinkOutcome out{{head, {}}, {}};
    const std::string day = day_of(link.from, link.on);
    for (const auto& row : registered) {
        const bool in_force = is_active(row.from, row.to, day);
        if (in_force && row.household == link.household && row.flat == link.flat && row.kind == link.kind)
            return {{head, {}}, {}};
        if (link.kind != "main" || row.kind != "main") continue;
        const bool own = row.household == link.household;
        if (!own && row.flat != link.flat) continue;
        if (!in_force) {
            if (!meets(link.from, row.to)) continue;
            out.findings.push_back(warning(
                "occupancy.dates_overlap", own ? "household" : "flat", own ? link.household : link.flat,
                own ? fmt::format("{} has flat {} as its main flat {}; this link {} overlaps it",
                                  link.household_name, named(row.flat_name, "another"),
                                  term(row.from, row.to), term(link.from, ""))
                    : fmt::format("flat {} is the main flat of {} {}; this link {} overlaps it",
                                  link.flat_name, named(row.household_name, "another household"),
                                  term(row.from, row.to), term(link.from, "")),
                mend_of_dates(row.to)));
        } else if (own) {
            out.findings.push_back(
                warning("occupancy.two_main_flats", "household", link.household,
                        fmt::format("{} has a main flat already, {} {}", link.household_name,
                                    named(row.flat_name, "another one"), term(row.from, row.to)),
                        "unlink the other flat, or link this one as additional"));
        } else {
            out.findings.push_back(
                warning("occupancy.two_main_households", "flat", link.flat,
                        fmt::format("flat {} is the main flat of {} already, {}", link.flat_name,
                                    named(row.household_name, "another household"), term(row.from, row.to)),
                        "unlink the other household if it has moved out"));
        }
    }
    out.edit.changes.push_back(Insert{"occupancy",
                                      {},
                                      {{"household", link.household},
                                       {"flat", link.flat},
                                       {"kind", link.kind},
                                       {"valid_from", text_or_null(link.from)}}});
    return out;
}

LinkOutcome link_parcel(const ParcelLink& link, const std::vector<RightRow>& registered,
                        const EditHead& head) {
    LinkOutcome out{{head, {}}, {}};
    const std::string day = day_of(link.from, link.on);
    Share total = link.share;
    for (const auto& row : registered) {
        if (row.kind != link.kind || !is_active(row.from, row.to, day)) continue;
        if (row.party == link.party) {
            if (row.share == link.share) return {{head, {}}, {}};
            throw Error(
                "already_linked",
                fmt::format("{} holds {} of parcel {} already; unlink that first, or give the same share",
                            link.party_name, to_text(row.share), link.parcel_name));
        }
        total = sum(total, row.share);
    }
    // A right that is not in force today, but was, or will be, while this one is.
    for (const auto& row : registered) {
        if (row.kind != link.kind || is_active(row.from, row.to, day) || !meets(link.from, row.to)) continue;
        const bool own = row.party == link.party;
        if (!own && !exceeds_whole(sum(total, row.share))) continue;
        out.findings.push_back(warning(
            "parcel_right.dates_overlap", "parcel", link.parcel,
            own ? fmt::format("{} holds parcel {} {} already; this link {} overlaps it", link.party_name,
                              link.parcel_name, term(row.from, row.to), term(link.from, ""))
                : fmt::format(
                      "{} holds {} of parcel {} {}; with this link {} the shares add up to {} meanwhile",
                      named(row.party_name, "another party"), to_text(row.share), link.parcel_name,
                      term(row.from, row.to), term(link.from, ""), to_text(sum(total, row.share))),
            mend_of_dates(row.to)));
    }
    if (exceeds_whole(total)) {
        out.findings.push_back(
            warning("parcel_right.shares_exceed_whole", "parcel", link.parcel,
                    fmt::format("the shares of parcel {} now add up to {}", link.parcel_name, to_text(total)),
                    "correct the share of one holder"));
    } else if (total != Share{1, 1}) {
        auto note =
            warning("parcel_right.shares_below_whole", "parcel", link.parcel,
                    fmt::format("the shares of parcel {} now add up to {}", link.parcel_name, to_text(total)),
                    "link the other holders");
        note.severity = Severity::note;
        out.findings.push_back(std::move(note));
    }
    out.edit.changes.push_back(Insert{"parcel_right",
                                      {},
                                      {{"parcel", link.parcel},
                                       {"party", link.party},
                                       {"kind", link.kind},
                                       {"share_num", link.share.num},
                                       {"share_den", link.share.den},
                                       {"certificate", text_or_null(link.certificate)},
                                       {"valid_from", text_or_null(link.from)}}});
    return out;
}

Edit unlink_flat(const std::vector<OccupancyRow>& links, const std::string& on, bool mistake,
                 const EditHead& head) {
    return unlink("occupancy", links, on, mistake, head);
}
Edit unlink_parcel(const std::vector<RightRow>& links, const std::string& on, bool mistake,
                   const EditHead& head) {
    return unlink("parcel_right", links, on, mistake, head);
}

}  // namespace liangdi::land
