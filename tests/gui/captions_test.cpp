#include "gui/captions.hpp"

#include "catch.hpp"
#include "gui/view_history.hpp"

using namespace liangdi;

TEST_CASE("history entries are told in words, whatever names they hold", "[gui]") {
    CHECK(gui::why_caption("import 住户.xlsx") == "Import 住户.xlsx");
    CHECK(gui::why_caption("link H(1) with flat B1-1 (main) (main)") ==
          "Link household H(1) with flat B1-1 (main) (Main)");
    CHECK(gui::why_caption("undo 12: redo 11: import a b.csv") == "Undo: Redo: Import a b.csv");
    CHECK(gui::why_caption("something new") == "something new");
}

TEST_CASE("numbers are grouped so that no comma can be misread", "[gui]") {
    CHECK(gui::grouped(2950233.9071, 3) == QString::fromUtf8("2\u2009950\u2009233.907"));
    CHECK(gui::grouped(999, 0) == "999");
}

TEST_CASE("a new view after going back forgets what lay ahead", "[gui]") {
    gui::ViewHistory views;
    const auto at = [](double x) { return render::MapView{{x, 0}, 1, {100, 100}, 96}; };
    CHECK_FALSE(views.previous());
    for (const double x : {1.0, 2.0, 2.0, 3.0}) views.visit(at(x));
    CHECK(views.previous()->centre.x == 2);
    CHECK(views.previous()->centre.x == 1);
    CHECK_FALSE(views.previous());
    CHECK(views.next()->centre.x == 2);
    views.visit(at(9));
    CHECK_FALSE(views.next());
    CHECK(views.previous()->centre.x == 2);
}
