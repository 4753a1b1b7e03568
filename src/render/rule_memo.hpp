#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "render/style.hpp"

namespace liangdi::render {

/// Which rules of a style apply at one scale, asked of each filter once for each combination of values that
/// occurs: a million parcels have a dozen land classes. The style must outlive it.
class RuleMemo {
  public:
    static constexpr std::size_t most_kept =
        4096;  ///< a filter over a code that all features have their own of

    /// `names`: the attributes in the order in which features bring them.
    RuleMemo(const Style& style, double scale, const std::vector<std::string>& names);

    using Rules = std::vector<const Rule*>;
    /// The rules in drawing order, one entry a pass. Valid until the next call.
    const std::vector<Rules>& rules_of(const FeatureAttributes& feature);

    /// Which attributes, by their place among the names, any filter looks at.
    const std::vector<std::size_t>& filtered_by() const { return filtered_by_; }

  private:
    const Style& style_;
    double scale_;
    std::vector<std::size_t> filtered_by_;
    std::string key_, last_key_;
    const std::vector<Rules>* last_ = nullptr;
    std::unordered_map<std::string, std::vector<Rules>> known_;
};

}  // namespace liangdi::render
