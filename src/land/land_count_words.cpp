#include "land/land_count_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace liangdi::land {

std::string holder_words(const HouseholdView::Land& land, Language language) {
    const bool zh = language == Language::zh;
    std::string holder = land.holder;
    if (holder.empty()) holder = zh ? "本户" : "itself";
    switch (land.count) {
        case LandCount::whole:
            return holder;
        case LandCount::part:
            return zh ? fmt::format("{}（{} 户共有，本户计 {}）", holder, land.families, to_text(land.part))
                      : fmt::format("{} ({} families; {} counted here)", holder, land.families,
                                    to_text(land.part));
        case LandCount::elsewhere:
            return holder + (zh ? "（计在他户）" : " (counted for another household)");
        case LandCount::derived:
            return holder + (zh ? "（同宗另一权利已计）" : " (a stronger right on the parcel is counted)");
    }
    return holder;
}

std::string land_count_note(const HouseholdView& household, Language language) {
    const bool shared =
        std::ranges::any_of(household.lands, [](const auto& land) { return land.count == LandCount::part; });
    if (!shared) return {};
    return language == Language::zh ? "几户共有的承包户：权利属承包户，不分到户。本户计入的面积按成员登记的份"
                                      "额、未登记的按在册人口平"
                                      "分，只为各户之和等于全镇，不是份额，不作确权依据。"
                                    : "A contract household of several families holds its rights undivided. "
                                      "What is counted here goes "
                                      "by its members' registered shares, else evenly by heads; it only "
                                      "makes the families add up to "
                                      "the town and is no share and no evidence of a right.";
}

}  // namespace liangdi::land
