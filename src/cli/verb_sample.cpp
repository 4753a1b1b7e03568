#include "cli/verb.hpp"
#include "tasks/sample.hpp"

namespace liangdi::cli {

namespace {

class SampleVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        app.add_option("DIR", params_.folder, "a new or empty folder")->required();
        app.add_option("--scale", params_.scale, "1 is the reference town, 100 a prefecture")
            ->check(CLI::Range(1, 100));
        app.add_option("--seed", params_.seed, "another seed makes another town with the same figures");
        app.add_flag("--mess", params_.mess,
                     "plant faults of real life; DIR/truth.json lists each with the rule that finds it");
    }
    Exit run(Console& console) override {
        tasks::sample(params_, console.progress());
        console.line("sample town written to " + params_.folder.string() +
                     "; next: liangdi load TOWN.sqlite " + params_.folder.string());
        return Exit::done;
    }

  private:
    tasks::SampleParams params_;
};

}  // namespace

std::unique_ptr<Verb> make_sample() {
    return std::make_unique<SampleVerb>();
}

}  // namespace liangdi::cli
