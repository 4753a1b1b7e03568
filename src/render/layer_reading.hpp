#pragma once

#include <memory>
#include <vector>

#include "render/map_request.hpp"
#include "render/packed_layer.hpp"
#include "render/rule_memo.hpp"

namespace liangdi::render {

/// Where the features of a layer come from for one picture; found out once for all bands.
struct LayerReading {
    std::shared_ptr<const PackedLayer> packed;  ///< null: all from the source
    std::vector<std::int64_t>
        from_source;  ///< in order; rows that the packed layer has not, or not as they are
};
LayerReading reading_of(const MapLayer& layer, double scale);

/// A style's rules for the features of a packed layer, looked up by the numbers of their values.
class PackedRules {
  public:
    /// `names`: columns that the packed layer has.
    PackedRules(const PackedLayer& packed, const Style& style, double scale,
                const std::vector<std::string>& names);

    /// Valid until the next call.
    const std::vector<RuleMemo::Rules>& rules_of(std::size_t feature);
    /// The feature's values, in the order of the names; valid until the next call of either.
    std::span<const land::Value> values_of(std::size_t feature);

  private:
    const PackedLayer& packed_;
    const std::vector<std::string>& names_;
    RuleMemo memo_;
    std::vector<std::size_t> columns_;   // of the packed layer, for each name
    std::vector<std::size_t> filtered_;  // those of them that decide the rules
    /// For each mix of their values; empty where there are too many mixes.
    std::vector<const std::vector<RuleMemo::Rules>*> known_;
    std::vector<land::Value> values_;
};

}  // namespace liangdi::render
