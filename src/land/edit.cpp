#include "land/edit.hpp"

namespace liangdi::land {

ChangeSource source_of(const Edit& edit) {
    return [&edit, next = std::size_t{0}]() mutable -> std::optional<Change> {
        if (next == edit.changes.size()) return {};
        return edit.changes[next++];
    };
}

}  // namespace liangdi::land
