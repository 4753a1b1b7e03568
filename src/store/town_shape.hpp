#pragma once

#include "land/table_shape.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// Tables whose rows are edited, recorded in the history and undone. Everything else in the file is either
/// the history itself (history, history_part, touch), what must never go back (desk's counters, key_wrap), or
/// belongs to SpatiaLite.
const std::vector<std::string>& tracked_tables();

/// Reads the shape of the tracked tables from the file. Throws Error{damaged} where one is missing or is such
/// that its changes could not be recorded.
land::TownShape town_shape(const Database& db);

}  // namespace liangdi::store
