#include <fmt/format.h>

#include "cli/drawing.hpp"
#include "cli/verb.hpp"
#include "geo/error.hpp"
#include "tasks/map_picture.hpp"

namespace liangdi::cli {

namespace {

class RenderVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("--out", params_.out, "picture to write: .png .jpg .svg .pdf")->required();
        app.add_option("--size", size_, "width and height in px, as 1920x1080")->capture_default_str();
        app.add_option("--dpi", params_.dpi, "device px an inch")
            ->check(CLI::Range(24, 1200))
            ->capture_default_str();
        app.add_option("--place", params_.place, "town, all, or a layer's name")->capture_default_str();
        app.add_option("--box", box_, "west south east north in the town's CRS")->expected(4);
        app.add_option("--scale", scale_, "denominator: 2000 is 1:2000")->check(CLI::PositiveNumber);
        app.add_option("--household", params_.household,
                       "code or name: its flat and land are highlighted and shown");
        app.add_option("--title", params_.title, "written above the map");
        app.add_option("--layer", params_.layers.only, "only these layers");
        app.add_option("--style", params_.layers.user_style, "screen or print")
            ->check(CLI::IsMember({"screen", "print"}));
        app.add_option("--imagery", params_.ground.pictures,
                       "GeoTIFF, MBTiles, GeoPackage … drawn under the map; may be given several times");
        app.add_option("--heights", params_.ground.heights, "model of heights: hillshade and contours");
        app.add_flag("!--no-hillshade", params_.ground.hillshade, "contours only");
        app.add_option("--contours", params_.ground.contour_interval_m, "interval in m; 0: none")
            ->check(CLI::NonNegativeNumber)
            ->capture_default_str();
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        char cross = 0, rest = 0;
        if (std::sscanf(size_.c_str(), "%d%c%d%c", &params_.width_px, &cross, &params_.height_px, &rest) !=
                3 ||
            cross != 'x') {
            throw Error("bad_size", "give the size as 1920x1080", size_);
        }
        if (!box_.empty()) params_.box = geo::Box{box_[0], box_[1], box_[2], box_[3]};
        if (params_.box && params_.box->empty())
            throw Error("bad_box", "the box is west south east north: west < east, south < north");
        if (scale_ > 0) params_.scale = scale_;
        params_.ground.contours = params_.ground.contour_interval_m > 0;
        const auto application = drawing_application();
        auto project = town_.open();
        const auto report = tasks::render_map(project, params_, console.progress());
        for (const auto& warning : report.warnings) console.note("warning: " + warning);
        if (report_.json) {
            console.line(nlohmann::json{{"out", params_.out.string()},
                                        {"features", report.features},
                                        {"labels", report.labels_placed},
                                        {"unreadable", report.unreadable}}
                             .dump());
        } else {
            console.line(fmt::format("{}: {} features, {} labels", params_.out.string(), report.features,
                                     report.labels_placed));
        }
        return Exit::done;
    }

  private:
    TownOptions town_;
    tasks::RenderParams params_;
    std::string size_ = "1920x1080";
    std::vector<double> box_;
    double scale_ = 0;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_render() {
    return std::make_unique<RenderVerb>();
}

}  // namespace liangdi::cli
