#include "tasks/keys.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "store/sealed_rows.hpp"

namespace liangdi::tasks {

namespace {

bool has_passphrase(Project& project, const std::string& holder) {
    const auto state = keys(project);
    return std::any_of(state.holders.begin(), state.holders.end(),
                       [&](const auto& known) { return known.name == holder; });
}

void need_name(const std::string& holder) {
    if (holder.empty()) throw Error("no_holder", "say whose passphrase it is");
    if (holder == "recovery") throw Error("no_holder", "nobody may be called 'recovery' here");
}

template <class Change>
KeysChanged change_with(Project& project, const store::DataKey& key, const std::string& holder,
                        const Passphrase& passphrase, const std::string& reason) {
    Change change{holder, std::string(passphrase.text())};
    KeysChanged done;
    done.holder = holder;
    done.strength = land::passphrase_strength(change.passphrase);
    store::KeyChange value = std::move(change);
    done.recovery_key = project.store->change_keys(key, value, project.actor, reason);
    store::wipe(std::get<Change>(value).passphrase);
    return done;
}

}  // namespace

store::KeyState keys(Project& project) {
    return store::key_state(project.store->snapshot()->db());
}

KeysChanged add_passphrase(Project& project, const std::string& holder, const Passphrase& passphrase,
                           const std::string& reason) {
    const auto& key = need_key(project);
    need_name(holder);
    if (has_passphrase(project, holder))
        throw Error("exists", fmt::format("'{}' has a passphrase already; 'change' replaces one's own, "
                                          "'recover' one that was forgotten",
                                          holder));
    return change_with<store::SetPassphrase>(project, key, holder, passphrase, reason);
}

KeysChanged change_passphrase(Project& project, const Passphrase& passphrase, const std::string& reason) {
    const auto& key = need_key(project);
    if (!has_passphrase(project, key.holder()))
        throw Error("no_holder",
                    "the records were unlocked with the recovery key, which is nobody's passphrase; use "
                    "'recover' with an officer's name");
    return change_with<store::SetPassphrase>(project, key, key.holder(), passphrase, reason);
}

KeysChanged reset_passphrase(Project& project, const std::string& holder, const Passphrase& passphrase,
                             const std::string& reason) {
    const auto& key = need_key(project);
    need_name(holder);
    return change_with<store::SetPassphrase>(project, key, holder, passphrase, reason);
}

KeysChanged remove_passphrase(Project& project, const std::string& holder, const std::string& reason) {
    const auto& key = need_key(project);
    need_name(holder);
    project.store->change_keys(key, store::RemovePassphrase{holder}, project.actor, reason);
    return {holder, {}, {}};
}

KeysChanged new_recovery_key(Project& project, const std::string& reason) {
    const auto& key = need_key(project);
    return {{}, project.store->change_keys(key, store::NewRecoveryKey{}, project.actor, reason), {}};
}

KeysChanged renew_key(Project& project, const Passphrase& passphrase, const std::string& reason) {
    const store::DataKey renewed = need_key(project).renewed();
    const std::string holder = has_passphrase(project, renewed.holder()) ? renewed.holder() : project.actor;
    need_name(holder);
    // The wraps first: from here on every record, sealed again or not yet, opens with this passphrase.
    auto done = change_with<store::ReplaceAllKeys>(project, renewed, holder, passphrase, reason);
    project.key = renewed;
    return done;
}

Resealed reseal(Project& project, land::Progress& progress) {
    const auto& key = need_key(project);
    Resealed done;
    const auto town = project.store->snapshot(/*to_edit=*/true);
    const std::int64_t total = town->count("sealed");
    auto changes = store::resealing(town->db(), key, done.damaged);
    const land::ChangeSource counted = [&] {
        progress.at("sealing again", done.records, total);
        auto change = changes();
        if (change) ++done.records;
        return change;
    };
    done.seq = project.store->apply(project.head("sealed records under a new key"), counted, progress).seq;
    return done;
}

}  // namespace liangdi::tasks
