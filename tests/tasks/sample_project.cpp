#include "sample_project.hpp"

#include "tasks/load.hpp"
#include "tasks/sample.hpp"

namespace liangdi::tests {

namespace fs = std::filesystem;

namespace {
const TownFolder& folder() {
    static const TownFolder own;
    return own;
}
}  // namespace

const fs::path& sample_folder() {
    static const fs::path path = [] {
        land::Progress silent;
        tasks::SampleParams params;
        params.folder = folder() / "sample";
        tasks::sample(params, silent);
        return params.folder;
    }();
    return path;
}

const fs::path& loaded_town() {
    static const fs::path path = [] {
        land::Progress silent;
        tasks::LoadParams params;
        params.town = folder() / "loaded.sqlite";
        params.folder = sample_folder();
        params.actor = "tester";
        tasks::load(params, silent);
        return params.town;
    }();
    return path;
}

const fs::path& messed_town() {
    static const fs::path path = [] {
        land::Progress silent;
        tasks::SampleParams sample;
        sample.folder = folder() / "messed";
        sample.mess = true;
        tasks::sample(sample, silent);
        tasks::LoadParams params;
        params.town = folder() / "messed.sqlite";
        params.folder = sample.folder;
        params.actor = "tester";
        tasks::load(params, silent);
        return params.town;
    }();
    return path;
}

fs::path town_copy(const TownFolder& into) {
    fs::copy_file(loaded_town(), into / "town.sqlite");
    return into / "town.sqlite";
}

tasks::Project open(const fs::path& town, const std::string& actor) {
    tasks::OpenParams params;
    params.town = town;
    params.actor = actor;
    return tasks::open_project(params);
}

tasks::Project open_unlocked(const fs::path& town, const std::string& actor) {
    tasks::OpenParams params;
    params.town = town;
    params.actor = actor;
    params.unlock = sample_folder() / "passphrase.txt";
    params.reason = "test";
    return tasks::open_project(params);
}

}  // namespace liangdi::tests
