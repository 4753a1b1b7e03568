#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sodium.h>

#include <ctime>
#include <set>

#include "geo/crs.hpp"
#include "geo/error.hpp"
#include "store/migrations.hpp"
#include "store/partial_file.hpp"
#include "store/secret_box.hpp"
#include "store/store.hpp"

namespace liangdi::store {

namespace fs = std::filesystem;

namespace {

// The frames that files in this county come in (standards/01), so that any GIS can name them.
constexpr int common_srids[] = {4326, 4490, 4544, 4545, 4523, 4524, 4507, 4496};

void add_setting(Database& db, std::int64_t id, std::string_view name, std::string_view value) {
    auto insert = db.prepare("INSERT INTO setting (id, name, value) VALUES (?,?,?)");
    insert.bind_all(id, name, value);
    insert.run();
}

void build(const fs::path& file, const TownSpec& spec, const geo::Crs& crs,
           std::optional<std::string_view> passphrase, std::string_view holder, CreatedTown& created) {
    Database db(file, Database::Access::write);
    db.run("PRAGMA synchronous=OFF");  // the file is nobody's yet; it is synced before it is put in place
    db.run("PRAGMA page_size=8192");
    db.run("SELECT InitSpatialMetaData(1, 'NONE')");
    std::set<int> srids(std::begin(common_srids), std::end(common_srids));
    srids.insert(spec.epsg);
    for (const int srid : srids) db.run(fmt::format("SELECT InsertEpsgSrid({})", srid));
    if (db.integer(fmt::format("SELECT count(*) FROM spatial_ref_sys WHERE srid={}", spec.epsg)) == 0) {
        throw Error(
            "bad_crs",
            fmt::format("SpatiaLite does not know EPSG:{}; choose another CRS, for instance EPSG:4544",
                        spec.epsg));
    }
    db.run(fmt::format("PRAGMA application_id={}", town_application_id));
    migrate(db, spec.epsg, spec.schema_version ? spec.schema_version : newest_schema_version());

    Transaction transaction(db);
    char file_id[33];
    unsigned char random[16];
    randombytes_buf(random, sizeof random);
    sodium_bin2hex(file_id, sizeof file_id, random, sizeof random);
    const std::string today = fmt::format("{:%Y-%m-%d}", fmt::localtime(std::time(nullptr)));
    add_setting(db, 1, "name", spec.name);
    add_setting(db, 2, "file_id", file_id);
    add_setting(db, 3, "crs", crs.definition());
    add_setting(db, 4, "reference_date", spec.reference_date.empty() ? today : spec.reference_date);
    db.run("INSERT INTO desk (id, name, next) VALUES (1, 'first', 0)");  // the hub gives other numbers later
    if (passphrase) {
        const DataKey key = DataKey::random();
        insert(db, passphrase_wrap(key, holder, *passphrase));
        RecoveryWrap recovery = recovery_wrap(key);
        insert(db, recovery.wrap);
        created.recovery_key = std::move(recovery.recovery_key);
    }
    transaction.commit();
}

}  // namespace

CreatedTown create_town(const fs::path& file, const TownSpec& spec,
                        std::optional<std::string_view> passphrase, std::string_view holder) {
    need_sodium();
    const geo::Crs crs = geo::Crs::from_text(fmt::format("EPSG:{}", spec.epsg));
    if (crs.geographic()) {
        throw Error(
            "bad_crs",
            fmt::format("EPSG:{} is in degrees; a town needs a plane CRS in metres, for instance EPSG:4544",
                        spec.epsg));
    }
    CreatedTown created;
    const fs::path partial = spec.unshared ? file : partial_for(file);
    try {
        build(partial, spec, crs, passphrase, holder, created);
        if (!spec.unshared) put_in_place(partial, file);
    } catch (...) {
        remove_partial(partial);
        throw;
    }
    return created;
}

}  // namespace liangdi::store
