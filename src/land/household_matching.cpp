#include "land/household_matching.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "land/alike_text.hpp"

namespace liangdi::land {

namespace {

using Index = std::unordered_multimap<std::string, std::size_t>;

enum class Agrees { unsaid, no, nearly, yes };

struct Known {  ///< a household with what is compared
    MatchHousehold row;
    std::string code, name, place;
    std::vector<std::string> members;
};

/// What a line says, in the form in which it is compared.
struct Said {
    std::string code, name, place;
};

/// How the three things that a line says of its household agree with one household.
struct Agreement {
    Agrees code = Agrees::unsaid, name = Agrees::unsaid, place = Agrees::unsaid;
    bool member = false;     ///< the name is that of another member than the head
    bool id_number = false;  ///< somebody of this household bears the line's identity number
    /// Whether anything speaks for this household: a code that is one slip off is also every neighbour's.
    bool speaks() const {
        return code == Agrees::yes || name == Agrees::yes || id_number ||
               (code == Agrees::nearly &&
                (name == Agrees::nearly || (name == Agrees::unsaid && place == Agrees::yes)));
    }
    int weight() const {
        const auto points = [](Agrees a, int yes, int nearly, int no) {
            return a == Agrees::yes ? yes : a == Agrees::nearly ? nearly : a == Agrees::no ? no : 0;
        };
        return points(code, 6, 4, -3) + points(name, member ? 3 : 6, 2, -3) + points(place, 2, 1, -1) +
               (id_number ? 8 : 0);
    }
};

Agrees compare(const std::string& said, const std::string& known) {
    if (said.empty()) return Agrees::unsaid;
    if (said == known) return Agrees::yes;
    return one_slip_apart(said, known) ? Agrees::nearly : Agrees::no;
}

/// "红岩村一组" names the same as "青石镇红岩村一组": a list may leave the town out, never the group.
Agrees compare_place(const std::string& said, const std::string& known) {
    if (said.empty() || known.empty()) return Agrees::unsaid;
    if (said == known) return Agrees::yes;
    const bool has_group = said.ends_with("组");
    if (has_group && said.size() >= 12 && known.ends_with(said)) return Agrees::yes;
    if (!has_group && known.find(said) != std::string::npos) return Agrees::nearly;
    return Agrees::no;  // 一组 and 二组 are one slip apart, too
}

Words words(std::string zh, std::string en) {
    return {std::move(zh), std::move(en)};
}

}  // namespace

std::string_view to_text(Certainty certainty) {
    return certainty == Certainty::certain    ? "certain"
           : certainty == Certainty::probable ? "probable"
                                              : "none";
}

struct HouseholdMatcher::Impl {
    std::vector<Known> households;
    std::vector<MatchFlat> flats;
    std::vector<MatchParcel> parcels;
    std::unordered_map<std::int64_t, std::size_t> by_id;
    Index by_code, by_code_part, by_name, by_name_part, by_member, by_place;
    Index flat_by_code, parcel_by_code, parcel_by_part;

    static std::vector<std::size_t> found(const Index& index, const std::string& key) {
        std::vector<std::size_t> out;
        if (key.empty()) return out;
        const auto [first, last] = index.equal_range(key);
        for (auto at = first; at != last; ++at) out.push_back(at->second);
        return out;
    }
    static void add_parts(Index& index, const std::string& text, std::size_t at) {
        for (auto& part : with_one_left_out(text)) index.emplace(std::move(part), at);
    }
    /// Rows whose text is one slip from `text`, through their common parts.
    template <class TextOf>
    static std::vector<std::size_t> nearly(const Index& parts, const std::string& text, TextOf text_of) {
        std::vector<std::size_t> out;
        if (text.empty()) return out;
        for (const auto& part : with_one_left_out(text))
            for (const auto at : found(parts, part))
                if (one_slip_apart(text, text_of(at))) out.push_back(at);
        std::ranges::sort(out);
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    void build() {
        for (std::size_t i = 0; i < households.size(); ++i) {
            const Known& h = households[i];
            by_id.emplace(h.row.id, i);
            if (!h.code.empty()) by_code.emplace(h.code, i);
            add_parts(by_code_part, h.code, i);
            if (!h.name.empty()) by_name.emplace(h.name, i);
            add_parts(by_name_part, h.name, i);
            for (const auto& member : h.members) by_member.emplace(member, i);
            if (!h.place.empty()) by_place.emplace(h.place, i);
        }
        for (std::size_t i = 0; i < flats.size(); ++i) {
            flat_by_code.emplace(plain_code(flats[i].code), i);
            if (!flats[i].unit_number.empty()) flat_by_code.emplace(plain_code(flats[i].unit_number), i);
        }
        for (std::size_t i = 0; i < parcels.size(); ++i) {
            const auto code = plain_code(parcels[i].code);
            parcel_by_code.emplace(code, i);
            add_parts(parcel_by_part, code, i);
        }
    }

    /// Code and name stand in each other's column: each is known as the other, and not as itself.
    bool swapped(const MatchLine& line) const {
        const bool code_is_name = by_name.contains(plain_name(line.household_code));
        const bool name_is_code = by_code.contains(plain_code(line.household_name));
        const bool code_is_code = by_code.contains(plain_code(line.household_code));
        return (code_is_name || name_is_code) && !code_is_code &&
               !by_name.contains(plain_name(line.household_name)) && !line.household_code.empty();
    }

    Agreement agreement(const Said& said, const MatchLine& line, const Known& h) const {
        Agreement out;
        out.code = compare(said.code, h.code);
        out.name = compare(said.name, h.name);
        if (out.name != Agrees::yes && !said.name.empty() &&
            std::ranges::find(h.members, said.name) != h.members.end()) {
            out.name = Agrees::yes;
            out.member = true;
        }
        out.place = compare_place(said.place, h.place);
        out.id_number = std::ranges::find(line.by_id_number, h.row.id) != line.by_id_number.end();
        return out;
    }

    struct Candidate {
        std::size_t at = 0;
        Agreement agrees;
        int weight = 0;
    };
    std::vector<Candidate> candidates(const Said& said, const MatchLine& line) const {
        std::unordered_set<std::size_t> all;
        const auto take = [&all](const std::vector<std::size_t>& some) {
            all.insert(some.begin(), some.end());
        };
        take(found(by_code, said.code));
        take(nearly(by_code_part, said.code, [&](std::size_t i) { return households[i].code; }));
        take(found(by_name, said.name));
        take(found(by_member, said.name));
        // Names one character apart are many; they count only of the same place.
        for (const auto at :
             nearly(by_name_part, said.name, [&](std::size_t i) { return households[i].name; }))
            if (compare_place(said.place, households[at].place) == Agrees::yes) all.insert(at);
        for (const auto id : line.by_id_number)
            if (const auto at = by_id.find(id); at != by_id.end()) all.insert(at->second);
        std::vector<Candidate> out;
        for (const auto at : all) {
            Candidate one{at, agreement(said, line, households[at]), 0};
            one.weight = one.agrees.weight();
            if (one.agrees.speaks()) out.push_back(one);
        }
        std::ranges::sort(out, [](const Candidate& a, const Candidate& b) {
            return std::pair(-a.weight, a.at) < std::pair(-b.weight, b.at);
        });
        return out;
    }

    /// Something in the line speaks for this other household as well as for the best.
    static bool rivals(const Candidate& best, const Candidate& other) {
        const auto& a = best.agrees;
        const auto& b = other.agrees;
        if (b.code == Agrees::yes) return true;  // a code twice, or a slip that became another's code
        if (b.id_number && !a.id_number) return true;
        const bool name = b.name == Agrees::yes, place = b.place == Agrees::yes;
        if (a.member && name && !b.member) return true;  // a member who has a household of his own by now
        // Code, name and place agree: a homonym of the same place is told apart by its code.
        const bool whole = a.code == Agrees::yes && a.name == Agrees::yes && a.place == Agrees::yes;
        if (name && place && !whole) return true;  // the homonym of the place that is written
        if (name && b.code == Agrees::nearly) return true;
        // The code is nearly its own too, and so is the name: neither settles it.
        return b.code == Agrees::nearly && b.name == Agrees::nearly && a.name != Agrees::yes;
    }

    /// Whether what agrees is enough to be sure: two independent things, one of them exact.
    static bool enough(const Agreement& a, bool name_is_only_one) {
        const bool code = a.code == Agrees::yes, name = a.name == Agrees::yes, place = a.place == Agrees::yes;
        if (a.code == Agrees::no || a.name == Agrees::no) return false;
        if (a.id_number && (code || name)) return true;
        if (code && name) return true;  // the place may be wrong
        if (code && place && a.name == Agrees::nearly) return true;
        if (a.code == Agrees::nearly && name && place && !a.member) return true;
        // Without a code: a name that nobody else in the whole town bears, from the place that is written.
        return a.code == Agrees::unsaid && name && place && !a.member && name_is_only_one;
    }

    void explain(const Agreement& a, const Known& h, Match& out) const {
        auto& r = out.reasons;
        if (a.id_number) r.push_back(words("证件号码相符", "the identity number is of this household"));
        if (a.code == Agrees::yes) r.push_back(words("户号相符", "the code agrees"));
        if (a.code == Agrees::nearly)
            r.push_back(words("户号差一位，应为 " + h.row.code,
                              "the code is one slip off, it should be " + h.row.code));
        if (a.code == Agrees::no)
            r.push_back(words("户号不符：" + h.row.code, "the code differs: " + h.row.code));
        if (a.name == Agrees::yes)
            r.push_back(a.member ? words("姓名是家庭成员，户名 " + h.row.name,
                                         "the name is of a member, the household is " + h.row.name)
                                 : words("户名相符", "the name agrees"));
        if (a.name == Agrees::nearly)
            r.push_back(words("户名差一字，应为 " + h.row.name,
                              "the name is one character off, it should be " + h.row.name));
        if (a.name == Agrees::no)
            r.push_back(words("户名不符：" + h.row.name, "the name differs: " + h.row.name));
        if (a.place == Agrees::yes) r.push_back(words("村组相符", "the place agrees"));
        if (a.place == Agrees::nearly) r.push_back(words("只写到村", "only the village is written"));
        if (a.place == Agrees::no)
            r.push_back(
                words("村组不符，应为 " + h.row.place, "the place differs, it should be " + h.row.place));
    }

    void find_household(const MatchLine& line, Match& out) const {
        const bool is_swapped = swapped(line);
        const Said said{plain_code(is_swapped ? line.household_name : line.household_code),
                        plain_name(is_swapped ? line.household_code : line.household_name),
                        plain_place(line.place)};
        if (said.code.empty() && said.name.empty() && line.by_id_number.empty()) {
            out.reasons.push_back(words("没有写住户", "no household is written"));
            return;
        }
        const auto all = candidates(said, line);
        if (all.empty()) {
            out.reasons.push_back(words("镇里没有这样的住户", "the town has no such household"));
            return;
        }
        const Candidate& best = all.front();
        const Known& h = households[best.at];
        out.household = h.row.id;
        if (is_swapped)
            out.reasons.push_back(words("户号与户名写反了列", "code and name stand in each other's column"));
        explain(best.agrees, h, out);
        bool rivalled = false;
        for (std::size_t i = 1; i < all.size() && out.other_households.size() < 5; ++i) {
            const bool rival = rivals(best, all[i]);
            if (rival && !rivalled) {
                const Known& other = households[all[i].at];
                out.reasons.push_back(
                    words("也可能是 " + other.row.name + " " + other.row.code,
                          "could be " + other.row.name + " " + other.row.code + " as well"));
            }
            rivalled = rivalled || rival;
            if (rival || all[i].weight > 0) out.other_households.push_back(households[all[i].at].row.id);
        }
        const bool only_one = found(by_name, said.name).size() == 1;
        out.certainty = !rivalled && enough(best.agrees, only_one) ? Certainty::certain : Certainty::probable;
        if (line.has_id_number && line.by_id_number.empty() && out.certainty == Certainty::certain &&
            best.agrees.code != Agrees::yes) {
            out.certainty = Certainty::probable;
            out.reasons.push_back(
                words("证件号码在镇里查不到", "nobody in the town bears the identity number"));
        }
    }

    void doubt(Match& out, Words why) const {
        out.certainty = std::min(out.certainty, Certainty::probable);
        out.reasons.push_back(std::move(why));
    }
    void no_place(Match& out, Words why) const {
        out.flat = out.parcel = 0;
        out.certainty = Certainty::none;
        out.reasons.push_back(std::move(why));
    }

    void find_flat(const std::string& text, Match& out) const {
        auto at = found(flat_by_code, plain_code(text));
        std::ranges::sort(at);
        at.erase(std::unique(at.begin(), at.end()), at.end());
        // Neighbouring flats are one digit apart: a code that is nearly one says nothing.
        if (at.empty()) return no_place(out, words("没有户室 " + text, "there is no flat " + text));
        const MatchFlat& flat = flats[at.front()];
        out.flat = flat.id;
        if (at.size() > 1)
            return doubt(out, words("户室编码 " + text + " 有几间", "several flats bear the code " + text));
        const auto home = by_id.find(out.household);
        if (home != by_id.end() && std::ranges::count(households[home->second].row.flats, flat.id) > 0) {
            out.linked = true;
            return;
        }
        if (flat.main_household != 0 && flat.main_household != out.household) {
            const auto other = by_id.find(flat.main_household);
            const std::string name = other == by_id.end() ? "" : households[other->second].row.name;
            doubt(out, words("户室 " + flat.code + " 现为 " + name + " 的主房",
                             "flat " + flat.code + " is the main flat of " + name));
        }
    }

    void find_parcel(const std::string& text, Match& out) const {
        const std::string code = plain_code(text);
        auto at = found(parcel_by_code, code);
        const auto home = by_id.find(out.household);
        const MatchHousehold* h = home == by_id.end() ? nullptr : &households[home->second].row;
        bool slip = false;
        if (at.empty()) {
            at = nearly(parcel_by_part, code, [&](std::size_t i) { return plain_code(parcels[i].code); });
            std::erase_if(
                at, [&](std::size_t i) { return h && h->village != 0 && parcels[i].village != h->village; });
            slip = true;
        }
        if (at.empty()) return no_place(out, words("没有地块 " + text, "there is no parcel " + text));
        std::ranges::sort(at);
        const MatchParcel& parcel = parcels[at.front()];
        out.parcel = parcel.id;
        if (at.size() > 1)
            return slip ? no_place(out, words("地块编码 " + text + " 差一位的有几块",
                                              "several parcels are one slip from the code " + text))
                        : doubt(out, words("地块编码 " + text + " 有几块",
                                           "several parcels bear the code " + text));
        if (slip)
            doubt(out, words("地块编码差一位，应为 " + parcel.code,
                             "the parcel's code is one slip off, it should be " + parcel.code));
        if (h && std::ranges::count(h->parcels, parcel.id) > 0) {
            out.linked = true;
            return;
        }
        if (h && h->village != 0 && parcel.village != 0 && parcel.village != h->village)
            doubt(out, words("地块不在该户的迁出组",
                             "the parcel does not lie in the group that the household comes from"));
    }
};

HouseholdMatcher::HouseholdMatcher(std::vector<MatchHousehold> households, std::vector<MatchFlat> flats,
                                   std::vector<MatchParcel> parcels)
    : impl_(std::make_unique<Impl>()) {
    for (auto& row : households) {
        Known known{std::move(row), {}, {}, {}, {}};
        known.code = plain_code(known.row.code);
        known.name = plain_name(known.row.name);
        known.place = plain_place(known.row.place);
        for (const auto& member : known.row.members) known.members.push_back(plain_name(member));
        impl_->households.push_back(std::move(known));
    }
    impl_->flats = std::move(flats);
    impl_->parcels = std::move(parcels);
    impl_->build();
}
HouseholdMatcher::~HouseholdMatcher() = default;
HouseholdMatcher::HouseholdMatcher(HouseholdMatcher&&) noexcept = default;

Match HouseholdMatcher::match(const MatchLine& line) const {
    Match out;
    impl_->find_household(line, out);
    if (out.household == 0) return out;
    if (!line.share.empty() && !parse_share(line.share)) {
        out.certainty = std::min(out.certainty, Certainty::probable);
        out.reasons.push_back(words("份额看不懂：" + line.share, "this is no share: " + line.share));
    }
    if (!line.flat.empty() && !line.parcel.empty()) {
        impl_->no_place(out, words("一行只能写户室或地块之一", "a line says a flat or a parcel, not both"));
    } else if (!line.flat.empty()) {
        impl_->find_flat(line.flat, out);
    } else if (!line.parcel.empty()) {
        impl_->find_parcel(line.parcel, out);
    }
    return out;
}

const MatchHousehold* HouseholdMatcher::household(std::int64_t id) const {
    const auto at = impl_->by_id.find(id);
    return at == impl_->by_id.end() ? nullptr : &impl_->households[at->second].row;
}

}  // namespace liangdi::land
