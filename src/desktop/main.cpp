// liangdi-desktop [TOWN.sqlite [FILES…]]: the window.
#include <QApplication>
#include <QCommandLineParser>
#include <QPalette>
#include <QTimer>
#include <cstdio>
#include <utility>

#include "gui/look.hpp"
#include "gui/main_window.hpp"

namespace {

/// Waits until everything is read and drawn, saves a picture of the window and quits.
void save_when_settled(liangdi::gui::MainWindow& window, const QString& file, const QString& show) {
    auto* timer = new QTimer(&window);
    QObject::connect(timer, &QTimer::timeout, &window,
                     [&window, file, place = show, land = show == "land", calm = 0]() mutable {
                         // Twice in a row: an answer that arrives may ask for the next picture.
                         calm = window.settled() ? calm + 1 : 0;
                         if (calm < 2) return;
                         if (!std::exchange(place, QString()).isEmpty()) {
                             window.show_household_places(land);
                             calm = 0;
                             return;
                         }
                         const bool saved = window.grab().save(file);
                         if (!saved)
                             std::fprintf(stderr, "the picture %s cannot be written\n", qPrintable(file));
                         QCoreApplication::exit(saved ? 0 : 1);
                     });
    timer->start(100);
}

QSize size_in(const QString& text) {
    const QStringList parts = text.split('x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName("liangdi");
    QCoreApplication::setApplicationName("liangdi");
    QCoreApplication::setApplicationVersion(LIANGDI_VERSION);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("TOWN", "the town file to open", "[TOWN.sqlite]");
    parser.addPositionalArgument("FILES", "to import into it, as if they were dropped", "[FILES…]");
    const QCommandLineOption screenshot("screenshot", "save a picture of the window and quit", "FILE.png");
    const QCommandLineOption household("household", "choose this household", "CODE");
    const QCommandLineOption language("language", "zh_CN or en; default: the system's", "LANGUAGE");
    const QCommandLineOption show("show", "with --household and --screenshot: zoom to its land or its home",
                                  "land|home");
    const QCommandLineOption size("size", "size of the window", "WIDTHxHEIGHT");
    const QCommandLineOption mode("mode", "begin in this mode", "map|two-places|sheets");
    const QCommandLineOption place("place", "choose this place: building:47, grid:7, group:…", "KIND:NAME");
    const QCommandLineOption look("look", "light or dark; default: the system's", "light|dark");
    parser.addOptions({screenshot, household, language, show, size, mode, place, look});
    parser.process(application);

    // The look follows the palette, as it does where the desktop says dark.
    if (parser.isSet(look))
        application.setPalette(QPalette(parser.value(look) == "dark" ? Qt::black : Qt::white));
    liangdi::gui::set_up_look(application);
    liangdi::gui::set_up_language(application, parser.value(language));
    liangdi::gui::WindowOptions options;
    options.remember = !parser.isSet(screenshot);
    liangdi::gui::MainWindow window(options);
    if (const QSize wanted = size_in(parser.value(size)); !wanted.isEmpty()) window.resize(wanted);
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.open_town(parser.positionalArguments().constFirst().toStdString());
    if (parser.value(mode) == "two-places") window.set_mode(liangdi::gui::Mode::two_places);
    if (parser.value(mode) == "sheets") window.set_mode(liangdi::gui::Mode::sheets);
    if (parser.isSet(place)) window.choose_place(parser.value(place));
    std::vector<std::filesystem::path> files;
    for (const auto& file : parser.positionalArguments().mid(1)) files.emplace_back(file.toStdString());
    if (!files.empty()) window.import_files(std::move(files));
    if (parser.isSet(household)) window.find_household(parser.value(household));
    if (parser.isSet(screenshot)) save_when_settled(window, parser.value(screenshot), parser.value(show));
    return QApplication::exec();
}
