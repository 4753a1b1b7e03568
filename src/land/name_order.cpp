#include "land/name_order.hpp"

#include <unicode/ucol.h>
#include <unicode/uiter.h>

#include <algorithm>
#include <memory>

#include "geo/error.hpp"

namespace liangdi::land {

namespace {

struct Close {
    void operator()(UCollator* collator) const { ucol_close(collator); }
};

/// One a thread: a collator is not made for several at once.
const UCollator* collator() {
    thread_local std::unique_ptr<UCollator, Close> own;
    if (!own) {
        UErrorCode status = U_ZERO_ERROR;
        own.reset(ucol_open("zh@collation=pinyin", &status));
        if (U_FAILURE(status))
            throw Error("icu", "the ICU library has no order of Chinese; install its data package", "zh");
    }
    return own.get();
}

/// Codes: of these characters the order of bytes is that of the language.
bool is_code(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

int compare_names(std::string_view a, std::string_view b) {
    if (is_code(a) && is_code(b)) return a.compare(b);
    UCharIterator left, right;
    uiter_setUTF8(&left, a.data(), static_cast<std::int32_t>(a.size()));
    uiter_setUTF8(&right, b.data(), static_cast<std::int32_t>(b.size()));
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult result = ucol_strcollIter(collator(), &left, &right, &status);
    if (U_SUCCESS(status) && result != UCOL_EQUAL) return result;
    return a.compare(b);
}

}  // namespace liangdi::land
