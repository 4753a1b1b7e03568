#include "cli/drawing.hpp"

#include <fmt/format.h>

namespace liangdi::cli {

std::unique_ptr<QGuiApplication> drawing_application() {
    static int argc = 1;
    static char name[] = "liangdi";
    static char* argv[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // stderr belongs to our own one line: Qt's word on a missing XDG_RUNTIME_DIR concerns nobody here.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
        if (!message.startsWith("QStandardPaths:")) fmt::print(stderr, "{}\n", message.toStdString());
    });
    return std::make_unique<QGuiApplication>(argc, argv);
}

}  // namespace liangdi::cli
