#include "store/ledger_rows.hpp"

#include <fmt/format.h>

#include <charconv>
#include <unordered_map>

#include "geo/error.hpp"
#include "store/ledger_queries.hpp"
#include "store/parcel_use.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

land::LedgerCell cell_of(const Statement& row, int column, const land::LedgerColumn& shape) {
    if (row.is_null(column)) return {};
    if (shape.is_number()) return row.integer(column);
    std::string text(row.text(column));
    if (text.empty()) return {};
    return text;
}

/// Household under which a party's land stands: itself, or the one household of all its members in force.
std::unordered_map<std::int64_t, std::int64_t> households_of_holders(const Database& db,
                                                                     const std::string& date) {
    auto rows = db.prepare(
        fmt::format("SELECT c.party, min(m.party), max(m.party) FROM party p JOIN party_member c ON "
                    "c.party=p.id AND {0} JOIN "
                    "party_member m ON m.member=c.member AND {1} JOIN household h ON h.id=m.party WHERE "
                    "p.kind='contract_household' GROUP BY c.party HAVING min(m.party)=max(m.party) UNION ALL "
                    "SELECT m.member, "
                    "min(m.party), max(m.party) FROM party_member m JOIN household h ON h.id=m.party WHERE "
                    "{1} GROUP BY m.member "
                    "HAVING min(m.party)=max(m.party)",
                    in_force("c"), in_force("m")));
    rows.bind(1, date);
    std::unordered_map<std::int64_t, std::int64_t> out;
    while (rows.step()) out.emplace(rows.integer(0), rows.integer(1));
    return out;
}

}  // namespace

std::vector<std::vector<land::LedgerCell>> ledger_rows(const Database& db, const land::LedgerForm& form,
                                                       const std::string& date) {
    const std::string& sql = ledger_query(form.kind);
    auto rows = db.prepare(sql);
    if (sql.find("?1") != std::string::npos) rows.bind(1, date);
    const auto& columns = form.columns;
    if (static_cast<std::size_t>(rows.column_count()) != columns.size())
        throw Error("bad_ledger", "the query and the columns of this ledger differ", form.kind);
    std::vector<std::vector<land::LedgerCell>> out;
    while (rows.step()) {
        std::vector<land::LedgerCell> cells;
        cells.reserve(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            cells.push_back(cell_of(rows, static_cast<int>(i), columns[i]));
        out.push_back(std::move(cells));
    }
    return out;
}

std::vector<std::vector<land::LedgerCell>> allowance_rows(const Database& db, const DataKey& key,
                                                          const std::string& date, std::int64_t& damaged) {
    auto rows = db.prepare(ledger_query("allowance"));
    rows.bind(1, date);
    std::vector<std::vector<land::LedgerCell>> out;
    while (rows.step()) {
        land::SealedFields fields;
        try {
            fields = key.open(rows.blob(0));
        } catch (const Error&) {
            ++damaged;
            continue;
        }
        const auto field = fields.find("benefit.urban_allowance");
        std::int64_t persons = 0;
        if (field != fields.end())
            std::from_chars(field->second.data(), field->second.data() + field->second.size(), persons);
        if (persons <= 0) continue;
        std::vector<land::LedgerCell> cells;
        for (int column = 1; column <= 6; ++column)
            cells.push_back(rows.is_null(column) ? land::LedgerCell{}
                                                 : land::LedgerCell{text_of(rows, column)});
        cells.emplace_back(persons);
        out.push_back(std::move(cells));
    }
    return out;
}

LandRegister land_register(const Database& db, const std::string& date) {
    LandRegister out;
    std::unordered_map<std::int64_t, std::size_t> fact_of;
    // Registered and revitalised as in the town's figures: in the unit of the kind; agreements of parts up to
    // what is registered.
    auto rows = db.prepare(fmt::format(
        "WITH registered AS (SELECT r.parcel, sum(r.value_hundredths) AS area FROM area_record r JOIN parcel "
        "p ON "
        "p.id=r.parcel WHERE r.kind='registered' AND r.unit=CASE p.kind WHEN 'homestead' THEN 'm2' ELSE 'mu' "
        "END GROUP "
        "BY r.parcel), agreed AS (SELECT a.parcel, sum(CASE WHEN a.area_hundredths IS NULL THEN 9e15 WHEN "
        "a.unit=CASE p.kind WHEN 'homestead' THEN 'm2' ELSE 'mu' END THEN a.area_hundredths ELSE 0 END) AS "
        "area FROM use_agreement a JOIN parcel p ON p.id=a.parcel WHERE {} "
        "GROUP BY a.parcel) SELECT p.id, p.kind, p.code, p.land_class, {}, v.code, v.town, v.village, v.grp, "
        "coalesce(r.area,0), CASE WHEN u.parcel IS NULL THEN 0 ELSE min(coalesce(r.area,0), u.area) END FROM "
        "parcel p "
        "LEFT JOIN village v ON v.id=p.village LEFT JOIN registered r ON r.parcel=p.id LEFT JOIN agreed u ON "
        "u.parcel=p.id ORDER BY v.code, p.kind, p.code, p.id",
        in_force("a"), status_of_parcel("p")));
    rows.bind(1, date);
    while (rows.step()) {
        fact_of.emplace(rows.integer(0), out.facts.size());
        out.facts.push_back({text_of(rows, 1),
                             text_of(rows, 2),
                             text_of(rows, 3),
                             text_of(rows, 4),
                             text_of(rows, 5),
                             text_of(rows, 6),
                             text_of(rows, 7),
                             text_of(rows, 8),
                             rows.integer(9),
                             rows.integer(10),
                             {}});
    }
    const auto household_of = households_of_holders(db, date);
    // Of each parcel the kind of right by which families hold it: contract of fields and woods, use of
    // homesteads; another kind only where there is none of these.
    auto rights =
        db.prepare(fmt::format("SELECT r.parcel, r.party, r.share_num, r.share_den, r.kind FROM parcel_right "
                               "r WHERE {} ORDER BY r.parcel, "
                               "CASE r.kind WHEN 'contract' THEN 0 WHEN 'use' THEN 1 WHEN 'qualification' "
                               "THEN 2 WHEN 'operation' THEN 3 ELSE "
                               "4 END, r.id",
                               in_force("r")));
    rights.bind(1, date);
    std::int64_t parcel = 0;
    std::string kind;
    while (rights.step()) {
        const auto fact = fact_of.find(rights.integer(0));
        if (fact == fact_of.end()) continue;
        if (rights.integer(0) != parcel) {
            parcel = rights.integer(0);
            kind = text_of(rights, 4);
        }
        if (rights.text(4) != kind) continue;
        const auto family = household_of.find(rights.integer(1));
        const std::int64_t party = family == household_of.end() ? rights.integer(1) : family->second;
        out.facts[fact->second].holders.push_back({party, {rights.integer(2), rights.integer(3)}});
        out.holders.try_emplace(party);
    }
    auto who = db.prepare(
        "SELECT p.code, p.name, p.kind, v.town, v.village, v.grp FROM party p LEFT JOIN household h ON "
        "h.id=p.id LEFT "
        "JOIN village v ON v.id=h.origin WHERE p.id=?1");
    for (auto& [party, holder] : out.holders) {
        who.reset();
        who.bind(1, party);
        if (who.step())
            holder = {text_of(who, 0), text_of(who, 1), text_of(who, 2),
                      text_of(who, 3), text_of(who, 4), text_of(who, 5)};
    }
    return out;
}

}  // namespace liangdi::store
