#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/past.hpp"

namespace liangdi::cli {

namespace {

class HistoryVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("--limit", limit_, "how many entries, or rows of one entry")
            ->check(CLI::PositiveNumber)
            ->capture_default_str();
        app.add_option("--entry", entry_, "the rows that this entry changed, before and after");
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        auto project = town_.open();
        if (entry_ > 0) return rows(console, project);
        nlohmann::json out = nlohmann::json::array();
        for (const auto& e : tasks::history(project, limit_)) {
            if (report_.json) {
                out.push_back({{"entry", e.seq},
                               {"at", e.at},
                               {"actor", e.actor},
                               {"why", e.why},
                               {"kind", e.kind},
                               {"batch", e.batch},
                               {"changes", e.changes},
                               {"in_effect", e.in_effect},
                               {"undoes", e.undoes},
                               {"bytes", e.size}});
                continue;
            }
            console.line(fmt::format("{:>6} {} {:<12} {} ({} {}){}", e.seq, e.at.substr(0, 19), e.actor,
                                     e.why, e.changes, e.changes == 1 ? "change" : "changes",
                                     e.kind == "edit" && !e.in_effect ? " [undone]" : ""));
        }
        if (report_.json) console.line(out.dump(2));
        return Exit::done;
    }

  private:
    Exit rows(Console& console, tasks::Project& project) const {
        nlohmann::json out = nlohmann::json::array();
        for (const auto& row : tasks::history_rows(project, entry_, limit_)) {
            if (report_.json) {
                nlohmann::json cells;
                for (const auto& c : row.cells) cells[c.column] = {c.before, c.after};
                out.push_back({{"table", row.table}, {"id", row.id}, {"kind", row.kind}, {"cells", cells}});
                continue;
            }
            std::string cells;
            for (const auto& c : row.cells)
                cells += fmt::format(" {}: '{}' -> '{}';", c.column, c.before, c.after);
            console.line(fmt::format("{} {} {}:{}", row.kind, row.table, row.id, cells));
        }
        if (report_.json) console.line(out.dump(2));
        return Exit::done;
    }

    TownOptions town_;
    std::int64_t limit_ = 50, entry_ = 0;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_history() {
    return std::make_unique<HistoryVerb>();
}

}  // namespace liangdi::cli
