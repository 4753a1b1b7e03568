#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "geo/error.hpp"
#include "geo/geometry.hpp"
#include "land/edit.hpp"
#include "store/store.hpp"

/// Town files for tests, and what must hold in every one of them.
namespace liangdi::tests {

/// A folder of its own for a test, gone afterwards.
class TownFolder {
  public:
    TownFolder();
    ~TownFolder();
    TownFolder(const TownFolder&) = delete;
    TownFolder& operator=(const TownFolder&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return path / name; }
    /// An empty town file without a key; schema_version 0 is the newest.
    std::filesystem::path town(const std::string& name = "town.sqlite", int schema_version = 0) const;
    std::vector<std::string> names() const;  ///< of the files in it, sorted

    std::filesystem::path path;
};

/// The file as another program sees it: a connection of its own that may write.
store::Database raw(const std::filesystem::path& file);
std::string bytes_of(const std::filesystem::path& file);

land::Edit edit_by(const std::string& actor, const std::string& why, std::vector<land::Change> changes);
land::Insert new_marking(const std::string& code, const std::string& name = "group", land::Value id = {});
land::Insert new_parcel(const std::string& code, const geo::Box& box, land::Value id = {});
/// A rectangle of w x h metres as the town's geometry columns hold it.
land::Value rectangle_blob(const geo::Box& box);
/// A stream of `n` farmland parcels, code "<prefix>-<i>", side by side.
land::ChangeSource many_parcels(const std::string& prefix, int n);

store::ReverseRequest last_of(const std::string& actor);
store::ReverseRequest entry_of(const std::string& actor, std::int64_t entry);
store::Reversed undo(store::Store& store, const store::ReverseRequest& request);
store::Reversed redo(store::Store& store, const store::ReverseRequest& request);

/// What an older program wrote: the edit and its entry of the history, on a file of an older schema. An
/// update is of one cell.
std::int64_t apply_as_it_is(store::Database& db, const land::Edit& edit);

/// Table -> digest of all its rows, for all tracked tables.
std::map<std::string, std::string> contents(const store::Database& db);

/// What is wrong with the file: SQLite's own checks, foreign keys, every R*Tree (rtreecheck, as many entries
/// as geometries, each geometry's box inside its entry), the chain of the history. Empty where all is sound.
std::string fault_of(const store::Database& db);
std::string fault_of_indexes(const store::Database& db);

/// The code of the Error that `call` throws, "no error" where it throws none; its text goes to `message`.
template <class Call>
std::string code_of(Call&& call, std::string* message = nullptr) {
    try {
        call();
    } catch (const Error& e) {
        if (message) *message = e.what();
        return e.code();
    }
    return "no error";
}

}  // namespace liangdi::tests
