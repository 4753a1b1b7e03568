#include <fmt/format.h>

#include "cli/verb.hpp"
#include "geo/error.hpp"
#include "land/feature_source.hpp"
#include "tasks/town_styles.hpp"

namespace liangdi::cli {

namespace {

class StylesVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        auto* layer =
            app.add_option("--layer", layer_, "this layer: farmland, building …")->type_name("NAME");
        auto* load = app.add_option("--load", load_, "from now on the layer looks as this SLD file says")
                         ->needs(layer);
        auto* house =
            app.add_flag("--house", house_, "back to the style that comes with the program")->needs(layer);
        auto* save =
            app.add_option("--save", save_, "write the layer's styles as this SLD file")->needs(layer);
        load->excludes(house)->excludes(save);
        house->excludes(save);
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        const auto project = town_.open();
        if (!layer_.empty() && !land::find_layer(layer_))
            throw Error("no_layer", fmt::format("there is no map layer '{}'", layer_));
        if (!load_.empty())
            tasks::keep_styles(project, layer_, tasks::read_styles(project, layer_, load_));
        else if (house_)
            tasks::keep_styles(project, layer_, tasks::house_styles(layer_));
        else if (!save_.empty())
            tasks::write_styles(project, layer_, save_);
        list(console, project);
        return tasks::unread_styles(project).empty() ? Exit::done : Exit::refused;
    }

  private:
    void list(Console& console, const tasks::Project& project) const {
        nlohmann::json out = nlohmann::json::array();
        for (const auto& spec : land::town_layers()) {
            if (!layer_.empty() && spec.name != layer_) continue;
            const auto own = tasks::own_style_file(project, spec.name);
            const bool has_own = std::filesystem::exists(own);
            if (report_.json)
                out.push_back({{"layer", spec.name}, {"own", has_own ? own.string() : ""}});
            else
                console.line(fmt::format("{:<16} {}", spec.name, has_own ? own.string() : "the house's"));
        }
        if (report_.json) console.line(nlohmann::json{{"styles", out}}.dump(2));
        for (const auto& error : tasks::unread_styles(project))
            console.note(
                fmt::format("not used, the house's is drawn: {}: {}", error.where(), error.message()));
    }

    TownOptions town_;
    std::string layer_, load_, save_;
    bool house_ = false;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_styles() {
    return std::make_unique<StylesVerb>();
}

}  // namespace liangdi::cli
