#include "tasks/check_sealed.hpp"

#include "geo/error.hpp"
#include "land/sealed_checks.hpp"
#include "store/residence.hpp"

namespace liangdi::tasks {

std::vector<RuleListed> sealed_rules_listed() {
    std::vector<RuleListed> out;
    for (const land::SealedRule& rule : land::sealed_rules())
        out.push_back({rule.name, "", rule.caption_zh, rule.caption_en, rule.mend_zh, rule.mend_en,
                       rule.severity, true, false, 0});
    return out;
}

std::vector<land::Finding> sealed_findings(store::Snapshot& town, const land::Sealer& key,
                                           const std::string& date, const std::vector<std::string>& rules,
                                           land::Progress& progress) {
    const auto homes = store::communities_of_parties(town.db(), date);
    std::vector<land::OpenedRecord> records;
    std::vector<land::Finding> damaged;
    const std::int64_t total = town.count("sealed");
    auto rows = town.db().prepare(
        "SELECT s.party, p.code, n.sex, n.birth_year, s.body FROM sealed s JOIN party p ON p.id=s.party "
        "LEFT JOIN person n ON n.id=p.id ORDER BY s.id");
    while (rows.step()) {
        progress.at("sealed", static_cast<std::int64_t>(records.size()), total);
        land::OpenedRecord record;
        record.party = rows.integer(0);
        record.code = rows.text(1);
        record.sex = rows.text(2);
        record.birth_year = rows.integer(3);
        if (const auto home = homes.find(record.party); home != homes.end()) record.community = home->second;
        try {
            record.fields = key.open(rows.blob(4));
        } catch (const Error& error) {
            land::Finding found;
            found.rule = "check.sealed_id_number";
            found.table = "party";
            found.id = record.party;
            found.reason = error.message();
            damaged.push_back(std::move(found));
            continue;
        }
        records.push_back(std::move(record));
    }
    std::vector<land::ClearCount> counts;
    auto clear = town.db().prepare("SELECT id, coalesce(community,0), grp, n FROM group_count ORDER BY id");
    while (clear.step())
        counts.push_back({clear.integer(0), clear.integer(1), std::string(clear.text(2)), clear.integer(3)});
    std::map<std::int64_t, std::string> communities;
    auto names = town.db().prepare("SELECT id, coalesce(code, name) FROM community");
    while (names.step()) communities.emplace(names.integer(0), names.text(1));

    auto found = land::sealed_findings(records, counts, communities, rules);
    found.insert(found.end(), damaged.begin(), damaged.end());
    return found;
}

}  // namespace liangdi::tasks
