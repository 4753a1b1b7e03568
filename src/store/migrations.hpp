#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace liangdi::store {

/// A numbered step of the schema, embedded from src/store/migrations. Migrations only append columns or
/// tables.
struct Migration {
    int version;
    std::string_view name;
    std::string_view sql;  ///< "{srid}" stands for the SRID of the town
};

const std::vector<Migration>& migrations();
int newest_schema_version();

/// "LDTN": marks a file as a Liangdi town in the SQLite header.
constexpr std::int64_t town_application_id = 0x4C44544E;

/// Runs the migrations above the file's version up to `up_to`, each in a transaction of its own together with
/// its version number: a kill leaves the file at a whole version.
void migrate(Database& db, int srid, int up_to = newest_schema_version());

}  // namespace liangdi::store
