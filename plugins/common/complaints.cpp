#include "common/complaints.hpp"

#include <cpl_error.h>

namespace liangdi::plugins {

void Complaints::line(std::int64_t number, const std::string& why) {
    constexpr std::size_t most = 100;
    const std::string fault = std::to_string(number) + " " + why;
    if (said_.contains(fault) || more_said_) return;
    if (said_.size() == most) {
        more_said_ = true;
        CPLError(CE_Warning, CPLE_AppDefined, "%s: there are more faults; only the first %d are named",
                 path_.c_str(), static_cast<int>(most));
        return;
    }
    said_.insert(fault);
    CPLError(CE_Warning, CPLE_AppDefined, "%s, line %lld: %s", path_.c_str(), static_cast<long long>(number),
             why.c_str());
}

}  // namespace liangdi::plugins
