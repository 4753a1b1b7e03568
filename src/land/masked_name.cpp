#include "land/masked_name.hpp"

#include "land/ledger_text.hpp"

namespace liangdi::land {

std::string mask_name(std::string_view utf8) {
    const std::string name = half_width(utf8);
    if (name.empty()) return {};
    std::size_t end = 1;
    while (end < name.size() && !begins_character(name[end])) ++end;
    return name.substr(0, end) + '*';
}

bool is_personal(std::string_view party_kind) {
    return party_kind == "household" || party_kind == "contract_household" || party_kind == "person";
}

}  // namespace liangdi::land
