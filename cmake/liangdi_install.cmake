# What is installed, where, and how it becomes a Debian package. Included last, when all targets are known.
#   bin/             the two programs, which look for the rest beside themselves (../share/liangdi, ../lib/gdalplugins)
#   share/liangdi/   layer styles, check rules
set(packaging ${CMAKE_SOURCE_DIR}/packaging)

foreach(program liangdi liangdi-desktop)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()

install(DIRECTORY ${CMAKE_SOURCE_DIR}/styles DESTINATION share/liangdi
        PATTERN README.md EXCLUDE)
if(EXISTS ${CMAKE_SOURCE_DIR}/plugins/checks)
  install(DIRECTORY ${CMAKE_SOURCE_DIR}/plugins/checks DESTINATION share/liangdi FILES_MATCHING PATTERN *.sql)
endif()
# Built into lib/gdalplugins by plugins/CMakeLists.txt; not all builds have them.
install(DIRECTORY ${CMAKE_BINARY_DIR}/lib/gdalplugins DESTINATION lib OPTIONAL USE_SOURCE_PERMISSIONS
        FILES_MATCHING PATTERN *.so)
# Translations, where the window compiles them to files instead of into itself.
install(DIRECTORY ${CMAKE_BINARY_DIR}/translations DESTINATION share/liangdi OPTIONAL FILES_MATCHING PATTERN *.qm)

install(FILES ${packaging}/org.liangdi.Liangdi.desktop DESTINATION share/applications)
install(FILES ${packaging}/org.liangdi.Liangdi.xml DESTINATION share/mime/packages)
install(FILES ${packaging}/icons/org.liangdi.Liangdi.svg DESTINATION share/icons/hicolor/scalable/apps)
foreach(size 48 64 128 256)
  install(FILES ${packaging}/icons/org.liangdi.Liangdi-${size}.png
          DESTINATION share/icons/hicolor/${size}x${size}/apps RENAME org.liangdi.Liangdi.png)
endforeach()

install(FILES ${packaging}/man/liangdi.1 ${packaging}/man/liangdi-desktop.1 DESTINATION share/man/man1)
install(FILES ${packaging}/man/zh_CN/liangdi.1 DESTINATION share/man/zh_CN/man1)
install(FILES ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CHANGELOG.md DESTINATION share/doc/liangdi)
install(FILES ${packaging}/copyright DESTINATION share/doc/liangdi)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/docs/manual ${CMAKE_SOURCE_DIR}/docs/images DESTINATION share/doc/liangdi OPTIONAL)

# cpack -G DEB
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME liangdi)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_VENDOR "Liangdi")
set(CPACK_PACKAGE_CONTACT "The Liangdi authors <liangdi@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop GIS for towns of relocated families")
set(CPACK_PACKAGE_DESCRIPTION
"A relocated family has two places: the flat in the new town and the homestead,
woodland and farmland in the village it came from. Liangdi keeps both on one
map and in one file, reads what an office receives (GBK shapefiles, GeoPackage,
spreadsheets), keeps personal records sealed, can take back every change, and
draws the maps that a village meeting decides over.")
set(CPACK_PACKAGE_FILE_NAME ${CPACK_PACKAGE_NAME}_${CPACK_PACKAGE_VERSION}_${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${PROJECT_HOMEPAGE_URL})
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no linker sees: the map font, the icons and Qt's engine that draws them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-wqy-microhei, breeze-icon-theme, libqt6svg6")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland")
include(CPack)

# The .deb is made, unpacked beside the build and started from there.
if(BUILD_TESTING AND TARGET liangdi AND TARGET liangdi-desktop AND NOT LIANGDI_SANITIZE)
  add_test(NAME package
           COMMAND ${packaging}/package_test.sh ${CMAKE_CPACK_COMMAND} ${CMAKE_BINARY_DIR} ${PROJECT_VERSION})
  # 77: this machine cannot make Debian packages.
  set_tests_properties(package PROPERTIES LABELS package TIMEOUT 600 SKIP_RETURN_CODE 77)
endif()
