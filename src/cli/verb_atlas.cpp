#include <fmt/format.h>

#include "cli/drawing.hpp"
#include "cli/verb.hpp"
#include "geo/error.hpp"
#include "tasks/atlas.hpp"

namespace liangdi::cli {

namespace {

const std::map<std::string, tasks::AtlasFormat> formats{{"pdf", tasks::AtlasFormat::pdf},
                                                        {"png", tasks::AtlasFormat::png},
                                                        {"svg", tasks::AtlasFormat::svg},
                                                        {"tif", tasks::AtlasFormat::tif}};

class AtlasVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("--out", params_.out, "one .pdf with all pages; or a folder, with --separate")
            ->required();
        app.add_option("--sheet", params_.sheet, "a shipped template's name, or a template's .json")
            ->capture_default_str();
        app.add_option("--of", params_.filter.of, "only these, by code or name; may be given several times");
        app.add_option("--community", params_.filter.community, "only what lies in this community");
        app.add_option("--village", params_.filter.village, "only what belongs to this village or group");
        app.add_flag("--separate", params_.separate, "a file for each page");
        app.add_option("--format", format_, "of separate files: pdf, png, svg, tif (GeoTIFF)")
            ->check(CLI::IsMember(formats))
            ->capture_default_str();
        app.add_option("--dpi", params_.dpi, "of pictures")
            ->check(CLI::Range(36, 1200))
            ->capture_default_str();
        app.add_flag("--resume", params_.resume, "keep the pages that an interrupted run has made");
        app.add_option("--scale", scale_, "denominator; else the largest that shows the whole")
            ->check(CLI::Range(10, 1000000));
        app.add_option("--edition", params_.sheets.edition, "staff, or public: masked, without group figures")
            ->check(CLI::IsMember({"staff", "public"}))
            ->capture_default_str();
        language_.add_to(app, "of the sheets");
        app.add_option("--made-by", params_.sheets.made_by, "who answers for the sheet");
        app.add_flag("--approved", params_.sheets.approved, "without the mark that it is a sketch");
        app.add_option("--poster", poster_, "cut each page into sheets of this paper, to be glued: A4 or A3")
            ->check(CLI::IsMember({"A4", "A3"}));
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        params_.sheets.language = language_.language();
        params_.format = formats.at(format_);
        if (scale_ > 0) params_.sheets.scale = scale_;
        if (poster_ == "A4") params_.poster = render::poster_of_a4;
        if (poster_ == "A3") params_.poster = render::poster_of_a3;
        const auto application = drawing_application();
        auto project = town_.open();
        const auto report = tasks::write_atlas(project, params_, console.progress());
        console.end_progress();
        for (const auto& warning : report.warnings) console.note("warning: " + warning);
        if (report_.json) {
            nlohmann::json files = nlohmann::json::array();
            for (const auto& file : report.files) files.push_back(file.string());
            console.line(nlohmann::json{
                {"subjects", report.subjects},
                {"pages", report.pages},
                {"kept", report.kept},
                {"files",
                 files}}.dump());
        } else {
            console.line(fmt::format("{}: {} pages{}", params_.out.string(), report.pages,
                                     report.kept > 0 ? fmt::format(", {} kept", report.kept) : ""));
        }
        return Exit::done;
    }

  private:
    TownOptions town_;
    tasks::AtlasParams params_;
    std::string format_ = "pdf", poster_;
    double scale_ = 0;
    LanguageOption language_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_atlas() {
    return std::make_unique<AtlasVerb>();
}

}  // namespace liangdi::cli
