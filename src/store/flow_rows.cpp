#include "store/flow_rows.hpp"

#include <fmt/format.h>

#include <unordered_set>

#include "store/held_land.hpp"
#include "store/home_flat.hpp"
#include "store/validity.hpp"

namespace liangdi::store {

namespace {

const std::string counted = relocated_in_force("h");

/// Reads row by row with statements that are prepared once.
class FlowReader {
  public:
    FlowReader(const Database& db, std::string date)
        : db_(db),
          date_(std::move(date)),
          household_(db.prepare("SELECT h.origin FROM household h WHERE h.id=?2 AND " + counted)),
          home_(db.prepare("SELECT building FROM (" + homes("h.id=?2") + ")")),
          held_(db, date_) {}

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
        if (is_counted) rows_.households.push_back({id, household_.integer(0), 0, land_only});
        household_.reset();
        if (is_counted) rows_.households.back().building = building_of(id);
    }

    void add_land_of(std::int64_t household) { held_.add_land_of(household); }
    void add_parcel(std::int64_t id) { held_.add_parcel(id); }
    const std::vector<land::PartyPart>& parties() const { return held_.land.parties; }

    land::FlowRows taken() {
        rows_.land = std::move(held_.land);
        return std::move(rows_);
    }

  private:
    const Database& db_;
    const std::string date_;
    Statement household_, home_;
    HeldLandReader held_;
    std::unordered_set<std::int64_t> households_;
    land::FlowRows rows_;
};

void add_living_in(FlowReader& reader, const std::vector<std::int64_t>& buildings) {
    static const std::string there = "SELECT household FROM (" + homes_in_building() + ") ORDER BY household";
    for (const auto building : buildings) {
        for (const auto household : reader.ids(there, building)) {
            reader.add_household(household);
            reader.add_land_of(household);
        }
    }
}

/// The families that hold something of what was read, besides those that are there already.
void add_holders(FlowReader& reader, bool land_only) {
    const std::vector<land::PartyPart> parties = reader.parties();
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
    return reader.taken();
}

HouseholdPlace household_place(const Database& db, const std::string& date, std::int64_t household) {
    HouseholdPlace place;
    auto home = db.prepare("SELECT origin, building, grid, community FROM (" + homes("h.id=?2") + ")");
    home.bind_all(date, household);
    if (home.step()) {
        place.origin = home.integer(0);
        place.building = home.integer(1);
        place.grid = home.integer(2);
        place.community = home.integer(3);
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
