#pragma once

#include <chrono>
#include <stop_token>
#include <string>
#include <string_view>

#include "land/finding.hpp"
#include "land/progress.hpp"

namespace liangdi::cli {

/// Where a verb prints: results to stdout, everything else to stderr; a progress bar where that is a
/// terminal.
class Console {
  public:
    explicit Console(std::stop_token stop);

    void line(std::string_view text);  ///< stdout
    void note(std::string_view text);  ///< stderr
    land::Progress& progress() { return bar_; }
    void end_progress();  ///< takes the bar off the terminal

  private:
    class Bar final : public land::Progress {
      public:
        explicit Bar(std::stop_token stop);
        void clear();

      protected:
        void show(std::string_view what, std::int64_t done, std::int64_t total) override;

      private:
        bool terminal_;
        bool drawn_ = false;
        std::chrono::steady_clock::time_point last_{};
    };
    Bar bar_;
};

}  // namespace liangdi::cli
