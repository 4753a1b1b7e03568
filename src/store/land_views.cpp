#include "store/land_views.hpp"

#include <fmt/format.h>

#include "geo/spatialite_blob.hpp"
#include "store/held_land.hpp"
#include "store/parcel_use.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

const std::string by_kind =
    "CASE p.kind WHEN 'farmland' THEN 0 WHEN 'woodland' THEN 1 ELSE 2 END, p.code, p.id";

std::vector<land::NamedRow> named_rows(Statement& rows) {
    std::vector<land::NamedRow> out;
    while (rows.step()) out.push_back({rows.integer(0), text_of(rows, 1), text_of(rows, 2)});
    return out;
}

land::Holder holder_of(const Statement& row, int first) {
    return {row.integer(first),      text_of(row, first + 1), text_of(row, first + 2),
            text_of(row, first + 3), text_of(row, first + 4), text_of(row, first + 5)};
}

/// Rights in force on a parcel, the contract or the use before the ownership of the collective.
Statement holders_statement(const Database& db) {
    return db.prepare(fmt::format(
        "SELECT h.id, h.code, h.name, h.kind, r.kind, r.certificate FROM parcel_right r JOIN party h ON "
        "h.id=r.party WHERE r.parcel=?2 AND {} ORDER BY CASE r.kind WHEN 'contract' THEN 0 WHEN 'use' THEN 1 "
        "WHEN 'qualification' THEN 2 WHEN 'operation' THEN 3 ELSE 4 END, r.id",
        in_force("r")));
}

std::vector<land::Holder> read_holders(Statement& holders, const std::string& date, std::int64_t parcel) {
    std::vector<land::Holder> out;
    holders.bind_all(date, parcel);
    while (holders.step()) out.push_back(holder_of(holders, 0));
    holders.reset();
    return out;
}

/// The parcels that fulfil a condition about ?2.
std::vector<land::ParcelLine> parcel_lines(const Database& db, const std::string& where, std::int64_t about,
                                           const std::string& date) {
    const auto sum = [](std::string_view unit) {
        return fmt::format(
            "(SELECT coalesce(sum(r.value_hundredths),0) FROM area_record r WHERE "
            "r.parcel=p.id AND r.kind='registered' AND r.unit='{}')",
            unit);
    };
    // The newest measurement counts; of one day the later row.
    const std::string measured =
        "(SELECT r.id FROM area_record r WHERE r.parcel=p.id AND r.kind='measured' AND r.unit='m2' ORDER BY "
        "r.recorded_on DESC, r.id DESC LIMIT 1)";
    auto rows = db.prepare(fmt::format(
        "SELECT p.id, p.kind, p.code, p.name, p.land_class, {status}, {mu}, {m2}, (SELECT hundredths FROM "
        "({revitalised})), m.value_hundredths, m.method, "
        "p.bound_east, p.bound_south, p.bound_west, p.bound_north, p.village, p.geometry IS NOT NULL "
        "FROM parcel p LEFT JOIN area_record m ON m.id={measured} WHERE {where} ORDER BY {order}",
        fmt::arg("status", status_of_parcel("p")), fmt::arg("mu", sum("mu")), fmt::arg("m2", sum("m2")),
        fmt::arg("revitalised", revitalised_areas("a.parcel=p.id")), fmt::arg("measured", measured),
        fmt::arg("where", where), fmt::arg("order", by_kind)));
    rows.bind_all(date, about);
    auto holders = holders_statement(db);
    std::vector<land::ParcelLine> out;
    while (rows.step()) {
        land::ParcelLine line;
        line.id = rows.integer(0);
        line.kind = rows.text(1);
        line.code = rows.text(2);
        line.name = rows.text(3);
        line.land_class = rows.text(4);
        line.status = rows.text(5);
        line.registered_mu = rows.integer(6);
        line.registered_m2 = rows.integer(7);
        line.revitalised = rows.integer(8);
        if (!rows.is_null(9)) line.measured_m2 = rows.integer(9);
        line.measured_method = rows.text(10);
        line.east = rows.text(11);
        line.south = rows.text(12);
        line.west = rows.text(13);
        line.north = rows.text(14);
        line.village = rows.integer(15);
        line.has_shape = rows.integer(16) != 0;
        line.holders = read_holders(holders, date, line.id);
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace

std::vector<land::NamedRow> named_villages(const Database& db, const std::string& asked) {
    auto rows = db.prepare(
        "SELECT id, code, name FROM (SELECT id, code, coalesce(town,'')||coalesce(village,'')||"
        "coalesce(grp,'') AS name FROM village) WHERE ?1='' OR code=?1 OR instr(name,?1)>0 ORDER BY code, "
        "id");
    rows.bind(1, asked);
    return named_rows(rows);
}

std::vector<land::NamedRow> contract_holders(const Database& db, const std::string& date,
                                             std::optional<std::int64_t> village) {
    auto rows = db.prepare(fmt::format(
        "SELECT DISTINCT h.id, h.code, h.name FROM parcel p JOIN parcel_right r ON r.parcel=p.id JOIN party "
        "h "
        "ON h.id=r.party WHERE p.kind='farmland' AND r.kind='contract' AND {}{} ORDER BY h.code, h.id",
        in_force("r"), village ? " AND p.village=?2" : ""));
    rows.bind(1, date);
    if (village) rows.bind(2, *village);
    return named_rows(rows);
}

std::vector<land::NamedRow> named_parcels(const Database& db, std::optional<std::int64_t> village) {
    auto rows = db.prepare(fmt::format("SELECT p.id, p.code, p.code FROM parcel p{} ORDER BY {}",
                                       village ? " WHERE p.village=?1" : "", by_kind));
    if (village) rows.bind(1, *village);
    return named_rows(rows);
}

std::vector<land::NamedRow> named_cooperatives(const Database& db) {
    auto rows = db.prepare(
        "SELECT c.id, p.code, p.name FROM cooperative c JOIN party p ON p.id=c.id ORDER BY p.code, c.id");
    return named_rows(rows);
}

std::optional<land::VillageView> village_view(const Database& db, std::int64_t village,
                                              const std::string& date) {
    auto head = db.prepare("SELECT code, town, village, grp FROM village WHERE id=?");
    head.bind(1, village);
    if (!head.step()) return {};
    return land::VillageView{village,          text_of(head, 0),
                             text_of(head, 1), text_of(head, 2),
                             text_of(head, 3), parcel_lines(db, "p.village=?2", village, date)};
}

std::optional<land::HolderView> holder_view(const Database& db, std::int64_t party, const std::string& date) {
    auto head = db.prepare("SELECT id, code, name, kind, '', '' FROM party WHERE id=?");
    head.bind(1, party);
    if (!head.step()) return {};
    land::HolderView view{holder_of(head, 0), {}};
    view.parcels =
        parcel_lines(db,
                     fmt::format("p.kind='farmland' AND p.id IN (SELECT r.parcel FROM parcel_right "
                                 "r WHERE r.party=?2 AND r.kind='contract' AND {})",
                                 in_force("r")),
                     party, date);
    return view;
}

std::optional<land::ParcelView> parcel_view(const Database& db, std::int64_t parcel,
                                            const std::string& date) {
    auto lines = parcel_lines(db, "p.id=?2", parcel, date);
    if (lines.empty()) return {};
    land::ParcelView view;
    view.line = std::move(lines.front());
    auto shape = db.prepare(
        "SELECT p.geometry, coalesce(v.town,'')||coalesce(v.village,'')||coalesce(v.grp,'') FROM parcel p "
        "LEFT "
        "JOIN village v ON v.id=p.village WHERE p.id=?");
    shape.bind(1, parcel);
    if (shape.step()) {
        if (const auto geometry = geo::from_spatialite_blob(shape.blob(0)))
            if (const auto* polygons = std::get_if<geo::MultiPolygon>(&*geometry)) view.shape = *polygons;
        view.village = text_of(shape, 1);
    }
    auto points = db.prepare(
        "SELECT code, ring, geometry FROM boundary_point WHERE parcel=? ORDER BY ring, position, id");
    points.bind(1, parcel);
    while (points.step()) {
        const auto geometry = geo::from_spatialite_blob(points.blob(2));
        const auto* at = geometry ? std::get_if<geo::Point>(&*geometry) : nullptr;
        if (at) view.points.push_back({text_of(points, 0), points.integer(1), *at});
    }
    return view;
}

std::optional<land::CooperativeView> cooperative_view(const Database& db, std::int64_t cooperative,
                                                      const std::string& date) {
    auto head = db.prepare(
        "SELECT p.code, p.name, c.registration, c.founded_on FROM cooperative c JOIN party p ON p.id=c.id "
        "WHERE "
        "c.id=?");
    head.bind(1, cooperative);
    if (!head.step()) return {};
    land::CooperativeView view{
        cooperative, text_of(head, 0), text_of(head, 1), text_of(head, 2), text_of(head, 3), {}, {}, {}};
    auto members = db.prepare(fmt::format(
        "SELECT p.id, p.code, p.name, p.kind, '', '', m.role, m.share_hundredths FROM membership m JOIN "
        "party p "
        "ON p.id=m.party WHERE m.cooperative=?2 AND {} ORDER BY CASE m.role WHEN 'farms' THEN 0 WHEN 'land' "
        "THEN 1 WHEN 'labour' THEN 2 ELSE 3 END, p.code, m.id",
        in_force("m")));
    members.bind_all(date, cooperative);
    while (members.step())
        view.members.push_back({holder_of(members, 0), text_of(members, 6), members.integer(7)});
    const std::string own = fmt::format("a.cooperative=?2 AND {}", in_force("a"));
    view.parcels = parcel_lines(
        db, fmt::format("p.id IN (SELECT a.parcel FROM use_agreement a WHERE {})", own), cooperative, date);
    auto rents =
        db.prepare(fmt::format("SELECT coalesce(sum(a.rent_hundredths),0), min(a.kind) FROM use_agreement a "
                               "WHERE a.parcel=?3 AND {}",
                               own));
    HeldLandReader reader(db, date);
    for (auto& line : view.parcels) {
        reader.add_parcel(line.id);
        rents.bind_all(date, cooperative, line.id);
        if (rents.step()) {
            line.rent = rents.integer(0);
            line.agreement_kind = rents.text(1);
        }
        rents.reset();
    }
    view.deals = land::deals_of(reader.land);
    return view;
}

std::vector<std::vector<land::Holder>> holders_of(const Database& db,
                                                  const std::vector<std::int64_t>& parcels,
                                                  const std::string& date) {
    auto holders = holders_statement(db);
    std::vector<std::vector<land::Holder>> out;
    for (const auto parcel : parcels) out.push_back(read_holders(holders, date, parcel));
    return out;
}

}  // namespace liangdi::store
