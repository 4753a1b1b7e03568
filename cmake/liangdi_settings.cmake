# Settings that every target of Liangdi shares: the language, the warnings, the launcher, the linker.
option(BUILD_TESTING "Build the tests" ON)
option(LIANGDI_WERROR "Treat warnings as errors" OFF)
option(LIANGDI_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()

# liangdi_options: what our own code is compiled with (never exported to users of a library).
add_library(liangdi_options INTERFACE)
target_include_directories(liangdi_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(liangdi_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2)
if(LIANGDI_WERROR)
  target_compile_options(liangdi_options INTERFACE -Werror)
endif()
if(LIANGDI_SANITIZE)
  # g++ 12 warns falsely inside libstdc++'s <regex> when it instruments (GCC bug 105562).
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
                      -Wno-maybe-uninitialized)
  add_link_options(-fsanitize=address,undefined)
endif()
