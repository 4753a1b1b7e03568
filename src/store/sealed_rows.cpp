#include "store/sealed_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "geo/error.hpp"
#include "land/id_number.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {
std::string comparable(std::string_view number) {
    return land::id_number_of_18(number).value_or(land::normalized_id_number(number));
}
geo::Bytes bytes_of(geo::ByteView view) {
    return {view.begin(), view.end()};
}
}  // namespace

std::vector<std::int64_t> find_by_id_number(const Database& db, const DataKey& key, std::string_view number) {
    const std::string wanted = comparable(number);
    std::vector<std::int64_t> found;
    if (wanted.empty()) return found;
    auto rows = db.prepare("SELECT party, body FROM sealed WHERE blind=?");
    for (const geo::Bytes& blind : key.blinds_of(wanted)) {
        rows.bind(1, geo::ByteView(blind));
        while (rows.step()) {
            try {  // a forged or stale index must not name the wrong person
                const auto fields = key.open(rows.blob(1));
                const auto held = fields.find("id_number");
                if (held != fields.end() && comparable(held->second) == wanted)
                    found.push_back(rows.integer(0));
            } catch (const Error&) {  // a damaged record is `check`'s to report
            }
        }
        rows.reset();
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<SealedRow> sealed_rows_of(const Database& db, std::int64_t party, const std::string& date) {
    auto rows = db.prepare(fmt::format(
        "SELECT p.id, p.kind, p.code, p.name, '' AS relation, n.birth_year, s.body, 0 AS part FROM party p "
        "LEFT JOIN person n ON n.id=p.id LEFT JOIN sealed s ON s.party=p.id WHERE p.id=?2 "
        "UNION ALL SELECT p.id, p.kind, p.code, p.name, m.relation, n.birth_year, s.body, 1 FROM "
        "party_member m JOIN party p ON p.id=m.member LEFT JOIN person n ON n.id=p.id LEFT JOIN sealed s ON "
        "s.party=p.id WHERE m.party=?2 AND {} AND (n.died_on IS NULL OR n.died_on>?1) ORDER BY part, "
        "relation, 3",
        in_force("m")));
    rows.bind_all(date, party);
    std::vector<SealedRow> out;
    while (rows.step())
        out.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)),
                       std::string(rows.text(3)), std::string(rows.text(4)), rows.integer(5),
                       bytes_of(rows.blob(6))});
    return out;
}

land::ChangeSource resealing(const Database& town, const DataKey& key, std::int64_t& damaged) {
    auto rows = std::make_shared<Statement>(town.prepare("SELECT id, body, blind FROM sealed ORDER BY id"));
    return [rows, key, &damaged]() -> std::optional<land::Change> {
        while (rows->step()) {
            const geo::Bytes body = bytes_of(rows->blob(1));
            if (key.sealed_with_newest(body)) continue;
            land::SealedFields fields;
            try {
                fields = key.open(body);
            } catch (const Error&) {
                ++damaged;
                continue;
            }
            const land::SealedBody sealed = key.seal(fields);
            land::Update update{"sealed", rows->integer(0), {{"body", body, sealed.body}}};
            const land::Value blind = sealed.blind.empty() ? land::Value{} : land::Value{sealed.blind};
            update.cells.push_back({"blind", rows->value(2), blind});
            return update;
        }
        return {};
    };
}

}  // namespace liangdi::store
