#include "store/reference_check.hpp"

#include <fmt/format.h>

namespace liangdi::store {

bool ReferenceCheck::all_there(const Database& db) const {
    for (const auto& [name, table] : tables_) {
        auto find = db.prepare(fmt::format("SELECT 1 FROM {} WHERE id=?", sql_name(name)));
        const bool there = table.needed.each_beyond(table.added, [&](std::int64_t id) {
            find.bind(1, id);
            const bool found = find.step();
            find.reset();
            return found;
        });
        if (!there) return false;
    }
    return true;
}

}  // namespace liangdi::store
