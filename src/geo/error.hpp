#pragma once

#include <stdexcept>
#include <string>

namespace liangdi {

/// The one exception for what stops an operation. Bad data is not an Error but a land::Finding.
/// `message` says what happened and what to do, `where` names the file, row, layer or setting.
class Error : public std::runtime_error {
  public:
    Error(std::string code, const std::string& message, std::string where = {})
        : std::runtime_error(where.empty() ? message : where + ": " + message),
          code_(std::move(code)),
          message_(message),
          where_(std::move(where)) {}

    const std::string& code() const { return code_; }  ///< stable, for programs: "busy", "newer_file" …
    const std::string& message() const { return message_; }
    const std::string& where() const { return where_; }

  private:
    std::string code_, message_, where_;
};

/// The user asked to stop; nothing was changed.
class Cancelled : public std::exception {
  public:
    const char* what() const noexcept override { return "cancelled"; }
};

}  // namespace liangdi
