#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>

namespace liangdi::plugins {

/// Says through CPLError(CE_Warning) what is wrong with which line of a file: every fault once,
/// however often the file is read, and 100 at most (then one word that there are more).
class Complaints {
  public:
    explicit Complaints(std::string path) : path_(std::move(path)) {}
    void line(std::int64_t number, const std::string& why);
    const std::string& path() const { return path_; }

  private:
    std::string path_;
    std::unordered_set<std::string> said_;
    bool more_said_ = false;
};

}  // namespace liangdi::plugins
