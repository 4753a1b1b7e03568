#include "tasks/sheet_book.hpp"

#include <fmt/format.h>

#include <cmath>
#include <regex>

#include "geo/grid_north.hpp"
#include "store/place_views.hpp"
#include "tasks/town_styles.hpp"

namespace liangdi::tasks {

namespace {

std::string or_else(std::string text, std::string otherwise) {
    return text.empty() ? std::move(otherwise) : std::move(text);
}

}  // namespace

std::string crs_line(const geo::Crs& crs, bool english) {
    static const std::regex zone(R"(CGCS2000 / 3-degree Gauss-Kruger (?:CM (\d+)E|zone (\d+)))");
    std::smatch match;
    if (english || !std::regex_search(crs.name(), match, zone)) return crs.name();
    const int meridian = match[1].matched ? std::stoi(match[1]) : std::stoi(match[2]) * 3;
    return fmt::format("2000国家大地坐标系，高斯-克吕格 3°分带，中央子午线 {}°", meridian);
}

geo::Box box_of_features(const render::MapLayer& layer, const std::vector<std::int64_t>& ids) {
    return land::box_of_features(*layer.source, ids);
}

void settle(SheetBook& book, render::SheetContent::Map& map) {
    map.scale = book.params().scale;
    if (!map.focus.empty()) map.north_note = book.north_note(map.focus.centre());
}

SheetBook::SheetBook(Project& project, SheetParams params)
    : project_(project),
      params_(std::move(params)),
      town_(project.store->snapshot()),
      date_(town_->setting("reference_date")),
      crs_(project.crs()) {}

render::Style SheetBook::style(const std::string& name, const std::string& user_style) const {
    return layer_style(project_, name, user_style);
}

render::MapLayer SheetBook::layer(const std::string& name, const std::string& user_style) {
    const auto key = std::pair(name, user_style);
    if (const auto found = layers_.find(key); found != layers_.end()) return found->second;
    render::MapLayer layer;
    layer.name = name;
    layer.source = project_.store->features(*land::find_layer(name));
    layer.style = style(name, user_style);
    return layers_.emplace(key, std::move(layer)).first->second;
}

render::SheetContent SheetBook::page(const std::string& title, std::int64_t number,
                                     std::int64_t count) const {
    render::SheetContent page;
    page.title = QString::fromStdString(title);
    page.language = params_.language;
    page.edition = params_.edition;
    auto& word = page.words;
    const std::string town = town_->setting("name");
    word["title"] = title;
    word["town"] = town;
    word["date"] = date_;
    word["crs"] = crs_line(crs_, english());
    word["height"] = words("1985国家高程基准", "National Vertical Datum 1985");
    word["source"] = words(fmt::format("资料：{}台账，时点 {}", town, date_),
                           fmt::format("Source: registers of {}, as of {}", town, date_));
    word["maker"] = or_else(params_.made_by, words(town + "管理委员会", "Administration of " + town));
    word["page"] = std::to_string(number);
    word["pages"] = std::to_string(count);
    word["edition"] = for_public() ? words("公开版", "Public edition") : words("内部使用", "Internal use");
    word["draft"] =
        params_.approved ? "" : words("示意图，不作为确权依据", "Sketch: no evidence of any right");
    return page;
}

QString SheetBook::north_note(geo::Point at) const {
    const double degrees = geo::meridian_convergence_deg(at, crs_);
    const auto minutes = static_cast<long>(std::lround(std::abs(degrees) * 60));
    const std::string angle = fmt::format("{}°{:02}′", minutes / 60, minutes % 60);
    // Grid north lies east of true north where the convergence is positive: true north is then to the west.
    if (minutes == 0) return QString::fromStdString(words("坐标北", "Grid north"));
    return QString::fromStdString(
        words(fmt::format("坐标北\n真北偏{} {}", degrees > 0 ? "西" : "东", angle),
              fmt::format("Grid north\ntrue north {} {}", angle, degrees > 0 ? "W" : "E")));
}

const land::Residents& SheetBook::residents(std::int64_t building) {
    if (!residents_) residents_ = store::residents_by_building(town_->db(), date_);
    return (*residents_)[building];
}

}  // namespace liangdi::tasks
