#pragma once

#include <string>

#include "tasks/project.hpp"

namespace liangdi::tasks {

struct CellEdit {
    std::string table;
    std::int64_t id = 0;
    std::string column;
    std::string seen;  ///< what stood there when one began to type
    std::string text;  ///< what is to stand there; of a reference the code of the row, or its name
};

/// One cell of a table typed over, as an Edit that can be undone. Returns the history's number; 0: it stood
/// there already. Throws Error{read_only, bad_value, not_found, ambiguous, changed} and what apply throws.
std::int64_t edit_cell(Project& project, const CellEdit& wish);

}  // namespace liangdi::tasks
