#include "store/match_register.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "store/validity.hpp"

namespace liangdi::store {

land::HouseholdMatcher match_register(const Database& db, const std::string& date) {
    std::vector<land::MatchHousehold> households;
    std::unordered_map<std::int64_t, std::size_t> at;
    auto rows = db.prepare(
        "SELECT h.id, p.code, p.name, coalesce(v.town,'')||coalesce(v.village,'')||coalesce(v.grp,''), "
        "h.origin FROM "
        "household h JOIN party p ON p.id=h.id LEFT JOIN village v ON v.id=h.origin WHERE h.registered_to IS "
        "NULL OR "
        "h.registered_to>=?1 ORDER BY h.id");
    rows.bind(1, date);
    while (rows.step()) {
        at.emplace(rows.integer(0), households.size());
        households.push_back({rows.integer(0),
                              std::string(rows.text(1)),
                              std::string(rows.text(2)),
                              std::string(rows.text(3)),
                              rows.integer(4),
                              {},
                              {},
                              {}});
    }
    const auto of = [&](std::int64_t id) -> land::MatchHousehold* {
        const auto found = at.find(id);
        return found == at.end() ? nullptr : &households[found->second];
    };
    auto members =
        db.prepare(fmt::format("SELECT m.party, p.name FROM household h JOIN party_member m ON m.party=h.id "
                               "JOIN party p ON p.id=m.member WHERE "
                               "{}",
                               in_force("m")));
    members.bind(1, date);
    while (members.step())
        if (auto* h = of(members.integer(0))) h->members.emplace_back(members.text(1));

    std::unordered_map<std::int64_t, std::int64_t> main_of;
    auto homes = db.prepare(fmt::format(
        "SELECT o.household, o.flat, o.kind FROM occupancy o WHERE {} ORDER BY o.id DESC", in_force("o")));
    homes.bind(1, date);
    while (homes.step()) {
        if (auto* h = of(homes.integer(0))) h->flats.push_back(homes.integer(1));
        if (homes.text(2) == "main") main_of[homes.integer(1)] = homes.integer(0);
    }
    auto rights = db.prepare(
        fmt::format("SELECT r.party, r.parcel FROM household h JOIN parcel_right r ON r.party=h.id WHERE {}",
                    in_force("r")));
    rights.bind(1, date);
    while (rights.step())
        if (auto* h = of(rights.integer(0))) h->parcels.push_back(rights.integer(1));

    std::vector<land::MatchFlat> flats;
    auto flat = db.prepare("SELECT id, code, unit_number FROM flat ORDER BY id");
    while (flat.step()) {
        const auto main = main_of.find(flat.integer(0));
        flats.push_back({flat.integer(0), std::string(flat.text(1)), std::string(flat.text(2)),
                         main == main_of.end() ? 0 : main->second});
    }
    std::vector<land::MatchParcel> parcels;
    auto parcel = db.prepare("SELECT id, code, kind, village FROM parcel ORDER BY id");
    while (parcel.step())
        parcels.push_back(
            {parcel.integer(0), std::string(parcel.text(1)), std::string(parcel.text(2)), parcel.integer(3)});
    return {std::move(households), std::move(flats), std::move(parcels)};
}

}  // namespace liangdi::store
