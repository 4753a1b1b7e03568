#include <fmt/format.h>

#include <fstream>
#include <random>
#include <sstream>

#include "catch.hpp"
#include "child.hpp"
#include "kill_model.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

/// kill -9 in the middle of edits, imports, undo, checkpoints, a close, the creation of a town and a
/// migration.
namespace {

constexpr int rounds = 50;
constexpr std::uint32_t seed = 20251125;

/// What the child has said until it died.
struct Log {
    KillModel model;
    std::string under_way;                             ///< step that was begun and not acknowledged
    std::map<std::int64_t, std::string> acknowledged;  ///< seq -> sha256
    std::int64_t last_seq = 0;
    int steps = 0;

    void take(const std::string& line) {
        if (line.starts_with("> ")) {
            under_way = line.substr(2);
            return;
        }
        std::istringstream in(line);
        std::string ok, sha;
        in >> ok >> last_seq >> sha;
        REQUIRE(ok == "ok");
        if (sha != "-") {
            CHECK(acknowledged.emplace(last_seq, sha).second);
            model.step(under_way);
        }
        under_way.clear();
        ++steps;
    }
};

KillModel::State state_of(const store::Database& db) {
    KillModel::State state;
    auto notes = db.prepare("SELECT code, note FROM marking");
    while (notes.step()) state.notes.emplace(notes.text(0), notes.text(1));
    auto imports = db.prepare(
        "SELECT substr(code,1,instr(code,'-')-1), count(*) FROM parcel WHERE instr(code,'-')>0 GROUP BY 1");
    while (imports.step()) state.imports[std::string(imports.text(0))] = static_cast<int>(imports.integer(1));
    return state;
}

/// Lets the child do `steps` steps, and then at most `ms` of the next one.
Log run_and_kill(const std::vector<std::string>& arguments, const KillModel::State& before, int steps,
                 int ms) {
    Log log;
    log.model.state = before;
    Child child(arguments);
    while (log.steps < steps) {
        const auto line = child.line();
        if (!line) break;
        log.take(*line);
    }
    if (const auto line = child.line(ms)) log.take(*line);
    child.kill();
    while (const auto line = child.line()) log.take(*line);
    CHECK(child.wait() == -9);  // it was alive until then: nothing failed before
    return log;
}

/// Reopens, checks the file, and that all and only the acknowledged is there, and of the step under way all
/// or nothing.
void check_town(const std::filesystem::path& file, const Log& log, const store::StoreOptions& options) {
    INFO("after step '" << log.under_way << "', last acknowledged " << log.last_seq);
    store::Store store(file, options);
    {
        const auto town = store.snapshot();
        CHECK(fault_of(town->db()).empty());
        for (const auto& [seq, sha] : log.acknowledged) {
            const auto entry = store::history_entry(town->db(), seq);
            REQUIRE(entry);
            CHECK(entry->sha256 == sha);
        }
        KillModel whole = log.model;
        whole.step(log.under_way);
        const auto now = state_of(town->db());
        const auto entries = store.data_version();
        const bool as_acknowledged = now == log.model.state && entries == log.last_seq;
        const bool with_the_last = now == whole.state && entries == log.last_seq + 1;
        CHECK((as_acknowledged || with_the_last));
    }
    // And it goes on: the next edit, its undo.
    store.apply(edit_by("parent", "after", {new_marking("after")}));
    undo(store, last_of("parent"));
}

}  // namespace

TEST_CASE(
    "changesets, what holds: a program is killed 50 times, no acknowledged edit is lost and none is half "
    "there") {
    std::mt19937 random(seed);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const TownFolder folder;
    const auto file = folder.town();
    std::string old_bytes;  // a version 1 town with a past
    {
        const TownFolder maker;
        const auto old = maker.town("old.sqlite", 1);
        auto db = raw(old);
        land::Edit many = edit_by("old", "many", {});
        auto source = many_parcels("old", 4000);
        while (auto change = source()) many.changes.push_back(std::move(*change));
        apply_as_it_is(db, many);
        db.run("PRAGMA journal_mode=DELETE");
        old_bytes = bytes_of(old);
    }
    int in_import = 0, in_opening = 0, in_creation = 0, acknowledged = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto child_seed = static_cast<std::uint32_t>(random());
        INFO("seed " << seed << ", round " << round);
        const store::StoreOptions share = {store::FileSystem::network};
        if (round % 5 == 3) {  // killed in the migration, or soon after it
            const TownFolder own;
            const auto old = own / "old.sqlite";
            std::ofstream(old, std::ios::binary) << old_bytes;
            const auto log = run_and_kill({"work", old.string(), std::to_string(child_seed)},
                                          {{}, {{"old", 4000}}}, pick(4) == 0 ? 3 : 0, pick(120));
            in_opening += log.under_way == "open";
            if (log.steps == 0) {
                store::Store store(old);
                CHECK(fault_of(store.snapshot()->db()).empty());
                CHECK(state_of(store.snapshot()->db()) == log.model.state);
                undo(store, last_of("old"));
                CHECK(store.snapshot()->count("parcel") == 0);
            } else {
                check_town(old, log, {});
            }
            // Whatever bears the name of a copy is a whole copy.
            for (const auto& name : own.names()) {
                if (name.find("(schema 1") == std::string::npos || name.find("partial") != std::string::npos)
                    continue;
                const auto copy = raw(own / name);
                CHECK(fault_of(copy).empty());
                CHECK(copy.integer("SELECT count(*) FROM parcel") == 4000);
            }
        } else if (round % 5 == 4) {  // in the creation of a town
            const TownFolder own;
            const auto log = run_and_kill({"create", own.path.string()}, {}, pick(3), pick(150));
            in_creation += !log.under_way.empty();
            int towns = 0;
            for (const auto& name : own.names()) {
                if (name.starts_with(".")) continue;  // what was being built
                const store::Store town(own / name);
                CHECK(fault_of(raw(own / name)).empty());
                ++towns;
            }
            CHECK(towns >= log.steps);
        } else {
            const bool on_share = round % 5 == 1;
            KillModel::State before;
            {
                store::Store store(file, on_share ? share : store::StoreOptions{});
                before = state_of(store.snapshot()->db());
            }
            const auto log =
                run_and_kill({on_share ? "share" : "work", file.string(), std::to_string(child_seed)}, before,
                             1 + pick(25), pick(25));
            in_import += log.under_way.starts_with("import");
            acknowledged += static_cast<int>(log.acknowledged.size());
            check_town(file, log, on_share ? share : store::StoreOptions{});
        }
    }
    // The kills did hit what they were meant for.
    CHECK(acknowledged > 150);
    CHECK(in_import > 0);
    CHECK(in_opening > 0);
    CHECK(in_creation > 0);
    CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
}
