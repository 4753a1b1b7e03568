#include "store/flow_rows.hpp"

#include <fmt/format.h>

#include <set>
#include <unordered_set>

#include "store/residence.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

const std::string counted = relocated_in_force("h");

const std::string main_flat = fmt::format(
    "SELECT f.building, b.grid, g.community FROM occupancy o JOIN flat f ON f.id=o.flat JOIN building b ON "
    "b.id=f.building LEFT JOIN grid g ON g.id=b.grid WHERE o.household=?2 AND o.kind='main' AND {} "
    "ORDER BY o.id LIMIT 1",
    in_force("o"));

/// Reads row by row with statements that are prepared once.
class FlowReader {
  public:
    FlowReader(const Database& db, std::string date)
        : db_(db),
          date_(std::move(date)),
          household_(db.prepare("SELECT h.origin FROM household h WHERE h.id=?2 AND " + counted)),
          home_(db.prepare(main_flat)),
          rights_of_(db.prepare(fmt::format(
              "SELECT r.parcel FROM parcel_right r WHERE {} AND r.party IN (SELECT ?2 UNION SELECT m.member "
              "FROM party_member m WHERE m.party=?2 AND {} UNION SELECT c.party FROM party_member m JOIN "
              "party_member c ON c.member=m.member JOIN party p ON p.id=c.party WHERE m.party=?2 AND "
              "p.kind='contract_household' AND {} AND {})",
              in_force("r"), in_force("m"), in_force("m"), in_force("c")))),
          parcel_(db.prepare(fmt::format(
              "SELECT p.village, p.kind, p.use_status, count(u.id), "
              "coalesce(sum(u.cooperative IS NOT NULL),0), coalesce(sum(u.kind='reclaim'),0), "
              "coalesce(sum(CASE WHEN u.area_hundredths IS NULL AND u.id IS NOT NULL THEN 1 ELSE 0 END),0), "
              "coalesce(sum(CASE WHEN u.unit='m2' THEN u.area_hundredths END),0), "
              "coalesce(sum(CASE WHEN u.unit='mu' THEN u.area_hundredths END),0) "
              "FROM parcel p LEFT JOIN use_agreement u ON u.parcel=p.id AND {} WHERE p.id=?2 GROUP BY p.id",
              in_force("u")))),
          area_(db.prepare("SELECT unit, sum(value_hundredths) FROM area_record WHERE parcel=? AND "
                           "kind='registered' GROUP BY unit")),
          rights_on_(
              db.prepare(fmt::format("SELECT r.party, r.kind, r.share_num, r.share_den FROM parcel_right r "
                                     "WHERE r.parcel=?2 AND {} ORDER BY r.id",
                                     in_force("r")))),
          party_(db.prepare("SELECT kind FROM party WHERE id=?")),
          members_(db.prepare(fmt::format(
              "SELECT m.share_num, m.share_den, (SELECT min(i.party) FROM party_member i JOIN household h ON "
              "h.id=i.party WHERE i.member=m.member AND {}) FROM party_member m WHERE m.party=?2 AND {} "
              "ORDER BY m.id",
              in_force("i"), in_force("m")))),
          households_of_person_(db.prepare(fmt::format("SELECT min(i.party) FROM party_member i JOIN "
                                                       "household h ON h.id=i.party WHERE i.member=?2 AND "
                                                       "{}",
                                                       in_force("i")))) {}

    std::vector<std::int64_t> ids(const std::string& sql, std::int64_t id) const {
        auto found = db_.prepare(sql);
        found.bind(1, date_);
        if (sql.find("?2") != std::string::npos) found.bind(2, id);
        std::vector<std::int64_t> out;
        while (found.step()) out.push_back(found.integer(0));
        return out;
    }

    std::int64_t building_of(std::int64_t household) {
        home_.bind_all(date_, household);
        const std::int64_t building = home_.step() ? home_.integer(0) : 0;
        home_.reset();
        return building;
    }

    void add_household(std::int64_t id, bool land_only = false) {
        if (!households_.insert(id).second) return;
        household_.bind_all(date_, id);
        const bool is_counted = household_.step();
        if (is_counted) rows.households.push_back({id, household_.integer(0), 0, land_only});
        household_.reset();
        if (is_counted) rows.households.back().building = building_of(id);
    }

    void add_land_of(std::int64_t household) {
        rights_of_.bind_all(date_, household);
        std::vector<std::int64_t> found;
        while (rights_of_.step()) found.push_back(rights_of_.integer(0));
        rights_of_.reset();
        for (const auto parcel : found) add_parcel(parcel);
    }

    void add_parcel(std::int64_t id) {
        if (!parcels_.insert(id).second) return;
        parcel_.bind_all(date_, id);
        if (!parcel_.step()) {
            parcel_.reset();
            return;
        }
        land::FlowParcel parcel{id, parcel_.integer(0), std::string(parcel_.text(1)), {}, {}, 0};
        const std::int64_t agreements = parcel_.integer(3), reclaimed = parcel_.integer(5);
        parcel.status = land::status_of_land(parcel_.text(2), parcel_.integer(4) > 0, agreements > 0,
                                             reclaimed == agreements);
        const bool whole = parcel_.integer(6) > 0;
        const std::int64_t covered_m2 = parcel_.integer(7), covered_mu = parcel_.integer(8);
        parcel_.reset();
        read_area(parcel);
        const std::int64_t covered = parcel.registered.unit == land::AreaUnit::m2 ? covered_m2 : covered_mu;
        parcel.covered_hundredths =
            whole ? parcel.registered.hundredths : std::min(covered, parcel.registered.hundredths);
        rows.parcels.push_back(std::move(parcel));
        add_rights_on(id);
    }

    land::FlowRows rows;

  private:
    /// The issued values of the kind's own unit, as the figures of the town count them; else of the other.
    void read_area(land::FlowParcel& parcel) {
        const auto usual = parcel.kind == "homestead" ? land::AreaUnit::m2 : land::AreaUnit::mu;
        area_.bind(1, parcel.id);
        bool found = false;
        while (area_.step()) {
            const auto unit = land::area_unit(area_.text(0)).value_or(usual);
            if (found && unit != usual) continue;
            parcel.registered = {area_.integer(1), unit};
            found = true;
        }
        area_.reset();
        if (!found) parcel.registered.unit = usual;
    }

    void add_rights_on(std::int64_t parcel) {
        rights_on_.bind_all(date_, parcel);
        std::vector<std::int64_t> parties;
        while (rights_on_.step()) {
            rows.rights.push_back({parcel,
                                   rights_on_.integer(0),
                                   std::string(rights_on_.text(1)),
                                   {rights_on_.integer(2), rights_on_.integer(3)}});
            parties.push_back(rights_on_.integer(0));
        }
        rights_on_.reset();
        for (const auto party : parties) add_party(party);
    }

    void add_party(std::int64_t id) {
        if (!parties_.insert(id).second) return;
        party_.bind(1, id);
        const std::string kind = party_.step() ? std::string(party_.text(0)) : std::string();
        party_.reset();
        if (kind == "household") {
            rows.parties.push_back({id, id, {1, 1}});
        } else if (kind == "person") {
            households_of_person_.bind_all(date_, id);
            rows.parties.push_back(
                {id, households_of_person_.step() ? households_of_person_.integer(0) : 0, {1, 1}});
            households_of_person_.reset();
        } else if (kind == "contract_household") {
            add_members(id);
        } else {
            rows.parties.push_back({id, 0, {1, 1}});
        }
    }

    /// The members' own shares where all are registered; else each has as much as the others.
    void add_members(std::int64_t party) {
        members_.bind_all(date_, party);
        std::vector<land::PartyPart> parts;
        bool shares = true;
        while (members_.step()) {
            shares = shares && !members_.is_null(0) && !members_.is_null(1);
            parts.push_back({party, members_.integer(2), {members_.integer(0), members_.integer(1)}});
        }
        members_.reset();
        if (parts.empty()) parts.push_back({party, 0, {1, 1}});
        if (!shares || parts.size() == 1) {
            for (auto& part : parts) part.part = {1, static_cast<std::int64_t>(parts.size())};
        }
        rows.parties.insert(rows.parties.end(), parts.begin(), parts.end());
    }

    const Database& db_;
    const std::string date_;
    Statement household_, home_, rights_of_, parcel_, area_, rights_on_, party_, members_,
        households_of_person_;
    std::unordered_set<std::int64_t> households_, parcels_, parties_;
};

std::string living_in(std::string_view where) {
    return fmt::format(
        "SELECT DISTINCT o.household FROM building b JOIN flat f ON f.building=b.id JOIN occupancy o ON "
        "o.flat=f.id WHERE {} AND o.kind='main' AND {} ORDER BY o.household",
        where, in_force("o"));
}

/// Only where the first main flat lies there: real registers give a family two.
void add_living_in(FlowReader& reader, const std::vector<std::int64_t>& buildings) {
    for (const auto building : buildings) {
        for (const auto household : reader.ids(living_in("b.id=?2"), building)) {
            if (reader.building_of(household) != building) continue;
            reader.add_household(household);
            reader.add_land_of(household);
        }
    }
}

/// The families that hold something of what was read, besides those that are there already.
void add_holders(FlowReader& reader, bool land_only) {
    const std::vector<land::PartyPart> parties = reader.rows.parties;
    for (const auto& part : parties)
        if (part.household != 0) reader.add_household(part.household, land_only);
}

}  // namespace

land::FlowRows flow_rows(const Database& db, const std::string& date, land::PlaceKind kind, std::int64_t id) {
    FlowReader reader(db, date);
    const std::string agreed = fmt::format(
        "SELECT DISTINCT u.parcel FROM use_agreement u WHERE u.cooperative=?2 AND {}", in_force("u"));
    const std::string members =
        fmt::format("SELECT DISTINCT m.party FROM membership m WHERE m.cooperative=?2 AND {}", in_force("m"));
    switch (kind) {
        case land::PlaceKind::town:
            for (const auto household : reader.ids("SELECT h.id FROM household h WHERE " + counted, 0))
                reader.add_household(household);
            for (const auto parcel : reader.ids("SELECT id FROM parcel WHERE ?1=?1", 0))
                reader.add_parcel(parcel);
            break;
        case land::PlaceKind::community:
            add_living_in(reader, reader.ids("SELECT b.id FROM building b JOIN grid g ON g.id=b.grid WHERE "
                                             "g.community=?2 AND ?1=?1 ORDER BY b.id",
                                             id));
            break;
        case land::PlaceKind::grid:
            add_living_in(
                reader,
                reader.ids("SELECT b.id FROM building b WHERE b.grid=?2 AND ?1=?1 ORDER BY b.id", id));
            break;
        case land::PlaceKind::building:
            add_living_in(reader, {id});
            break;
        case land::PlaceKind::household:
            reader.add_household(id);
            reader.add_land_of(id);
            break;
        case land::PlaceKind::group:
            for (const auto parcel : reader.ids("SELECT id FROM parcel WHERE village=?2 AND ?1=?1", id))
                reader.add_parcel(parcel);
            for (const auto household :
                 reader.ids("SELECT h.id FROM household h WHERE h.origin=?2 AND " + counted, id))
                reader.add_household(household);
            add_holders(reader, true);
            break;
        case land::PlaceKind::cooperative:
            for (const auto parcel : reader.ids(agreed, id)) reader.add_parcel(parcel);
            for (const auto party : reader.ids(members, id)) reader.add_household(party);
            add_holders(reader, false);
            break;
        case land::PlaceKind::parcel:
            reader.add_parcel(id);
            add_holders(reader, false);
            break;
    }
    return std::move(reader.rows);
}

HouseholdPlace household_place(const Database& db, const std::string& date, std::int64_t household) {
    HouseholdPlace place;
    auto row = db.prepare("SELECT origin FROM household WHERE id=?");
    row.bind(1, household);
    if (row.step()) place.origin = row.integer(0);
    auto home = db.prepare(main_flat);
    home.bind_all(date, household);
    if (home.step()) {
        place.building = home.integer(0);
        place.grid = home.integer(1);
        place.community = home.integer(2);
    }
    return place;
}

std::int64_t cooperative_of_parcel(const Database& db, const std::string& date, std::int64_t parcel) {
    auto row = db.prepare(fmt::format(
        "SELECT u.cooperative FROM use_agreement u WHERE u.parcel=?2 AND u.cooperative IS NOT NULL "
        "AND {} ORDER BY u.id LIMIT 1",
        in_force("u")));
    row.bind_all(date, parcel);
    return row.step() ? row.integer(0) : 0;
}

}  // namespace liangdi::store
