// The main of test programs that need a Qt application: it owns the application and asks for no display.
#define CATCH_CONFIG_RUNNER
#include <QApplication>

#include "catch.hpp"

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    // Qt takes its own arguments out of its copy; Catch2 gets those that are left.
    const QApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
