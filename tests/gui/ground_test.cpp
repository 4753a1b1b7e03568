// What lies under the map, and keys of one's own.
#include <QFile>
#include <QKeySequenceEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QTest>

#include "catch.hpp"
#include "gui/ground_panel.hpp"
#include "gui/shortcuts.hpp"
#include "gui/shortcuts_dialog.hpp"
#include "small_town.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {

/// A grid of cells of one value each (an Arc/Info ASCII grid), 10 m wide, at the town.
std::filesystem::path heights(const SmallTown& town, const char* name, bool slope) {
    const QString file = town.folder.filePath(QString::fromLatin1(name));
    QFile out(file);
    REQUIRE(out.open(QIODevice::WriteOnly));
    constexpr int cells = 60;
    out.write(QStringLiteral("ncols %1\nnrows %1\nxllcorner %2\nyllcorner %3\ncellsize 10\n")
                  .arg(cells)
                  .arg(test::e0 - 300, 0, 'f', 1)
                  .arg(test::n0 - 300, 0, 'f', 1)
                  .toLatin1());
    for (int row = 0; row < cells; ++row) {
        QStringList values;
        for (int column = 0; column < cells; ++column)
            values << QString::number(slope ? 1000.5 + column * 3.0 : 1000.5);
        out.write((values.join(' ') + '\n').toLatin1());
    }
    return file.toStdString();
}

}  // namespace

TEST_CASE("heights under the map: shown, thinned, hidden, removed, and remembered for the town", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    auto& panel = open.window.ground_panel();
    open.look_at(town.nowhere, 4000);
    const QPoint middle = open.map().rect().center();
    REQUIRE(open.map().picture().pixelColor(middle) == render::paper_colour);
    open.window.actions().show_ground->trigger();
    REQUIRE(panel.isVisible());
    const auto file = heights(town, "slope.asc", true);
    const auto version = test::history_length(town);
    open.window.add_ground_file(file);
    REQUIRE(test::wait_for([&] { return panel.layers().size() == 1; }));
    REQUIRE(open.settle());
    CHECK(panel.layers()[0].kind == tasks::GroundLayer::Kind::heights);
    const QColor shaded = open.map().picture().pixelColor(middle);
    CHECK(shaded != render::paper_colour);
    // Less of it.
    panel.opacity_field()->setFocus();
    for (int i = 0; i < 10; ++i) QTest::keyClick(panel.opacity_field(), Qt::Key_PageDown);
    REQUIRE(open.settle());
    CHECK(panel.layers()[0].opacity == 0);
    for (int i = 0; i < 10; ++i) QTest::keyClick(panel.opacity_field(), Qt::Key_PageUp);
    REQUIRE(open.settle());
    CHECK(open.map().picture().pixelColor(middle) == shaded);
    // Not ticked: not drawn.
    panel.list()->item(0)->setCheckState(Qt::Unchecked);
    REQUIRE(open.settle());
    CHECK(open.map().picture().pixelColor(middle) == render::paper_colour);
    panel.list()->item(0)->setCheckState(Qt::Checked);
    // The town is opened again: it is there, and the town file holds nothing of it.
    open.window.open_town(town.file);
    REQUIRE(open.settle());
    CHECK(panel.layers().size() == 1);
    CHECK(test::history_length(town) == version);
    open.window.actions().show_ground->trigger();
    QTest::mouseClick(panel.remove_button(), Qt::LeftButton);
    REQUIRE(open.settle());
    CHECK(panel.layers().empty());
}

TEST_CASE("the order of what lies under the map, and files that are none", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    auto& panel = open.window.ground_panel();
    open.window.actions().show_ground->trigger();
    for (const char* name : {"a.asc", "b.asc"}) {
        open.window.add_ground_file(heights(town, name, false));
        REQUIRE(open.settle());
    }
    REQUIRE(panel.layers().size() == 2);
    CHECK(panel.list()->item(0)->text().contains("b.asc"));  // the uppermost first
    panel.list()->setCurrentRow(1);
    QTest::mouseClick(panel.up_button(), Qt::LeftButton);
    CHECK(panel.list()->item(0)->text().contains("a.asc"));
    CHECK(panel.layers()[1].file.filename() == "a.asc");
    open.window.add_ground_file(town.folder.filePath("missing.tif").toStdString());
    REQUIRE(open.settle());
    CHECK(panel.layers().size() == 2);
    CHECK_FALSE(panel.problem().isEmpty());
    const auto kept = gui::ground_layers_of(gui::to_variant(panel.layers()));
    CHECK(kept == panel.layers());
    CHECK(gui::ground_layers_of(QVariant("x")).empty());
}

TEST_CASE("an address of tiles becomes a file that GDAL reads, with a cache beside it", "[gui]") {
    const SmallTown town;
    const std::filesystem::path folder = town.folder.path().toStdString();
    const auto file = tasks::write_tile_source(folder, "https://tiles.example/{z}/{x}/{y}.png?a=1&b=2");
    QFile in(QString::fromStdString(file.string()));
    REQUIRE(in.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(in.readAll());
    CHECK(text.contains("https://tiles.example/${z}/${x}/${y}.png?a=1&amp;b=2"));
    CHECK(text.contains("<Cache>"));
    CHECK(tasks::write_tile_source(folder, "https://tiles.example/{z}/{x}/{y}.png?a=1&b=2") == file);
    CHECK_THROWS_AS(tasks::write_tile_source(folder, "/etc/passwd"), Error);
    CHECK_THROWS_AS(tasks::write_tile_source(folder, "https://tiles.example/map.png"), Error);
}

TEST_CASE("a command gets another key; one that is taken is refused in words; all can go back", "[gui]") {
    const SmallTown town;
    OpenWindow open(town);
    const auto& actions = open.window.actions();
    actions.shortcuts->trigger();
    auto* dialog = open.window.findChild<gui::ShortcutsDialog*>();
    REQUIRE(dialog);
    (void)QTest::qWaitForWindowExposed(dialog);
    const auto type = [&](QAction* action, Qt::Key key, Qt::KeyboardModifiers modifiers) {
        auto* edit = dialog->key_field(action);
        REQUIRE(edit);
        edit->setFocus();
        QTest::keyClick(edit, key, modifiers);
        edit->clearFocus();  // ends the recording
    };
    const QKeySequence usual = actions.add_bookmark->shortcut();
    type(actions.add_bookmark, Qt::Key_B, Qt::AltModifier);
    REQUIRE(test::wait_for([&] { return actions.add_bookmark->shortcut() != usual; }));
    CHECK(actions.add_bookmark->shortcut() == QKeySequence("Alt+B"));
    CHECK(actions.add_bookmark->toolTip().contains("Alt+B"));
    // Taken by undo.
    type(actions.add_bookmark, Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(test::wait_for([&] { return !dialog->refusal().isEmpty(); }));
    CHECK(dialog->refusal().contains("Ctrl+Z"));
    CHECK(actions.add_bookmark->shortcut() == QKeySequence("Alt+B"));
    CHECK(actions.undo->shortcut() == QKeySequence("Ctrl+Z"));
    // It works.
    QTest::keyClick(&open.window, Qt::Key_B, Qt::AltModifier);
    QTest::mouseClick(dialog->reset_button(), Qt::LeftButton);
    CHECK(actions.add_bookmark->shortcut() == usual);
    CHECK(gui::conflicting_action(open.window, *actions.add_bookmark, QKeySequence("Ctrl+Z")) ==
          actions.undo);
    CHECK(gui::conflicting_action(open.window, *actions.add_bookmark, usual) == nullptr);
}
