#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "exchange/reader.hpp"
#include "exchange/repair.hpp"
#include "land/finding.hpp"

namespace liangdi::exchange {

/// The health of a layer's shapes: invalid, empty, not finite, curved, with heights, mixed, the same twice.
class GeometryDoctor {
  public:
    explicit GeometryDoctor(const SourceLayer& layer, const RepairLimits& limits = {});
    void row(const SourceRow& row);
    std::vector<land::Finding> findings() const;  ///< places are in the source's own coordinates

  private:
    struct Place {
        std::int64_t count = 0, row = 0;
        std::string reason;
        std::optional<geo::Point> at;
    };
    void see(const char* rule, const SourceRow& row, const std::string& reason = {},
             std::optional<geo::Point> at = {});

    const SourceLayer* layer_;
    RepairLimits limits_;
    std::map<std::string, Place> seen_;
    std::map<geo::GeometryKind, std::int64_t> kinds_;
    std::unordered_map<std::size_t, std::int64_t> shapes_;  ///< hash of the coordinates -> row
};

}  // namespace liangdi::exchange
