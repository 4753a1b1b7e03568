#include "land/linking.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "land/date.hpp"

namespace liangdi::land {

namespace {

/// What is unusual about a link: done, and said in both languages.
void say(LinkOutcome& out, Severity severity, const char* rule, const char* table, std::int64_t id,
         const Words& reason, const Words& mend) {
    Finding f;
    f.severity = severity;
    f.rule = rule;
    f.table = table;
    f.id = id;
    f.reason = reason.en;
    f.mend = mend.en;
    out.findings.push_back(std::move(f));
    out.words.push_back(
        {fmt::format("{}。{}。", reason.zh, mend.zh), fmt::format("{}. {}.", reason.en, mend.en)});
}

/// The day on which a link counts: the reference date, or its first day where that is later.
std::string day_of(const std::string& from, const std::string& on) {
    return std::max(from, on);
}
/// Whether a term that begins on `from` and has no end meets this row's.
bool meets(const std::string& from, const std::string& to) {
    return to.empty() || from.empty() || to >= from;
}
Words term(const std::string& from, const std::string& to) {
    if (from.empty() && to.empty()) return {"（未写日期）", "without dates"};
    if (to.empty()) return {"自 " + from + " 起", "from " + from};
    if (from.empty()) return {"至 " + to + " 止", "until " + to};
    return {fmt::format("自 {} 至 {}", from, to), fmt::format("from {} to {}", from, to)};
}
Words named(const std::string& name, const char* zh, const char* en) {
    return name.empty() ? Words{zh, en} : Words{name, name};
}
/// What to do where a term begins before another has ended: begin later, or correct the other's end.
Words mend_of_dates(const std::string& to) {
    if (to.empty()) return {"先终止另一条，或更正它的日期", "end the other one first, or correct its dates"};
    return {fmt::format("起始日期应在 {} 之后，或更正另一条的日期", to),
            fmt::format("begin on a day after {}, or correct the other one's dates", to)};
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
    LinkOutcome out{{head, {}}, {}, {}};
    const std::string day = day_of(link.from, link.on);
    const Words self = term(link.from, "");
    for (const auto& row : registered) {
        const bool in_force = is_active(row.from, row.to, day);
        if (in_force && row.household == link.household && row.flat == link.flat && row.kind == link.kind)
            return {{head, {}}, {}, {}};
        if (link.kind != "main" || row.kind != "main") continue;
        const bool own = row.household == link.household;
        if (!own && row.flat != link.flat) continue;
        const Words other = term(row.from, row.to);
        const Words flat = named(row.flat_name, "另一户室", "another flat");
        const Words family = named(row.household_name, "另一户", "another household");
        if (!in_force && !meets(link.from, row.to)) continue;
        const char* table = own ? "household" : "flat";
        const std::int64_t id = own ? link.household : link.flat;
        if (!in_force && own) {
            say(out, Severity::warning, "occupancy.dates_overlap", table, id,
                {fmt::format("日期相撞：{} {}主住 {}，这一条{}", link.household_name, other.zh, flat.zh,
                             self.zh),
                 fmt::format("{} has flat {} as its main flat {}; this link {} overlaps it",
                             link.household_name, flat.en, other.en, self.en)},
                mend_of_dates(row.to));
        } else if (!in_force) {
            say(out, Severity::warning, "occupancy.dates_overlap", table, id,
                {fmt::format("日期相撞：户室 {} {}由 {} 主住，这一条{}", link.flat_name, other.zh, family.zh,
                             self.zh),
                 fmt::format("flat {} is the main flat of {} {}; this link {} overlaps it", link.flat_name,
                             family.en, other.en, self.en)},
                mend_of_dates(row.to));
        } else if (own) {
            say(out, Severity::warning, "occupancy.two_main_flats", table, id,
                {fmt::format("{} 已有主房 {}，{}", link.household_name, flat.zh, other.zh),
                 fmt::format("{} has a main flat already, {} {}", link.household_name, flat.en, other.en)},
                {"解除另一间，或把这一间作为增配房关联",
                 "unlink the other flat, or link this one as additional"});
        } else {
            say(out, Severity::warning, "occupancy.two_main_households", table, id,
                {fmt::format("户室 {} 已由 {} 主住，{}", link.flat_name, family.zh, other.zh),
                 fmt::format("flat {} is the main flat of {} already, {}", link.flat_name, family.en,
                             other.en)},
                {"那一户已搬走的，解除它", "unlink the other household if it has moved out"});
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
    LinkOutcome out{{head, {}}, {}, {}};
    const std::string day = day_of(link.from, link.on);
    Share total = link.share;
    for (const auto& row : registered) {
        if (row.kind != link.kind || !is_active(row.from, row.to, day)) continue;
        if (row.party == link.party) {
            if (row.share == link.share) return {{head, {}}, {}, {}};
            throw Error(
                "already_linked",
                fmt::format("{} holds {} of parcel {} already; unlink that first, or give the same share",
                            link.party_name, to_text(row.share), link.parcel_name));
        }
        total = sum(total, row.share);
    }
    const Words self = term(link.from, "");
    // A right that is not in force today, but was, or will be, while this one is.
    for (const auto& row : registered) {
        if (row.kind != link.kind || is_active(row.from, row.to, day) || !meets(link.from, row.to)) continue;
        const bool own = row.party == link.party;
        const Share meanwhile = sum(total, row.share);
        if (!own && !exceeds_whole(meanwhile)) continue;
        const Words other = term(row.from, row.to), party = named(row.party_name, "另一户", "another party");
        say(out, Severity::warning, "parcel_right.dates_overlap", "parcel", link.parcel,
            own ? Words{fmt::format("日期相撞：{} {}已持有地块 {}，这一条{}", link.party_name, other.zh,
                                    link.parcel_name, self.zh),
                        fmt::format("{} holds parcel {} {} already; this link {} overlaps it",
                                    link.party_name, link.parcel_name, other.en, self.en)}
                : Words{fmt::format("日期相撞：{} {}持有地块 {} 的 {}，这一条{}，其间份额合计 {}", party.zh,
                                    other.zh, link.parcel_name, to_text(row.share), self.zh,
                                    to_text(meanwhile)),
                        fmt::format("{} holds {} of parcel {} {}; with this link {} the shares add up to {} "
                                    "meanwhile",
                                    party.en, to_text(row.share), link.parcel_name, other.en, self.en,
                                    to_text(meanwhile))},
            mend_of_dates(row.to));
    }
    const Words sum_words{
        fmt::format("地块 {} 的份额合计为 {}", link.parcel_name, to_text(total)),
        fmt::format("the shares of parcel {} now add up to {}", link.parcel_name, to_text(total))};
    if (exceeds_whole(total)) {
        say(out, Severity::warning, "parcel_right.shares_exceed_whole", "parcel", link.parcel, sum_words,
            {"超过一，请更正某一户的份额", "correct the share of one holder"});
    } else if (total != Share{1, 1}) {
        say(out, Severity::note, "parcel_right.shares_below_whole", "parcel", link.parcel, sum_words,
            {"不足一，请关联其余权利人", "link the other holders"});
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
