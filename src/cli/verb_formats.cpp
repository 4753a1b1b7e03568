#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/formats.hpp"

namespace liangdi::cli {

namespace {

class FormatsVerb final : public Verb {
  public:
    void setup(CLI::App& app) override { report_.add_json(app); }
    Exit run(Console& console) override {
        const auto formats = tasks::formats();
        if (report_.json) {
            nlohmann::json out = nlohmann::json::array();
            for (const auto& f : formats)
                out.push_back({{"driver", f.driver},
                               {"name", f.name},
                               {"extensions", f.extensions},
                               {"reads", f.reads},
                               {"writes", f.writes},
                               {"note", f.note},
                               {"written", f.written},
                               {"limits", f.limits}});
            console.line(nlohmann::json{{"formats", out}}.dump(2));
            return Exit::done;
        }
        for (const auto& f : formats) {
            console.line(fmt::format("{}{}  {:<16} {:<28} {}{}", f.reads ? 'r' : '-', f.writes ? 'w' : '-',
                                     f.driver, f.extensions, f.name, f.note.empty() ? "" : " - " + f.note));
            if (f.writes)
                console.line(fmt::format("    {:<16} export writes {}{}", "", f.written,
                                         f.limits.empty() ? "" : ": " + f.limits));
        }
        console.line("r: read, w: written. Databases and services are not opened: export a file there.");
        return Exit::done;
    }

  private:
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_formats() {
    return std::make_unique<FormatsVerb>();
}

}  // namespace liangdi::cli
