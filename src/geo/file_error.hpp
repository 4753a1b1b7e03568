#pragma once

#include <filesystem>
#include <string>

#include "geo/error.hpp"

namespace liangdi {

/// Throws Error{cannot_write}. `what`: "the page", "the PDF".
[[noreturn]] inline void cannot_write(const std::string& what, const std::filesystem::path& file) {
    throw Error("cannot_write", what + " cannot be written; check the folder and the free space",
                file.string());
}

}  // namespace liangdi
