#include "store/finding_rows.hpp"

namespace liangdi::store {

std::vector<land::KeptFinding> finding_rows(const Database& db) {
    std::vector<land::KeptFinding> out;
    auto rows = db.prepare("SELECT id, rule, tab, row, reason, state, note FROM finding ORDER BY id");
    while (rows.step())
        out.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)), rows.integer(3),
                       std::string(rows.text(4)), std::string(rows.text(5)), std::string(rows.text(6))});
    return out;
}

}  // namespace liangdi::store
