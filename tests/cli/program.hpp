#pragma once

#include <sys/types.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// The program liangdi, run as a user runs it.
namespace liangdi::tests {

struct Ran {
    int code = -1;  ///< exit code, or minus the signal
    std::string out, err;
    nlohmann::json json() const { return nlohmann::json::parse(out); }
    /// Whether stderr is one line that begins with the program's name.
    bool one_line() const;
};

/// Runs it to its end. `meanwhile` is called once with its pid after it was started, and again after each
/// piece of stderr or stdout until it returns true.
Ran run(const std::vector<std::string>& arguments, const std::function<bool(pid_t)>& meanwhile = {});

}  // namespace liangdi::tests
