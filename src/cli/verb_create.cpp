#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/create.hpp"

namespace liangdi::cli {

namespace {

class CreateVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        app.add_option("TOWN", params_.town, "the new town file")->required();
        app.add_option("--crs", params_.crs, "the town's CRS, plane, in metres")->capture_default_str();
        app.add_option("--name", params_.name, "the town's name (default: the file's)");
        app.add_option("--reference-date", params_.reference_date,
                       "the day all figures are computed for (default: today)");
        app.add_option("--passphrase-file", passphrase_file_,
                       "seal personal records under the passphrase in this file")
            ->type_name("FILE");
        app.add_option("--actor", params_.actor, "who does this (default: the system's user)");
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        if (!passphrase_file_.empty()) params_.passphrase = tasks::read_passphrase(passphrase_file_);
        const auto created = tasks::create(params_);
        if (report_.json) {
            nlohmann::json out = {{"town", params_.town.string()}};
            if (!created.recovery_key.empty()) out["recovery_key"] = created.recovery_key;
            console.line(out.dump());
            return Exit::done;
        }
        console.line("created " + params_.town.string());
        if (created.strength) console.line(std::string(land::to_text(*created.strength)));
        print_recovery_key(console, created.recovery_key);
        return Exit::done;
    }

  private:
    static void print_recovery_key(Console& console, const std::string& key) {
        if (key.empty()) {
            console.line("without a passphrase: personal values of imports will be left out");
            return;
        }
        console.line(
            "recovery key, shown only now - write it down and lock it away. With it and the passphrase lost, "
            "nobody "
            "can open the personal records again:\n  " +
            key);
    }

    tasks::CreateParams params_;
    std::string passphrase_file_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_create() {
    return std::make_unique<CreateVerb>();
}

}  // namespace liangdi::cli
