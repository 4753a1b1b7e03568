#include "tasks/map_picture.hpp"

#include <fmt/format.h>

#include <QPainter>
#include <algorithm>

#include "geo/error.hpp"
#include "render/contour_source.hpp"
#include "render/map_furniture.hpp"
#include "tasks/ground.hpp"
#include "tasks/household.hpp"
#include "tasks/picture_file.hpp"
#include "tasks/town_styles.hpp"

namespace liangdi::tasks {

Selection selection_of(const land::HouseholdView& household) {
    Selection selection;
    for (const auto& home : household.homes) selection.ids["building"].push_back(home.building);
    for (const auto& land : household.lands) selection.ids[land.kind].push_back(land.parcel);
    return selection;
}

std::vector<render::MapLayer> map_layers(Project& project, const MapLayerParams& params) {
    for (const auto& name : params.only) {
        if (!land::find_layer(name)) {
            std::string known;
            for (const auto& layer : land::town_layers()) known += (known.empty() ? "" : ", ") + layer.name;
            throw Error("no_layer", fmt::format("there is no map layer '{}'; there are {}", name, known));
        }
    }
    std::vector<render::MapLayer> layers;
    for (const auto& spec : land::town_layers()) {
        if (!params.only.empty() &&
            std::find(params.only.begin(), params.only.end(), spec.name) == params.only.end())
            continue;
        render::MapLayer layer;
        layer.name = spec.name;
        layer.source = project.store->features(spec);
        layer.style = layer_style(project, spec.name, params.user_style);
        layers.push_back(std::move(layer));
    }
    return layers;
}

void add_ground(render::MapRequest& request, const Project& project, const GroundParams& params,
                const std::string& user_style) {
    using Kind = render::RasterLayer::Kind;
    const std::string crs = project.crs().definition();
    for (const auto& file : params.pictures) request.rasters.push_back({file, Kind::picture, 1, crs, {}});
    if (params.heights.empty()) return;
    const render::RasterLayer heights{params.heights, Kind::hillshade, render::hillshade_opacity, crs, {}};
    if (params.hillshade) request.rasters.push_back(heights);
    if (!params.contours) return;
    render::MapLayer contours;
    contours.name = "contour";
    contours.source = render::contour_source(heights, params.contour_interval_m);
    contours.style = layer_style(project, "contour", user_style);
    std::vector<render::MapLayer> one;
    one.push_back(std::move(contours));
    insert_contours(request.layers, std::move(one));
}

namespace {

geo::Box box_of_layers(const std::vector<render::MapLayer>& layers, const std::string& name) {
    geo::Box box;
    for (const auto& layer : layers) {
        if (name == "all" || layer.name == name) box.add(layer.source->extent());
    }
    return box;
}

geo::Box box_of_selection(const std::vector<render::MapLayer>& layers) {
    geo::Box box;
    for (const auto& layer : layers) box.add(land::box_of_features(*layer.source, layer.highlighted));
    return box;
}

geo::Box wanted_box(const RenderParams& params, const std::vector<render::MapLayer>& layers) {
    if (params.box) return *params.box;
    if (!params.household.empty()) {
        if (const auto box = box_of_selection(layers); !box.empty())
            return box.grown(std::max(box.width(), box.height()) * 0.05 + 20);
    }
    geo::Box box =
        params.place == "town" ? box_of_layers(layers, "community") : box_of_layers(layers, params.place);
    if (box.empty()) box = box_of_layers(layers, "all");
    return box;
}

}  // namespace

render::MapReport render_map(Project& project, const RenderParams& params, land::Progress& progress) {
    const QSize size(params.width_px, params.height_px);
    check_picture_size(size);
    const PictureKind kind = picture_kind(params.out);
    render::MapRequest request;
    request.layers = map_layers(project, params.layers);
    if (!params.household.empty()) {
        const auto town = project.store->snapshot();
        const auto view = household_view(project, find_household(*town, params.household));
        const auto selection = selection_of(*view);
        for (auto& layer : request.layers) {
            if (const auto found = selection.ids.find(layer.name); found != selection.ids.end())
                layer.highlighted = found->second;
        }
    }
    request.view =
        render::MapView::fit(wanted_box(params, request.layers), size, params.dpi, 24 * params.dpi / 96);
    if (params.scale) request.view = request.view.with_scale(*params.scale);
    // After the view is known: the ground is larger than the town.
    add_ground(request, project, params.ground, params.layers.user_style);
    request.stop = progress.stop_token();
    progress.at("drawing", 0, 0);

    const render::MapFurniture furniture{true, true, QString::fromStdString(params.title)};
    render::MapReport report;
    if (kind == PictureKind::raster) {
        QImage image = render::MapRenderer().to_image(request, &report);
        QPainter painter(&image);
        render::draw_furniture(painter, request.view, furniture);
        painter.end();
        write_raster_picture(params.out, image);
        return report;
    }
    write_vector_picture(params.out, size, params.dpi, [&](QPainter& painter) {
        report = render::MapRenderer().paint(request, painter);
        render::draw_furniture(painter, request.view, furniture);
    });
    return report;
}

}  // namespace liangdi::tasks
