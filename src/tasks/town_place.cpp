#include "tasks/town_place.hpp"

#include "geo/error.hpp"
#include "geo/spatialite_blob.hpp"

namespace liangdi::tasks {
namespace {

geo::Box box_of_town(const Project& project) {
    geo::Box box;
    for (const char* table : {"village", "community", "grid", "building"})
        box.add(project.store->features({table, table, "", ""})->extent());
    if (box.empty()) box.add(project.store->features({"parcel", "parcel", "", ""})->extent());
    return box;
}

/// The source's box in the town's CRS, as far as its own word goes.
geo::Box box_of_source(const exchange::SourceLayer& layer, const exchange::SourceSample& sample,
                       const geo::Crs& town) {
    geo::Box box;
    try {
        const exchange::ToTown to_town({layer.crs, false, false, {}}, town);
        for (const geo::Point& p : sample.points) box.add(to_town(p));
    } catch (const Error&) {
        return {};
    }
    return box;
}

}  // namespace

exchange::TownPlace place_of_crs(const std::string& crs) {
    exchange::TownPlace place;
    place.crs = geo::Crs::from_text(crs);
    return place;
}

exchange::TownPlace town_place(const Project& project, const exchange::SourceLayer& layer,
                               const exchange::SourceSample& sample) {
    constexpr double reach_m = 1000;
    constexpr std::size_t most = 5000;
    exchange::TownPlace place;
    place.crs = project.crs();
    if (!layer.has_geometry || sample.points.empty()) return place;
    place.box = box_of_town(project);
    const geo::Box source = layer.crs.known() ? box_of_source(layer, sample, place.crs) : geo::Box{};
    if (place.box.empty() || source.empty() || !source.grown(reach_m).intersects(place.box.grown(reach_m)))
        return place;
    land::FeatureQuery query;
    query.box = source.grown(reach_m);
    for (const char* table : {"building", "parcel"})
        project.store->features({table, table, "", ""})->each(query, [&](const land::FeatureView& feature) {
            if (const auto box = geo::box_of_spatialite_blob(feature.blob)) place.anchors.push_back(*box);
            return place.anchors.size() < most;
        });
    return place;
}

}  // namespace liangdi::tasks
