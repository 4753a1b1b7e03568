#include "store/bulk_insert.hpp"

#include <sqlite3.h>

namespace liangdi::store {

namespace {
// Both switches work within a transaction, PRAGMA foreign_keys does not.
void enable_checks(Database& db, bool on) {
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, on ? 1 : 0, nullptr);
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_ENABLE_FKEY, on ? 1 : 0, nullptr);
}
}  // namespace

ChecksOff::ChecksOff(Database& db) : db_(db) {
    enable_checks(db_, false);
}
ChecksOff::~ChecksOff() {
    enable_checks(db_, true);
}

BulkInsert::BulkInsert(Database& db, const land::TownShape& shape, IdBlock& ids,
                       InsertChangeset::Take take_changeset)
    : db_(db),
      checks_off_(std::in_place, db),
      layouts_(row_layouts(db, shape)),
      encoder_(layouts_, ids),
      writer_(db, layouts_, std::move(take_changeset)) {}

bool BulkInsert::finish() {
    writer_.finish();
    checks_off_.reset();
    return encoder_.references().all_there(db_);
}

}  // namespace liangdi::store
