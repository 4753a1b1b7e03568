#include <sys/stat.h>

#include <fstream>

#include "catch.hpp"
#include "child.hpp"
#include "store/file_place.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

TEST_CASE("changesets, opening: open, read and close change no byte and leave no side file") {
    const TownFolder folder;
    const auto file = folder.town();
    const auto bytes = bytes_of(file);
    {
        store::Store store(file);
        const auto town = store.snapshot();
        CHECK(town->setting("name") == "平远新城");
        CHECK(store.features({"farmland", "parcel", "kind", "farmland"})->count() == 0);
        CHECK(town->count("parcel") == 0);
        CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
    }
    CHECK(bytes_of(file) == bytes);
    CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
}

TEST_CASE("an edit begins WAL, the close ends it: one file is left, with a rollback journal") {
    const TownFolder folder;
    const auto file = folder.town();
    for (int i = 0; i < 2; ++i) {
        store::Store store(file);
        const auto features = store.features({"farmland", "parcel", "kind", "farmland"});  // outlives nothing
        store.apply(edit_by("a", "one", {new_marking("1")}));
        CHECK(store.snapshot()->db().text("PRAGMA journal_mode") == "wal");
        CHECK(std::filesystem::exists(file.string() + "-wal"));
        CHECK(features->count() == 0);
    }
    CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
    CHECK(store::Database(file, store::Database::Access::read).text("PRAGMA journal_mode") == "delete");
    const auto bytes = bytes_of(file);
    CHECK(bytes[18] == 1);  // the header says so too: any copy of the file alone is whole
    CHECK(bytes[19] == 1);
    {
        store::Store store(file);
        CHECK(store.snapshot()->count("marking") == 2);
    }
    CHECK(bytes_of(file) == bytes);
}

TEST_CASE("an edit that is refused leaves one file and its rows as they were") {
    const TownFolder folder;
    const auto file = folder.town();
    const auto before = contents(raw(file));
    {
        store::Store store(file);
        CHECK(code_of([&] {
                  store.apply(edit_by("a", "bad", {land::Insert{"marking", {}, {}}}));
              }) == "constraint");
    }
    CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
    CHECK(contents(raw(file)) == before);
}

TEST_CASE("file names with Chinese, blanks and what a URI would take apart") {
    const TownFolder folder;
    for (const char* name :
         {"平远 新城.sqlite", "50% a?b#c&d.sqlite", "file:x.sqlite", "it's \"it\".sqlite"}) {
        INFO(name);
        const auto file = folder.town(name);
        {
            store::Store store(file);
            store.apply(edit_by("a", "one", {new_marking("1")}));
        }
        CHECK(store::Store(file).snapshot()->count("marking") == 1);
        std::filesystem::remove(file);
        CHECK(folder.names().empty());
    }
}

TEST_CASE("a plain file is opened as it is; one that is being written needs no copy") {
    const TownFolder folder;
    const auto file = folder.town();
    const auto place = store::place_for(file, false);
    CHECK(place.uri == "file:" + file.string());
    CHECK_FALSE(place.copied_to);
    CHECK(code_of([&] { store::place_for(folder / "none.sqlite", false); }) == "not_found");
    CHECK(store::file_system_of(file) == store::FileSystem::local);
    CHECK(store::file_system_of("/proc/none/such") == store::FileSystem::local);
}

TEST_CASE("changesets, trap 13: in a read-only folder a file is read as immutable, with a -wal as a copy") {
    const TownFolder folder;
    const auto file = folder.town();
    std::filesystem::path left;
    {
        store::Store store(file);
        store.apply(edit_by("a", "one", {new_marking("1")}));
        // What a killed program leaves behind: the file and its -wal.
        std::filesystem::create_directory(folder / "left");
        left = folder / "left" / "town.sqlite";
        std::filesystem::copy_file(file, left);
        std::filesystem::copy_file(file.string() + "-wal", left.string() + "-wal");
    }
    std::filesystem::create_directory(folder / "plain");
    std::filesystem::copy_file(file, folder / "plain" / "town.sqlite");
    // Seen by a process that may not write there, whoever runs the test.
    ::chmod(folder.path.c_str(), 0755);
    for (const char* name : {"plain", "left"}) {
        for (const auto& entry : std::filesystem::directory_iterator(folder / name))
            ::chmod(entry.path().c_str(), 0444);
        ::chmod((folder / name).c_str(), 0555);
    }
    Child plain({"visit", (folder / "plain" / "town.sqlite").string()});
    CHECK(plain.line().value_or("") == "immutable 1 read_only");
    CHECK(plain.wait() == 0);
    Child with_wal({"visit", left.string()});
    CHECK(with_wal.line().value_or("") == "copy 1 read_only");
    CHECK(with_wal.wait() == 0);
    for (const char* name : {"plain", "left"}) ::chmod((folder / name).c_str(), 0755);
}
