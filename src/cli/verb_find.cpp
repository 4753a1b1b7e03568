#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/find.hpp"

namespace liangdi::cli {

namespace {

nlohmann::ordered_json to_json(const tasks::Found& found) {
    nlohmann::ordered_json out = {{"kind", found.kind},       {"table", found.table},    {"id", found.id},
                                  {"caption", found.caption}, {"detail", found.detail},  {"by", found.by},
                                  {"field", found.field},     {"matched", found.matched}};
    if (found.household) out["household"] = *found.household;
    auto places = nlohmann::ordered_json::array();
    for (const auto& place : found.on_map)
        places.push_back(nlohmann::ordered_json{{"layer", place.layer}, {"id", place.id}});
    out["places"] = places;
    if (!found.box.empty()) out["box"] = {found.box.min_x, found.box.min_y, found.box.max_x, found.box.max_y};
    return out;
}

class FindVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("TEXT", params_.text,
                       "any part of a name, a code, a certificate, an address; or pinyin initials of a name")
            ->required();
        app.add_option("--kind", params_.kinds, "only these")
            ->delimiter(',')
            ->check(CLI::IsMember(tasks::find_kinds()));
        app.add_option("--limit", params_.limit, "at most so many")
            ->check(CLI::Range(std::size_t{1}, std::size_t{10000}))
            ->capture_default_str();
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        auto project = town_.open();
        const auto result = tasks::find(project, params_, console.progress());
        console.end_progress();
        if (report_.json) {
            auto found = nlohmann::ordered_json::array();
            for (const auto& one : result.found) found.push_back(to_json(one));
            nlohmann::ordered_json out = {{"text", params_.text}, {"found", found}};
            if (!result.note.empty()) out["note"] = result.note;
            console.line(out.dump(2));
        } else {
            for (const auto& one : result.found) {
                std::string line = fmt::format("{:<18} {}", one.kind, one.caption);
                if (!one.detail.empty()) line += "  " + one.detail;
                if (one.matched != one.caption) line += fmt::format("  [{}: {}]", one.field, one.matched);
                if (!one.box.empty())
                    line += fmt::format("  at {:.0f},{:.0f}", one.box.centre().x, one.box.centre().y);
                console.line(line);
            }
            if (!result.note.empty()) console.note(result.note);
            if (result.found.empty() && result.note.empty()) console.note("nothing of that name or code");
        }
        return Exit::done;
    }

  private:
    TownOptions town_;
    tasks::FindParams params_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_find() {
    return std::make_unique<FindVerb>();
}

}  // namespace liangdi::cli
