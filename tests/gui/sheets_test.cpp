#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "catch.hpp"
#include "geo/spatialite_blob.hpp"
#include "gui/atlas_form.hpp"
#include "gui/item_form.hpp"
#include "gui/layers_dock.hpp"
#include "gui/paper_view.hpp"
#include "gui/sheet_list.hpp"
#include "gui/sheet_printing.hpp"
#include "gui/sheets_mode.hpp"
#include "gui/strips.hpp"
#include "pdf_look.hpp"
#include "render/page_map.hpp"
#include "small_town.hpp"

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;

namespace {

/// A town of two grids, its window in the mode of the sheets, and a folder of its own for templates.
struct SheetsWindow {
    SmallTown town;
    std::int64_t second = 0;
    std::filesystem::path templates = town.file.parent_path() / "sheets";
    std::unique_ptr<OpenWindow> open;

    explicit SheetsWindow(bool in_sheets = true) {
        qputenv("LIANGDI_SHEETS", QByteArray::fromStdString(templates.string()));
        {
            store::Store store(town.file);
            land::NewIds ids;
            const auto id = ids.next();
            const auto applied = store.apply(
                {{"founder", "a second grid", {}},
                 {land::Insert{"grid",
                               id,
                               {{"code", std::string("G2")},
                                {"name", std::string("网格02")},
                                {"community", town.community},
                                {"geometry", geo::to_spatialite_blob(geo::MultiPolygon{geo::rectangle(
                                                                         {test::e0 + 250, test::n0 - 50,
                                                                          test::e0 + 400, test::n0 + 150})},
                                                                     4544)}}}}});
            second = applied.id_of(id);
        }
        open = std::make_unique<OpenWindow>(town);
        if (in_sheets) {
            QTest::keyClick(&open->window, Qt::Key_6, Qt::AltModifier);
            choose_template("grid_map");
        }
    }
    gui::SheetsMode& sheets() { return open->window.sheets(); }
    gui::PaperView& paper() { return sheets().paper(); }
    bool settle() {
        return test::wait_for([this] { return open->window.settled() && sheets().drawn().has_value(); });
    }
    void choose_template(const std::string& name) {
        auto& list = sheets().list();
        for (int row = 0; row < list.templates()->count(); ++row)
            if (list.sheets()[static_cast<std::size_t>(row)].name == name)
                list.templates()->setCurrentRow(row);
        REQUIRE(settle());
        REQUIRE(sheets().document().sheet().name == name);
    }
    std::string subject() { return sheets().drawn()->wish.subject.code; }
    QStringList words() {
        QStringList out;
        for (const auto& item : sheets().page()->items)
            if (const auto* text = std::get_if<render::PageText>(&item.what)) out << text->text;
        return out;
    }
    QRectF box(int item) { return sheets().document().sheet().items[static_cast<std::size_t>(item)].mm; }
    int first_map() {
        const auto& items = sheets().document().sheet().items;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (std::holds_alternative<render::MapSpec>(items[i].what)) return static_cast<int>(i);
        return -1;
    }
    QPoint view(QPointF mm) { return paper().to_view(mm).toPoint(); }
    void drag(QPointF from_mm, QPointF to_mm) {
        auto* viewport = paper().viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, view(from_mm));
        QTest::mouseMove(viewport, view((from_mm + to_mm) / 2));
        QTest::mouseMove(viewport, view(to_mm));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, view(to_mm));
    }
    const render::PageMap& map() {
        const auto* item = paper().item({first_map()});
        REQUIRE(item);
        return std::get<render::PageMap>(item->what);
    }
};

/// The mouse stands on whole px, a little beside the place that was meant.
bool whole_and_near(QPointF mm, QPointF wanted) {
    const auto good = [](double a, double b) { return a == std::round(a) && std::abs(a - b) <= 1.2; };
    return good(mm.x(), wanted.x()) && good(mm.y(), wanted.y());
}

std::filesystem::path only_file(const std::filesystem::path& folder) {
    std::filesystem::path found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        REQUIRE(found.empty());
        found = entry.path();
    }
    return found;
}

}  // namespace

TEST_CASE("Alt+6 shows the page instead of the map, keys turn pages, Alt+1 goes back", "[gui][sheets]") {
    SheetsWindow w;
    CHECK(w.open->window.mode() == gui::Mode::sheets);
    CHECK(w.paper().isVisible());
    CHECK_FALSE(w.open->map().isVisible());
    CHECK(w.sheets().list().isVisible());
    CHECK_FALSE(w.open->window.layers_dock().isVisible());
    REQUIRE(w.sheets().list().pages().rowCount() == 2);
    CHECK(w.subject() == "G1");
    CHECK(w.words().filter("网格01").size() > 0);

    QTest::keyClick(&w.open->window, Qt::Key_PageDown, Qt::ControlModifier);
    REQUIRE(test::wait_for([&] { return w.settle() && w.subject() == "G2"; }));
    // The page that was turned to is the row that the map has selected.
    REQUIRE(w.open->window.selection().features().size() == 1);
    CHECK(w.open->window.selection().features().front() == gui::FeatureRef{"grid", w.second});
    QTest::keyClick(&w.open->window, Qt::Key_PageUp, Qt::ControlModifier);
    REQUIRE(test::wait_for([&] { return w.settle() && w.subject() == "G1"; }));

    const auto& pages = w.sheets().list().pages();
    for (const auto& subject : pages.subjects()) CHECK_FALSE(pages.needs_thumbnail(subject.id));
    const auto selected = w.open->window.selection().features();
    QTest::keyClick(&w.open->window, Qt::Key_1, Qt::AltModifier);
    CHECK(w.open->map().isVisible());
    CHECK(w.open->window.layers_dock().isVisible());
    CHECK_FALSE(w.sheets().list().isVisible());
    CHECK(w.open->window.selection().features() == selected);
}

TEST_CASE("a row selected elsewhere turns to its page", "[gui][sheets]") {
    SheetsWindow w;
    REQUIRE(w.subject() == "G1");
    w.open->window.selection().pick({{"grid", w.second}}, {});
    CHECK(test::wait_for([&] { return w.settle() && w.subject() == "G2"; }));
}

TEST_CASE("Ctrl+P on a selected grid opens the grid map of that grid", "[gui][sheets]") {
    SheetsWindow w(false);
    w.open->window.selection().pick({{"grid", w.second}}, {});
    REQUIRE(w.open->settle());
    QTest::keyClick(&w.open->window, Qt::Key_P, Qt::ControlModifier);
    REQUIRE(test::wait_for([&] { return w.settle() && w.subject() == "G2"; }));
    CHECK(w.open->window.mode() == gui::Mode::sheets);
    CHECK(w.sheets().document().sheet().subject == "grid");
}

TEST_CASE("the edition and the language are words on the page", "[gui][sheets]") {
    SheetsWindow w;
    w.sheets().set_language(land::Language::zh);
    REQUIRE(w.settle());
    REQUIRE(w.words().contains("内部使用"));
    QTest::mouseClick(w.sheets().edition_button(true), Qt::LeftButton);
    REQUIRE(test::wait_for([&] { return w.settle() && w.words().contains("公开版"); }));
    CHECK_FALSE(w.words().contains("内部使用"));
    w.sheets().set_language(land::Language::en);
    CHECK(test::wait_for([&] { return w.settle() && w.words().contains("Public edition"); }));
}

TEST_CASE("a drag moves an item by whole mm, in a copy of the template", "[gui][sheets]") {
    SheetsWindow w;
    const auto shipped = w.sheets().document().file();
    const QByteArray before = [&] {
        QFile file(QString::fromStdString(shipped.string()));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }();
    const QRectF title = w.box(0);
    w.drag(title.center(), title.center() + QPointF(7.3, 4.8));
    REQUIRE(w.settle());
    const QRectF moved = w.box(0);
    CHECK(whole_and_near(moved.topLeft(), title.topLeft() + QPointF(7.3, 4.8)));
    CHECK(moved.topLeft() != title.topLeft());
    CHECK(moved.size() == title.size());
    CHECK(w.paper().selected() == gui::ItemPath{0});
    // On disk at once, beside the shipped one, which is as it was.
    const auto own = only_file(w.templates);
    CHECK(w.sheets().document().file() == own);
    CHECK(render::load_template(own).items[0].mm == w.box(0));
    QFile file(QString::fromStdString(shipped.string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == before);
    // The command line finds it by its name.
    CHECK(tasks::find_template(own.stem().string()).items[0].mm == w.box(0));

    QTest::keyClick(&w.open->window, Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(w.settle());
    CHECK(w.box(0) == title);
    CHECK(render::load_template(own).items[0].mm == title);
    CHECK(test::history_length(w.town) > 0);
    QTest::keyClick(&w.open->window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(w.settle());
    CHECK(w.box(0) == moved);
}

TEST_CASE("arrow keys, handles, Del and the fields change the item", "[gui][sheets]") {
    SheetsWindow w;
    const QRectF title = w.box(0);
    QTest::mouseClick(w.paper().viewport(), Qt::LeftButton, {}, w.view(title.center()));
    for (int i = 0; i < 3; ++i) QTest::keyClick(&w.paper(), Qt::Key_Right);
    CHECK(w.box(0).left() == title.left() + 3);
    QTest::keyClick(&w.open->window, Qt::Key_Z, Qt::ControlModifier);
    CHECK(w.box(0) == title);  // keys held down are one step

    w.drag(title.bottomRight(), title.bottomRight() + QPointF(-11.6, 3.2));
    CHECK(w.box(0).topLeft() == title.topLeft());
    CHECK(whole_and_near(w.box(0).bottomRight(), title.bottomRight() + QPointF(-11.6, 3.2)));

    auto& words = *w.sheets().item_form().words_zh();
    words.setFocus();
    words.selectAll();
    QTest::keyClicks(&words, "Z {code}");
    QTest::keyClick(&words, Qt::Key_Return);
    w.sheets().set_language(land::Language::zh);
    REQUIRE(test::wait_for([&] { return w.settle() && w.words().contains("Z G1"); }));

    const auto items = w.sheets().document().sheet().items.size();
    w.paper().setFocus();
    QTest::keyClick(&w.paper(), Qt::Key_Delete);
    REQUIRE(w.settle());
    CHECK(w.sheets().document().sheet().items.size() == items - 1);
    CHECK_FALSE(w.words().contains("Z G1"));
    CHECK(w.paper().selected().empty());

    w.sheets().add_item("text");
    REQUIRE(w.settle());
    CHECK(w.sheets().document().sheet().items.size() == items);
    CHECK(w.words().contains("文字"));
}

TEST_CASE("a wrong word is refused on the strip, and undo mends it", "[gui][sheets]") {
    SheetsWindow w;
    QTest::mouseClick(w.paper().viewport(), Qt::LeftButton, {}, w.view(w.box(0).center()));
    auto& words = *w.sheets().item_form().words_zh();
    w.sheets().set_language(land::Language::zh);
    REQUIRE(w.settle());
    words.setFocus();
    words.selectAll();
    QTest::keyClicks(&words, "{nonsense}");
    w.sheets().set_edition("public");  // a page that comes meanwhile leaves what is typed
    REQUIRE(w.settle());
    REQUIRE(words.text() == "{nonsense}");
    QTest::keyClick(&words, Qt::Key_Return);
    REQUIRE(test::wait_for([&] { return w.open->window.error_strip().isVisible(); }));
    CHECK(w.open->window.error_strip().words().contains("nonsense"));
    w.paper().setFocus();
    QTest::keyClick(&w.open->window, Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(w.settle());
    CHECK(w.words().filter("网格01").size() > 0);
}

TEST_CASE("the map inside moves after a double click, on its own page only", "[gui][sheets]") {
    SheetsWindow w;
    const int map = w.first_map();
    const auto before = w.map();
    const QPointF middle = w.box(map).center();
    QTest::mouseDClick(w.paper().viewport(), Qt::LeftButton, {}, w.view(middle));
    REQUIRE(w.paper().inside_map());
    const QRectF frame = w.box(map);
    w.drag(middle, middle + QPointF(20, -10));
    REQUIRE(w.settle());
    CHECK(w.box(map) == frame);  // the box stays
    // The picture goes with the mouse: 20 mm to the right are 20 mm · scale to the west.
    const double px_mm = 0.5;  // the mouse stands on whole px
    CHECK(std::abs(w.map().centre.x - (before.centre.x - 0.020 * before.scale)) <
          px_mm / 1000 * before.scale);
    CHECK(std::abs(w.map().centre.y - (before.centre.y - 0.010 * before.scale)) <
          px_mm / 1000 * before.scale);
    CHECK(w.map().scale == before.scale);

    auto& scale = *w.sheets().item_form().scale_field();
    scale.setFocus();
    scale.lineEdit()->selectAll();
    QTest::keyClicks(scale.lineEdit(), "1234");
    QTest::keyClick(scale.lineEdit(), Qt::Key_Return);
    REQUIRE(test::wait_for([&] { return w.settle() && w.map().scale == 1234; }));
    QTest::keyClick(&w.open->window, Qt::Key_Escape);
    CHECK_FALSE(w.paper().inside_map());
    CHECK(w.paper().selected() == gui::ItemPath{map});
    QTest::keyClick(&w.open->window, Qt::Key_Escape);
    CHECK(w.paper().selected().empty());
    CHECK(w.open->window.mode() == gui::Mode::sheets);

    QTest::keyClick(&w.open->window, Qt::Key_PageDown, Qt::ControlModifier);
    REQUIRE(test::wait_for([&] { return w.settle() && w.subject() == "G2"; }));
    CHECK(w.map().scale != 1234);
}

TEST_CASE("the atlas of the listed pages is written by a job", "[gui][sheets]") {
    SheetsWindow w;
    w.sheets().list().filter()->setText("G2");
    REQUIRE(w.settle());
    REQUIRE(w.sheets().list().listed().size() == 1);
    auto& form = w.sheets().atlas_form();
    const QString file = w.town.folder.filePath("out.pdf");
    form.target()->setText(file);
    QSignalSpy started(&w.open->window.jobs(), &gui::JobRunner::started);
    form.start_button()->click();
    CHECK(started.count() == 1);
    CHECK_FALSE(form.start_button()->isEnabled());
    REQUIRE(test::wait_for([&] { return !w.open->window.jobs().busy(); }));
    CHECK(form.start_button()->isEnabled());
    CHECK(test::look_at_pdf(file.toStdString()).size() == 1);
}

TEST_CASE("a poster of each page is cut into sheets, and a run that is there is gone on with",
          "[gui][sheets]") {
    SheetsWindow w;
    auto& form = w.sheets().atlas_form();
    const QString folder = w.town.folder.filePath(QStringLiteral("海报"));
    form.kind()->setCurrentIndex(form.kind()->findText(QStringLiteral("A4"), Qt::MatchContains));
    form.target()->setText(folder);
    for (const bool resume : {false, true}) {
        form.resume()->setChecked(resume);
        form.start_button()->click();
        REQUIRE(test::wait_for([&] { return !w.open->window.jobs().busy(); }));
        const QStringList files = QDir(folder).entryList({QStringLiteral("*.pdf")});
        CHECK(files.size() == static_cast<int>(w.sheets().list().listed().size()));
        for (const auto& file : files)
            CHECK(test::look_at_pdf((folder + '/' + file).toStdString()).size() > 1);
    }
}

TEST_CASE("a printed page has its size, and 100 mm are 100 mm", "[gui][sheets]") {
    SheetsWindow w;
    // A bar of a known length, alone on the page.
    const QPointF at(30, 40);
    w.sheets().document().change("bar", [&](const std::string& text) {
        std::string out = text;
        while (!w.sheets().document().sheet().items.empty() &&
               render::read_template(out, "t").items.size() > 0)
            out = tasks::remove_item(out, {0});
        out = tasks::add_item(out, "rule", QRectF(at, QSizeF(100, 10)));
        return tasks::set_field(out, {0}, "fill", std::string("#000000"));
    });
    REQUIRE(w.settle());
    const QString file = w.town.folder.filePath("print.pdf");
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(file);
    gui::fit_printer_to(*printer, w.sheets().page()->mm);
    CHECK(gui::print_complaint(*w.sheets().page(), *printer).isEmpty());
    w.sheets().print_on(printer, {w.sheets().drawn()->wish});
    REQUIRE(test::wait_for([&] { return !w.open->window.jobs().busy(); }));
    printer.reset();

    const auto pages = test::look_at_pdf(file.toStdString());
    REQUIRE(pages.size() == 1);
    CHECK(std::abs(pages[0].mm.width() - 420) < 0.5);
    CHECK(std::abs(pages[0].mm.height() - 297) < 0.5);
    CHECK(std::abs(pages[0].filled_mm.width() - 100) < 0.1);
    CHECK(std::abs(pages[0].filled_mm.height() - 10) < 0.1);
    CHECK(std::abs(pages[0].filled_mm.left() - at.x()) < 0.2);
}

TEST_CASE("a printer whose paper is too small is complained of", "[gui][sheets]") {
    SheetsWindow w;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    gui::fit_printer_to(printer, w.sheets().page()->mm);
    CHECK(gui::print_complaint(*w.sheets().page(), printer).isEmpty());
    printer.setPageSize(QPageSize(QPageSize::A4));
    CHECK_FALSE(gui::print_complaint(*w.sheets().page(), printer).isEmpty());
}

TEST_CASE("true size on the screen is the screen's dots an inch", "[gui][sheets]") {
    SheetsWindow w;
    w.paper().set_zoom(1);
    const double mm = (w.paper().to_view({100, 0}) - w.paper().to_view({0, 0})).x() /
                      w.paper().screen()->physicalDotsPerInch() * 25.4;
    CHECK(std::abs(mm - 100) < 0.01);
    REQUIRE(w.settle());
    CHECK(w.paper().picture().width() ==
          qRound(w.sheets().page()->mm.width() / 25.4 * w.paper().wanted_dpi()));
}
