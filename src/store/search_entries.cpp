#include "store/search_entries.hpp"

#include <array>

namespace liangdi::store {

namespace {

using enum FoundKind;

constexpr std::array names{"household",    "person",  "contract_household", "flat",     "building",
                           "village",      "parcel",  "certificate",        "contract", "cooperative",
                           "organisation", "officer", "facility",           "business", "community",
                           "grid",         "street"};
static_assert(names.size() == found_kind_count);

constexpr std::array entries{
    SearchEntries{household, "household", "name", "SELECT x.id, x.name FROM party x WHERE x.kind='household'",
                  true},
    SearchEntries{household, "household", "code",
                  "SELECT x.id, x.code FROM party x WHERE x.kind='household'"},
    SearchEntries{person, "person", "name", "SELECT x.id, x.name FROM party x WHERE x.kind='person'", true},
    SearchEntries{person, "person", "code", "SELECT x.id, x.code FROM party x WHERE x.kind='person'"},
    SearchEntries{contract_household, "party", "name",
                  "SELECT x.id, x.name FROM party x WHERE x.kind='contract_household'", true},
    SearchEntries{contract_household, "party", "code",
                  "SELECT x.id, x.code FROM party x WHERE x.kind='contract_household'"},
    SearchEntries{flat, "flat", "code", "SELECT x.id, x.code FROM flat x WHERE 1"},
    SearchEntries{flat, "flat", "unit_number", "SELECT x.id, x.unit_number FROM flat x WHERE 1"},
    // As people say it: 1号楼2单元301.
    SearchEntries{flat, "flat", "address",
                  "SELECT x.id, coalesce(b.name,'')||coalesce(e.name,'')||coalesce(x.number,'') FROM flat x "
                  "JOIN building b ON b.id=x.building LEFT JOIN entrance e ON e.id=x.entrance WHERE 1"},
    SearchEntries{building, "building", "name", "SELECT x.id, x.name FROM building x WHERE 1", true},
    SearchEntries{building, "building", "code", "SELECT x.id, x.code FROM building x WHERE 1"},
    SearchEntries{building, "building", "address", "SELECT x.id, x.address FROM building x WHERE 1", true},
    SearchEntries{
        village, "village", "name",
        "SELECT x.id, coalesce(x.town,'')||coalesce(x.village,'')||coalesce(x.grp,'') FROM village x "
        "WHERE 1",
        true},
    SearchEntries{village, "village", "code", "SELECT x.id, x.code FROM village x WHERE 1"},
    SearchEntries{parcel, "parcel", "code", "SELECT x.id, x.code FROM parcel x WHERE 1"},
    SearchEntries{parcel, "parcel", "name", "SELECT x.id, x.name FROM parcel x WHERE 1", true},
    SearchEntries{certificate, "parcel_right", "certificate",
                  "SELECT x.id, x.certificate FROM parcel_right x WHERE 1"},
    SearchEntries{contract, "use_agreement", "contract_no",
                  "SELECT x.id, x.contract_no FROM use_agreement x WHERE 1"},
    SearchEntries{cooperative, "cooperative", "name",
                  "SELECT x.id, x.name FROM party x WHERE x.kind='cooperative'", true},
    SearchEntries{cooperative, "cooperative", "code",
                  "SELECT x.id, x.code FROM party x WHERE x.kind='cooperative'"},
    SearchEntries{cooperative, "cooperative", "registration",
                  "SELECT x.id, x.registration FROM cooperative x WHERE 1"},
    SearchEntries{organisation, "party", "name",
                  "SELECT x.id, x.name FROM party x WHERE (x.kind='company' OR x.kind='collective')", true},
    SearchEntries{organisation, "party", "code",
                  "SELECT x.id, x.code FROM party x WHERE (x.kind='company' OR x.kind='collective')"},
    SearchEntries{officer, "officer", "name", "SELECT x.id, x.name FROM officer x WHERE 1", true},
    SearchEntries{officer, "officer", "code", "SELECT x.id, x.code FROM officer x WHERE 1"},
    SearchEntries{facility, "facility", "name", "SELECT x.id, x.name FROM facility x WHERE 1", true},
    SearchEntries{facility, "facility", "code", "SELECT x.id, x.code FROM facility x WHERE 1"},
    SearchEntries{facility, "facility", "address", "SELECT x.id, x.address FROM facility x WHERE 1", true},
    SearchEntries{business, "business", "name", "SELECT x.id, x.name FROM business x WHERE 1", true},
    SearchEntries{business, "business", "code", "SELECT x.id, x.code FROM business x WHERE 1"},
    SearchEntries{business, "business", "address", "SELECT x.id, x.address FROM business x WHERE 1", true},
    SearchEntries{community, "community", "name", "SELECT x.id, x.name FROM community x WHERE 1", true},
    SearchEntries{community, "community", "code", "SELECT x.id, x.code FROM community x WHERE 1"},
    SearchEntries{grid, "grid", "name", "SELECT x.id, x.name FROM grid x WHERE 1", true},
    SearchEntries{grid, "grid", "code", "SELECT x.id, x.code FROM grid x WHERE 1"},
    SearchEntries{street, "street", "name", "SELECT x.id, x.name FROM street x WHERE 1", true},
};

}  // namespace

std::string_view to_text(FoundKind kind) {
    return names[static_cast<std::size_t>(kind)];
}

std::span<const SearchEntries> search_entries() {
    return entries;
}

std::string_view search_family(std::string_view table) {
    return table == "household" || table == "person" || table == "cooperative" ? "party" : table;
}

}  // namespace liangdi::store
