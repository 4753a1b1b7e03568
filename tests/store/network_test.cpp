#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "catch.hpp"
#include "child.hpp"
#include "store/file_place.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {
const store::StoreOptions share = {store::FileSystem::network};

std::string host() {
    std::array<char, 256> name{};
    gethostname(name.data(), name.size() - 1);
    return name.data();
}
/// The number of a process that has ended and was waited for.
pid_t dead_process() {
    const pid_t pid = fork();
    if (pid == 0) _exit(0);
    waitpid(pid, nullptr, 0);
    return pid;
}
}  // namespace

TEST_CASE(
    "changesets, opening: on a network share the lock file and a rollback journal come with the first edit") {
    const TownFolder folder;
    const auto file = folder.town();
    const auto lock = file.string() + ".lock";
    {
        store::Store store(file, share);
        CHECK(store.snapshot()->count("marking") == 0);
        CHECK_FALSE(std::filesystem::exists(lock));
        store.apply(edit_by("a", "one", {new_marking("1")}));
        CHECK(bytes_of(lock) == fmt::format("{} {}\n", host(), getpid()));
        CHECK_FALSE(std::filesystem::exists(file.string() + "-wal"));
        CHECK(store.snapshot()->db().text("PRAGMA journal_mode") == "delete");
    }
    CHECK(folder.names() == std::vector<std::string>{"town.sqlite"});
}

TEST_CASE("on a network share a second writer is refused with the holder's name, and may write afterwards") {
    const TownFolder folder;
    const auto file = folder.town();
    store::Store second(file, share);
    const auto edit = edit_by("b", "kept", {new_marking("2")});
    {
        store::Store first(file, share);
        first.apply(edit_by("a", "one", {new_marking("1")}));
        std::string message;
        CHECK(code_of([&] { second.apply(edit); }, &message) == "busy");
        CHECK_THAT(message, ContainsSubstring(host()) && ContainsSubstring("town.sqlite.lock"));
        first.apply(edit_by("a", "three", {new_marking("3")}));
    }
    second.apply(edit);
    CHECK(second.snapshot()->count("marking") == 3);
}

TEST_CASE("on a network share others read on while one edits, as the refusal says") {
    const TownFolder folder;
    const auto file = folder.town();
    store::Store writer(file, share);
    writer.apply(edit_by("a", "one", {new_marking("1")}));
    {
        store::Store reader(file, share);
        CHECK(reader.snapshot()->count("marking") == 1);
        Child other({"read", file.string()});
        CHECK(other.line().value_or("") == "markings 1");
        CHECK(other.wait() == 0);
    }
    writer.apply(edit_by("a", "two", {new_marking("2")}));
    store::Store reader(file, share);
    CHECK(reader.snapshot()->count("marking") == 2);
}

TEST_CASE("the lock file of a dead program of this computer is taken over, another computer's is not") {
    const TownFolder folder;
    const auto file = folder.town();
    const auto lock = file.string() + ".lock";
    std::ofstream(lock) << host() << ' ' << dead_process() << '\n';
    {
        store::Store store(file, share);
        store.apply(edit_by("a", "one", {new_marking("1")}));
        CHECK(bytes_of(lock) == fmt::format("{} {}\n", host(), getpid()));
    }
    CHECK_FALSE(std::filesystem::exists(lock));
    std::ofstream(lock) << "another-office " << dead_process() << '\n';
    {
        store::Store store(file, share);
        std::string message;
        CHECK(code_of([&] { store.apply(edit_by("a", "two", {new_marking("2")})); }, &message) == "busy");
        CHECK_THAT(message, ContainsSubstring("another-office"));
    }
    CHECK(std::filesystem::exists(lock));  // not ours to remove
    std::ofstream(lock) << host() << ' ' << getppid() << '\n';
    store::Store store(file, share);
    CHECK(code_of([&] { store.apply(edit_by("a", "two", {new_marking("2")})); }) == "busy");
}

TEST_CASE("on a network share reading, import, undo and layers go on in the writing process") {
    const TownFolder folder;
    const auto file = folder.town();
    store::Store store(file, share);
    const auto features = store.features({"farmland", "parcel", "kind", "farmland"});
    land::Progress silent;
    {
        // As an import does: reads the town while it streams its edit.
        const auto town = store.snapshot(true);
        auto source = many_parcels("m", 3000);
        std::int64_t read = 0;
        store.apply(
            {"a", "import", {}},
            [&]() -> std::optional<land::Change> {
                read += static_cast<std::int64_t>(town->ids_of("marking", "code", "x").size() + 1);
                return source();
            },
            silent);
        CHECK(read == 3001);
    }
    CHECK(store.snapshot()->count("parcel") == 3000);
    CHECK(features->count() == 3000);
    CHECK_FALSE(features->extent().empty());
    undo(store, last_of("a"));
    CHECK(features->count() == 0);
    redo(store, last_of("a"));
    CHECK(fault_of(store.snapshot()->db()).empty());
    // Held across the first edit on purpose: what the window's docks do.
    const auto held = store.snapshot();
    store.apply(edit_by("a", "one", {new_marking("1")}));
    CHECK(store.snapshot()->count("marking") == 1);
}

TEST_CASE("on a local disk too an import reads the town while it streams its edit") {
    const TownFolder folder;
    store::Store store(folder.town());
    land::Progress silent;
    const auto town = store.snapshot(true);
    auto source = many_parcels("m", 500);
    store.apply(
        {"a", "import", {}},
        [&]() -> std::optional<land::Change> {
            CHECK(town->count("parcel") == 0);  // its moment is before the edit
            return source();
        },
        silent);
    CHECK(store.snapshot()->count("parcel") == 500);
}

TEST_CASE("what a program killed while it made the lock file left is cleared away") {
    const TownFolder folder;
    const auto file = folder.town();
    const auto left = fmt::format("{}.lock.{}.{}", file.string(), host(), dead_process());
    std::ofstream(left) << "half";
    store::Store store(file, share);
    store.apply(edit_by("a", "one", {new_marking("1")}));
    CHECK(folder.names() == std::vector<std::string>{"town.sqlite", "town.sqlite.lock"});
}
