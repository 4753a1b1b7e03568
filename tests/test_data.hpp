#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "catch.hpp"

namespace liangdi::tests {

/// A file or folder of the collection of real test data, which is not part of the source tree. It is looked
/// for under LIANGDI_TEST_DATA, else beside the checkout. Where it is missing the answer is nothing and the
/// test says in words that it checks nothing; the test then returns.
inline std::optional<std::filesystem::path> test_data(std::string_view relative) {
    const char* set = std::getenv("LIANGDI_TEST_DATA");
    const std::filesystem::path root = set && *set ? set : LIANGDI_DEFAULT_TEST_DATA;
    const std::filesystem::path path = root / relative;
    std::error_code error;
    if (std::filesystem::exists(path, error)) return path;
    WARN("skipped: the test data " << relative << " is not here; set LIANGDI_TEST_DATA to its folder");
    return {};
}

}  // namespace liangdi::tests
