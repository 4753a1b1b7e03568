// The one main of all test programs without Qt: compiled once, because Catch2 2.13's takes long.
#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

int main(int argc, char** argv) {
    return Catch::Session().run(argc, argv);
}
