#include "render/rule_memo.hpp"

#include <algorithm>

namespace liangdi::render {

RuleMemo::RuleMemo(const Style& style, double scale, const std::vector<std::string>& names)
    : style_(style), scale_(scale) {
    std::vector<std::string> used;
    for (const auto& pass : style.passes)
        for (const auto& rule : pass.rules)
            if (rule.covers(scale) && rule.filter) collect_properties(*rule.filter, used);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (std::find(used.begin(), used.end(), names[i]) != used.end()) filtered_by_.push_back(i);
}

const std::vector<RuleMemo::Rules>& RuleMemo::rules_of(const FeatureAttributes& feature) {
    key_.clear();
    for (const std::size_t i : filtered_by_) {
        const land::Value& value = feature.values[i];
        const std::string text = to_label(value);
        // Kind and length keep apart what would read the same: 1 and "1", "a","bc" and "ab","c".
        key_ += static_cast<char>('0' + value.index());
        key_ += std::to_string(text.size());
        key_ += ':';
        key_ += text;
    }
    if (last_ && key_ == last_key_) return *last_;
    if (known_.size() >= most_kept) known_.clear();
    const auto [at, fresh] = known_.try_emplace(key_);
    if (fresh) {
        at->second.resize(style_.passes.size());
        for (std::size_t pass = 0; pass < style_.passes.size(); ++pass)
            applying_rules(style_.passes[pass], scale_, feature, at->second[pass]);
    }
    last_ = &at->second;
    last_key_ = key_;
    return *last_;
}

}  // namespace liangdi::render
