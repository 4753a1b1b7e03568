#include "land/search_text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "geo/error.hpp"

namespace liangdi::land {

namespace {

/// Initials beyond the two readings that ICU knows, for characters common in names of people and places.
/// Source: 通用规范汉字 readings as in the Unihan database (kHanyuPinyin), surnames of 百家姓.
struct OtherReadings {
    char32_t character;
    const char* initials;
};
constexpr std::array other_readings{
    OtherReadings{U'单', "dsc"}, OtherReadings{U'曾', "zc"}, OtherReadings{U'长', "cz"},
    OtherReadings{U'重', "cz"},  OtherReadings{U'乐', "ly"}, OtherReadings{U'解', "jx"},
    OtherReadings{U'区', "qo"},  OtherReadings{U'仇', "qc"}, OtherReadings{U'查', "zc"},
    OtherReadings{U'朴', "pb"},  OtherReadings{U'覃', "tq"}, OtherReadings{U'翟', "zd"},
    OtherReadings{U'行', "xh"},  OtherReadings{U'朝', "cz"}, OtherReadings{U'厦', "xs"},
    OtherReadings{U'尉', "wy"},  OtherReadings{U'种', "zc"}, OtherReadings{U'谌', "cs"},
    OtherReadings{U'车', "cj"},  OtherReadings{U'褚', "cz"}, OtherReadings{U'召', "zs"},
    OtherReadings{U'埔', "pb"},  OtherReadings{U'堡', "bp"}, OtherReadings{U'藏', "cz"},
    OtherReadings{U'盛', "sc"},  OtherReadings{U'沈', "sc"}, OtherReadings{U'奇', "qj"},
    OtherReadings{U'校', "xj"},  OtherReadings{U'会', "hk"}, OtherReadings{U'番', "fp"},
    OtherReadings{U'秘', "mb"},  OtherReadings{U'莘', "xs"}, OtherReadings{U'隗', "wk"},
    OtherReadings{U'省', "sx"},  OtherReadings{U'参', "cs"}, OtherReadings{U'调', "dt"},
    OtherReadings{U'传', "cz"},  OtherReadings{U'贾', "jg"}, OtherReadings{U'强', "qj"},
    OtherReadings{U'巷', "xh"},  OtherReadings{U'宿', "sx"}, OtherReadings{U'郇', "xh"},
    OtherReadings{U'茄', "qj"},  OtherReadings{U'降', "jx"}, OtherReadings{U'石', "sd"},
    OtherReadings{U'万', "wm"},  OtherReadings{U'繁', "fp"}, OtherReadings{U'适', "sk"}};

std::unique_ptr<icu::Transliterator> transliterator(const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8(id), UTRANS_FORWARD, place, status));
    if (U_FAILURE(status) || !made)
        throw Error("icu", "the ICU library has no pinyin tables; install its data package", id);
    return made;
}

/// A character's initials, each once, the surname reading first. Characters repeat: each is asked of ICU
/// once.
class Initials {
  public:
    const std::string& of(UChar32 c) {
        const std::lock_guard lock(mutex_);
        const auto [at, is_new] = known_.try_emplace(c);
        if (is_new) at->second = read(c);
        return at->second;
    }

  private:
    std::string read(UChar32 c) const {
        std::string out;
        const auto add = [&out](char initial) {
            if (initial >= 'a' && initial <= 'z' && out.find(initial) == std::string::npos) out += initial;
        };
        for (const auto* reading : {names_.get(), plain_.get()}) {
            icu::UnicodeString text(c);
            reading->transliterate(text);
            if (!text.isEmpty() && text.char32At(0) != c) add(static_cast<char>(text.charAt(0)));
        }
        for (const auto& other : other_readings) {
            if (static_cast<UChar32>(other.character) != c) continue;
            for (const char* initial = other.initials; *initial; ++initial) add(*initial);
        }
        return out;
    }

    std::unique_ptr<icu::Transliterator> names_ = transliterator("Han-Latin/Names; Latin-ASCII; Lower");
    std::unique_ptr<icu::Transliterator> plain_ = transliterator("Han-Latin; Latin-ASCII; Lower");
    std::unordered_map<UChar32, std::string> known_;
    std::mutex mutex_;
};

Initials& initials() {
    static Initials of_characters;
    return of_characters;
}

bool is_plain(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80 || static_cast<unsigned char>(c) <= ' ' ||
            (c >= 'A' && c <= 'Z'))
            return false;
    }
    return true;
}

}  // namespace

std::string search_form(std::string_view text) {
    if (is_plain(text)) return std::string(text);  // most codes
    UErrorCode status = U_ZERO_ERROR;
    static const auto* const fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (!fold) throw Error("icu", "the ICU library has no tables of Unicode forms; install its data package");
    const auto folded = fold->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))),
        status);
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 c = folded.char32At(i);
        if (!u_isUWhiteSpace(c) && !u_iscntrl(c)) kept.append(c);
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

std::vector<std::string> pinyin_initials(std::string_view text, std::size_t limit) {
    const std::string form = search_form(text);
    const auto folded = icu::UnicodeString::fromUTF8(form);
    std::vector<std::string> out{""};
    bool has_chinese = false;
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 c = folded.char32At(i);
        std::string readings = u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) ? initials().of(c) : std::string();
        has_chinese = has_chinese || !readings.empty();
        if (readings.empty()) {  // stays as it is
            icu::UnicodeString(c).toUTF8String(readings);
            for (auto& variant : out) variant += readings;
            continue;
        }
        const std::size_t before = out.size();
        for (std::size_t r = 1; r < readings.size(); ++r) {
            for (std::size_t v = 0; v < before && out.size() < limit; ++v)
                out.push_back(out[v] + readings[r]);
        }
        for (std::size_t v = 0; v < before; ++v) out[v] += readings[0];
    }
    if (!has_chinese) out.clear();
    return out;
}

}  // namespace liangdi::land
