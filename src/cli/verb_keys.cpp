#include <fmt/format.h>

#include "cli/verb.hpp"
#include "geo/error.hpp"
#include "tasks/keys.hpp"

namespace liangdi::cli {

namespace {

class KeysVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option(
               "ACTION", action_,
               "list: who has a passphrase; add: give one to an officer; change: one's own; remove: take "
               "an officer's away; recover: set a forgotten one anew, unlocked with the recovery key; "
               "recovery-key: make a new recovery key; renew: a new data key, all records sealed again")
            ->required()
            ->check(CLI::IsMember({"list", "add", "change", "remove", "recover", "recovery-key", "renew"}));
        app.add_option("--holder", holder_, "the officer whose passphrase is meant")->type_name("NAME");
        app.add_option("--new-passphrase", new_, "file whose first line is the new passphrase")
            ->type_name("FILE");
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        if (action_ == "list") return list(console);
        if (town_.unlock.empty())
            throw Error("locked", fmt::format("keys {} needs --unlock FILE and --reason TEXT", action_));
        const bool with_file = action_ == "add" || action_ == "change" || action_ == "recover";
        if (with_file && new_.empty())
            throw Error("no_passphrase", fmt::format("keys {} needs --new-passphrase FILE", action_));
        auto project = town_.open();
        const auto done = change(project);
        // At once: whatever comes after must not cost the only sight of the recovery key.
        print(console, done);
        if (action_ == "renew") reseal(console, project);
        return Exit::done;
    }

  private:
    Exit list(Console& console) const {
        auto project = town_.open();
        const auto state = tasks::keys(project);
        if (report_.json) {
            nlohmann::json holders = nlohmann::json::array();
            for (const auto& h : state.holders)
                holders.push_back(
                    {{"holder", h.name}, {"passes", h.cost.ops}, {"memory_bytes", h.cost.mem_bytes}});
            console.line(nlohmann::json{{"holders", holders}, {"recovery_key", state.recovery}}.dump(2));
            return Exit::done;
        }
        if (state.holders.empty() && !state.recovery)
            console.line("no key: this town file was made without a passphrase and keeps no personal values");
        for (const auto& h : state.holders)
            console.line(fmt::format("{:<16} Argon2id, {} passes over {} MiB a try", h.name, h.cost.ops,
                                     h.cost.mem_bytes >> 20));
        if (state.recovery) console.line("recovery key: there is one");
        return Exit::done;
    }

    tasks::KeysChanged change(tasks::Project& project) const {
        if (action_ == "add")
            return tasks::add_passphrase(project, holder_, tasks::read_passphrase(new_), town_.reason);
        if (action_ == "change")
            return tasks::change_passphrase(project, tasks::read_passphrase(new_), town_.reason);
        if (action_ == "recover")
            return tasks::reset_passphrase(project, holder_, tasks::read_passphrase(new_), town_.reason);
        if (action_ == "remove") return tasks::remove_passphrase(project, holder_, town_.reason);
        if (action_ == "recovery-key") return tasks::new_recovery_key(project, town_.reason);
        return tasks::renew_key(project, tasks::read_passphrase(new_.empty() ? town_.unlock : new_),
                                town_.reason);
    }

    void print(Console& console, const tasks::KeysChanged& done) const {
        if (report_.json) {
            nlohmann::json out = {{"action", action_}, {"holder", done.holder}};
            if (!done.recovery_key.empty()) out["recovery_key"] = done.recovery_key;
            if (action_ != "remove" && action_ != "recovery-key")
                out["strength"] = std::string(land::to_text(done.strength));
            console.line(out.dump());
            std::fflush(stdout);
            return;
        }
        if (action_ == "remove") {
            console.line(fmt::format(
                "{}'s passphrase no longer opens this file. The data key is the same: an older copy of the "
                "file "
                "that {} kept still opens with it. If that must not be for what comes, run 'keys TOWN renew'",
                done.holder, done.holder));
        } else if (action_ != "recovery-key") {
            console.line(fmt::format("{}: passphrase set; {}", done.holder, land::to_text(done.strength)));
        }
        if (action_ == "renew")
            console.line(
                "All other passphrases are gone; give the officers theirs again with 'keys TOWN add'. What "
                "the "
                "history holds from before stays sealed with the old key");
        if (!done.recovery_key.empty())
            console.line(
                "recovery key, shown only now - write it down and lock it away; the old one opens nothing "
                "any "
                "more. With all passphrases and this key lost, nobody can open the personal records again:\n "
                " " +
                done.recovery_key);
        std::fflush(stdout);
    }

    void reseal(Console& console, tasks::Project& project) const {
        tasks::Resealed done;
        try {
            done = tasks::reseal(project, console.progress());
        } catch (const Cancelled&) {
            throw Error(
                "cancelled_half",
                "stopped: the new key is in force, but records are still sealed with the old one; they "
                "open as before. Run 'keys TOWN renew' again to finish");
        }
        const std::string words = fmt::format("{} records sealed again", done.records);
        const std::string damaged =
            done.damaged == 0 ? ""
                              : fmt::format("; {} could not be opened and stay as they are", done.damaged);
        report_.json
            ? console.line(nlohmann::json{{"records", done.records}, {"damaged", done.damaged}}.dump())
            : console.line(words + damaged);
    }

    TownOptions town_;
    std::string action_, holder_, new_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_keys() {
    return std::make_unique<KeysVerb>();
}

}  // namespace liangdi::cli
