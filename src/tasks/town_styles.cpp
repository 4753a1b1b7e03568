#include "tasks/town_styles.hpp"

#include <fmt/format.h>

#include <QFile>
#include <QStandardPaths>
#include <algorithm>
#include <cstdlib>

#include "land/feature_source.hpp"
#include "render/style_adoption.hpp"
#include "render/style_files.hpp"

namespace liangdi::tasks {

namespace fs = std::filesystem;

namespace {

fs::path own_folder() {
    if (const char* named = std::getenv("LIANGDI_OWN_STYLES"); named && *named) return named;
    return fs::path(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString()) /
           "liangdi" / "liangdi" / "styles";
}

/// Asking for no row is enough: whoever has no such column says so.
void check_columns(const Project& project, const std::string& layer,
                   const std::vector<render::Style>& styles) {
    const auto* spec = land::find_layer(layer);
    if (!spec) return;  // contours are no rows of the town
    const auto source = project.store->features(*spec);
    for (const auto& style : styles) {
        if (style.name != "screen" && style.name != "print") continue;  // sheets compute columns of their own
        land::FeatureQuery query;
        query.attributes = render::properties_of(style);
        query.ids = {-1};
        source->each(query, [](const land::FeatureView&) { return true; });
    }
}

}  // namespace

std::vector<render::Style> house_styles(const std::string& layer) {
    return render::load_styles(render::style_directory() / (layer + ".sld"));
}

std::vector<render::GraphicLook> house_drawings() {
    std::vector<render::GraphicLook> drawings;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(render::style_directory() / "marks", none)) {
        if (entry.path().extension() != ".svg") continue;
        QFile file(QString::fromStdString(entry.path().string()));
        if (file.open(QIODevice::ReadOnly))
            drawings.push_back({"marks/" + entry.path().filename().string(), {}, file.readAll(), {}});
    }
    std::ranges::sort(drawings, {}, &render::GraphicLook::svg_name);
    return drawings;
}

fs::path own_style_file(const Project& project, const std::string& layer) {
    return own_folder() / project.file_id() / (layer + ".sld");
}

std::vector<render::Style> layer_styles(const Project& project, const std::string& layer) {
    if (const fs::path own = own_style_file(project, layer); fs::exists(own)) {
        try {
            auto styles = render::load_styles(own);
            check_columns(project, layer, styles);
            return styles;
        } catch (const Error&) {  // unread_styles says why
        }
    }
    return house_styles(layer);
}

render::Style layer_style(const Project& project, const std::string& layer, const std::string& user_style) {
    for (auto& style : layer_styles(project, layer))
        if (style.name == user_style) return style;
    return render::layer_style(layer, user_style);
}

void keep_styles(const Project& project, const std::string& layer, const std::vector<render::Style>& styles) {
    const fs::path own = own_style_file(project, layer);
    if (styles != house_styles(layer)) {
        render::save_styles(own, styles);
        return;
    }
    std::error_code failed;
    fs::remove(own, failed);
    if (failed) throw Error("cannot_write", "the own style cannot be taken away", own.string());
}

std::vector<render::Style> read_styles(const Project& project, const std::string& layer,
                                       const fs::path& file) {
    auto styles = render::adopted(render::load_styles(file), house_styles(layer));
    check_columns(project, layer, styles);
    return styles;
}

void write_styles(const Project& project, const std::string& layer, const fs::path& file) {
    render::save_styles(file, layer_styles(project, layer));
}

std::vector<Error> unread_styles(const Project& project) {
    std::vector<Error> errors;
    for (const auto& spec : land::town_layers()) {
        const fs::path own = own_style_file(project, spec.name);
        if (!fs::exists(own)) continue;
        try {
            check_columns(project, spec.name, render::load_styles(own));
        } catch (const Error& error) {
            errors.push_back(error);
        }
    }
    return errors;
}

}  // namespace liangdi::tasks
