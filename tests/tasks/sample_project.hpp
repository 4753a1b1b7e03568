#pragma once

#include <filesystem>

#include "../store/town_file.hpp"
#include "tasks/project.hpp"

/// The sample town, written and loaded once a test program; each test works on a copy of its own.
namespace liangdi::tests {

const std::filesystem::path& sample_folder();
const std::filesystem::path& loaded_town();
/// The sample town with faults of real life (`sample --mess`), loaded once a test program.
const std::filesystem::path& messed_town();
/// A copy of the loaded town in `folder`.
std::filesystem::path town_copy(const TownFolder& folder);

tasks::Project open(const std::filesystem::path& town, const std::string& actor = "tester");
tasks::Project open_unlocked(const std::filesystem::path& town, const std::string& actor = "tester");

/// A progress that asks to stop when it is shown for the n-th time.
class StopAfter : public land::Progress {
  public:
    explicit StopAfter(int n) : StopAfter(n, std::stop_source{}) {}
    int shown() const { return shown_; }

  protected:
    void show(std::string_view, std::int64_t, std::int64_t) override {
        if (++shown_ == n_) source_.request_stop();
    }

  private:
    StopAfter(int n, std::stop_source source)
        : land::Progress(source.get_token()), n_(n), source_(std::move(source)) {}
    int n_, shown_ = 0;
    std::stop_source source_;
};

}  // namespace liangdi::tests
