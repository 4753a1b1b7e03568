#pragma once

#include <string>
#include <vector>

#include "geo/geometry.hpp"
#include "render/page.hpp"

namespace liangdi::tasks {

/// How much distinct ground the large-scale maps of an atlas show together. Topographic maps larger than
/// 1:5000 that cover more than 25 km2 are secret (自然资发〔2020〕95号, item 18).
class GroundCovered {
  public:
    static constexpr double scale_limit = 5000;  ///< maps of a smaller denominator count
    static constexpr double limit_km2 = 25;

    void add(const render::Page& page);
    double area_km2() const;
    bool secret() const { return area_km2() > limit_km2; }

  private:
    std::vector<geo::Box> boxes_;
};

/// Of the union of boxes, m2.
double area_of_union_m2(std::vector<geo::Box> boxes);

/// Says it in words, where there is anything to say.
void add_secrecy_warning(std::vector<std::string>& warnings, const GroundCovered& covered);

}  // namespace liangdi::tasks
