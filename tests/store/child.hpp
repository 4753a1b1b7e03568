#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace liangdi::tests {

/// The program store_child, started with these arguments; what it writes to its standard output is read line
/// by line.
class Child {
  public:
    explicit Child(const std::vector<std::string>& arguments);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// The next whole line, or nothing once the program has ended; what a killed program wrote stays
    /// readable. With `at_most_ms` nothing also where none came in that time.
    std::optional<std::string> line(int at_most_ms = -1);
    void kill();  ///< SIGKILL, at once
    int wait();   ///< exit code, or minus the signal

  private:
    pid_t pid_ = 0;
    int out_ = -1;
    std::string buffer_;
};

}  // namespace liangdi::tests
