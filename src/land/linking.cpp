#include "land/linking.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"

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
    for (const auto& row : registered) {
        if (row.household == link.household && row.flat == link.flat && row.kind == link.kind) return out;
        if (link.kind != "main" || row.kind != "main") continue;
        if (row.household == link.household) {
            out.findings.push_back(warning("occupancy.two_main_flats", "household", link.household,
                                           fmt::format("{} has a main flat already", link.household_name),
                                           "unlink the other flat, or link this one as additional"));
        } else if (row.flat == link.flat) {
            out.findings.push_back(
                warning("occupancy.two_main_households", "flat", link.flat,
                        fmt::format("flat {} is the main flat of another household already", link.flat_name),
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
    Share total = link.share;
    for (const auto& row : registered) {
        if (row.kind != link.kind) continue;
        if (row.party == link.party) {
            if (row.share == link.share) return out;
            throw Error(
                "already_linked",
                fmt::format("{} holds {} of parcel {} already; unlink that first, or give the same share",
                            link.party_name, to_text(row.share), link.parcel_name));
        }
        total = sum(total, row.share);
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
