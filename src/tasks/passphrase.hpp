#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace liangdi::tasks {

/// A passphrase, or a recovery key, in memory. Copies share one text, which is wiped when the last of them
/// goes; so a job may keep one. What it was made of is the caller's to wipe.
class Passphrase {
  public:
    explicit Passphrase(std::string_view text);
    std::string_view text() const { return *text_; }
    bool empty() const { return text_->empty(); }

  private:
    std::shared_ptr<const std::string> text_;
};

/// The first line of a file, without its line end. Throws Error{not_found, bad_passphrase_file}.
Passphrase read_passphrase(const std::filesystem::path& file);

}  // namespace liangdi::tasks
