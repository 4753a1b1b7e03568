#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/linking.hpp"

namespace liangdi::cli {

namespace {

class LinkVerb final : public Verb {
  public:
    explicit LinkVerb(bool unlink) : unlink_(unlink) {}
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("--household", params_.household, "code or name")->required();
        auto* flat = app.add_option("--flat", params_.flat, "code of the flat");
        auto* parcel = app.add_option("--parcel", params_.parcel, "code of the parcel");
        flat->excludes(parcel);
        if (unlink_) {
            app.add_option("--on", params_.on, "last day in force (default: the reference date)");
            app.add_flag("--mistake", params_.mistake, "take the link out altogether");
        } else {
            app.add_option("--kind", params_.flat_kind, "of the flat: main or additional")
                ->check(CLI::IsMember({"main", "additional"}));
            app.add_option("--right", params_.right_kind, "of the parcel")
                ->check(CLI::IsMember({"ownership", "qualification", "contract", "operation", "use"}));
            app.add_option("--share", params_.share, "of the parcel, as 1/3")->capture_default_str();
            app.add_option("--certificate", params_.certificate, "number of the certificate");
            app.add_option("--from", params_.from, "first day in force");
        }
        report_.add_json(app);
        report_.add_fail_on(app);
    }
    Exit run(Console& console) override {
        auto project = town_.open();
        const auto result = unlink_ ? tasks::unlink(project, params_) : tasks::link(project, params_);
        if (report_.json) {
            console.line(nlohmann::json{
                {"entry", result.seq}, {"what", result.what}, {"findings", to_json(result.findings)}}
                             .dump(2));
        } else {
            console.line(result.seq ? fmt::format("{} (history entry {})", result.what, result.seq)
                                    : result.what + ": there already");
            print_findings(console, result.findings, static_cast<std::int64_t>(result.findings.size()));
        }
        return report_.exit_for(result.findings);
    }

  private:
    bool unlink_;
    TownOptions town_;
    tasks::LinkParams params_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_link() {
    return std::make_unique<LinkVerb>(false);
}
std::unique_ptr<Verb> make_unlink() {
    return std::make_unique<LinkVerb>(true);
}

}  // namespace liangdi::cli
