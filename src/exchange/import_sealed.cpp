#include "exchange/import_sealed.hpp"

#include <set>
#include <sstream>

#include "exchange/import_cells.hpp"

namespace liangdi::exchange {

land::SealedFields merged(const land::SealedFields& old, const land::SealedFields& added) {
    land::SealedFields out = old;
    for (const auto& [key, value] : added) {
        if (key != "markings" || !old.contains(key)) {
            out[key] = value;
            continue;
        }
        std::set<std::string> marks;
        for (const std::string& list : {old.at(key), value}) {
            std::istringstream words(list);
            for (std::string word; std::getline(words, word, ',');)
                if (!word.empty()) marks.insert(word);
        }
        std::string& joined = out[key];
        joined.clear();
        for (const std::string& mark : marks) joined += (joined.empty() ? "" : ",") + mark;
    }
    return out;
}

SealedRecord sealed_record_of(land::Register& town, const land::Sealer& sealer, const land::Value& party) {
    const auto* id = std::get_if<std::int64_t>(&party);
    if (id == nullptr) return {};
    const auto held = town.children("sealed", "party", *id);
    if (held.empty()) return {};
    const auto cells = town.row("sealed", held.front(), {"body", "blind"});
    if (!cells) return {};
    SealedRecord record{held.front(), cells->at(0), cells->at(1), {}};
    if (const auto* body = std::get_if<land::Bytes>(&record.body)) record.fields = sealer.open(*body);
    return record;
}

SealedOutcome seal_into(std::vector<land::Change>& changes, ImportReport& report, const land::Sealer& sealer,
                        const land::Value& party, const SealedRecord& record,
                        const land::SealedFields& after) {
    if (after == record.fields) return SealedOutcome::unchanged;
    const land::SealedBody sealed = sealer.seal(after);
    const land::Value blind = sealed.blind.empty() ? land::Value{} : land::Value{sealed.blind};
    report.sealed_changes.push_back({party, record.fields, after});
    if (land::is_null(record.id)) {
        land::Insert insert{"sealed", {}, {{"party", party}, {"body", sealed.body}}};
        if (!land::is_null(blind)) insert.cells.push_back({"blind", blind});
        changes.push_back(std::move(insert));
        return SealedOutcome::added;
    }
    land::Update update{"sealed", record.id, {{"body", record.body, sealed.body}}};
    if (!(record.blind == blind)) update.cells.push_back({"blind", record.blind, blind});
    changes.push_back(std::move(update));
    return SealedOutcome::changed;
}

void SealedRows::add(std::int64_t party, const std::string& code, const land::SealedFields& fields) {
    const auto found = pending_.find(party);
    if (found != pending_.end())
        for (const auto& [key, value] : fields)
            if (const auto earlier = found->second.fields.find(key);
                key != "markings" && earlier != found->second.fields.end() && earlier->second != value)
                throw Refusal{"import.sealed_contradiction",
                              key,
                              {},
                              "an earlier row of this source says otherwise about " + code,
                              "leave one of the two rows in the source"};
    if (found == pending_.end()) order_.push_back(party);
    Pending& pending = pending_[party];
    pending.fields = merged(pending.fields, fields);
    if (!code.empty()) pending.fields["of"] = code;
    ++pending.rows;
}

void SealedRows::flush(std::vector<land::Change>& changes, ImportReport& report, land::Register& town,
                       const land::Sealer& sealer) {
    for (const std::int64_t party : order_) {
        const Pending& pending = pending_.at(party);
        const SealedRecord record = sealed_record_of(town, sealer, party);
        switch (seal_into(changes, report, sealer, party, record, merged(record.fields, pending.fields))) {
            case SealedOutcome::unchanged:
                report.unchanged += pending.rows;
                break;
            case SealedOutcome::added:
                report.added += pending.rows;
                break;
            case SealedOutcome::changed:
                report.changed += pending.rows;
                break;
        }
    }
    order_.clear();
    pending_.clear();
}

}  // namespace liangdi::exchange
