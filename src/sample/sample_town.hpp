#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/geometry.hpp"

/// The reference town as plain values. References between rows are indices into the vectors of SampleTown
/// (none = -1); words are those of the town file's schema. Coordinates: EPSG:4544, easting, northing, metres.
namespace liangdi::sample {

inline constexpr int none = -1;

struct SampleParams {
    std::uint64_t seed = 1;
    int scale = 1;      ///< how many towns side by side; 1 is the reference town
    int part = 0;       ///< which of them generate() makes, 0 … scale-1
    bool mess = false;  ///< write() plants faults and says which in truth.json; scale 1 only
};

// ---- the town
struct Community {
    std::string code, name;
    geo::Polygon area;
};
struct Grid {
    std::string code, name;
    int community = none;
    geo::Polygon area;
};
struct Building {
    std::string code, name, kind, address, built_on;
    int grid = none;
    int floors = 0;
    int units = 0;          ///< entrances
    int flats_a_floor = 0;  ///< of one unit
    geo::Polygon footprint;
};
struct Entrance {
    std::string code, name;
    int building = none;
    geo::Point at;
};
struct Flat {
    std::string code, unit_number, number;
    int building = none, entrance = none, floor = 0, rooms = 0;
    std::int64_t area_hundredths = 0;
};
struct Facility {
    std::string code, name, kind;
    int building = none;
    geo::Point at;
};
struct Street {
    std::string code, name, kind;
    double width_m = 0;
    geo::LineString line;
};
struct Barrier {
    std::string code, name, kind;
    geo::LineString line;
};

// ---- people
struct Household {
    std::string code, name, moved_on, registered_to;
    bool relocated = true;
    int origin = none;  ///< village group
};
/// What a person does in the town's figures; the generator's own word, written nowhere.
enum class LifeStage { labourer, adult, elder, infant, kindergarten, primary, middle, high };
struct Person {
    std::string code, name, sex, education, died_on, id_number, phone;
    int birth_year = 0, birth_month = 1, birth_day = 1;
    int household = none;
    std::string relation;  ///< to the head, GB/T 4761, two digits
    std::string left_on;   ///< end of membership in the household, empty while a member
    LifeStage stage = LifeStage::adult;
};
struct ContractHousehold {
    std::string code, name;
    int village = none;
    std::vector<int> households;  ///< whose members it consists of
};
struct Organisation {  ///< a company or a collective
    std::string code, name, kind;
};
struct Occupancy {
    int household = none, flat = none;
    std::string kind, allocation, from, to;
};
struct Marking {
    int person = none;
    std::string group;
};
struct Allowance {  ///< urban allowance 低保 of a household
    int household = none;
    int persons = 0;
};
struct Employment {
    int person = none;
    std::string status, kind, employer, place, from, to;
};
struct Course {
    std::string code, name, skill, organiser, from, to;
};
struct Attendance {
    int course = none, person = none;
    std::string result;
};
struct Enrolment {
    int person = none, facility = none;
    std::string stage, grade, from, to;
};
struct Business {
    std::string code, name, kind, address, from, to;
    int owner = none;  ///< person
};

// ---- the villages
struct Village {  ///< a village group
    std::string code, town, village, group;
    geo::Polygon area;
};
struct Parcel {
    std::string kind, code, name, land_class, grade, compartment, subcompartment, use_status;
    std::string east, south, west, north;  ///< boundaries in words
    std::string contract_from, contract_to;
    int village = none;
    std::int64_t registered_hundredths = 0;  ///< m2 for homesteads, mu else
    std::int64_t actual_hundredths = 0;  ///< what is really used, in the same unit; 0: nobody has counted it
    bool basic_farmland = false;
    bool terrace = false;  ///< on the slope above the settlement
    geo::Polygon area;
};
struct ParcelRight {
    int parcel = none, household = none, contract_household = none;  ///< one of the two holders
    std::string kind, certificate, from;
    int share_num = 1, share_den = 1;
    int person = none;  ///< a holder by himself: only where a fault is planted
};
struct Agreement {  ///< of a whole parcel, unless a fault is planted
    int parcel = none, organisation = none, cooperative = none;
    std::string kind, contract_no, from, to;
    std::int64_t rent_hundredths = 0;
    std::int64_t area_mu_hundredths = 0;  ///< 0: the whole parcel
    int document = none;
};
struct Document {
    std::string name, media_type, note;
};
struct Payment {  ///< to one of the two holders
    int agreement = none, household = none, contract_household = none;
    std::string kind, due_on, paid_on;
    std::int64_t planned_hundredths = 0, paid_hundredths = 0;  ///< yuan
};
struct OriginHouse {
    int parcel = none, household = none;
    std::string state, state_on;
    std::int64_t area_hundredths = 0, compensation_hundredths = 0;  ///< m2, yuan
};
struct Cooperative {
    std::string code, name, registration, founded_on;
    int village = none;  ///< where its block lies
};
struct Membership {
    int cooperative = none, household = none;
    std::string role, from;
    std::int64_t share_hundredths = 0;
};

// ---- offices
struct PartyGroup {
    std::string code, name;
    int community = none;
};
struct Officer {
    std::string code, name, unit, post;
    int person = none;
};
struct Duty {
    int officer = none;
    std::string role, from, to;
    int community = none, grid = none, building = none, village = none, party_group = none, household = none;
};
struct Pairing {
    int officer = none, household = none;
    std::string from;
};

struct SampleTown {
    SampleParams params;
    std::string name, reference_date, crs, passphrase;

    std::vector<Community> communities;
    std::vector<Grid> grids;
    std::vector<Building> buildings;  ///< residential ones first
    std::vector<Entrance> entrances;
    std::vector<Flat> flats;
    std::vector<Facility> facilities;
    std::vector<Street> streets;
    std::vector<Barrier> barriers;

    std::vector<Household> households;  ///< relocated ones first, in the order of their flats
    std::vector<Person> persons;        ///< by household
    std::vector<ContractHousehold> contract_households;
    std::vector<Organisation> organisations;
    std::vector<Occupancy> occupancies;
    std::vector<Marking> markings;
    std::vector<Allowance> allowances;
    std::vector<Employment> employments;
    std::vector<Course> courses;
    std::vector<Attendance> attendances;
    std::vector<Enrolment> enrolments;
    std::vector<Business> businesses;

    std::vector<Village> villages;
    std::vector<Parcel> parcels;
    std::vector<ParcelRight> rights;
    std::vector<Agreement> agreements;
    std::vector<Document> documents;
    std::vector<Payment> payments;
    std::vector<OriginHouse> origin_houses;
    std::vector<Cooperative> cooperatives;
    std::vector<Membership> memberships;

    std::vector<PartyGroup> party_groups;
    std::vector<Officer> officers;
    std::vector<Duty> duties;
    std::vector<Pairing> pairings;
};

/// One town, entirely determined by seed and part. Its figures are those of DESIGN's table to the digit.
/// Throws Error{bad_params} for a part outside 0 … scale-1 or a scale outside 1 … 100.
SampleTown generate(const SampleParams& params = {});

}  // namespace liangdi::sample
