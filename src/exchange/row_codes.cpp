#include "exchange/row_codes.hpp"

#include <algorithm>

#include "land/codes.hpp"
#include "land/id_number.hpp"

namespace liangdi::exchange {
namespace {

std::optional<land::CodeProblem> problem_of(std::string_view table, std::string_view column,
                                            const std::string& text) {
    using land::CodeKind;
    using namespace std::string_view_literals;  // with their lengths, by which most differ already
    constexpr std::size_t like_a_group = 13, like_a_parcel = 17, like_a_unit = 22;
    if (table == "flat"sv && column == "unit_number"sv && text.size() >= like_a_unit)
        return land::code_problem(CodeKind::real_estate_unit, text);
    if (table == "village"sv && column == "code"sv && text.size() >= like_a_group)
        return land::code_problem(CodeKind::group, text);
    if (table == "cooperative"sv && column == "registration"sv)
        return land::code_problem(CodeKind::social_credit, text);
    if (table == "parcel"sv && column == "code"sv && text.size() >= like_a_parcel) {
        const bool letters = std::any_of(text.begin(), text.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        });
        return land::code_problem(letters ? CodeKind::cadastral_parcel : CodeKind::contract_parcel, text);
    }
    return {};
}

}  // namespace

std::vector<Refusal> doubtful_codes(const BoundRow& bound, const PlannedRow& row, bool unlocked) {
    std::vector<Refusal> out;
    for (const PlannedCell& cell : row.cells) {
        const auto* text = std::get_if<std::string>(&cell.value);
        if (text == nullptr || cell.table == nullptr) continue;
        if (const auto problem = problem_of(cell.table->name, cell.column->name, *text))
            out.push_back({"import.code_form", cell.field(), *text, problem->reason, problem->mend});
    }
    if (const auto id = row.sealed.find("id_number"); unlocked && id != row.sealed.end())
        if (const auto defect = land::id_number_defect(id->second); defect != land::IdNumberDefect::none) {
            std::string field;
            for (const BoundField& f : bound.fields)
                if (f.rule->seal == "id_number") field = f.rule->from;
            out.push_back({"import.id_number", field, "", std::string(land::to_text(defect)),
                           "compare it with the identity card; it is kept as it stands"});
        }
    return out;
}

}  // namespace liangdi::exchange
