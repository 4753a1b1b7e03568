#include "store/migrations.hpp"

#include <fmt/format.h>

#include <string>

namespace liangdi::store {

int newest_schema_version() {
    return migrations().back().version;
}

namespace {
std::string with_srid(std::string_view sql, int srid) {
    std::string out(sql);
    const std::string number = std::to_string(srid);
    for (std::size_t at = out.find("{srid}"); at != std::string::npos; at = out.find("{srid}", at)) {
        out.replace(at, 6, number);
    }
    return out;
}
}  // namespace

void migrate(Database& db, int srid, int up_to) {
    for (const Migration& step : migrations()) {
        if (step.version > up_to || step.version <= db.integer("PRAGMA user_version")) continue;
        Transaction transaction(db);
        // Another process may have been faster while we waited for the lock.
        if (step.version <= db.integer("PRAGMA user_version")) continue;
        db.run(with_srid(step.sql, srid));
        db.run(fmt::format("PRAGMA user_version={}", step.version));
        transaction.commit();
    }
}

}  // namespace liangdi::store
