#include "tasks/map_cache.hpp"

#include "render/layer_packing.hpp"
#include "render/packed_block.hpp"
#include "store/side_file.hpp"

namespace liangdi::tasks {

namespace {

constexpr std::size_t far_behind = 2000;  // changed rows, each read by its id for every picture

/// Whether a packed layer serves the rows as they are, and the style.
bool is_current(const std::shared_ptr<const render::PackedLayer>& packed, const render::MapLayer& layer) {
    if (!packed || !packed->has(render::properties_of(layer.style))) return false;
    const auto changed = layer.source->changed_since(packed->state());
    return changed && changed->size() <= far_behind;
}

}  // namespace

PackedLayers pack_layers(const std::vector<render::MapLayer>& layers, const PackParams& params,
                         land::Progress& progress) {
    const auto folder = params.folder.value_or(store::cache_folder());
    PackedLayers all;
    for (const auto& layer : layers) {
        progress.at(layer.name, 0, 0);
        if (!layer.source || layer.source->rows() < params.least) continue;
        auto packed = layer.packed;
        if (!is_current(packed, layer)) {
            const auto state = layer.source->state();
            if (!state) continue;
            const auto file = store::side_file(folder, "map", state->rows, "cache");
            packed = render::open_packed(file);
            if (is_current(packed, layer)) {
                store::mark_used(file);
            } else {
                store::remove_unused(folder, "map");
                packed =
                    render::pack_layer(*layer.source, render::properties_of(layer.style), file, progress);
            }
        }
        if (packed) all[layer.name] = std::move(packed);
    }
    return all;
}

}  // namespace liangdi::tasks
