#include "gui/jobs_dock.hpp"

#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <atomic>
#include <latch>

#include "catch.hpp"
#include "gui/time_left.hpp"
#include "small_town.hpp"

using namespace liangdi;
using namespace std::chrono_literals;
using gui::JobRunner;
using gui::JobsDock;
using test::wait_for;

TEST_CASE("the time left is said only where it can be", "[gui][jobs]") {
    CHECK(gui::time_left(10s, 25, 100) == 30s);
    CHECK(gui::time_left(10s, 100, 100) == 0s);
    CHECK_FALSE(gui::time_left(10s, 0, 100));
    CHECK_FALSE(gui::time_left(10s, 5, 0));     // the total is not known
    CHECK_FALSE(gui::time_left(900ms, 5, 10));  // too early
}

TEST_CASE("work over three seconds is listed with its count and time left, and can be cancelled there",
          "[gui][jobs]") {
    JobRunner jobs;
    std::chrono::milliseconds now{5000};
    JobsDock dock(jobs, [&] { return now; });
    dock.show();
    QObject receiver;
    std::atomic<bool> told = false;
    jobs.run(
        JobRunner::Kind::shown, "Import", &receiver,
        [&](land::Progress& progress) -> int {
            while (true) {
                progress.at("reading", 20, 100);
                told = true;
            }
        },
        [](int) {});
    jobs.run(
        JobRunner::Kind::quiet, "Reading", &receiver, [](land::Progress&) { return 1; }, [](int) {});
    REQUIRE(wait_for([&] { return told && jobs.shown_jobs().front().total == 100; }));
    now += 2999ms;
    dock.refresh();
    CHECK(dock.table()->rowCount() == 0);
    now += 1001ms;
    dock.refresh();
    REQUIRE(dock.running() == 1);
    CHECK(dock.table()->item(0, 0)->text().contains("Import"));
    CHECK(dock.table()->item(0, 1)->text() == "20 of 100");
    CHECK(dock.table()->item(0, 2)->text() == "16 s");
    auto* button = dock.cancel_button(0);
    REQUIRE(button);
    dock.refresh();
    CHECK(dock.cancel_button(0) == button);  // not made anew under the mouse
    QTest::mouseClick(button, Qt::LeftButton);
    REQUIRE(wait_for([&] { return !jobs.busy(); }));
    CHECK(dock.running() == 0);
    REQUIRE(dock.table()->rowCount() == 1);
    CHECK(dock.table()->item(0, 1)->text() == "cancelled after 4 s");
}

TEST_CASE("short work leaves no trace; long work leaves how it ended", "[gui][jobs]") {
    JobRunner jobs;
    std::chrono::milliseconds now{0};
    JobsDock dock(jobs, [&] { return now; });
    QObject receiver;
    jobs.run(
        JobRunner::Kind::shown, "short", &receiver, [](land::Progress&) { return 1; }, [](int) {});
    REQUIRE(wait_for([&] { return !jobs.busy(); }));
    CHECK(dock.table()->rowCount() == 0);
    std::latch go(1);
    jobs.run(
        JobRunner::Kind::shown, "long", &receiver,
        [&](land::Progress&) {
            go.wait();
            return 1;
        },
        [](int) {});
    now += 75s;
    go.count_down();
    REQUIRE(wait_for([&] { return !jobs.busy(); }));
    REQUIRE(dock.table()->rowCount() == 1);
    CHECK(dock.table()->item(0, 1)->text() == "✓ done in 1 min 15 s");
}

TEST_CASE("a quiet job that was stopped delivers nothing, even if it was done already", "[gui][jobs]") {
    JobRunner jobs;
    QObject receiver;
    bool delivered = false;
    std::latch done(1);
    const auto id = jobs.run(
        JobRunner::Kind::quiet, "old question", &receiver,
        [&](land::Progress&) {
            done.count_down();
            return 1;
        },
        [&](int) { delivered = true; });
    done.wait();
    jobs.stop(id);
    REQUIRE(wait_for([&] { return !jobs.busy(); }));
    CHECK_FALSE(delivered);
}
