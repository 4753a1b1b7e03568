// The import window under real drops, clicks and keys.
#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include <nlohmann/json.hpp>
#include "catch.hpp"
#include "exchange/text_encoding.hpp"
#include "gui/import_check_page.hpp"
#include "gui/import_fields_page.hpp"
#include "gui/import_file_page.hpp"
#include "gui/import_place_page.hpp"
#include "gui/import_wizard.hpp"
#include "gui/strips.hpp"
#include "small_town.hpp"
#include "tasks/past.hpp"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>

using namespace liangdi;
using test::OpenWindow;
using test::SmallTown;
using test::wait_for;

namespace {

using Step = gui::ImportWizard::Step;

constexpr const char* buildings =
    "楼栋编码,名称,层数,网格编码,备注\n"
    "B1,1号楼,7,G1,改了层数\n"
    "B3,3号楼,11,G1,\n"
    ",无编码,3,G1,\n"
    "B4,4号楼,六,G1,\n"
    "B5,5号楼,6,G9,\n";

QString written(const SmallTown& town, const char* name, const std::string& bytes) {
    const QString file = town.folder.filePath(QString::fromUtf8(name));
    QFile out(file);
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write(bytes.data(), static_cast<qint64>(bytes.size()));
    return file;
}

void drop(gui::MainWindow& window, const QStringList& files) {
    QMimeData mime;
    QList<QUrl> urls;
    for (const auto& file : files) urls << QUrl::fromLocalFile(file);
    mime.setUrls(urls);
    QDragEnterEvent enter({200, 200}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    CHECK(enter.isAccepted());
    QDropEvent event({200, 200}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

struct Importing {
    SmallTown town;
    OpenWindow open{town};
    gui::ImportWizard* wizard = nullptr;

    void begin(const QStringList& files) {
        drop(open.window, files);
        wizard = open.window.findChild<gui::ImportWizard*>();
        REQUIRE(wizard);
        (void)QTest::qWaitForWindowExposed(wizard);
        rest();
    }
    void rest() {
        REQUIRE(wait_for([this] { return !wizard->busy(); }));
    }
    void next() {
        QTest::mouseClick(wizard->next_button(), Qt::LeftButton);
        rest();
    }
    int row_of(const QString& column) {
        auto& table = *wizard->fields_page().table();
        for (int row = 0; row < table.rowCount(); ++row)
            if (table.item(row, 0)->text() == column) return row;
        return -1;
    }
    /// As a person does: opens the list, walks to the words, Enter.
    void send(const QString& column, const QString& target) {
        auto* combo = wizard->fields_page().target_field(row_of(column));
        REQUIRE(combo);
        const int at = combo->findText(target, Qt::MatchStartsWith);
        REQUIRE(at >= 0);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);  // opens the list; nothing is chosen by walking
        auto* list = combo->view();
        REQUIRE(list->isVisible());
        while (list->currentIndex().row() != at) {
            const int before = list->currentIndex().row();
            QTest::keyClick(list, before < at ? Qt::Key_Down : Qt::Key_Up);
            REQUIRE(list->currentIndex().row() != before);
        }
        QTest::keyClick(list, Qt::Key_Return);
    }
    std::vector<store::HistoryEntry> history() { return tasks::history(*open.window.model().project(), 100); }
};

}  // namespace

TEST_CASE("a dropped table goes through the four steps into one entry of the history", "[gui]") {
    Importing i;
    const auto before = i.history().size();
    i.begin({written(i.town, "楼栋.csv", exchange::from_utf8(buildings, "GBK").value())});
    auto& wizard = *i.wizard;
    CHECK(wizard.step() == Step::file);
    CHECK(wizard.file_page().files()->count() == 1);
    CHECK(wizard.reason().isEmpty());
    i.next();
    REQUIRE(wizard.step() == Step::place);
    // Read in its own encoding, which is the most legible one.
    CHECK(wizard.preview()->encoding == "GB18030");
    auto& rows = *wizard.place_page().rows();
    CHECK(rows.rowCount() == 5);
    CHECK(rows.horizontalHeaderItem(0)->text() == "楼栋编码");
    CHECK(rows.item(1, 1)->text() == "3号楼");
    // Another encoding: the words change at once, the Next button stays for whoever wants it.
    auto& encodings = wizard.place_page().encodings();
    REQUIRE(encodings.buttons().size() == 3);
    for (auto* button : encodings.buttons())
        if (button->text() == "Big5") QTest::mouseClick(button, Qt::LeftButton);
    i.rest();
    CHECK(wizard.preview()->encoding == "Big5");
    CHECK(wizard.place_page().rows()->horizontalHeaderItem(0)->text() != "楼栋编码");
    for (auto* button : encodings.buttons())
        if (button->text().startsWith("GBK")) QTest::mouseClick(button, Qt::LeftButton);
    i.rest();
    CHECK(wizard.place_page().rows()->item(1, 1)->text() == "3号楼");

    i.next();
    REQUIRE(wizard.step() == Step::fields);
    CHECK(wizard.mapping().table == "building");
    CHECK(wizard.reason().isEmpty());
    const int code = i.row_of("楼栋编码");
    REQUIRE(code >= 0);
    CHECK(wizard.fields_page().tag(code).startsWith("✓"));
    i.next();
    REQUIRE(wizard.step() == Step::check);
    REQUIRE(wizard.checked());
    const auto& report = wizard.checked()->report;
    CHECK(report.added == 1);
    CHECK(report.changed == 1);
    CHECK(report.refused == 3);
    CHECK(wizard.check_page().findings()->rowCount() == 3);
    CHECK(wizard.check_page().findings()->item(0, 1)->text() == "4");  // as a person counts the sheet's rows
    CHECK(wizard.next_button()->text().contains("2"));
    CHECK(wizard.next_button()->text().contains("3"));
    CHECK(i.history().size() == before);  // nothing is written before the button

    QTest::keyClick(&wizard, Qt::Key_Return);
    REQUIRE(wait_for([&] { return i.open.window.findChild<gui::ImportWizard*>() == nullptr; }));
    REQUIRE(i.open.settle());
    CHECK(i.history().size() == before + 1);
    auto town = i.open.window.model().project()->store->snapshot();
    CHECK(town->ids_of("building", "code", "B3").size() == 1);
    CHECK(town->ids_of("building", "code", "B5").empty());
    town.reset();
    i.open.window.activateWindow();
    (void)QTest::qWaitForWindowActive(&i.open.window);
    QTest::keyClick(&i.open.window, Qt::Key_Z, Qt::ControlModifier);
    CHECK(wait_for([&] {
        return i.open.window.model().project()->store->snapshot()->ids_of("building", "code", "B3").empty();
    }));
}

TEST_CASE("Next says why it is disabled until the mapping is whole", "[gui]") {
    Importing i;
    i.begin({written(i.town, "楼栋.csv", buildings)});
    i.next();
    i.next();
    auto& wizard = *i.wizard;
    REQUIRE(wizard.step() == Step::fields);
    const auto whole = exchange::to_json(wizard.mapping()).dump();
    const QString code = wizard.fields_page().target_field(i.row_of("楼栋编码"))->currentText();
    i.send("楼栋编码", "Leave out");
    CHECK_FALSE(wizard.next_button()->isEnabled());
    CHECK_FALSE(wizard.reason().isEmpty());
    CHECK_FALSE(wizard.step_button(Step::check)->isEnabled());
    wizard.go_to(Step::check);
    CHECK(wizard.step() == Step::fields);
    // The note goes where the code was, and back.
    i.send("备注", code);
    CHECK(wizard.next_button()->isEnabled());
    CHECK(wizard.fields_page().tag(i.row_of("备注")).startsWith("●"));
    i.send("楼栋编码", code);
    CHECK(wizard.fields_page().target_field(i.row_of("备注"))->currentIndex() == 0);
    CHECK(wizard.reason().isEmpty());
    CHECK(exchange::to_json(wizard.mapping()).dump() != whole);  // the note is left out now
    // What was chosen by hand outlives a look at another encoding.
    wizard.go_to(Step::place);
    for (auto* button : wizard.place_page().encodings().buttons())
        if (button->text() == "UTF-8") QTest::mouseClick(button, Qt::LeftButton);
    i.rest();
    wizard.go_to(Step::fields);
    CHECK(wizard.fields_page().tag(i.row_of("备注")).startsWith("●"));
}

TEST_CASE("a file without a coordinate system stops at step 2 until somebody names it", "[gui]") {
    Importing i;
    const QString file =
        written(i.town, "设施.csv", "设施编码,名称,类型,WKT\nF1,广场,广场,POINT (576050 2950050)\n");
    i.begin({file});
    i.next();
    auto& wizard = *i.wizard;
    REQUIRE(wizard.step() == Step::place);
    REQUIRE(wizard.mapping().geometry);
    CHECK_FALSE(wizard.next_button()->isEnabled());
    CHECK_FALSE(wizard.reason().isEmpty());
    auto& frames = wizard.place_page().frames();
    REQUIRE_FALSE(frames.buttons().isEmpty());
    CHECK(frames.checkedId() == -1);
    CHECK(wizard.place_page().map()->words().contains("EPSG:4544"));  // how it would lie
    QTest::mouseClick(frames.buttons().front(), Qt::LeftButton);
    i.rest();
    CHECK(wizard.next_button()->isEnabled());
    CHECK(wizard.preview()->box.contains(geo::Point{576050, 2950050}));
    // X and Y exchanged: it lies elsewhere, and the card says so.
    QTest::mouseClick(wizard.place_page().swap_field(), Qt::LeftButton);
    i.rest();
    REQUIRE(wizard.preview()->frame >= 0);
    CHECK(wizard.preview()->frames[static_cast<std::size_t>(wizard.preview()->frame)].swapped);
    CHECK_FALSE(wizard.preview()->box.contains(geo::Point{576050, 2950050}));
    // A code that is none is refused in words; the last picture stays.
    wizard.place_page().crs_field()->setFocus();
    QTest::keyClicks(wizard.place_page().crs_field(), "EPSG:1");
    QTest::keyClick(wizard.place_page().crs_field(), Qt::Key_Return);
    i.rest();
    CHECK_FALSE(wizard.next_button()->isEnabled());
    CHECK(wizard.step() == Step::place);
    CHECK_FALSE(wizard.reason().isEmpty());
}

TEST_CASE("several files go one after the other; side files and what cannot be read are told", "[gui]") {
    Importing i;
    const QString one = written(i.town, "a楼栋.csv", "楼栋编码,名称,网格编码\nB6,6号楼,G1\n");
    const QString two = written(i.town, "b楼栋.csv", "楼栋编码,名称,网格编码\nB7,7号楼,G1\n");
    i.begin({two, one});
    auto& wizard = *i.wizard;
    CHECK(wizard.file_page().files()->count() == 2);
    const auto before = i.history().size();
    for (int n = 0; n < 2; ++n) {
        REQUIRE(wizard.step() == Step::file);
        i.next();
        i.next();
        i.next();
        REQUIRE(wizard.step() == Step::check);
        QTest::mouseClick(wizard.next_button(), Qt::LeftButton);
        if (n == 0) REQUIRE(wait_for([&] { return wizard.step() == Step::file && !wizard.busy(); }));
    }
    REQUIRE(wait_for([&] { return i.open.window.findChild<gui::ImportWizard*>() == nullptr; }));
    CHECK(i.history().size() == before + 2);
    CHECK(i.open.window.model().project()->store->snapshot()->ids_of("building", "code", "B7").size() == 1);

    i.begin({written(i.town, "坏.shp", "this is no shapefile")});
    CHECK_FALSE(i.wizard->next_button()->isEnabled());
    CHECK_FALSE(i.wizard->preview());
    QTest::keyClick(i.wizard, Qt::Key_Escape);
    CHECK(wait_for([&] { return i.open.window.findChild<gui::ImportWizard*>() == nullptr; }));
}

TEST_CASE("an import with nothing new has no button for it; Esc leaves the town as it was", "[gui]") {
    Importing i;
    i.begin({written(i.town, "楼栋.csv", "楼栋编码,名称,网格编码\nB1,1号楼,G1\n")});
    const auto before = i.history().size();
    i.next();
    i.next();
    i.next();
    REQUIRE(i.wizard->step() == Step::check);
    CHECK(i.wizard->checked()->report.unchanged == 1);
    CHECK_FALSE(i.wizard->next_button()->isEnabled());
    QTest::mouseClick(i.wizard->back_button(), Qt::LeftButton);
    CHECK(i.wizard->step() == Step::fields);
    QTest::keyClick(i.wizard, Qt::Key_Escape);
    REQUIRE(wait_for([&] { return i.open.window.findChild<gui::ImportWizard*>() == nullptr; }));
    CHECK(i.history().size() == before);
}

TEST_CASE("without a town there is nothing to import into", "[gui]") {
    const SmallTown town;
    gui::MainWindow window({false, "tester"});
    window.show();
    drop(window, {written(town, "x.csv", "a,b\n1,2\n")});
    CHECK(window.findChild<gui::ImportWizard*>() == nullptr);
    CHECK_FALSE(window.error_strip().words().isEmpty());
}
