// The parts of Store that open, show and change what is sealed: all leave an entry of kind access.
#include <fmt/format.h>

#include "geo/error.hpp"
#include "land/id_number.hpp"
#include "store/store.hpp"
#include "store/write_connection.hpp"

namespace liangdi::store {

namespace {

void check_reason(const std::string& reason) {
    if (reason.find_first_not_of(' ') == std::string::npos)
        throw Error("no_reason",
                    "say why the personal records are opened; the reason is kept in the history");
    // The history is in clear: whoever copies an identity number into a reason publishes it there.
    if (land::holds_personal_number(reason))
        throw Error(
            "personal_reason",
            "the reason holds an identity or telephone number; reasons are kept in clear, so name the "
            "household by its code instead");
}

std::int64_t write_access(Database& db, const std::string& actor, const std::string& why) {
    const std::int64_t seq = next_seq(db);
    ChangesetStorage storage(db, seq, last_sha256(db));
    NewEntry entry;
    entry.head = {actor, why, {}};
    entry.kind = "access";
    append_entry(db, seq, entry, storage.finish());
    return seq;
}

void remove_holder(Database& db, const std::string& holder) {
    auto gone = db.prepare("DELETE FROM key_wrap WHERE kind='passphrase' AND holder=?");
    gone.bind(1, holder);
    gone.run();
}

std::vector<KeyWrap> wraps_of(const DataKey& key, const KeyChange& change, std::string& recovery_key) {
    std::vector<KeyWrap> wraps;
    const auto recovery = [&] {
        RecoveryWrap made = recovery_wrap(key);
        recovery_key = std::move(made.recovery_key);
        wraps.push_back(std::move(made.wrap));
    };
    if (const auto* set = std::get_if<SetPassphrase>(&change))
        wraps.push_back(passphrase_wrap(key, set->holder, set->passphrase));
    if (const auto* all = std::get_if<ReplaceAllKeys>(&change)) {
        wraps.push_back(passphrase_wrap(key, all->holder, all->passphrase));
        recovery();
    }
    if (std::holds_alternative<NewRecoveryKey>(change)) recovery();
    return wraps;
}

/// Takes out what the change replaces; says in words what it does.
struct Remover {
    Database& db;
    std::string operator()(const SetPassphrase& set) const {
        remove_holder(db, set.holder);
        return "passphrase of " + set.holder + " set";
    }
    std::string operator()(const RemovePassphrase& remove) const {
        bool there = false;
        std::size_t others = 0;
        for (const KeyHolder& holder : key_state(db).holders)
            (holder.name == remove.holder ? there = true : ++others);
        if (!there)
            throw Error("not_found", fmt::format("'{}' has no passphrase in this town file; keys TOWN list "
                                                 "shows who has one",
                                                 remove.holder));
        if (others == 0)
            throw Error("last_passphrase",
                        "this is the last passphrase of the town file; add another one first");
        remove_holder(db, remove.holder);
        return "passphrase of " + remove.holder + " removed";
    }
    std::string operator()(const NewRecoveryKey&) const {
        db.run("DELETE FROM key_wrap WHERE kind='recovery'");
        return "new recovery key";
    }
    std::string operator()(const ReplaceAllKeys&) const {
        db.run("DELETE FROM key_wrap");
        return "new data key, all passphrases but one's own removed";
    }
};

}  // namespace

DataKey Store::unlock(std::string_view passphrase, const std::string& actor, const std::string& reason) {
    const std::lock_guard lock(write_mutex_);
    check_reason(reason);
    DataKey key = [&] {
        const auto lease = pool_->lend();
        return open_data_key(lease.db(), passphrase, actor);
    }();
    Database& db = writer();
    Transaction transaction(db);
    std::string how = "unlock";  // a passphrase that was lent to somebody else shows
    if (key.holder() == "recovery") {
        how = "unlock with the recovery key";
    } else if (key.holder() != actor) {
        how = "unlock with the key of " + key.holder();
    }
    write_access(db, actor, how + ": " + reason);
    transaction.commit();
    return key;
}

std::int64_t Store::log_access(const std::string& actor, const std::string& what, const std::string& reason) {
    const std::lock_guard lock(write_mutex_);
    check_reason(reason);
    Database& db = writer();
    Transaction transaction(db);
    const std::int64_t seq = write_access(db, actor, fmt::format("{}: {}", what, reason));
    transaction.commit();
    return seq;
}

std::string Store::change_keys(const DataKey& key, const KeyChange& change, const std::string& actor,
                               const std::string& reason) {
    const std::lock_guard lock(write_mutex_);
    check_reason(reason);
    std::string recovery_key;
    const std::vector<KeyWrap> wraps = wraps_of(key, change, recovery_key);
    Database& db = writer();
    db.run("PRAGMA secure_delete=ON");  // a removed wrap must not stay behind in free pages
    Transaction transaction(db);
    const std::string what = std::visit(Remover{db}, change);
    for (const KeyWrap& wrap : wraps) insert(db, wrap);
    write_access(db, actor, fmt::format("keys, {}: {}", what, reason));
    transaction.commit();
    return recovery_key;
}

}  // namespace liangdi::store
