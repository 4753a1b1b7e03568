#include "tasks/project.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <fstream>

#include "geo/error.hpp"

namespace liangdi::tasks {

std::string system_user() {
    if (const auto* entry = ::getpwuid(::getuid()); entry && entry->pw_name) return entry->pw_name;
    return fmt::format("user {}", ::getuid());
}

std::string read_passphrase(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string line;
    if (!in) throw Error("not_found", "the passphrase file cannot be read", file.string());
    std::getline(in, line);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.pop_back();
    if (line.empty())
        throw Error("bad_passphrase_file", "the first line must hold the passphrase and is empty",
                    file.string());
    return line;
}

Project open_project(const OpenParams& params) {
    Project project;
    project.store = std::make_shared<store::Store>(params.town, store::StoreOptions{{}, params.unshared});
    project.actor = params.actor.empty() ? system_user() : params.actor;
    if (params.unlock) {
        std::string passphrase = read_passphrase(*params.unlock);
        project.key = project.store->unlock(passphrase, project.actor, params.reason);
        store::wipe(passphrase);
    }
    return project;
}

const store::DataKey& need_key(const Project& project) {
    if (project.key) return *project.key;
    throw Error("locked",
                "the personal records are locked; unlock them with a passphrase and a reason (--unlock FILE "
                "--reason TEXT)");
}

std::string Project::reference_date() const {
    return store->snapshot()->setting("reference_date");
}
std::string Project::name() const {
    return store->snapshot()->setting("name");
}
geo::Crs Project::crs() const {
    return geo::Crs::from_text(fmt::format("EPSG:{}", store->srid()));
}

}  // namespace liangdi::tasks
