// Import of parcels from a GeoPackage, against ogr2ogr on the same file in the same run.
// bench_import PROGRAM_DIR PARCELS.gpkg SCRATCH_DIR [ROUNDS]
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <mutex>
#include <set>

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

/// Rows and indexes alone into a town file: the same reading, mapping and writing, the changeset thrown away.
/// For measuring only.
void import_rows(const fs::path& town_file, const fs::path& source, bool unshared) {
    store::WriteConnection writer(town_file, store::FileSystem::local, unshared);
    store::Database& db = writer.db();
    const auto shape = store::town_shape(db);
    std::recursive_mutex mutex;
    const auto pool = std::make_shared<store::ReadPool>(town_file);
    if (unshared) pool->share(db, mutex);
    store::Snapshot snapshot(pool->lend(), shape);
    const exchange::Reader reader(source);
    land::Progress silent;
    const exchange::ImportContext context{shape, geo::Crs::from_text("EPSG:4544"), snapshot, nullptr, {},
                                          silent};
    write_text(town_file.string() + ".json", mapping);
    exchange::ImportRun run(reader, reader.layer(), exchange::read_mapping(town_file.string() + ".json"),
                            context);
    fs::remove(town_file.string() + ".json");
    store::Transaction transaction(db);
    store::IdBlock ids(std::int64_t{1} << 40);
    store::BulkInsert bulk(db, shape, ids, [](geo::Bytes&& block) { return std::move(block); });
    const auto changes = run.changes();
    {
        const store::WriteBehind write_behind(writer.pages_go_to());
        store::ReadAhead ahead(store::BlockReader(changes, bulk.encoder()));
        for (auto block = ahead.next(); !block.empty(); block = ahead.next()) {
            const auto turn = db.turn();
            bulk.write(block.rows);
        }
    }
    if (!bulk.finish()) throw Error("constraint", "rows that point to nothing");
    transaction.commit();
}

double new_before_history(const fs::path& place, const fs::path& source) {
    return bench::seconds([&] {
        const fs::path town_file = store::partial_for(place);
        store::create_town(town_file, {"bench", 4544, "2025-11-25", 0, true});
        import_rows(town_file, source, true);
        store::put_in_place(town_file, place);
    });
}

double existing_before_history(const fs::path& place, const fs::path& source) {
    return bench::seconds([&] { import_rows(place, source, false); });
}

std::string index_verdict(const fs::path& town_file) {
    const store::Database db(town_file, store::Database::Access::read);
    return db.text("SELECT rtreecheck('idx_parcel_geometry')");
}

/// One line of the table.
struct Case {
    std::string key, what;
    std::function<double()> measure;
    std::vector<double> seconds{};
};

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 4)
        return fmt::print(stderr,
                          "usage: bench_import PROGRAM_DIR PARCELS.gpkg SCRATCH_DIR [ROUNDS [CASE...]]\n"),
               2;
    const std::string liangdi = (fs::path(argv[1]) / "liangdi").string();
    const fs::path parcels = fs::absolute(argv[2]), scratch = fs::absolute(argv[3]);
    const int rounds = argc > 4 ? std::atoi(argv[4]) : 3;
    const std::set<std::string> only(argv + std::min(argc, 5), argv + argc);
    fs::remove_all(scratch);
    fs::create_directories(scratch / "folder");
    fs::create_hard_link(parcels, scratch / "folder" / "parcels.gpkg");
    write_text(scratch / "map.json", mapping);
    write_text(scratch / "folder" / "load.json",
               fmt::format(R"({{"name": "bench", "reference_date": "2025-11-25", "crs": "EPSG:4544",
                   "sources": [{{"file": "parcels.gpkg", "layer": "parcels", "map": {}}}]}})",
                           mapping));
    const auto file = [&](const std::string& key) { return (scratch / (key + ".sqlite")).string(); };
    const auto rest = [&] {
        bench::settle();
        bench::read_into_memory(parcels.string());
    };
    const auto run = [&](const std::vector<std::string>& words) {
        rest();
        return bench::seconds_of_process(words);
    };
    std::vector<Case> cases = {
        {"peer", "ogr2ogr -f SQLite -dsco SPATIALITE=YES",
         [&] {
             return run(
                 {"ogr2ogr", "-f", "SQLite", "-dsco", "SPATIALITE=YES", file("peer"), parcels.string()});
         }},
        {"new", "liangdi load into a new town, with history",
         [&] {
             return run({liangdi, "load", file("new"), (scratch / "folder").string()});
         }},
        {"bare", "the same before history",
         [&] {
             rest();
             return new_before_history(file("bare"), parcels);
         }},
        {"old", "liangdi import into an existing town (WAL), with history",
         [&] {
             run({liangdi, "create", file("old"), "--reference-date", "2025-11-25"});
             return run({liangdi, "import", file("old"), parcels.string(), "--map",
                         (scratch / "map.json").string()});
         }},
        {"oldbare", "the same before history",
         [&] {
             store::create_town(file("oldbare"), {"bench", 4544, "2025-11-25"});
             rest();
             return existing_before_history(file("oldbare"), parcels);
         }},
        {"undo", "liangdi undo of the import",
         [&] {
             return run({liangdi, "undo", file("old")});
         }},
        {"redo", "liangdi redo of it",
         [&] {
             return run({liangdi, "redo", file("old")});
         }},
    };
    if (!only.empty()) std::erase_if(cases, [&](const Case& c) { return !only.contains(c.key); });
    for (int round = 0; round < rounds; ++round) {
        for (Case& c : cases) {
            c.seconds.push_back(c.measure());
        }
        for (const Case& c : cases) {
            if (!fs::exists(file(c.key))) continue;
            if (round == 0)
                fmt::print("{}: {} MB{}\n", c.key, fs::file_size(file(c.key)) >> 20,
                           c.key == "peer" ? "" : ", rtreecheck " + index_verdict(file(c.key)));
            fs::remove(file(c.key));
        }
    }
    fmt::print("\n| parcels from GeoPackage | s, median of {} | times faster |\n|---|---|---|\n", rounds);
    const double reference = bench::median(cases.front().seconds);
    for (const Case& c : cases)
        fmt::print("| {} | {:.2f} | {:.2f} |\n", c.what, bench::median(c.seconds),
                   reference / bench::median(c.seconds));
    return 0;
} catch (const std::exception& e) {
    fmt::print(stderr, "bench_import: {}\n", e.what());
    return 1;
}
