#pragma once

#include <string>
#include <string_view>

/// What people read where no window translates it: ledgers, cards, lists, in Chinese and in English.
namespace liangdi::land {

enum class Language { zh, en };

/// "zh", "en"
inline std::string_view language_name(Language language) {
    return language == Language::zh ? "zh" : "en";
}

struct Words {
    std::string zh, en;
    const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
    friend bool operator==(const Words&, const Words&) = default;
};

/// A value as the town file keeps it ("grid_worker", "mu", relation "02") in words; itself where it has none.
/// `domain` tells apart what is written alike: "kind" of an occupancy and of a parcel do not collide, so it
/// is needed for relations ("relation") only.
std::string value_words(std::string_view domain, std::string_view value, Language language);

}  // namespace liangdi::land
