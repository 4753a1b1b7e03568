#include "tasks/sheet_parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "geo/areas.hpp"
#include "land/area.hpp"
#include "land/chosen_features.hpp"
#include "land/masked_counts.hpp"

namespace liangdi::tasks {

Facts::Facts(SheetBook& book, std::string heading_zh, std::string heading_en) : book_(book) {
    table_.heading = book.words(std::move(heading_zh), std::move(heading_en));
    table_.columns = {{"", false, 0}, {"", true, 0}};
}

Facts& Facts::add(const char* zh, const char* en, std::string value) {
    if (!value.empty()) table_.rows.push_back({book_.words(zh, en), std::move(value)});
    return *this;
}

Facts& Facts::add(const char* zh, const char* en, std::int64_t count, const char* measure_zh) {
    return add(zh, en, book_.english() ? std::to_string(count) : fmt::format("{} {}", count, measure_zh));
}

Facts& Facts::add(const char* zh, const char* en, const std::vector<std::string>& names) {
    return add(zh, en, fmt::format("{}", fmt::join(names, book_.words("、", ", "))));
}

double planar_area_m2(const render::MapLayer& layer, std::int64_t id) {
    double area_m2 = 0;
    land::FeatureQuery query;
    query.ids = {id};
    layer.source->each(query, [&](const land::FeatureView& feature) {
        const auto shape = geo::from_spatialite_blob(feature.blob);
        if (!shape) return true;
        if (const auto* polygons = std::get_if<geo::MultiPolygon>(&*shape))
            area_m2 += geo::planar_area_m2(*polygons);
        return true;
    });
    return area_m2;
}

std::string area_text(SheetBook& book, double area_m2) {
    const std::string mu = land::format_hundredths(land::mu_hundredths_of_m2(area_m2));
    return book.words(mu + " 亩（平面）", mu + " mu (planar)");
}

render::SheetContent::Map grid_index_map(SheetBook& book, std::vector<std::int64_t> own) {
    render::SheetContent::Map map;
    map.layers.push_back(book.layer("grid_tint", "index"));
    render::MapLayer filled = book.layer("grid_tint", "index_own");
    filled.source = land::only_features(filled.source, std::move(own));
    map.layers.push_back(std::move(filled));
    map.layers.push_back(book.layer("community", "index"));
    map.focus = book.layer("grid").source->extent();
    return map;
}

std::shared_ptr<const land::FeatureSource> with_residents(
    SheetBook& book, std::shared_ptr<const land::FeatureSource> buildings,
    const std::vector<std::int64_t>& ids) {
    land::AddedColumns counts{{"households", "persons"}, {}};
    for (const auto id : ids) {
        const auto& residents = book.residents(id);
        // In a public edition so few would be known by name.
        if (book.for_public() && std::min(residents.households, residents.persons) < 5) continue;
        counts.values[id] = {residents.households, residents.persons};
    }
    return land::with_columns(std::move(buildings), std::move(counts));
}

std::vector<std::string> shown_counts(const SheetBook& book, const std::vector<std::int64_t>& counts) {
    std::vector<std::string> out;
    const auto hidden = book.for_public() ? land::masked_counts(counts) : std::vector<bool>(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i)
        out.push_back(hidden[i] ? (counts[i] < 5 ? "<5" : "–") : std::to_string(counts[i]));
    return out;
}

land::Residents residents_of(SheetBook& book, const std::vector<land::BuildingLine>& buildings) {
    land::Residents all;
    for (const auto& building : buildings) all += book.residents(building.id);
    return all;
}

std::vector<std::int64_t> ids_of(const std::vector<land::BuildingLine>& buildings) {
    std::vector<std::int64_t> ids;
    for (const auto& building : buildings) ids.push_back(building.id);
    return ids;
}

}  // namespace liangdi::tasks
