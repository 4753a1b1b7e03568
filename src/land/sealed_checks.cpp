#include "land/sealed_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "land/group_counts.hpp"
#include "land/id_number.hpp"

namespace liangdi::land {

namespace {

class Findings {
  public:
    explicit Findings(const std::vector<std::string>& chosen) : chosen_(chosen) {}
    bool wanted(std::string_view rule) const {
        return chosen_.empty() || std::find(chosen_.begin(), chosen_.end(), rule) != chosen_.end();
    }
    void add(std::string_view rule, std::string table, std::int64_t id, std::string reason) {
        if (!wanted(rule)) return;
        Finding found;
        for (const SealedRule& known : sealed_rules())
            if (rule == known.name) found.severity = known.severity;
        found.rule = fmt::format("check.{}", rule);
        found.table = std::move(table);
        found.id = id;
        found.reason = std::move(reason);
        out_.push_back(std::move(found));
    }
    std::vector<Finding> take() { return std::move(out_); }

  private:
    const std::vector<std::string>& chosen_;
    std::vector<Finding> out_;
};

void compare_counts(const std::vector<OpenedRecord>& records, const std::vector<ClearCount>& counts,
                    const std::map<std::int64_t, std::string>& communities, Findings& out) {
    using Place = std::pair<std::int64_t, std::string>;
    std::map<Place, std::int64_t> sealed, clear;
    for (const OpenedRecord& record : records)
        for (const auto& [group, n] : group_deltas({}, record.fields)) sealed[{record.community, group}] += n;
    for (const ClearCount& count : counts) clear[{count.community, count.group}] += count.n;
    for (const auto& [place, n] : clear) sealed.try_emplace(place, 0);
    for (const auto& [place, n] : sealed) {
        const auto said = clear.find(place);
        const std::int64_t shown = said == clear.end() ? 0 : said->second;
        if (shown == n) continue;
        const auto code = communities.find(place.first);
        out.add("sealed_group_counts", "community", place.first,
                fmt::format("{} {}: {} / {}", code == communities.end() ? "-" : code->second, place.second,
                            shown, n));
    }
}

void look_at_id(const OpenedRecord& record, const std::string& number, Findings& out) {
    if (const auto defect = id_number_defect(number); defect != IdNumberDefect::none) {
        out.add("sealed_id_number", "person", record.party,
                fmt::format("{} {}", record.code, to_text(defect)));
        return;
    }
    const auto born = birth_date_of_id_number(number);
    const auto male = is_male_by_id_number(number);
    std::string differs;
    if (male && !record.sex.empty() && *male != (record.sex == "male")) differs += " sex";
    if (born && record.birth_year != 0 && static_cast<int>(born->year()) != record.birth_year)
        differs += " birth_year";
    if (!differs.empty()) out.add("sealed_id_person", "person", record.party, record.code + differs);
}

}  // namespace

const std::vector<SealedRule>& sealed_rules() {
    static const std::vector<SealedRule> rules = {
        {"sealed_group_counts", "群体人数与密封资料不符（明文／密封）",
         "a group's clear count differs from the sealed records (clear / sealed)",
         "有人锁着文件搬过家，或计数被单独导入；解锁后重新导入人群资料",
         "a family moved while the file was locked, or counts were imported; import the groups again, "
         "unlocked",
         Severity::error},
        {"sealed_id_number", "身份证号有误", "an identity number is damaged",
         "对照身份证改正；号码不在此显示", "compare it with the identity card; it is not shown here",
         Severity::error},
        {"sealed_id_twice", "一个身份证号登记在几个人名下", "one identity number stands with several persons",
         "核对这几个人是否同一人，或号码抄错",
         "see whether they are one person, or a number was copied wrongly", Severity::error},
        {"sealed_id_person", "身份证号与性别或出生年份不符", "identity number against sex or year of birth",
         "对照身份证改正", "compare with the identity card", Severity::warning},
    };
    return rules;
}

std::vector<Finding> sealed_findings(const std::vector<OpenedRecord>& records,
                                     const std::vector<ClearCount>& counts,
                                     const std::map<std::int64_t, std::string>& communities,
                                     const std::vector<std::string>& chosen) {
    Findings out(chosen);
    if (out.wanted("sealed_group_counts")) compare_counts(records, counts, communities, out);
    std::map<std::string, std::vector<const OpenedRecord*>> bearers;
    for (const OpenedRecord& record : records) {
        const auto number = record.fields.find("id_number");
        if (number == record.fields.end() || number->second.empty()) continue;
        look_at_id(record, number->second, out);
        bearers[id_number_of_18(number->second).value_or(normalized_id_number(number->second))].push_back(
            &record);
    }
    for (const auto& [number, persons] : bearers) {
        if (persons.size() < 2) continue;
        for (const OpenedRecord* record : persons) {
            std::string others;
            for (const OpenedRecord* other : persons)
                if (other != record) others += (others.empty() ? "" : ", ") + other->code;
            out.add("sealed_id_twice", "person", record->party, fmt::format("{} = {}", record->code, others));
        }
    }
    return out.take();
}

}  // namespace liangdi::land
