#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "catch.hpp"
#include "store/file_place.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

/// A folder in which this process cannot write, whoever runs the test; nothing where that cannot be had.
class ReadOnly {
  public:
    explicit ReadOnly(const std::filesystem::path& folder) : folder_(folder) {
        ::chmod(folder.c_str(), 0555);
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            ::chmod(entry.path().c_str(), 0444);
    }
    ~ReadOnly() {
        ::chmod(folder_.c_str(), 0755);
        for (const auto& entry : std::filesystem::directory_iterator(folder_))
            ::chmod(entry.path().c_str(), 0644);
    }
    bool holds() const {
        if (::access(folder_.c_str(), W_OK) != 0) return true;
        WARN("skipped: this user (root?) may write everywhere, a read-only folder cannot be made");
        return false;
    }

  private:
    std::filesystem::path folder_;
};

}  // namespace

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
    const ReadOnly plain(folder / "plain"), with_wal(folder / "left");
    if (!plain.holds()) return;
    CHECK(store::place_for(folder / "plain" / "town.sqlite", false).uri.ends_with("?immutable=1"));
    std::filesystem::path copied;
    {
        const auto place = store::place_for(left, false);
        REQUIRE(place.copied_to);
        copied = *place.copied_to;
        CHECK(std::filesystem::exists(copied / "town.sqlite-wal"));
    }
    CHECK_FALSE(std::filesystem::exists(copied));
    for (const auto& town : {folder / "plain" / "town.sqlite", left}) {
        store::Store store(town);
        CHECK(store.snapshot()->count("marking") == 1);
        CHECK(code_of([&] { store.apply(edit_by("a", "two", {new_marking("2")})); }) == "read_only");
    }
}
