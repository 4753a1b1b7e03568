#include <QSignalSpy>
#include <atomic>
#include <latch>

#include "catch.hpp"
#include "gui/job_runner.hpp"
#include "small_town.hpp"

using namespace liangdi;
using gui::JobRunner;

TEST_CASE("a job's result arrives in the UI thread", "[gui]") {
    JobRunner jobs;
    QObject receiver;
    std::thread::id worker, delivered;
    int result = 0;
    jobs.run(
        JobRunner::Kind::shown, "count", &receiver,
        [&](land::Progress&) {
            worker = std::this_thread::get_id();
            return 42;
        },
        [&](int n) {
            delivered = std::this_thread::get_id();
            result = n;
        });
    REQUIRE(test::wait_for([&] { return !jobs.busy(); }));
    CHECK(result == 42);
    CHECK(delivered == std::this_thread::get_id());
    CHECK(worker != delivered);
}

TEST_CASE("an Error arrives whole, and delivers no result", "[gui]") {
    JobRunner jobs;
    QObject receiver;
    std::string code, where;
    QObject::connect(&jobs, &JobRunner::failed, &receiver, [&](const QString&, const Error& error) {
        code = error.code();
        where = error.where();
    });
    bool done = false;
    jobs.run(
        JobRunner::Kind::shown, "fail", &receiver,
        [](land::Progress&) -> int { throw Error("busy", "try again", "town.sqlite"); },
        [&](int) { done = true; });
    REQUIRE(test::wait_for([&] { return !jobs.busy(); }));
    CHECK(code == "busy");
    CHECK(where == "town.sqlite");
    CHECK_FALSE(done);
}

TEST_CASE("cancel ends a running job, which delivers nothing", "[gui]") {
    JobRunner jobs;
    QObject receiver;
    QSignalSpy cancelled(&jobs, &JobRunner::cancelled);
    std::latch running(1);
    bool done = false;
    jobs.run(
        JobRunner::Kind::shown, "endless", &receiver,
        [&](land::Progress& progress) -> int {
            running.count_down();
            while (true) progress.at("step", 1, 2);
        },
        [&](int) { done = true; });
    running.wait();
    jobs.cancel();
    REQUIRE(test::wait_for([&] { return !jobs.busy(); }));
    CHECK(cancelled.count() == 1);
    CHECK_FALSE(done);
}

TEST_CASE("a receiver that is gone gets nothing", "[gui]") {
    JobRunner jobs;
    auto receiver = std::make_unique<QObject>();
    std::latch go(1);
    bool done = false;
    jobs.run(
        JobRunner::Kind::quiet, "late", receiver.get(),
        [&](land::Progress&) {
            go.wait();
            return 1;
        },
        [&](int) { done = true; });
    receiver.reset();
    go.count_down();
    REQUIRE(test::wait_for([&] { return !jobs.busy(); }));
    CHECK_FALSE(done);
}

TEST_CASE("the sample town: cancelled, nothing is left", "[gui]") {
    const QTemporaryDir folder;
    const std::filesystem::path at = folder.path().toStdString();
    gui::MainWindow window({false, "tester"});
    window.show();
    QSignalSpy cancelled(&window.jobs(), &JobRunner::cancelled);
    QSignalSpy progressed(&window.jobs(), &JobRunner::progressed);
    window.open_sample(at);
    REQUIRE(test::wait_for([&] { return progressed.count() > 0; }));
    window.jobs().cancel();
    REQUIRE(test::wait_for([&] { return !window.jobs().busy(); }));
    CHECK(cancelled.count() == 1);
    CHECK_FALSE(window.model().is_open());
    CHECK(std::filesystem::is_empty(at));
}
