#include "tasks/matching.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "exchange/ledger_workbook.hpp"
#include "exchange/match_list.hpp"
#include "geo/error.hpp"
#include "land/linking.hpp"
#include "store/match_register.hpp"
#include "store/residence.hpp"
#include "store/sealed_rows.hpp"

namespace liangdi::tasks {

namespace {

/// Households of the people who bear this number.
std::vector<std::int64_t> households_of_number(store::Snapshot& town, const store::DataKey& key,
                                               const std::string& number) {
    std::set<std::int64_t> households;
    for (const auto person : store::find_by_id_number(town.db(), key, number))
        for (const auto row : town.children("party_member", "member", person))
            if (const auto party = town.row("party_member", row, {"party"}))
                if (const auto* id = std::get_if<std::int64_t>(&party->front())) households.insert(*id);
    return {households.begin(), households.end()};
}

std::string text_at(store::Snapshot& town, const std::string& table, std::int64_t id,
                    const std::string& column) {
    const auto row = town.row(table, id, {column});
    return row && !land::is_null(row->front()) ? land::to_display(row->front()) : std::string();
}

std::string words_of(const std::vector<land::Words>& reasons, land::Language language) {
    std::string out;
    for (const auto& reason : reasons)
        out += (out.empty() ? "" : language == land::Language::zh ? "；" : "; ") + reason.in(language);
    return out;
}

/// Links of one edit, each seeing what the lines before it have linked.
class Linker {
  public:
    Linker(Project& project, const std::string& why)
        : head_(project.head(why)),
          town_(project.store->snapshot()),
          date_(town_->setting("reference_date")) {
        edit_.head = head_;
    }

    void flat(const ReviewLine& line, const std::string& kind) {
        auto registered = store::occupancies_of(town_->db(), line.match.household, line.match.flat);
        for (const auto& row : new_homes_)
            if (row.household == line.match.household || row.flat == line.match.flat)
                registered.push_back(row);
        take(land::link_flat({line.match.household, line.match.flat, kind, "", line.name, line.target, date_},
                             registered, head_),
             line);
        new_homes_.push_back(
            {0, line.match.household, line.match.flat, kind, "", "", line.name, line.target});
    }
    void parcel(const ReviewLine& line, const std::string& wanted_kind) {
        const auto share = land::parse_share(line.line.share.empty() ? "1/1" : line.line.share);
        if (!share) throw Error("bad_share", "this is no share; write it as 1/3", line.line.share);
        std::string kind = wanted_kind;
        if (kind.empty())
            kind = text_at(*town_, "parcel", line.match.parcel, "kind") == "homestead" ? "use" : "contract";
        auto registered = store::rights_on(town_->db(), line.match.parcel);
        for (const auto& row : new_rights_[line.match.parcel]) registered.push_back(row);
        take(land::link_parcel({line.match.household, line.match.parcel, kind, *share, line.line.certificate,
                                "", line.name, line.target, date_},
                               registered, head_),
             line);
        new_rights_[line.match.parcel].push_back(
            {0, line.match.parcel, line.match.household, kind, "", "", *share, line.name});
    }

    land::Edit edit_;
    std::int64_t there_ = 0;
    struct Said {
        land::Finding finding;
        land::Words words;
    };
    std::map<std::string, Said> said_;  ///< of a parcel or flat the last word

  private:
    void take(land::LinkOutcome outcome, const ReviewLine& line) {
        if (outcome.edit.changes.empty()) ++there_;
        for (auto& change : outcome.edit.changes) edit_.changes.push_back(std::move(change));
        // Shares are added up line by line: only the last sum of a parcel is true.
        std::erase_if(said_, [&](const auto& one) {
            const auto& finding = one.second.finding;
            return finding.table == "parcel" && finding.id == line.match.parcel && line.match.parcel != 0;
        });
        for (std::size_t i = 0; i < outcome.findings.size(); ++i) {
            auto& finding = outcome.findings[i];
            finding.row = line.line.row;
            said_[fmt::format("{} {} {}", finding.rule, finding.table, finding.id)] = {finding,
                                                                                       outcome.words[i]};
        }
    }

    land::EditHead head_;
    std::unique_ptr<store::Snapshot> town_;
    std::string date_;
    std::vector<land::OccupancyRow> new_homes_;
    std::map<std::int64_t, std::vector<land::RightRow>> new_rights_;
};

void refuse(AppliedMatches& out, const ReviewLine& line, const std::string& rule, const land::Words& reason,
            const land::Words& mend) {
    land::Finding finding;
    finding.rule = rule;
    finding.row = line.line.row;
    finding.field = line.line.parcel.empty() ? "flat" : "parcel";
    finding.value = line.line.parcel.empty() ? line.line.flat : line.line.parcel;
    finding.reason = reason.en;
    finding.mend = mend.en;
    out.words.push_back(
        {fmt::format("第 {} 行未关联：{}。{}", finding.row, reason.zh, mend.zh), land::to_line(finding)});
    out.findings.push_back(std::move(finding));
}

}  // namespace

MatchReview match_list(Project& project, const MatchParams& params, land::Progress& progress) {
    auto list = exchange::read_match_list(params.list, params.layer, params.encoding);
    MatchReview out;
    out.list = params.list.filename().string();
    out.columns = std::move(list.columns);
    const auto town = project.store->snapshot();
    out.date = town->setting("reference_date");
    const auto matcher = store::match_register(town->db(), out.date);
    bool skipped_numbers = false;
    for (auto& read : list.lines) {
        progress.at("match", static_cast<std::int64_t>(out.lines.size()),
                    static_cast<std::int64_t>(list.lines.size()));
        if (read.line.has_id_number && project.key) {
            read.line.by_id_number = households_of_number(*town, *project.key, read.id_number);
        } else if (read.line.has_id_number) {
            read.line.has_id_number = false;
            skipped_numbers = true;
        }
        ReviewLine line{std::move(read.line), {}, {}, {}, {}, {}};
        line.match = matcher.match(line.line);
        if (const auto* h = matcher.household(line.match.household)) {
            line.code = h->code;
            line.name = h->name;
            line.place = h->place;
        }
        if (line.match.flat != 0) line.target = text_at(*town, "flat", line.match.flat, "code");
        if (line.match.parcel != 0) line.target = text_at(*town, "parcel", line.match.parcel, "code");
        const auto certainty = line.match.certainty;
        ++(certainty == land::Certainty::certain    ? out.certain
           : certainty == land::Certainty::probable ? out.probable
                                                    : out.none);
        if (certainty == land::Certainty::certain && line.match.linked) ++out.linked;
        out.lines.push_back(std::move(line));
    }
    if (skipped_numbers)
        out.note = "identity numbers of the list are looked up only while the personal records are unlocked";
    return out;
}

land::Ledger review_ledger(const MatchReview& review, land::Language language) {
    using land::CellKind;
    const auto column = [](const char* name, const char* zh, const char* en, CellKind kind = CellKind::text) {
        return land::LedgerColumn{name, {zh, en}, kind, "", false, ""};
    };
    land::Ledger out;
    out.form = {"match",
                {"批量关联审核表", "Links to review"},
                true,
                false,
                {column("row", "原表行", "Row", CellKind::count), column("verdict", "判断", "Verdict"),
                 column("said_code", "表内户号", "Code in the list", CellKind::code),
                 column("said_name", "表内户名", "Name in the list"),
                 column("said_place", "表内村组", "Place in the list"),
                 column("said_target", "表内房号或地块", "Flat or parcel in the list", CellKind::code),
                 column("said_share", "份额", "Share", CellKind::code),
                 column("code", "镇内户号", "Code", CellKind::code), column("name", "镇内户名", "Household"),
                 column("place", "镇内村组", "Place"),
                 column("target", "镇内房号或地块", "Flat or parcel", CellKind::code),
                 column("state", "状态", "State"), column("reason", "理由", "Reason")},
                {{"certain", {"确定", "certain"}, "", "verdict", ""},
                 {"probable", {"可能", "probable"}, "", "verdict", ""},
                 {"none", {"无", "none"}, "", "verdict", ""}}};
    const bool zh = language == land::Language::zh;
    const auto verdict = [zh](land::Certainty c) -> std::string {
        if (!zh) return std::string(land::to_text(c));
        return c == land::Certainty::certain ? "确定" : c == land::Certainty::probable ? "可能" : "无";
    };
    out.form.figures[0].value = verdict(land::Certainty::certain);
    out.form.figures[1].value = verdict(land::Certainty::probable);
    out.form.figures[2].value = verdict(land::Certainty::none);
    for (const auto& l : review.lines)
        out.rows.push_back({l.line.row, verdict(l.match.certainty), l.line.household_code,
                            l.line.household_name, l.line.place,
                            l.line.flat.empty() ? l.line.parcel : l.line.flat, l.line.share, l.code, l.name,
                            l.place, l.target,
                            l.match.linked ? std::string(zh ? "已关联" : "linked already") : std::string(),
                            words_of(l.match.reasons, language)});
    out.town = review.list;
    out.date = review.date;
    return out;
}

void write_review(const MatchReview& review, land::Language language, const std::filesystem::path& out) {
    const auto ledger = review_ledger(review, language);
    if (out.extension() == ".csv") return exchange::write_ledger_csv(ledger, language, out);
    if (out.extension() == ".xlsx") return exchange::write_ledger_workbook(ledger, language, out);
    throw Error("unknown_format", "a review is written as .xlsx or .csv", out.string());
}

std::vector<std::size_t> certain_lines(const MatchReview& review) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < review.lines.size(); ++i)
        if (review.lines[i].match.certainty == land::Certainty::certain && !review.lines[i].match.linked)
            out.push_back(i);
    return out;
}

AppliedMatches apply_matches(Project& project, const MatchReview& review, const ApplyMatches& chosen,
                             land::Progress& progress) {
    AppliedMatches out;
    land::Edit edit;
    {
        Linker linker(project, fmt::format("link {} lines of {}", chosen.lines.size(), review.list));
        std::int64_t done = 0;
        for (const auto index : chosen.lines) {
            progress.at("link", done++, static_cast<std::int64_t>(chosen.lines.size()));
            const auto& line = review.lines.at(index);
            if (line.match.certainty == land::Certainty::none ||
                (line.match.flat == 0) == (line.match.parcel == 0)) {
                refuse(out, line, "match.nothing_found",
                       {"没有找到住户，或没有找到户室、地块", "no household, or no flat or parcel was found"},
                       {"更正这一行再匹配。", "correct the line and match the list again"});
                continue;
            }
            try {
                line.match.flat != 0 ? linker.flat(line, chosen.flat_kind)
                                     : linker.parcel(line, chosen.right_kind);
            } catch (const Error& error) {
                const bool other_share = error.code() == "already_linked";
                refuse(out, line, "match." + error.code(),
                       {other_share ? fmt::format("{} 已持有地块 {} 的另一份额，先解除它，或写同样的份额",
                                                  line.name, line.target)
                                    : error.message(),
                        error.message()},
                       {});
            }
        }
        for (auto& [key, said] : linker.said_) {
            out.findings.push_back(std::move(said.finding));
            out.words.push_back(std::move(said.words));
        }
        out.there = linker.there_;
        edit = std::move(linker.edit_);
    }
    out.linked = static_cast<std::int64_t>(edit.changes.size());
    if (!edit.changes.empty()) out.seq = project.store->apply(edit).seq;
    return out;
}

}  // namespace liangdi::tasks
