#pragma once

#include <map>
#include <memory>
#include <string>

#include "land/place_views.hpp"
#include "render/page_layout.hpp"
#include "tasks/project.hpp"

namespace liangdi::tasks {

/// How sheets are made, whatever they are about.
struct SheetParams {
    land::Language language = land::Language::zh;
    std::string edition = "staff";  ///< "staff", "public"
    std::optional<double> scale;    ///< denominator; else the largest of the template's that fits
    std::string made_by;            ///< 制图单位; empty: the town's administration
    bool approved = false;          ///< else the sheet says that it is a sketch without legal force
};

/// What the pages of an atlas share: the town at one moment, its layers with their styles, its words. For one
/// thread.
class SheetBook {
  public:
    SheetBook(Project& project, SheetParams params);

    const SheetParams& params() const { return params_; }
    bool english() const { return params_.language == land::Language::en; }
    bool for_public() const { return params_.edition == "public"; }
    /// The first where the sheet is Chinese.
    std::string words(std::string zh, std::string en) const {
        return english() ? std::move(en) : std::move(zh);
    }
    store::Snapshot& town() const { return *town_; }
    const std::string& date() const { return date_; }  ///< ISO
    const geo::Crs& crs() const { return crs_; }
    Project& project() const { return project_; }

    render::Style style(const std::string& name, const std::string& user_style) const;
    /// A layer of the town in a user style of its .sld; style and source are read once.
    render::MapLayer layer(const std::string& name, const std::string& user_style = "print");

    /// A page with the words that every sheet has: town, title, date, crs, height, source, maker, page,
    /// pages, edition, draft.
    render::SheetContent page(const std::string& title, std::int64_t number, std::int64_t count) const;

    /// Grid north at a place and how far true north is from it, in words.
    QString north_note(geo::Point at) const;

    /// Counted at the first call.
    const land::Residents& residents(std::int64_t building);

  private:
    Project& project_;
    SheetParams params_;
    std::unique_ptr<store::Snapshot> town_;
    std::string date_;
    geo::Crs crs_;
    std::map<std::pair<std::string, std::string>, render::MapLayer> layers_;
    std::optional<land::ResidentsByBuilding> residents_;
};

/// For a map whose focus is known: the scale that was asked for, and which north is up there.
void settle(SheetBook& book, render::SheetContent::Map& map);

/// The box of these rows of a layer; empty where none has a shape.
geo::Box box_of_features(const render::MapLayer& layer, const std::vector<std::int64_t>& ids);

/// 2000国家大地坐标系 高斯-克吕格投影 3度分带 中央子午线105°; the CRS's own name where it is another.
std::string crs_line(const geo::Crs& crs, bool english);

}  // namespace liangdi::tasks
