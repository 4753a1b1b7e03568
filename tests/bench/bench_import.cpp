// Import of parcels from a GeoPackage, against ogr2ogr on the same file in the same run.
// bench_import PROGRAM_DIR PARCELS.gpkg SCRATCH_DIR [ROUNDS]
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "exchange/import_run.hpp"
#include "geo/error.hpp"
#include "store/bulk_insert.hpp"
#include "store/changeset.hpp"
#include "store/partial_file.hpp"
#include "store/read_ahead.hpp"
#include "store/store.hpp"
#include "store/town_shape.hpp"
#include "store/write_behind.hpp"
#include "store/write_connection.hpp"
#include "timing.hpp"

namespace fs = std::filesystem;
using namespace liangdi;

namespace {

constexpr const char* mapping =
    R"({"table": "parcel", "key": ["code"], "set": {"kind": "farmland"}, "geometry": true,
  "fields": [{"from": "DKBM", "to": "code"}, {"from": "DKMC", "to": "name"}, {"from": "TDLYLX", "to": "land_class"}]})";

void write_text(const fs::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

/// Rows and indexes alone: the same reading, mapping and writing, the changeset thrown away. For measuring
/// only.
double import_before_history(const fs::path& place, const fs::path& source) {
    bench::settle();
    return bench::seconds([&] {
        const fs::path town_file = store::partial_for(place);
        store::create_town(town_file, {"bench", 4544, "2025-11-25", 0, true});
        store::WriteConnection writer(town_file, store::FileSystem::local, true);
        store::Database& db = writer.db();
        const auto shape = store::town_shape(db);
        std::recursive_mutex mutex;
        const auto pool = std::make_shared<store::ReadPool>(town_file);
        pool->share(db, mutex);
        store::Snapshot snapshot(pool->lend(), shape);
        const exchange::Reader reader(source);
        land::Progress silent;
        const exchange::ImportContext context{shape, geo::Crs::from_text("EPSG:4544"), snapshot, nullptr, {},
                                              silent};
        write_text(town_file.string() + ".json", mapping);
        exchange::ImportRun run(reader, reader.layer(), exchange::read_mapping(town_file.string() + ".json"),
                                context);
        store::Transaction transaction(db);
        store::IdBlock ids(std::int64_t{1} << 40);
        store::BulkInsert bulk(db, shape, ids, [](geo::Bytes&& block) { return std::move(block); });
        const auto changes = run.changes();
        const store::WriteBehind write_behind(town_file);
        store::ReadAhead ahead(store::BlockReader(changes, bulk.encoder()));
        for (auto block = ahead.next(); !block.empty(); block = ahead.next()) {
            const auto turn = db.turn();
            bulk.write(block.rows);
        }
        if (!bulk.finish()) throw Error("constraint", "rows that point to nothing");
        transaction.commit();
        store::put_in_place(town_file, place);
    });
}

std::string index_verdict(const fs::path& town_file) {
    const store::Database db(town_file, store::Database::Access::read);
    return db.text("SELECT rtreecheck('idx_parcel_geometry')");
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 4)
        return fmt::print(stderr, "usage: bench_import PROGRAM_DIR PARCELS.gpkg SCRATCH_DIR [ROUNDS]\n"), 2;
    const std::string liangdi = (fs::path(argv[1]) / "liangdi").string();
    const fs::path parcels = fs::absolute(argv[2]), scratch = fs::absolute(argv[3]);
    const int rounds = argc > 4 ? std::atoi(argv[4]) : 3;
    fs::remove_all(scratch);
    fs::create_directories(scratch / "folder");
    fs::create_hard_link(parcels, scratch / "folder" / "parcels.gpkg");
    write_text(scratch / "map.json", mapping);
    write_text(scratch / "folder" / "load.json",
               fmt::format(R"({{"name": "bench", "reference_date": "2025-11-25", "crs": "EPSG:4544",
                   "sources": [{{"file": "parcels.gpkg", "layer": "parcels", "map": {}}}]}})",
                           mapping));

    std::vector<double> peer, fresh, bare, existing, undo, redo;
    for (int round = 0; round < rounds; ++round) {
        const auto file = [&](const char* name) {
            return (scratch / fmt::format("{}{}.sqlite", name, round)).string();
        };
        peer.push_back(bench::seconds_of_settled(
            {"ogr2ogr", "-f", "SQLite", "-dsco", "SPATIALITE=YES", file("peer"), parcels.string()}));
        fresh.push_back(
            bench::seconds_of_settled({liangdi, "load", file("new"), (scratch / "folder").string()}));
        bare.push_back(import_before_history(file("bare"), parcels));
        bench::seconds_of_settled({liangdi, "create", file("old"), "--reference-date", "2025-11-25"});
        existing.push_back(bench::seconds_of_settled(
            {liangdi, "import", file("old"), parcels.string(), "--map", (scratch / "map.json").string()}));
        undo.push_back(bench::seconds_of_settled({liangdi, "undo", file("old")}));
        redo.push_back(bench::seconds_of_settled({liangdi, "redo", file("old")}));
        if (round == 0) {
            for (const char* name : {"new", "bare", "old"})
                fmt::print("{}: rtreecheck {}\n", name, index_verdict(file(name)));
            fmt::print("size: peer {} MB, with history {} MB\n\n", fs::file_size(file("peer")) >> 20,
                       fs::file_size(file("new")) >> 20);
        }
        for (const char* name : {"peer", "new", "bare", "old"}) fs::remove(file(name));
    }
    const double reference = bench::median(peer);
    fmt::print("| parcels from GeoPackage | s, median of {} | times faster |\n|---|---|---|\n", rounds);
    const auto row = [&](const char* what, const std::vector<double>& values) {
        fmt::print("| {} | {:.2f} | {:.2f} |\n", what, bench::median(values),
                   reference / bench::median(values));
    };
    row("ogr2ogr -f SQLite -dsco SPATIALITE=YES", peer);
    row("liangdi load into a new town, with history", fresh);
    row("the same before history", bare);
    row("liangdi import into an existing town (WAL), with history", existing);
    row("liangdi undo of it", undo);
    row("liangdi redo of it", redo);
    return 0;
} catch (const std::exception& e) {
    fmt::print(stderr, "bench_import: {}\n", e.what());
    return 1;
}
