#include "tasks/ground.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "geo/error.hpp"
#include "render/contour_source.hpp"
#include "render/raster_reading.hpp"
#include "store/sha256.hpp"
#include "tasks/town_styles.hpp"

namespace liangdi::tasks {
namespace {

using Kind = render::RasterLayer::Kind;

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return out;
}

/// GDAL's words for the parts of a tile's address.
std::string tms_address(std::string address) {
    for (const auto& [ours, theirs] :
         {std::pair("{x}", "${x}"), std::pair("{y}", "${y}"), std::pair("{z}", "${z}")})
        for (auto at = address.find(ours); at != std::string::npos; at = address.find(ours, at + 4))
            address.replace(at, 3, theirs);
    return address;
}

std::string xyz_description(const std::string& address, const std::string& cache) {
    return fmt::format(R"(<GDAL_WMS>
  <Service name="TMS"><ServerUrl>{}</ServerUrl></Service>
  <DataWindow>
    <UpperLeftX>-20037508.34</UpperLeftX><UpperLeftY>20037508.34</UpperLeftY>
    <LowerRightX>20037508.34</LowerRightX><LowerRightY>-20037508.34</LowerRightY>
    <TileLevel>18</TileLevel><TileCountX>1</TileCountX><TileCountY>1</TileCountY><YOrigin>top</YOrigin>
  </DataWindow>
  <Projection>EPSG:3857</Projection>
  <BlockSizeX>256</BlockSizeX><BlockSizeY>256</BlockSizeY><BandsCount>3</BandsCount>
  <ZeroBlockHttpCodes>204,404</ZeroBlockHttpCodes><ZeroBlockOnServerException>true</ZeroBlockOnServerException>
  <Timeout>10</Timeout>
  <Cache><Path>{}</Path><Type>file</Type><Depth>2</Depth></Cache>
</GDAL_WMS>
)",
                       escaped(tms_address(address)), escaped(cache));
}

std::string wmts_description(const std::string& address, const std::string& cache) {
    return fmt::format(R"(<GDAL_WMTS>
  <GetCapabilitiesUrl>{}</GetCapabilitiesUrl>
  <ZeroBlockHttpCodes>204,404</ZeroBlockHttpCodes><ZeroBlockOnServerException>true</ZeroBlockOnServerException>
  <Cache><Path>{}</Path></Cache>
</GDAL_WMTS>
)",
                       escaped(address), escaped(cache));
}

}  // namespace

Ground ground_of(const Project& project, const std::vector<GroundLayer>& layers, land::Progress& progress) {
    Ground ground;
    const std::string crs = project.crs().definition();
    for (const GroundLayer& layer : layers) {
        progress.at(layer.file.filename().string(), 0, 0);
        if (!layer.visible) continue;
        if (layer.kind == GroundLayer::Kind::picture) {
            const render::RasterLayer picture{layer.file, Kind::picture, layer.opacity, crs, {}};
            const render::RasterReading readable(picture);
            ground.rasters.push_back(picture);
            continue;
        }
        const render::RasterLayer heights{
            layer.file, Kind::hillshade, render::hillshade_opacity * layer.opacity, crs, {}};
        ground.rasters.push_back(heights);
        if (layer.contour_interval_m <= 0) continue;
        render::MapLayer contours;
        contours.name = "contour";
        contours.source = render::contour_source(heights, layer.contour_interval_m);
        contours.style = layer_style(project, "contour");
        ground.contours.push_back(std::move(contours));
    }
    return ground;
}

void insert_contours(std::vector<render::MapLayer>& layers, std::vector<render::MapLayer> contours) {
    const auto above = std::ranges::find_if(layers, [](const render::MapLayer& layer) {
        return layer.name != "woodland" && layer.name != "farmland" && layer.name != "restriction" &&
               layer.name != "barrier";
    });
    layers.insert(above, std::make_move_iterator(contours.begin()), std::make_move_iterator(contours.end()));
}

GroundLayer look_at_ground(const Project& project, const std::filesystem::path& file) {
    const render::RasterReading raster({file, Kind::picture, 1, project.crs().definition(), {}});
    GroundLayer layer;
    layer.file = file;
    if (raster.bands() == 1 && raster.holds_numbers()) layer.kind = GroundLayer::Kind::heights;
    return layer;
}

std::filesystem::path write_tile_source(const std::filesystem::path& folder, const std::string& address) {
    const bool web = address.starts_with("https://") || address.starts_with("http://");
    const bool xyz = address.find("{x}") != std::string::npos && address.find("{y}") != std::string::npos &&
                     address.find("{z}") != std::string::npos;
    const bool wmts = address.find("WMTS") != std::string::npos || address.find("wmts") != std::string::npos;
    if (!web || !(xyz || wmts))
        throw Error(
            "bad_address",
            "write the address of tiles with {x}, {y} and {z}, as https://…/{z}/{x}/{y}.png, or that of "
            "a WMTS's capabilities",
            address);
    store::Sha256 hash;
    hash.add(address);
    const std::string name = hash.hex().substr(0, 16);
    const auto file = folder / (name + ".xml"), cache = folder / (name + "-tiles");
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << (xyz ? xyz_description(address, cache.string()) : wmts_description(address, cache.string()));
    out.close();
    if (!out)
        throw Error("cannot_write", "the tile source cannot be kept; check the folder and the free space",
                    file.string());
    return file;
}

}  // namespace liangdi::tasks
