#include "render/layer_reading.hpp"

#include <algorithm>

namespace liangdi::render {

LayerReading reading_of(const MapLayer& layer, double scale) {
    if (!layer.visible || !layer.source || !layer.packed || !draws_at(layer.style, scale) ||
        !layer.packed->has(properties_at(layer.style, scale)))
        return {};
    auto changed = layer.source->changed_since(layer.packed->state());
    if (!changed) return {};
    LayerReading reading{layer.packed, std::move(*changed)};
    const auto left_out = layer.packed->left_out();
    reading.from_source.insert(reading.from_source.end(), left_out.begin(), left_out.end());
    std::sort(reading.from_source.begin(), reading.from_source.end());
    reading.from_source.erase(std::unique(reading.from_source.begin(), reading.from_source.end()),
                              reading.from_source.end());
    return reading;
}

PackedRules::PackedRules(const PackedLayer& packed, const Style& style, double scale,
                         const std::vector<std::string>& names)
    : packed_(packed), names_(names), memo_(style, scale, names), values_(names.size()) {
    for (const auto& name : names) columns_.push_back(packed.column(name));
    std::size_t mixes = 1;
    for (const std::size_t i : memo_.filtered_by()) {
        filtered_.push_back(columns_[i]);
        mixes *= packed.values_of(columns_[i]) + std::size_t{1};
        if (mixes > RuleMemo::most_kept) break;  // the memo would forget some, and their rules move
    }
    if (mixes <= RuleMemo::most_kept) known_.resize(mixes);
}

std::span<const land::Value> PackedRules::values_of(std::size_t feature) {
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = packed_.value(columns_[i], feature);
    return values_;
}

const std::vector<RuleMemo::Rules>& PackedRules::rules_of(std::size_t feature) {
    if (known_.empty()) return memo_.rules_of({names_, values_of(feature)});
    std::size_t mix = 0;
    for (const std::size_t column : filtered_)
        mix = mix * packed_.values_of(column) + packed_.value_number(column, feature);
    const auto*& rules = known_[mix];
    if (!rules) rules = &memo_.rules_of({names_, values_of(feature)});
    return *rules;
}

}  // namespace liangdi::render
