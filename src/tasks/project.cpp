#include "tasks/project.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include "geo/error.hpp"

namespace liangdi::tasks {

std::string system_user() {
    if (const auto* entry = ::getpwuid(::getuid()); entry && entry->pw_name) return entry->pw_name;
    return fmt::format("user {}", ::getuid());
}

Project open_project(const OpenParams& params) {
    store::read_soon(params.town);
    Project project;
    project.store = std::make_shared<store::Store>(params.town, store::StoreOptions{{}, params.unshared});
    project.actor = params.actor.empty() ? system_user() : params.actor;
    if (params.unlock) unlock(project, read_passphrase(*params.unlock), params.reason);
    return project;
}

void unlock(Project& project, const Passphrase& passphrase, const std::string& reason) {
    project.key = project.store->unlock(passphrase.text(), project.actor, reason);
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
std::string Project::file_id() const {
    return store->snapshot()->setting("file_id");
}
geo::Crs Project::crs() const {
    return geo::Crs::from_text(fmt::format("EPSG:{}", store->srid()));
}

}  // namespace liangdi::tasks
