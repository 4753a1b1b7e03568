#include "land/value.hpp"

#include <fmt/format.h>

namespace liangdi::land {

std::string to_display(const Value& v) {
    struct Show {
        std::string operator()(Null) const { return {}; }
        std::string operator()(std::int64_t n) const { return fmt::format("{}", n); }
        std::string operator()(double d) const { return fmt::format("{}", d); }
        std::string operator()(const std::string& s) const { return s; }
        std::string operator()(const Bytes& b) const { return fmt::format("<{} bytes>", b.size()); }
        std::string operator()(NewId id) const { return fmt::format("<new {}>", id.n); }
    };
    return std::visit(Show{}, v);
}

}  // namespace liangdi::land
