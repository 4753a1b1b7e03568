#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/past.hpp"

namespace liangdi::cli {

namespace {

class UndoVerb final : public Verb {
  public:
    explicit UndoVerb(bool undo) : undo_(undo) {}
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("--entry", entry_, "this entry of the history instead of your own last one");
        app.add_flag("--batch", params_.batch, "with all edits of the same load");
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        if (entry_ > 0) params_.entry = entry_;
        auto project = town_.open();
        const auto done = undo_ ? tasks::undo(project, params_, console.progress())
                                : tasks::redo(project, params_, console.progress());
        if (report_.json) {
            console.line(nlohmann::json{{"entries", done.roots}, {"what", done.what}}.dump());
        } else {
            console.line(fmt::format("{}: {}", undo_ ? "undone" : "done again", done.what));
        }
        return Exit::done;
    }

  private:
    bool undo_;
    TownOptions town_;
    std::int64_t entry_ = 0;
    tasks::ReverseParams params_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_undo() {
    return std::make_unique<UndoVerb>(true);
}
std::unique_ptr<Verb> make_redo() {
    return std::make_unique<UndoVerb>(false);
}

}  // namespace liangdi::cli
