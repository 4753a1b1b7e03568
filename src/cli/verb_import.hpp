#pragma once

#include "cli/verb.hpp"
#include "tasks/import_source.hpp"

namespace liangdi::cli {

nlohmann::json to_json(const tasks::ImportOutcome& outcome);
void print_import(Console& console, const std::string& source, const tasks::ImportOutcome& outcome);

}  // namespace liangdi::cli
