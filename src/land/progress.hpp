#pragma once

#include <cstdint>
#include <stop_token>
#include <string_view>

#include "geo/error.hpp"

namespace liangdi::land {

/// How far a job is, and whether it should stop. Jobs call `at` often; implementations throttle.
class Progress {
  public:
    explicit Progress(std::stop_token stop = {}) : stop_(std::move(stop)) {}
    virtual ~Progress() = default;

    /// `total` is 0 where it is not known. Throws Cancelled when the user asked to stop.
    void at(std::string_view what, std::int64_t done, std::int64_t total) {
        if (stop_.stop_requested()) throw Cancelled{};
        show(what, done, total);
    }
    bool stop_requested() const { return stop_.stop_requested(); }
    const std::stop_token& stop_token() const { return stop_; }

  protected:
    virtual void show(std::string_view /*what*/, std::int64_t /*done*/, std::int64_t /*total*/) {}

  private:
    std::stop_token stop_;
};

}  // namespace liangdi::land
