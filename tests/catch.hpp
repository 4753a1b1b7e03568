#pragma once

/// Catch2 2.13 (one header) and Catch2 3 under the names of version 3. Tests include this header only.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>

namespace Catch {
using Detail::Approx;
namespace Matchers {
inline auto ContainsSubstring(const std::string& text, CaseSensitive::Choice choice = CaseSensitive::Yes) {
    return Contains(text, choice);
}
}  // namespace Matchers
}  // namespace Catch
#endif

using Catch::Approx;
