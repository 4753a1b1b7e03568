#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/personal_values.hpp"

namespace liangdi::cli {

namespace {

class PersonalVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("WHO", params_.of, "code or name of a household or a person")->required();
        app.add_flag("--unmasked", unmasked_,
                     "all values in full; who saw them and why goes into the history first");
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        params_.disclosure = unmasked_ ? land::Disclosure::open : land::Disclosure::masked;
        params_.reason = town_.reason;
        auto project = town_.open();
        const auto answer = tasks::personal_values(project, params_);
        if (report_.json) {
            console.line(to_json(answer).dump(2));
            return Exit::done;
        }
        for (const auto& record : answer.records) {
            console.line(
                fmt::format("{} {}{}", record.code, record.name,
                            record.damaged ? ": the record cannot be opened, see check --unlock" : ""));
            for (const auto& value : record.values)
                console.line(fmt::format("  {:<24} {}", value.field, value.value));
        }
        if (answer.children > 0)
            console.line(fmt::format("{} under 14, or of unknown age: left out", answer.children));
        if (answer.entry > 0) console.line(fmt::format("history entry {}", answer.entry));
        return Exit::done;
    }

  private:
    static nlohmann::json to_json(const tasks::PersonalAnswer& answer) {
        nlohmann::json records = nlohmann::json::array();
        for (const auto& record : answer.records) {
            nlohmann::json values = nlohmann::json::object();
            for (const auto& value : record.values) values[value.field] = value.value;
            records.push_back({{"code", record.code},
                               {"name", record.name},
                               {"kind", record.kind},
                               {"relation", record.relation},
                               {"damaged", record.damaged},
                               {"values", values}});
        }
        return {{"code", answer.code},
                {"name", answer.name},
                {"records", records},
                {"left_out_under_14", answer.children},
                {"entry", answer.entry}};
    }

    TownOptions town_;
    tasks::PersonalParams params_;
    bool unmasked_ = false;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_personal() {
    return std::make_unique<PersonalVerb>();
}

}  // namespace liangdi::cli
