#include "gui/picking.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "land/layer_twins.hpp"

namespace liangdi::gui {

namespace {

constexpr std::array<std::string_view, 13> by_rank{
    "facility", "entrance", "boundary_point", "building",    "homestead", "farmland", "woodland",
    "street",   "barrier",  "grid",           "restriction", "community", "village"};
bool is_place(std::string_view layer) {
    return layer == "building" || layer == "homestead" || layer == "farmland" || layer == "woodland";
}
std::ptrdiff_t rank(std::string_view layer) {
    return std::ranges::find(by_rank, layer) - by_rank.begin();
}

std::vector<FeatureRef> ranked(const std::vector<render::Hit>& hits,
                               const std::vector<render::MapLayer>& layers) {
    std::vector<FeatureRef> refs;
    for (const auto& hit : hits) {
        const auto& name = layers[hit.layer].name;
        if (!land::draws_again(name)) refs.push_back({name, hit.id});
    }
    std::stable_sort(refs.begin(), refs.end(),
                     [](const auto& a, const auto& b) { return rank(a.layer) < rank(b.layer); });
    return refs;
}

}  // namespace

Picked picked_at(const std::vector<render::Hit>& hits, const std::vector<render::MapLayer>& layers) {
    auto refs = ranked(hits, layers);
    if (refs.empty()) return {};
    Picked picked{{refs.front()}, {}};
    picked.also_here.assign(refs.begin() + 1, refs.end());
    return picked;
}

Picked picked_in(const std::vector<render::Hit>& hits, const std::vector<render::MapLayer>& layers) {
    auto refs = ranked(hits, layers);
    if (refs.empty()) return {};
    if (std::ranges::any_of(refs, [](const auto& ref) { return is_place(ref.layer); })) {
        std::erase_if(refs, [](const auto& ref) { return !is_place(ref.layer); });
    } else {
        const std::string first = refs.front().layer;
        std::erase_if(refs, [&](const auto& ref) { return ref.layer != first; });
    }
    return {std::move(refs), {}};
}

}  // namespace liangdi::gui
