#include "tasks/formats.hpp"

namespace liangdi::tasks {

std::vector<exchange::FormatInfo> formats() {
    return exchange::formats();
}

}  // namespace liangdi::tasks
