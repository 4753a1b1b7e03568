#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Codes of registers: what they look like and how they are checked. A code is text, always; nothing here
/// changes one.
namespace liangdi::land {

enum class CodeKind {
    group,             ///< 发包方编码, 14 digits: county 6, town 3, village 3, group 2 (GB/T 35958)
    contract_party,    ///< 承包方编码, 18 digits: 14 of the group and 4 (GB/T 35958)
    contract_parcel,   ///< 地块编码, 19 digits: 14 of the group and 5 (GB/T 35958)
    contract,          ///< 承包合同编码, 19: 18 of the party and J or Q (GB/T 35958)
    cadastral_parcel,  ///< 宗地代码, 19: 12 digits, two letters such as JC, 5 digits (GB/T 37346)
    real_estate_unit,  ///< 不动产单元代码, 28: 宗地代码, F L Q or W, 8 digits (GB/T 37346)
    social_credit      ///< 统一社会信用代码, 18 with a check character (GB 32100)
};

std::string_view to_text(CodeKind kind);  ///< its Chinese name

struct CodeProblem {
    std::string reason, mend;
};

/// What is wrong with a code of this kind, taken as it is: full-width and small letters and blanks are
/// problems as well, because nothing joins on them. Nothing where it is sound.
std::optional<CodeProblem> code_problem(CodeKind kind, std::string_view text);

/// The kind that a code has by its structure alone, once brought to half width and capitals; nothing where
/// none fits. 18 digits are taken for a contract party, not for an identity number: ask id_number_defect
/// first.
std::optional<CodeKind> code_kind(std::string_view text);

/// Half width, capitals, without blanks anywhere: "５２０524 103007jc00008" -> "520524103007JC00008".
std::string normalized_code(std::string_view text);

/// The check character for the first 17 of a 统一社会信用代码; '?' where they are not of its alphabet.
char social_credit_check_character(std::string_view first_17);

/// A parcel's kind by the letters of its 宗地代码: 'C' homestead, 'D' farmland, 'E' and 'L' woodland; empty
/// where the code is none or says something else.
std::string_view parcel_kind_of_code(std::string_view text);

}  // namespace liangdi::land
