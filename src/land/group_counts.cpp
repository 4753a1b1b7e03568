#include "land/group_counts.hpp"

#include <charconv>
#include <set>
#include <sstream>
#include <string_view>

namespace liangdi::land {

namespace {

constexpr std::string_view benefit_prefix = "benefit.";

std::int64_t persons_covered(const std::string& text) {
    std::int64_t n = 0;
    std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
}

void add(const SealedFields& fields, std::int64_t sign, GroupDeltas& deltas) {
    for (const auto& [key, value] : fields) {
        if (key == "markings") {
            std::set<std::string> groups;  // a group named twice counts once
            std::istringstream list(value);
            for (std::string group; std::getline(list, group, ',');) {
                if (!group.empty()) groups.insert(group);
            }
            for (const auto& group : groups) deltas[group] += sign;
        } else if (key.starts_with(benefit_prefix)) {
            const std::int64_t persons = persons_covered(value);
            if (persons <= 0) continue;
            const std::string scheme = key.substr(benefit_prefix.size());
            deltas[scheme + "_households"] += sign;
            deltas[scheme + "_persons"] += sign * persons;
        }
    }
}

}  // namespace

GroupDeltas group_deltas(const SealedFields& before, const SealedFields& after) {
    GroupDeltas deltas;
    add(before, -1, deltas);
    add(after, +1, deltas);
    std::erase_if(deltas, [](const auto& d) { return d.second == 0; });
    return deltas;
}

}  // namespace liangdi::land
