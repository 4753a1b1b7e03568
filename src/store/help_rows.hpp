#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "geo/spatialite_blob.hpp"
#include "land/ground_floor.hpp"
#include "land/pairing.hpp"
#include "land/statistics.hpp"
#include "store/database.hpp"

/// Families with what help needs to know of them, read from a snapshot on a date.
namespace liangdi::store {

/// Relocated households in force: place of the main flat, living members, labour. Groups stay empty.
std::vector<land::FamilyFacts> family_facts(const Database& db, const std::string& date);

struct SealedMember {
    std::int64_t household = 0, person = 0, birth_year = 0;
    geo::Bytes body;  ///< empty: no record
};
/// Living members of relocated households in force, household by household; `building` 0: of all, else of
/// those whose flats lie there.
void each_sealed_member(const Database& db, const std::string& date, std::int64_t building,
                        const std::function<void(const SealedMember&)>& visit);

/// Household -> its lowest floor in force, with the place of that flat. Without positions.
std::vector<land::FamilyHome> family_homes(const Database& db, const std::string& date);
/// Flats of residential buildings that nobody lives in. Without positions.
std::vector<land::FreeFlat> free_flats(const Database& db, const std::string& date);

/// Officers who help in 1+X, or whose party group does; community: that of the duty or the party group.
std::vector<land::Helper> helpers(const Database& db, const std::string& date);
std::vector<land::Pairing> pairings(const Database& db, const std::string& date);

struct BoardFlat {
    std::int64_t flat = 0, floor = 0, household = 0, persons = 0;
    std::string number, entrance, code, household_name, kind;  ///< kind: main or additional
    bool counted = false;  ///< the household is counted in this building: it is relocated and this its home
};
struct BoardFacts {
    std::string name, address, grid, community;
    std::int64_t floors = 0;
    std::vector<BoardFlat> flats;                               ///< by entrance and number
    std::vector<std::pair<std::string, std::string>> officers;  ///< role, name: head, grid worker, cadres
    std::int64_t households = 0, persons = 0, children = 0, elderly = 0, labourers = 0, employed = 0,
                 pupils = 0;
};
/// Children are under 16, elderly 60 and over, by the year of birth.
BoardFacts board_facts(const Database& db, const std::string& date, std::int64_t building);

}  // namespace liangdi::store
