#include "land/alike_text.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "geo/error.hpp"
#include "land/codes.hpp"
#include "land/ledger_text.hpp"
#include "land/search_text.hpp"

namespace liangdi::land {

namespace {

/// Variant characters of names that are no traditional forms (第一批异体字整理表, and what household
/// registers still print).
struct Variant {
    char32_t written, plain;
};
constexpr std::array variants{
    Variant{U'彊', U'强'}, Variant{U'昇', U'升'}, Variant{U'陞', U'升'}, Variant{U'喆', U'哲'},
    Variant{U'峯', U'峰'}, Variant{U'堃', U'坤'}, Variant{U'甯', U'宁'}, Variant{U'寗', U'宁'},
    Variant{U'邨', U'村'}, Variant{U'脩', U'修'}, Variant{U'琍', U'璃'}, Variant{U'珮', U'佩'},
    Variant{U'寳', U'宝'}, Variant{U'徳', U'德'}, Variant{U'恵', U'惠'}, Variant{U'菓', U'果'},
    Variant{U'淼', U'淼'}, Variant{U'翆', U'翠'}, Variant{U'凃', U'涂'}, Variant{U'仝', U'同'},
    Variant{U'祕', U'秘'}, Variant{U'羣', U'群'}, Variant{U'靑', U'青'}, Variant{U'黃', U'黄'},
    Variant{U'呂', U'吕'}, Variant{U'吳', U'吴'}, Variant{U'戶', U'户'}, Variant{U'戸', U'户'}};

class Simplifier {
  public:
    UChar32 of(UChar32 c) {
        for (const auto& v : variants)
            if (static_cast<UChar32>(v.written) == c) return static_cast<UChar32>(v.plain);
        if (c < 0x3400) return c;
        const std::lock_guard lock(mutex_);
        const auto [at, is_new] = known_.try_emplace(c, c);
        if (is_new) {
            icu::UnicodeString text(c);
            rules_->transliterate(text);
            if (text.countChar32() == 1) at->second = text.char32At(0);
        }
        return at->second;
    }

  private:
    static std::unique_ptr<icu::Transliterator> make() {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
        if (U_FAILURE(status) || !made)
            throw Error("icu",
                        "the ICU library has no table of simplified characters; install its data package");
        return made;
    }
    std::unique_ptr<icu::Transliterator> rules_ = make();
    std::unordered_map<UChar32, UChar32> known_;
    std::mutex mutex_;
};

icu::UnicodeString simplified(std::string_view text) {
    static Simplifier simplifier;
    const auto folded = icu::UnicodeString::fromUTF8(search_form(text));
    icu::UnicodeString out;
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 c = folded.char32At(i);
        if (c == U'·' || c == U'•' || c == U'.' || c == U'・') continue;
        out.append(simplifier.of(c));
    }
    return out;
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::u32string characters(std::string_view text) {
    const auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::u32string out;
    for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1))
        out += static_cast<char32_t>(unicode.char32At(i));
    return out;
}

void take_out(icu::UnicodeString& text, const char16_t* what) {
    text.findAndReplace(icu::UnicodeString(what), icu::UnicodeString());
}

std::string numeral(int n) {  // 1 … 99
    static constexpr std::array digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    const auto tens = static_cast<std::size_t>(n / 10), ones = static_cast<std::size_t>(n % 10);
    return (tens > 1 ? digits[tens] : std::string()) + (tens > 0 ? "十" : "") + digits[ones];
}

}  // namespace

std::string plain_name(std::string_view text) {
    return utf8(simplified(text));
}

std::string plain_place(std::string_view text) {
    icu::UnicodeString place = simplified(text);
    take_out(place, u"贵州省");
    take_out(place, u"毕节市");
    if (const auto county = place.indexOf(u'县'); county >= 0 && county < place.length() - 1)
        place.remove(0, county + 1);
    take_out(place, u"村民小");
    take_out(place, u"村民");
    take_out(place, u"第");
    std::string out, digits;
    const std::string plain = utf8(place);
    for (const char c : plain + "\n") {
        if (c >= '0' && c <= '9' && digits.size() < 2) {
            digits += c;
            continue;
        }
        if (!digits.empty()) {
            const int n = std::stoi(digits);
            out += n > 0 && (c < '0' || c > '9') ? numeral(n) : digits;
            digits.clear();
        }
        if (c != '\n') out += c;
    }
    return out;
}

std::string plain_code(std::string_view text) {
    std::string out;
    for (const char c : normalized_code(half_width(text))) {
        if (c == '-' || c == '_' || c == ' ') continue;
        out += c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
    }
    return out;
}

bool one_slip_apart(std::string_view a, std::string_view b) {
    std::u32string s = characters(a), t = characters(b);
    if (s == t) return false;
    if (s.size() > t.size()) std::swap(s, t);
    if (t.size() - s.size() > 1) return false;
    std::size_t first = 0;
    while (first < s.size() && s[first] == t[first]) ++first;
    std::size_t last = 0;
    while (last < s.size() - first && s[s.size() - 1 - last] == t[t.size() - 1 - last]) ++last;
    const std::size_t in_s = s.size() - first - last, in_t = t.size() - first - last;
    if (in_t <= 1) return true;  // one wrong, or one more
    return in_s == 2 && in_t == 2 && s[first] == t[first + 1] && s[first + 1] == t[first];
}

std::vector<std::string> with_one_left_out(std::string_view text) {
    std::vector<std::string> out{std::string(text)};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!begins_character(text[i])) continue;
        std::size_t end = i + 1;
        while (end < text.size() && !begins_character(text[end])) ++end;
        out.push_back(std::string(text.substr(0, i)) + std::string(text.substr(end)));
    }
    return out;
}

}  // namespace liangdi::land
