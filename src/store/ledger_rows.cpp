#include "store/ledger_rows.hpp"

#include <fmt/format.h>

#include <charconv>
#include <unordered_map>

#include "geo/error.hpp"
#include "store/held_land.hpp"
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
    HeldLandReader reader(db, date);
    for (const auto& [parcel, fact] : fact_of) reader.add_parcel(parcel);
    auto deals = land::deals_of(reader.land);
    for (const auto& [parcel, fact] : fact_of) out.facts[fact].deal = std::move(deals.at(parcel));
    for (const auto& part : reader.land.parties)
        for (const auto party : {part.party, part.household})
            if (party != 0) out.holders.try_emplace(party);
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
