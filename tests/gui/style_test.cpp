// A layer's style: changed on the map, kept, taken back, saved and loaded.
#include <QApplication>
#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "catch.hpp"
#include "gui/colour_button.hpp"
#include "gui/layers_dock.hpp"
#include "gui/strips.hpp"
#include "gui/style_panel.hpp"
#include "gui/style_rule_form.hpp"
#include "render/style_files.hpp"
#include "small_town.hpp"
#include "tasks/sheet_book.hpp"
#include "tasks/town_styles.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {

/// The window over a dry field, and a folder of its own for styles.
struct StyleWindow {
    SmallTown town;
    std::filesystem::path own = town.file.parent_path() / "own";
    std::unique_ptr<OpenWindow> open;

    StyleWindow() {
        qputenv("LIANGDI_OWN_STYLES", QByteArray::fromStdString(own.string()));
        open = std::make_unique<OpenWindow>(town);
        open->look_at({test::e0 + 3145, test::n0 + 20});
    }
    ~StyleWindow() { qunsetenv("LIANGDI_OWN_STYLES"); }

    gui::StylePanel& panel() { return open->window.style_panel(); }
    gui::StyleRuleForm& form() { return *panel().form(); }
    QColor field() {
        REQUIRE(open->settle());
        return open->map().picture().pixelColor(open->at({test::e0 + 3154, test::n0 + 6}));
    }
    /// By the menu of the layer's row.
    void begin(const char* layer) {
        auto& tree = *open->window.layers_dock().tree();
        QTreeWidgetItem* row = nullptr;
        for (auto* item : tree.findItems({}, Qt::MatchContains | Qt::MatchRecursive))
            if (item->data(0, Qt::UserRole + 1).toString() == layer) row = item;
        REQUIRE(row);
        tree.scrollToItem(row);
        const QPoint at = tree.visualItemRect(row).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, tree.viewport()->mapToGlobal(at));
        QApplication::sendEvent(tree.viewport(), &event);
        auto* menu = open->window.layers_dock().findChild<QMenu*>();
        REQUIRE(menu);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        REQUIRE(panel().isVisible());
        REQUIRE(panel().layer() == layer);
    }
    void choose_rule(const QString& title) {
        auto& rules = *panel().rules();
        const auto found = rules.findItems(title, Qt::MatchExactly);
        REQUIRE(!found.empty());
        rules.scrollToItem(found.front());
        QTest::mouseClick(rules.viewport(), Qt::LeftButton, {}, rules.visualItemRect(found.front()).center());
        REQUIRE(rules.currentItem() == found.front());
    }
    void choose_colour(gui::ColourButton* button, const QColor& colour) {
        QTest::mouseClick(button, Qt::LeftButton);
        auto* dialog = button->findChild<QColorDialog*>();
        REQUIRE(dialog);
        CHECK_FALSE(dialog->isModal());
        dialog->setCurrentColor(colour);
        dialog->accept();
    }
    render::Rule rule(const std::vector<render::Style>& styles, const char* style, const char* title) {
        for (const auto& one : styles)
            for (const auto& pass : one.passes)
                for (const auto& rule : pass.rules)
                    if (one.name == style && rule.title == title) return rule;
        FAIL("no rule " << title);
        return {};
    }
    std::shared_ptr<tasks::Project> project() { return open->window.model().project(); }
};

}  // namespace

TEST_CASE("a layer's style is changed on the map, given up, changed and kept; paper follows", "[gui]") {
    StyleWindow w;
    const QColor house = w.field();
    REQUIRE(house == QColor("#FFFEDD"));
    const auto version = test::history_length(w.town);
    w.begin("farmland");
    w.choose_rule("Dry land");
    w.choose_colour(w.form().fill_button(), QColor("#2060A0"));
    CHECK(w.field() == QColor("#2060A0"));
    // Half of it over the paper.
    w.form().opacity_field()->setFocus();
    w.form().opacity_field()->selectAll();
    QTest::keyClicks(w.form().opacity_field(), "50");
    CHECK(w.field() != QColor("#2060A0"));
    QTest::mouseClick(w.panel().cancel_button(), Qt::LeftButton);
    CHECK_FALSE(w.panel().isVisible());
    CHECK(w.field() == house);
    CHECK_FALSE(std::filesystem::exists(w.own));

    w.begin("farmland");
    w.choose_rule("Dry land");
    w.choose_colour(w.form().fill_button(), QColor("#2060A0"));
    w.form().title_field()->setFocus();
    w.form().title_field()->selectAll();
    QTest::keyClicks(w.form().title_field(), "Tu Soil");
    CHECK(w.panel().rules()->currentItem()->text() == "Soil");
    QTest::mouseClick(w.panel().ok_button(), Qt::LeftButton);
    CHECK_FALSE(w.panel().isVisible());
    CHECK(w.field() == QColor("#2060A0"));
    CHECK(test::history_length(w.town) == version);  // the town file holds nothing of it

    // The file is one of the standard; every picture of the town takes it, on paper as well.
    const auto file = tasks::own_style_file(*w.project(), "farmland");
    REQUIRE(std::filesystem::exists(file));
    const auto kept = render::load_styles(file);
    CHECK(render::look_of(w.rule(kept, "print", "Tu Soil")).fill == QColor("#2060A0"));
    CHECK(tasks::SheetBook(*w.project(), {}).layer("farmland").style ==
          tasks::layer_style(*w.project(), "farmland", "print"));
    CHECK(render::look_of(
              w.rule({tasks::SheetBook(*w.project(), {}).layer("farmland").style}, "print", "Tu Soil"))
              .fill == QColor("#2060A0"));

    // Opened again it is there; another file of a town has nothing of it.
    w.open->window.open_town(w.town.file);
    REQUIRE(w.open->settle());
    w.open->look_at({test::e0 + 3145, test::n0 + 20});
    CHECK(w.field() == QColor("#2060A0"));
    const SmallTown other;
    CHECK(tasks::layer_styles(tasks::open_project({other.file, "x", {}, {}, {}}), "farmland") ==
          tasks::house_styles("farmland"));

    // Back to the house's.
    w.begin("farmland");
    QTest::mouseClick(w.panel().house_button(), Qt::LeftButton);
    CHECK(w.field() == house);
    QTest::mouseClick(w.panel().ok_button(), Qt::LeftButton);
    CHECK(w.field() == house);
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("a rule is switched off by its tick, a label as well; Esc gives up", "[gui]") {
    StyleWindow w;
    const QColor house = w.field();
    w.begin("farmland");
    w.choose_rule("Dry land");
    QTest::keyClick(w.panel().rules(), Qt::Key_Space);
    CHECK(w.panel().rules()->currentItem()->checkState() == Qt::Unchecked);
    // Not drawn, and not drawn as "class unknown" either.
    CHECK(w.field() == render::paper_colour);
    QTest::keyClick(w.panel().rules(), Qt::Key_Space);
    CHECK(w.field() == house);
    w.choose_rule("Label: Number");
    CHECK(w.form().text_button()->isVisible());
    CHECK_FALSE(w.form().fill_button()->isVisible());
    const QImage labelled = w.open->map().picture();
    QTest::keyClick(w.panel().rules(), Qt::Key_Space);
    REQUIRE(w.open->settle());
    CHECK(w.open->map().picture() != labelled);
    QTest::keyClick(w.panel().rules(), Qt::Key_Space);
    w.form().text_size_field()->setFocus();
    w.form().text_size_field()->selectAll();
    QTest::keyClicks(w.form().text_size_field(), "19");
    REQUIRE(w.open->settle());
    CHECK(w.open->map().picture() != labelled);
    w.open->window.actions().escape->trigger();
    CHECK_FALSE(w.panel().isVisible());
    CHECK_FALSE(w.panel().is_busy());
    REQUIRE(w.open->settle());
    for (const auto& layer : w.open->map().layers())
        CHECK(layer.style == tasks::layer_style(*w.project(), layer.name));
}

TEST_CASE("line, dashes, hatch and scales of an area; a card that opens gives up what was not kept",
          "[gui]") {
    StyleWindow w;
    w.begin("farmland");
    w.choose_rule("Dry land");
    auto& form = w.form();
    CHECK_FALSE(form.width_field()->isEnabled());
    form.dash_field()->setFocus();
    QTest::keyClick(form.dash_field(), Qt::Key_Down);  // from none to solid
    QTest::keyClick(form.dash_field(), Qt::Key_Down);  // dashed
    REQUIRE(form.look().outline);
    CHECK_FALSE(form.look().outline->dashes.empty());
    form.width_field()->selectAll();
    form.width_field()->setFocus();
    QTest::keyClicks(form.width_field(), "6");
    CHECK(form.look().outline->width == 6);
    w.choose_colour(form.line_button(), QColor("#B00020"));
    CHECK(form.look().outline->colour == QColor("#B00020"));
    form.pattern_field()->setFocus();
    QTest::keyClick(form.pattern_field(), Qt::Key_Down);
    REQUIRE(form.look().pattern);
    CHECK_FALSE(form.look().pattern->svg.isEmpty());
    REQUIRE(w.open->settle());
    const auto shown = [&] {
        for (const auto& layer : w.open->map().layers())
            if (layer.name == "farmland") return w.rule({layer.style}, "screen", "旱地 Dry land");
        return render::Rule{};
    };
    CHECK(render::look_of(shown()) == form.look());
    form.farthest_field()->setFocus();
    form.farthest_field()->selectAll();
    QTest::keyClicks(form.farthest_field(), "500");
    QTest::keyClick(form.farthest_field(), Qt::Key_Return);
    CHECK(form.look().max_scale == 501);
    REQUIRE(w.open->settle());
    CHECK(shown().max_scale == 501);
    w.open->window.actions().show_bookmarks->trigger();
    CHECK_FALSE(w.panel().isVisible());
    CHECK(w.field() == QColor("#FFFEDD"));
}

TEST_CASE("a style is saved as a file and loaded; what cannot be used is said in words", "[gui]") {
    StyleWindow w;
    const auto file = w.town.folder.filePath("deep/fields.sld");
    w.begin("farmland");
    w.choose_rule("Dry land");
    w.choose_colour(w.form().fill_button(), QColor("#2060A0"));
    w.open->window.save_style(file);
    CHECK(w.panel().problem().isEmpty());
    REQUIRE(QFile::exists(file));
    CHECK(QFile::exists(w.town.folder.filePath("deep/marks/rice.svg")));
    QTest::mouseClick(w.panel().cancel_button(), Qt::LeftButton);
    CHECK(w.field() == QColor("#FFFEDD"));
    w.begin("farmland");
    w.open->window.load_style(file);
    CHECK(w.panel().problem().isEmpty());
    CHECK(w.field() == QColor("#2060A0"));
    // Another layer's columns, and what is no style.
    w.open->window.load_style(QString::fromStdString((render::style_directory() / "building.sld").string()));
    CHECK(w.panel().problem().contains("floors"));
    CHECK(w.field() == QColor("#2060A0"));
    w.open->window.load_style(w.town.folder.filePath("none.sld"));
    CHECK_FALSE(w.panel().problem().isEmpty());
    w.open->window.save_style("/dev/null/x.sld");
    CHECK(w.panel().problem().contains("/dev/null"));
    QTest::mouseClick(w.panel().cancel_button(), Qt::LeftButton);
}

TEST_CASE("an own style that cannot be read is said, and the house's is drawn", "[gui]") {
    StyleWindow w;
    const auto file = tasks::own_style_file(*w.project(), "farmland");
    std::filesystem::create_directories(file.parent_path());
    QFile out(QString::fromStdString(file.string()));
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write("<sld:StyledLayerDescriptor");
    out.close();
    CHECK(w.open->window.error_strip().isHidden());
    w.open->window.open_town(w.town.file);
    REQUIRE(w.open->settle());
    CHECK_FALSE(w.open->window.error_strip().isHidden());
    w.open->look_at({test::e0 + 3145, test::n0 + 20});
    CHECK(w.field() == QColor("#FFFEDD"));
}

TEST_CASE("the house's styles ask for no column that a layer does not have", "[gui]") {
    StyleWindow w;
    for (const auto& spec : land::town_layers()) {
        CAPTURE(spec.name);
        CHECK_NOTHROW(
            tasks::read_styles(*w.project(), spec.name, render::style_directory() / (spec.name + ".sld")));
        CHECK(tasks::read_styles(*w.project(), spec.name, render::style_directory() / (spec.name + ".sld")) ==
              tasks::house_styles(spec.name));
    }
}
