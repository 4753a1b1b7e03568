#include "land/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "land/ledger_text.hpp"

namespace liangdi::land {
namespace {

constexpr std::string_view credit_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // without I O S V Z

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// 宗地特征码: who owns (G 国有, J 集体, Z 未定) and what it is for.
bool is_feature_code(std::string_view two) {
    constexpr std::string_view owners = "GJZ", uses = "ABSXCDEFHGWYLN";
    return two.size() == 2 && owners.find(two[0]) != std::string_view::npos &&
           uses.find(two[1]) != std::string_view::npos;
}

bool is_cadastral(std::string_view text) {
    return text.size() == 19 && is_digits(text.substr(0, 12)) && is_feature_code(text.substr(12, 2)) &&
           is_digits(text.substr(14));
}

bool is_unit(std::string_view text) {
    return text.size() == 28 && is_cadastral(text.substr(0, 19)) &&
           std::string_view("FLQW").find(text[19]) != std::string_view::npos && is_digits(text.substr(20)) &&
           (text[19] != 'W' || text.substr(20) == "00000000");
}

bool is_credit(std::string_view text) {
    return text.size() == 18 && std::all_of(text.begin(), text.end(), [](char c) {
               return credit_alphabet.find(c) != std::string_view::npos;
           });
}

bool fits(CodeKind kind, std::string_view text) {
    switch (kind) {
        case CodeKind::group:
            return text.size() == 14 && is_digits(text);
        case CodeKind::contract_party:
            return text.size() == 18 && is_digits(text);
        case CodeKind::contract_parcel:
            return text.size() == 19 && is_digits(text);
        case CodeKind::contract:
            return text.size() == 19 && is_digits(text.substr(0, 18)) && (text[18] == 'J' || text[18] == 'Q');
        case CodeKind::cadastral_parcel:
            return is_cadastral(text);
        case CodeKind::real_estate_unit:
            return is_unit(text);
        case CodeKind::social_credit:
            return is_credit(text) && social_credit_check_character(text.substr(0, 17)) == text[17];
    }
    return false;
}

struct Wanted {
    std::size_t length;
    std::string_view structure;
};

Wanted wanted(CodeKind kind) {
    switch (kind) {
        case CodeKind::group:
            return {14, "6 digits of the county, 3 of the town, 3 of the village, 2 of the group"};
        case CodeKind::contract_party:
            return {18, "the 14 digits of the group and 4 more"};
        case CodeKind::contract_parcel:
            return {19, "the 14 digits of the group and 5 more"};
        case CodeKind::contract:
            return {19, "the 18 digits of the contract party and J or Q"};
        case CodeKind::cadastral_parcel:
            return {19, "12 digits, two letters such as JC, 5 digits"};
        case CodeKind::real_estate_unit:
            return {28, "the 19 characters of the parcel, one of F L Q W, 8 digits"};
        case CodeKind::social_credit:
            return {18, "digits and letters without I O S V Z, the last one a check character"};
    }
    return {};
}

}  // namespace

std::string_view to_text(CodeKind kind) {
    switch (kind) {
        case CodeKind::group:
            return "发包方编码";
        case CodeKind::contract_party:
            return "承包方编码";
        case CodeKind::contract_parcel:
            return "地块编码";
        case CodeKind::contract:
            return "承包合同编码";
        case CodeKind::cadastral_parcel:
            return "宗地代码";
        case CodeKind::real_estate_unit:
            return "不动产单元代码";
        case CodeKind::social_credit:
            break;
    }
    return "统一社会信用代码";
}

std::string normalized_code(std::string_view text) {
    std::string out = half_width(text);
    std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

char social_credit_check_character(std::string_view first_17) {
    constexpr std::array<unsigned, 17> weights{1,  3,  9,  27, 19, 26, 16, 17, 20,
                                               29, 25, 13, 8,  24, 10, 30, 28};
    if (first_17.size() != weights.size()) return '?';
    std::size_t sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto at = credit_alphabet.find(first_17[i]);
        if (at == std::string_view::npos) return '?';
        sum += at * weights[i];
    }
    return credit_alphabet[(31 - sum % 31) % 31];
}

std::optional<CodeProblem> code_problem(CodeKind kind, std::string_view text) {
    if (fits(kind, text)) return {};
    const std::string clean = normalized_code(text);
    if (clean != text && fits(kind, clean))
        return CodeProblem{fmt::format("this {} holds blanks, small or full-width characters", to_text(kind)),
                           "write it as " + clean};
    const auto [length, structure] = wanted(kind);
    if (clean.size() != length) {
        std::string mend = "a leading zero or the end may be lost; look at the original";
        if (clean.size() > length) mend = "look whether two codes stand in one cell";
        return CodeProblem{
            fmt::format("a {} has {} characters, this has {}", to_text(kind), length, clean.size()), mend};
    }
    if (kind == CodeKind::social_credit && is_credit(clean))
        return CodeProblem{"the check character of this 统一社会信用代码 is not right",
                           fmt::format("a digit is mistyped; with these 17 the last would be {}",
                                       social_credit_check_character(std::string_view(clean).substr(0, 17)))};
    return CodeProblem{fmt::format("this is not built like a {}", to_text(kind)),
                       fmt::format("it has {}", structure)};
}

std::optional<CodeKind> code_kind(std::string_view text) {
    const std::string clean = normalized_code(text);
    for (const CodeKind kind : {CodeKind::real_estate_unit, CodeKind::cadastral_parcel, CodeKind::contract,
                                CodeKind::contract_parcel, CodeKind::contract_party, CodeKind::group})
        if (fits(kind, clean)) return kind;
    // A number of 18 digits may pass the check by chance; letters make it a credit code.
    if (std::any_of(clean.begin(), clean.end(), is_capital) && fits(CodeKind::social_credit, clean))
        return CodeKind::social_credit;
    return {};
}

std::string_view parcel_kind_of_code(std::string_view text) {
    const std::string clean = normalized_code(text);
    if (!is_cadastral(clean)) return {};
    switch (clean[13]) {
        case 'C':
            return "homestead";
        case 'D':
            return "farmland";
        case 'E':
        case 'L':
            return "woodland";
        default:
            return {};
    }
}

}  // namespace liangdi::land
